package io.kbaudit.signature;

import io.kbaudit.file.FileContent;
import java.io.IOException;

/**
 * The signatures of one file, while its bytes are read: it hears them all, and then says what the
 * signatures are worth. It is not safe for use by several threads.
 */
public interface SignatureReading extends FileContent.Listener {
  /** Returns whether the bytes of the file are wanted; where not, none need be told. */
  boolean wantsBytes();

  @Override
  void hear(byte[] bytes, int start, int length);

  /**
   * Returns what the signatures are worth, once the last bytes were heard; the file is still open.
   *
   * @throws IOException if the file cannot be read
   */
  SignatureInspection finish() throws IOException;
}
