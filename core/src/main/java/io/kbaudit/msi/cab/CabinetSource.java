package io.kbaudit.msi.cab;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a cabinet, wherever they are. */
public interface CabinetSource {
  /** Returns how many there are; what follows the cabinet's own size is not looked at. */
  long sizeBytes();

  /**
   * Returns some of them, little endian.
   *
   * @param offset not below 0
   * @param length of bytes that there are
   * @throws IOException if they cannot be read
   */
  ByteBuffer read(long offset, int length) throws IOException;
}
