package io.kbaudit.signature;

import java.io.IOException;

/** A signature that cannot be read. */
final class MalformedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  MalformedException(String problem) {
    super(problem);
    this.problem = problem;
  }

  MalformedException(String problem, Throwable cause) {
    super(problem, cause);
    this.problem = problem;
  }

  /** Returns what is wrong, in a clause. */
  String problem() {
    return problem;
  }
}
