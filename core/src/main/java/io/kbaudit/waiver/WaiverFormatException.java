package io.kbaudit.waiver;

import io.kbaudit.yaml.YamlException;
import java.io.IOException;

/** A list of waivers that cannot be understood; says where, and shows the text. */
public final class WaiverFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  WaiverFormatException(YamlException fault) {
    super(fault.getMessage(), fault);
    this.line = fault.line();
  }

  /** Returns the line at fault, counted from 1; 0 where the list as a whole is. */
  public int line() {
    return line;
  }
}
