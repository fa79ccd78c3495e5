package io.kbaudit.file;

import java.io.IOException;

/**
 * Says that a file is not the one that was looked at before: what was read of it, or is known from
 * before, may be of two files. Its message is half a sentence, about "it".
 */
public final class FileChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates one that says so in half a sentence. */
  public FileChangedException(String message) {
    super(message);
  }
}
