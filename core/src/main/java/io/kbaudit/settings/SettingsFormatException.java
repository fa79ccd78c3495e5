package io.kbaudit.settings;

import io.kbaudit.yaml.YamlException;
import java.io.IOException;

/** A file of settings that cannot be understood; says where, and shows the text. */
public final class SettingsFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  SettingsFormatException(YamlException fault) {
    super(fault.getMessage(), fault);
    this.line = fault.line();
  }

  /** Returns the line at fault, counted from 1; 0 where the file as a whole is. */
  public int line() {
    return line;
  }
}
