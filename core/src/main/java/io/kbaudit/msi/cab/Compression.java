package io.kbaudit.msi.cab;

import java.util.Optional;

/** How the blocks of a folder are packed ([MS-CAB] 2.2, typeCompress). */
public enum Compression {
  /** Not at all. */
  NONE("no compression", 0),
  /** Deflate, each block with its own end ([MS-MCI]). */
  MSZIP("MSZIP", 12),
  /** The method of Quantum, which is not unpacked here. */
  QUANTUM("Quantum", 6_144),
  /** The method of LZX, which is not unpacked here. */
  LZX("LZX", 6_144);

  /** The bits of typeCompress that tell the method; others tell how it was set. */
  private static final int METHOD = 0x000F;

  private final String label;

  /** How much longer than its content a block may be that does not get shorter. */
  private final int growthBytes;

  Compression(String label, int growthBytes) {
    this.label = label;
    this.growthBytes = growthBytes;
  }

  static Optional<Compression> of(int typeCompress) {
    int method = typeCompress & METHOD;
    return method < values().length ? Optional.of(values()[method]) : Optional.empty();
  }

  /** Returns its name, for people. */
  public String label() {
    return label;
  }

  /** Returns the bytes that a block of it has at most, packed. */
  int largestBlockBytes() {
    return Cabinet.BLOCK_CONTENT_BYTES + growthBytes;
  }
}
