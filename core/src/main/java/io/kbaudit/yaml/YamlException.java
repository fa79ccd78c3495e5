package io.kbaudit.yaml;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** A document that cannot be understood: says where, and shows the text. */
public final class YamlException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** A document whose text as a whole is at fault. */
  public YamlException(String source, String problem) {
    super(Printable.excerpt(source) + ": " + problem);
    this.line = 0;
  }

  /** A document with a fault in one line, counted from 1. */
  public YamlException(String source, int line, String problem) {
    super(Printable.excerpt(source) + ", line " + line + ": " + problem);
    this.line = line;
  }

  /** Returns the line at fault, counted from 1; 0 where the document as a whole is. */
  public int line() {
    return line;
  }
}
