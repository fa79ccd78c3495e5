package io.kbaudit.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file system did not do what it was asked. */
public final class FileFailure {
  private FileFailure() {}

  /** Returns why, in half a sentence, without the path. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    Exception told = failure.getCause() instanceof RuntimeException cause ? cause : failure;
    String reason =
        told instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : told.getMessage();
    return reason == null || reason.isBlank() ? told.getClass().getSimpleName() : reason;
  }
}
