package io.kbaudit.pe;

/** How a file is laid out. */
public enum PeFormat {
  /** Of 32-bit Windows ("PE Format", Optional Header, magic 0x10b). */
  PE32("PE32"),
  /** Of 64-bit Windows (magic 0x20b). */
  PE32_PLUS("PE32+"),
  /** Of 16-bit Windows: a new executable. */
  NE("NE"),
  /** A virtual device driver: a linear executable, whose version is not read. */
  LE("LE"),
  /** Of MS-DOS, which knows neither resources nor versions. */
  DOS("MS-DOS");

  private final String id;

  PeFormat(String id) {
    this.id = id;
  }

  /** Returns the stable id that reports print: {@code PE32+}. */
  public String id() {
    return id;
  }
}
