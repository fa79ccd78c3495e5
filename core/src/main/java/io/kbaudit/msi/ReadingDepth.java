package io.kbaudit.msi;

/** How much of a Windows Installer file is read. */
public enum ReadingDepth {
  /** All tables, and the blocks of cabinets, which are held to their checksums. */
  CHECKSUMS,
  /**
   * Besides, what is packed by MSZIP, or not packed, is unpacked and held to the sizes and the MD5
   * that the tables have.
   */
  THOROUGH
}
