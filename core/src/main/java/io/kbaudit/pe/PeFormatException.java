package io.kbaudit.pe;

import java.io.IOException;

/** Something in a file that cannot be read for what it should be. */
final class PeFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final PeProblem problem;

  PeFormatException(PeProblem problem) {
    super(problem.text());
    this.problem = problem;
  }

  PeFormatException(PeProblem.Kind kind, String text) {
    this(new PeProblem(kind, text));
  }

  /** Returns what is wrong. */
  PeProblem problem() {
    return problem;
  }
}
