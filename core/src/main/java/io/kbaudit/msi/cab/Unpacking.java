package io.kbaudit.msi.cab;

import io.kbaudit.msi.cab.Cabinet.PackedFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Unpacks a folder, block by block, and tells what each of its files comes to. */
final class Unpacking implements AutoCloseable {
  private final MsZip msZip = new MsZip();
  private final Compression compression;
  private final Iterator<PackedFile> files;
  private final UnpackedFiles listener;
  private final MessageDigest md5;
  private @Nullable PackedFile file;
  private long at;

  /**
   * Creates one.
   *
   * @param files the folder's, one behind the other from its start; equal ones may lie in one place
   */
  Unpacking(Compression compression, List<PackedFile> files, UnpackedFiles listener) {
    this.compression = compression;
    this.files = files.iterator();
    this.listener = listener;
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
    this.file = next();
    tellIfWhole();
  }

  /** Returns whether there is a way here to unpack what is packed so. */
  static boolean knows(Compression compression) {
    return compression == Compression.NONE || compression == Compression.MSZIP;
  }

  /**
   * Unpacks the next block.
   *
   * @throws DataFormatException if it cannot be unpacked; then nothing after it can
   */
  void add(Block block) throws DataFormatException {
    ByteBuffer unpacked =
        compression == Compression.MSZIP
            ? ByteBuffer.wrap(msZip.unpack(block.content(), block.unpackedBytes()))
            : block.content().duplicate();
    while (file != null && unpacked.hasRemaining()) {
      int length = (int) Math.min(unpacked.remaining(), file.offset() + file.sizeBytes() - at);
      md5.update(unpacked.slice(unpacked.position(), length));
      unpacked.position(unpacked.position() + length);
      at += length;
      tellIfWhole();
    }
  }

  private void tellIfWhole() {
    while (file != null && at == file.offset() + file.sizeBytes()) {
      PackedFile whole = file;
      byte[] digest = md5.digest();
      while (file != null && file.liesWhere(whole)) {
        listener.unpacked(file, digest);
        file = next();
      }
    }
  }

  private @Nullable PackedFile next() {
    return files.hasNext() ? files.next() : null;
  }

  @Override
  public void close() {
    msZip.close();
  }
}
