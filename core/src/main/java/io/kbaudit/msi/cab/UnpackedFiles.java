package io.kbaudit.msi.cab;

/** Hears of each file of a cabinet that was unpacked whole. */
public interface UnpackedFiles {
  /**
   * Tells of a file.
   *
   * @param md5 of its bytes, 16 bytes
   */
  void unpacked(Cabinet.PackedFile file, byte[] md5);
}
