package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ScanListener;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How folders are scanned for an audit: how far, in what time, how thoroughly, by what signatures
 * are judged, and who hears of it.
 */
record Scan(
    boolean recursive,
    boolean followsLinks,
    Optional<Duration> time,
    boolean thorough,
    boolean hashesAll,
    SignatureVerifier verifier,
    ScanListener listener,
    BooleanSupplier stop) {
  static final Scan FLAT =
      new Scan(
          false,
          false,
          Optional.empty(),
          false,
          false,
          SignatureVerifier.ofJdk(),
          ScanListener.NONE,
          () -> false);

  Scan {
    requireNonNull(time, "time");
    requireNonNull(verifier, "verifier");
    requireNonNull(listener, "listener");
    requireNonNull(stop, "stop");
  }

  Scan flat() {
    return new Scan(false, followsLinks, time, thorough, hashesAll, verifier, listener, stop);
  }

  Scan recursively() {
    return new Scan(true, followsLinks, time, thorough, hashesAll, verifier, listener, stop);
  }

  Scan followingLinks() {
    return new Scan(recursive, true, time, thorough, hashesAll, verifier, listener, stop);
  }

  Scan within(Duration other) {
    return new Scan(
        recursive, followsLinks, Optional.of(other), thorough, hashesAll, verifier, listener, stop);
  }

  Scan thoroughly() {
    return new Scan(recursive, followsLinks, time, true, hashesAll, verifier, listener, stop);
  }

  Scan hashing() {
    return new Scan(recursive, followsLinks, time, thorough, true, verifier, listener, stop);
  }

  Scan verifying(SignatureVerifier other) {
    return new Scan(recursive, followsLinks, time, thorough, hashesAll, other, listener, stop);
  }

  Scan reportingTo(ScanListener other) {
    return new Scan(recursive, followsLinks, time, thorough, hashesAll, verifier, other, stop);
  }

  Scan stoppedBy(BooleanSupplier other) {
    return new Scan(recursive, followsLinks, time, thorough, hashesAll, verifier, listener, other);
  }

  /**
   * Returns {@code saved}, as far as {@code request} has to know it, as a scan of the same folder
   * would have found it.
   *
   * @throws SavedInventoryException if it was not looked into as far as this scan looks
   */
  Inventory of(Inventory saved, AuditRequest request) throws SavedInventoryException {
    if (thorough && saved.extent().contents() && !saved.extent().thorough()) {
      throw new SavedInventoryException(
          "the inventory was taken without unpacking what is in packages");
    }
    Inventory asked = recursive ? saved.withFoldersBelow() : saved.withoutFoldersBelow();
    return request.needs(size -> hashesAll).of(asked);
  }

  /** Returns what is in {@code folder}, as far as {@code request} has to know it. */
  Inventory of(Path folder, AuditRequest request) throws IOException {
    FolderScanner folders = recursive ? FolderScanner.recursive() : FolderScanner.flat();
    FolderScanner reaching = followsLinks ? folders.followingLinks() : folders;
    FolderScanner limited = time.isPresent() ? reaching.within(time.get()) : reaching;
    FolderScanner scanner = thorough ? limited.thoroughly() : limited;
    return request
        .preparing(scanner.reportingTo(listener).stoppedBy(stop), size -> hashesAll, verifier)
        .scan(folder);
  }
}
