package io.kbaudit.deployment;

import io.kbaudit.text.Printable;
import io.kbaudit.yaml.YamlException;
import java.io.IOException;

/**
 * A profile, or a list of places by one, that cannot be understood, or does not fit the article or
 * the profile to which it is applied; says where, and shows the text.
 */
public final class ProfileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** A profile that does not fit. */
  ProfileException(String problem) {
    super(problem);
    this.line = 0;
  }

  /** A profile whose text as a whole is at fault. */
  ProfileException(String source, String problem) {
    this(Printable.excerpt(source) + ": " + problem);
  }

  /** A profile, or a list of places, whose text is at fault. */
  ProfileException(YamlException fault) {
    super(fault.getMessage(), fault);
    this.line = fault.line();
  }

  /** Returns the line at fault, counted from 1; 0 where the profile as a whole is. */
  public int line() {
    return line;
  }
}
