package io.kbaudit.inventory;

import io.kbaudit.file.FileFailure;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.NotDirectoryException;

/** Asks the provider of a file system, which may be of anybody's making. */
final class Provider {
  /** Something that a provider is asked. */
  interface Question<T> {
    T ask() throws IOException;
  }

  private Provider() {}

  /**
   * Returns the answer.
   *
   * @throws IOException for whatever exception the provider throws, checked or not
   */
  static <T> T ask(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** Returns why there was no answer, in half a sentence. */
  static String reason(IOException failure) {
    return FileFailure.reason(failure);
  }

  /** Returns why a whole folder, or the file that tells of one, could not be opened. */
  static String reasonOfWhole(IOException failure) {
    return failure instanceof NotDirectoryException
        ? "it is a file, not a folder"
        : reason(failure);
  }
}
