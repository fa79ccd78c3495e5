package io.kbaudit.msi;

import io.kbaudit.msi.ole.OleFormatException;
import java.io.IOException;

/** A Windows Installer file, or something in it, that cannot be read for what it is. */
public final class MsiFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final MsiProblem problem;

  MsiFormatException(MsiProblem problem) {
    super(problem.text());
    this.problem = problem;
  }

  /** Damage of the database. */
  MsiFormatException(String text) {
    this(new MsiProblem(MsiProblem.Kind.DAMAGED, text));
  }

  private MsiFormatException(OleFormatException cause) {
    super(cause.getMessage(), cause);
    this.problem = MsiProblem.of(cause.problem());
  }

  static MsiFormatException of(OleFormatException cause) {
    return new MsiFormatException(cause);
  }

  /** Returns what is wrong. */
  public MsiProblem problem() {
    return problem;
  }
}
