package io.kbaudit.deployment;

import java.io.IOException;

/** A profile that does not fit the article to which it is applied. */
public final class ProfileException extends IOException {
  private static final long serialVersionUID = 1L;

  ProfileException(String problem) {
    super(problem);
  }
}
