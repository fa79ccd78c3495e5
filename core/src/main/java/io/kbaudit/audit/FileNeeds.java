package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.signature.SignatureVerifier;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What an audit has to know of files besides what a folder says of them. Immutable.
 *
 * @param contents whether it asks what they say of themselves
 * @param signatures whether it asks what their signatures are worth
 * @param digests by which of them, for a size in bytes, it compares files of that size
 */
public record FileNeeds(
    boolean contents, boolean signatures, LongFunction<Set<Digest.Algorithm>> digests) {
  /** Checks that nothing is null. */
  public FileNeeds {
    requireNonNull(digests, "digests");
  }

  /** Returns {@code scanner}, made to find out all of it. */
  public FolderScanner preparing(FolderScanner scanner, SignatureVerifier verifier) {
    FolderScanner deep = contents ? scanner.readingContents() : scanner;
    return (signatures ? deep.verifying(verifier) : deep).digesting(digests);
  }

  /**
   * Returns {@code inventory} with no more than that, as a scan of the same files would have found:
   * an audit of files that were looked at before says no more than one of the files themselves.
   */
  public Inventory of(Inventory inventory) {
    return inventory.withFiles(FileList.of(inventory.files()).map(this::of));
  }

  private ObservedFile of(ObservedFile file) {
    if (!(file instanceof ObservedFile.Readable readable)) {
      return file;
    }
    Set<Digest.Algorithm> wanted = digests.apply(readable.sizeBytes());
    return new ObservedFile.Readable(
        readable.path(),
        readable.name(),
        readable.sizeBytes(),
        readable.modified(),
        new Digests(
            readable.digests().all().stream()
                .filter(digest -> wanted.contains(digest.algorithm()))
                .toList()),
        contents ? readable.inspection() : Optional.empty(),
        contents ? readable.executable() : Optional.empty(),
        contents && signatures ? readable.signatures() : Optional.empty(),
        readable.listedVersion());
  }
}
