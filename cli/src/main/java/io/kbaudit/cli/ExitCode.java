package io.kbaudit.cli;

import io.kbaudit.audit.Verdict;
import io.kbaudit.plan.Readiness;

/** How the command ends. "Failed" and "could not tell" never share a code. */
enum ExitCode {
  /** Compliant; sound; or whatever else was asked for is done. */
  OK(0),
  /** Not compliant; not sound; or something stands in the way. */
  NON_COMPLIANT(1),
  /** The question could not be asked: bad usage, unreadable article, no such folder or file. */
  CANNOT_ASK(2),
  /** Asked, but something could not be checked. */
  INDETERMINATE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> OK;
      case NON_COMPLIANT -> NON_COMPLIANT;
      case INDETERMINATE -> INDETERMINATE;
    };
  }

  static ExitCode of(Readiness readiness) {
    return switch (readiness) {
      case READY -> OK;
      case OBSTRUCTED -> NON_COMPLIANT;
      case UNDECIDED -> INDETERMINATE;
    };
  }

  int code() {
    return code;
  }
}
