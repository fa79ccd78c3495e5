package io.kbaudit.comparison;

import io.kbaudit.audit.Outcome;
import java.util.Optional;

/**
 * What became of a finding between two audits. The names are stable ids that reports print; what
 * its reader must look at comes first.
 */
public enum Change {
  /** It fails now, and did not before, or nobody asked before. */
  NEW_FAILURE(
      "It fails now, and did not before; or it was not asked, or could not be told, before.",
      "See what the audit says of it, and what to do; then audit again."),
  /** A waiver covered it before, it fails now, and none does. */
  NO_LONGER_WAIVED(
      "It failed before and a waiver covered it, and it fails now without one: the waiver expired, or"
          + " covers something else.",
      "Mend it, or have it approved anew."),
  /** It failed before, and nobody can tell now whether it does. */
  NO_LONGER_TOLD(
      "It failed before, and now cannot be told: the check does not apply or could not be made, or"
          + " its row, its file or its location was not looked at. It was not seen to be mended.",
      "Have it looked at again as it was before."),
  /** It cannot be told now, and could be before. */
  NEW_DOUBT(
      "It cannot be told now; before it could be told, or was not asked.",
      "See what the audit says of it, and what to do; then audit again."),
  /** It was checked before, and now there is nothing to check. */
  NO_LONGER_CHECKED(
      "The check was made before, or should have been, and now does not apply: it was left out, or"
          + " what it is made with or of is gone. It is not known to pass.",
      "Ask for the check as before, and give what it is made with; or see what the file has lost."),
  /** It did not pass before and passes now, but something else was asked. */
  ASKED_OTHERWISE(
      "It failed or was in doubt before, and no longer is; but something else was asked this time,"
          + " so that nobody can tell whether it was mended.",
      "Audit again as before, and compare that."),
  /** A waiver covers it now, and none did before, or it was not found. */
  NEWLY_WAIVED(
      "It fails or is in doubt now, and a waiver covers it; before, none did, or it was not found. It"
          + " is not mended.",
      "Mend it before the waiver expires."),
  /** A waiver covered it before, and one does now. */
  STILL_WAIVED(
      "It failed or was in doubt before, and does now, covered by a waiver both times.",
      "Mend it before the waiver expires."),
  /** It failed before, and does now. */
  STILL_FAILING("It failed before, and fails now.", "See what the audit says of it."),
  /** It could not be told before, and cannot now. */
  STILL_IN_DOUBT(
      "It could not be told before, and cannot be told now.", "See what the audit says of it."),
  /** It failed before, and the same check passes now. */
  FIXED("It failed before, and the same question is answered well now.", ""),
  /** It could not be told before, and passes now. */
  SETTLED("It could not be told before, and the same question is answered well now.", "");

  private final String meaning;
  private final String remedy;

  Change(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what it means, in a sentence or two. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do about it, in a sentence; absent where there is nothing to do. */
  public Optional<String> remedy() {
    return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
  }

  /** Returns whether something that was told before may fail now, and nobody can tell. */
  public boolean leavesOpen() {
    return this == NO_LONGER_TOLD || this == NEW_DOUBT || this == NO_LONGER_CHECKED;
  }

  /** Returns whether it keeps the later audit from being compliant, and did not the earlier. */
  public boolean failsAnew() {
    return this == NEW_FAILURE || this == NO_LONGER_WAIVED;
  }

  /** Returns whether it is as it was. */
  public boolean isStill() {
    return this == STILL_FAILING || this == STILL_IN_DOUBT || this == STILL_WAIVED;
  }

  /**
   * Returns what became of one check of one row; absent where there is nothing to say of it.
   *
   * @param before absent where nobody asked, or could look at the place; so is {@code after}
   * @param askedAlike whether both audits asked the same: only then anything was mended
   */
  static Optional<Change> of(
      Optional<Outcome> before, Optional<Outcome> after, boolean askedAlike) {
    boolean failed = before.filter(Outcome.Failed.class::isInstance).isPresent();
    boolean doubted = before.filter(Outcome.Undecided.class::isInstance).isPresent();
    boolean passed = before.filter(Outcome.Passed.class::isInstance).isPresent();
    Outcome now = after.orElse(null);
    if (now instanceof Outcome.Failed) {
      return Optional.of(failed ? STILL_FAILING : NEW_FAILURE);
    }
    if (now instanceof Outcome.Undecided) {
      return Optional.of(failed ? NO_LONGER_TOLD : doubted ? STILL_IN_DOUBT : NEW_DOUBT);
    }
    if (now instanceof Outcome.Passed) {
      return failed || doubted ? Optional.of(mended(failed, askedAlike)) : Optional.empty();
    }
    if (failed) {
      return Optional.of(NO_LONGER_TOLD);
    }
    return now != null && (doubted || passed) ? Optional.of(NO_LONGER_CHECKED) : Optional.empty();
  }

  /**
   * Returns what it is called where waivers have a say.
   *
   * @param found in the later audit; absent where that did not ask
   * @param was whether a waiver covered what the earlier audit found
   * @param is whether one covers what the later one found
   */
  Change waived(Optional<Outcome> found, boolean was, boolean is) {
    if (is) {
      return was ? STILL_WAIVED : NEWLY_WAIVED;
    }
    return was && found.filter(Outcome.Failed.class::isInstance).isPresent()
        ? NO_LONGER_WAIVED
        : was && this == STILL_IN_DOUBT ? NEW_DOUBT : this;
  }

  /** Returns what to call it where nothing is found any more. */
  static Change mended(boolean failed, boolean askedAlike) {
    return !askedAlike ? ASKED_OTHERWISE : failed ? FIXED : SETTLED;
  }
}
