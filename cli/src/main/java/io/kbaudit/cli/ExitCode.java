package io.kbaudit.cli;

import io.kbaudit.audit.Verdict;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.identify.Identification;
import io.kbaudit.plan.Readiness;

/** How the command ends. "Failed" and "could not tell" never share a code. */
enum ExitCode {
  /** Compliant; sound; identified; or whatever else was asked for is done. */
  OK(0, 0),
  /** Not compliant; not sound; listed nowhere; or something stands in the way. */
  NON_COMPLIANT(1, 2),
  /** The question could not be asked: bad usage, unreadable article, no such folder or file. */
  CANNOT_ASK(2, 3),
  /** Asked, but something could not be checked. */
  INDETERMINATE(3, 3);

  private final int code;
  private final int nagiosCode;

  ExitCode(int code, int nagiosCode) {
    this.code = code;
    this.nagiosCode = nagiosCode;
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

  static ExitCode of(Identification.Outcome outcome) {
    return switch (outcome) {
      case ALL_IDENTIFIED -> OK;
      case SOME_UNLISTED -> NON_COMPLIANT;
      case UNDECIDED -> INDETERMINATE;
    };
  }

  static ExitCode of(Comparison.Result result) {
    return switch (result) {
      case NO_DIFFERENCE, NO_NEW_FAILURE -> OK;
      case NEW_FAILURES -> NON_COMPLIANT;
      case UNDECIDED, NOT_COMPARABLE -> INDETERMINATE;
    };
  }

  int code() {
    return code;
  }

  /**
   * Returns the code by which a Nagios plugin says the same: 0 OK, 2 CRITICAL, 3 UNKNOWN
   * (Monitoring Plugins Development Guidelines, "Plugin Return Codes").
   */
  int nagiosCode() {
    return nagiosCode;
  }
}
