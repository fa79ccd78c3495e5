package io.kbaudit.signature;

import java.io.IOException;

/**
 * The signatures of one file, while its bytes are read: it is given them all, in their order, and
 * then says what the signatures are worth. Whoever reads the file for another purpose too reads it
 * but once. It is not safe for use by several threads.
 */
public interface SignatureReading {
  /** Returns whether the bytes of the file are wanted; where not, none need be given. */
  boolean wantsBytes();

  /** Takes the next bytes of the file: the first {@code length} of {@code bytes}. */
  void update(byte[] bytes, int length);

  /**
   * Returns what the signatures are worth, once the last bytes were taken.
   *
   * @throws IOException if the file cannot be read
   */
  SignatureInspection finish() throws IOException;
}
