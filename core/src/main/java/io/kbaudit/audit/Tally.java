package io.kbaudit.audit;

import java.util.stream.Stream;

/** How many files came out how. Immutable. */
public record Tally(int passed, int failed, int undecided, int waived) {
  /** No files at all. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** Counts how files came out. */
  public static Tally of(Stream<FileResult> results) {
    return results.map(NONE::plus).reduce(NONE, Tally::plus);
  }

  /** Checks that the numbers are some. */
  public Tally {
    if (passed < 0 || failed < 0 || undecided < 0 || waived < 0) {
      throw new IllegalArgumentException(passed + ", " + failed + ", " + undecided + ", " + waived);
    }
  }

  /** Counts files of which none is waived. */
  public Tally(int passed, int failed, int undecided) {
    this(passed, failed, undecided, 0);
  }

  /** Returns how many files there are in all: one for each row that was asked for. */
  public int expected() {
    return passed + failed + undecided + waived;
  }

  /** Returns how many files came out so. */
  public int count(FileResult result) {
    return switch (result) {
      case PASS -> passed;
      case FAIL -> failed;
      case UNDECIDED -> undecided;
      case WAIVED -> waived;
    };
  }

  /** Returns how these files and others came out together. */
  public Tally plus(Tally other) {
    return new Tally(
        passed + other.passed,
        failed + other.failed,
        undecided + other.undecided,
        waived + other.waived);
  }

  /** Returns how these files and one more came out together. */
  public Tally plus(FileResult result) {
    return switch (result) {
      case PASS -> new Tally(passed + 1, failed, undecided, waived);
      case FAIL -> new Tally(passed, failed + 1, undecided, waived);
      case UNDECIDED -> new Tally(passed, failed, undecided + 1, waived);
      case WAIVED -> new Tally(passed, failed, undecided, waived + 1);
    };
  }
}
