package io.kbaudit.script;

import io.kbaudit.text.Printable;

/** A name that a script of some shell cannot express; the message says which, and why. */
public final class UnquotableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnquotableException(String text, String shell, String reason) {
    super("a script for " + shell + " cannot name '" + Printable.excerpt(text) + "': " + reason);
  }
}
