package io.kbaudit.inventory;

/**
 * Hears how far a scan has come: first while folders are listed, then while files are read. A scan
 * tells it from one thread, that of whoever asked.
 */
public interface ScanListener {
  /** Hears nothing. */
  ScanListener NONE =
      new ScanListener() {
        @Override
        public void listed(long files) {}

        @Override
        public void read(long bytes, long total) {}
      };

  /**
   * Hears how many files were listed so far; after each.
   *
   * @param files at least one
   */
  void listed(long files);

  /**
   * Hears how much was read so far of all that is to be read; not at all where nothing is.
   *
   * @param bytes so far, at most {@code total}
   * @param total as large as the files to be read were when they were listed
   */
  void read(long bytes, long total);
}
