package io.kbaudit.msi.ole;

import java.io.IOException;

/** A compound file, or something in it, that cannot be read for what it is. */
public final class OleFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final OleProblem problem;

  OleFormatException(OleProblem problem) {
    super(problem.text());
    this.problem = problem;
  }

  OleFormatException(OleProblem.Kind kind, String text) {
    this(new OleProblem(kind, text));
  }

  OleFormatException(OleProblem problem, Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  /** Returns what is wrong. */
  public OleProblem problem() {
    return problem;
  }
}
