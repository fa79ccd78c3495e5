package io.kbaudit.inventory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    Exception told = failure.getCause() instanceof RuntimeException cause ? cause : failure;
    String reason =
        told instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : told.getMessage();
    return reason == null || reason.isBlank() ? told.getClass().getSimpleName() : reason;
  }

  /** Returns why a whole folder, or the file that tells of one, could not be opened. */
  static String reasonOfWhole(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    return failure instanceof NotDirectoryException
        ? "it is a file, not a folder"
        : reason(failure);
  }
}
