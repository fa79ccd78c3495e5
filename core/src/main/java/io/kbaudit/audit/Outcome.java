package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What one check established about one row. */
public sealed interface Outcome {
  /** Returns the stable id of this kind of outcome: {@code PASSED}. */
  String id();

  /** Returns the cause of a failure or doubt, or the remark on a pass. */
  Optional<Cause> cause();

  /**
   * The check was done, and found what was expected.
   *
   * @param evidence what was found
   * @param cause what is worth knowing all the same: {@link Cause#LATER} where later files will do
   */
  record Passed(String evidence, Optional<Cause> cause) implements Outcome {
    /** Checks that nothing is null. */
    public Passed {
      requireNonNull(evidence, "evidence");
      requireNonNull(cause, "cause");
    }

    /** Creates a pass without remark. */
    public Passed(String evidence) {
      this(evidence, Optional.empty());
    }

    @Override
    public String id() {
      return "PASSED";
    }
  }

  /** The check was done, and found something else than expected. */
  record Failed(String expected, String observed, Cause why) implements Outcome {
    /** Checks that nothing is null. */
    public Failed {
      requireNonNull(expected, "expected");
      requireNonNull(observed, "observed");
      requireNonNull(why, "why");
    }

    @Override
    public String id() {
      return "FAILED";
    }

    @Override
    public Optional<Cause> cause() {
      return Optional.of(why);
    }
  }

  /** The check applies, but could not be done: unreadable file, ambiguous match. */
  record Undecided(String reason, Cause why) implements Outcome {
    /** Checks that nothing is null. */
    public Undecided {
      requireNonNull(reason, "reason");
      requireNonNull(why, "why");
    }

    @Override
    public String id() {
      return "UNDECIDED";
    }

    @Override
    public Optional<Cause> cause() {
      return Optional.of(why);
    }
  }

  /** There is nothing to check: no such column, no such file, or the policy leaves it out. */
  record NotApplicable(String reason) implements Outcome {
    /** Checks that nothing is null. */
    public NotApplicable {
      requireNonNull(reason, "reason");
    }

    @Override
    public String id() {
      return "NOT_APPLICABLE";
    }

    @Override
    public Optional<Cause> cause() {
      return Optional.empty();
    }
  }
}
