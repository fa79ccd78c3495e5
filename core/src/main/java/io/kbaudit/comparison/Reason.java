package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

/**
 * One thing in which the questions of two audits differ.
 *
 * @param what it is of the question, in a word or a few: {@code acceptance}
 * @param before what it was in the earlier audit, not yet safe to print
 * @param after what it is in the later one, likewise
 */
public record Reason(Incomparability kind, String what, String before, String after) {
  /** Checks that nothing is null. */
  public Reason {
    requireNonNull(kind, "kind");
    requireNonNull(what, "what");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
