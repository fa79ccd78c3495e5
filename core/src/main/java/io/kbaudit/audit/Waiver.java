package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody's decision that what a check finds of a file be accepted for a time. It covers nothing
 * that it does not name, and nothing at all while something is missing from it. Immutable.
 *
 * @param line in the file that lists it, counted from 1
 * @param location of a profile, or what the owner calls one server of it; absent for an audit that
 *     was of no location
 * @param file as the article lists it, or as it was found
 * @param checks that it covers, in their order; empty where it names none
 * @param causes of what it covers, in their order; empty for any
 * @param reason why it is accepted
 * @param approver who accepted it
 * @param ticket where that is written down
 * @param from the first day of its validity, in UTC; absent where it begins at once
 * @param expiry the last day of its validity, in UTC
 * @param undecided whether it covers checks that stayed undecided too, and not failures alone
 */
public record Waiver(
    int line,
    Optional<String> location,
    Optional<FileName> file,
    Set<Check> checks,
    Set<Cause> causes,
    Optional<String> reason,
    Optional<String> approver,
    Optional<String> ticket,
    Optional<LocalDate> from,
    Optional<LocalDate> expiry,
    boolean undecided) {

  /** Checks that nothing is null, and that the line is one. */
  public Waiver {
    if (line < 1) {
      throw new IllegalArgumentException("line " + line + ": lines count from 1");
    }
    requireNonNull(location, "location");
    requireNonNull(file, "file");
    requireNonNull(reason, "reason");
    requireNonNull(approver, "approver");
    requireNonNull(ticket, "ticket");
    requireNonNull(from, "from");
    requireNonNull(expiry, "expiry");
    checks = inOrder(checks, Check.class);
    causes = inOrder(causes, Cause.class);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Set<E> constants, Class<E> type) {
    Set<E> ordered = EnumSet.noneOf(type);
    ordered.addAll(constants);
    return Collections.unmodifiableSet(ordered);
  }

  /** Returns what it has to say and does not, by the names of the fields; empty if it is whole. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (file.isEmpty()) {
      missing.add("file");
    }
    if (checks.isEmpty()) {
      missing.add("check");
    }
    if (reason.isEmpty()) {
      missing.add("reason");
    }
    if (approver.isEmpty()) {
      missing.add("approver");
    }
    if (expiry.isEmpty()) {
      missing.add("expiry");
    }
    return List.copyOf(missing);
  }

  /**
   * Returns why it waives nothing on this day, whatever there is to waive; absent if it is whole
   * and valid.
   *
   * @param day in UTC
   */
  public Optional<WaiverState> objection(LocalDate day) {
    if (!missing().isEmpty()) {
      return Optional.of(WaiverState.INCOMPLETE);
    }
    if (expiry.filter(day::isAfter).isPresent()) {
      return Optional.of(WaiverState.EXPIRED);
    }
    return from.filter(day::isBefore).isPresent()
        ? Optional.of(WaiverState.NOT_YET_VALID)
        : Optional.empty();
  }

  /** Returns whether it names this check, and accepts what the check established. */
  public boolean covers(Check check, Outcome outcome) {
    boolean kind =
        outcome instanceof Outcome.Failed || (undecided && outcome instanceof Outcome.Undecided);
    return kind
        && checks.contains(check)
        && (causes.isEmpty() || outcome.causeIfAny().filter(causes::contains).isPresent());
  }
}
