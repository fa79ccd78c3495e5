package io.kbaudit.pe;

/**
 * A section, as the section table lists it ("PE Format", Section Table).
 *
 * @param address where it is loaded, relative to the image
 * @param virtualSize its bytes when loaded
 * @param offset its first byte in the file; 0 where it has none there, whatever its size
 * @param size its bytes in the file
 * @param isAlignedToSectors whether it begins on a sector of a disk, whatever its offset says; so
 *     it is in all files but drivers of old, whose alignment is less than a page
 */
record Section(
    String name,
    long address,
    long virtualSize,
    long offset,
    long size,
    boolean isAlignedToSectors) {
  static final long SECTOR_BYTES = 512;

  long start() {
    return isAlignedToSectors ? offset / SECTOR_BYTES * SECTOR_BYTES : offset;
  }

  long end() {
    return isInFile() ? offset + size : 0;
  }

  private boolean isInFile() {
    return offset > 0 && size > 0;
  }

  /** Returns whether the byte loaded at {@code loadedAt} is in this section's part of the file. */
  boolean holds(long loadedAt) {
    return isInFile() && loadedAt >= address && loadedAt < address + size;
  }
}
