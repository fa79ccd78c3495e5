package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one check established about one row: with a {@link Cause}, for whatever reads reports, and
 * with evidence or a reason, half a sentence for people. Immutable.
 */
public sealed interface Outcome {
  /** Returns the stable id of this kind of outcome: {@code PASSED}. */
  String id();

  /** Returns the cause of a failure or doubt, or what is to be known about a pass. */
  Optional<Cause> causeIfAny();

  /**
   * The check was done, and found what was expected.
   *
   * @param evidence what was found
   * @param cause what is worth knowing all the same: {@link Cause#LATER} where later files will do
   */
  record Passed(Evidence evidence, Optional<Cause> cause) implements Outcome {
    /** Checks that nothing is null. */
    public Passed {
      requireNonNull(evidence, "evidence");
      requireNonNull(cause, "cause");
    }

    /** Creates a pass of which nothing else is to be known. */
    public Passed(Evidence evidence) {
      this(evidence, Optional.empty());
    }

    /** Creates a pass by what is no value. */
    public Passed(String evidence) {
      this(Evidence.of(evidence));
    }

    @Override
    public String id() {
      return "PASSED";
    }

    @Override
    public Optional<Cause> causeIfAny() {
      return cause;
    }
  }

  /** The check was done, and found something else than expected. */
  record Failed(Evidence expected, Evidence observed, Cause cause) implements Outcome {
    /** Checks that nothing is null. */
    public Failed {
      requireNonNull(expected, "expected");
      requireNonNull(observed, "observed");
      requireNonNull(cause, "cause");
    }

    /** Creates a failure by what is no value. */
    public Failed(String expected, String observed, Cause cause) {
      this(Evidence.of(expected), Evidence.of(observed), cause);
    }

    @Override
    public String id() {
      return "FAILED";
    }

    @Override
    public Optional<Cause> causeIfAny() {
      return Optional.of(cause);
    }
  }

  /** The check applies, but could not be done: unreadable file, ambiguous match. */
  record Undecided(String reason, Cause cause) implements Outcome {
    /** Checks that nothing is null. */
    public Undecided {
      requireNonNull(reason, "reason");
      requireNonNull(cause, "cause");
    }

    @Override
    public String id() {
      return "UNDECIDED";
    }

    @Override
    public Optional<Cause> causeIfAny() {
      return Optional.of(cause);
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
    public Optional<Cause> causeIfAny() {
      return Optional.empty();
    }
  }
}
