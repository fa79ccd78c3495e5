package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody's decision that what a check finds of a file be accepted for a time. It covers nothing
 * that it does not name, and nothing at all while something is missing from it. Immutable.
 *
 * @param line in the file that lists it, counted from 1
 * @param location of a profile, or what the owner calls one server of it; absent for an audit that
 *     was of no location
 * @param file as the article lists it, or as it was found
 * @param row of the article, counted from 1, where several have the name; absent where one has
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
    Optional<Integer> row,
    Set<Check> checks,
    Set<Cause> causes,
    Optional<String> reason,
    Optional<String> approver,
    Optional<String> ticket,
    Optional<LocalDate> from,
    Optional<LocalDate> expiry,
    boolean undecided) {

  /** ISO 8601's extended format, of which a year may have more digits elsewhere. */
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Checks that nothing is null, and that line and row are such. */
  public Waiver {
    if (line < 1) {
      throw new IllegalArgumentException("line " + line + ": lines count from 1");
    }
    if (row.filter(number -> number < 1).isPresent()) {
      throw new IllegalArgumentException("row " + row.get() + ": rows count from 1");
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

  /** Returns the day that {@code text} names, as 2027-03-31; absent if it is none. */
  public static Optional<LocalDate> findDay(String text) {
    if (!DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
    if (reason.filter(Waiver::says).isEmpty()) {
      missing.add("reason");
    }
    if (approver.filter(Waiver::says).isEmpty()) {
      missing.add("approver");
    }
    if (expiry.isEmpty()) {
      missing.add("expiry");
    }
    return List.copyOf(missing);
  }

  /** Returns whether {@code text} says something; blanks, marks and what nobody can see do not. */
  public static boolean says(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
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

  /**
   * Returns whether it names this place.
   *
   * @param name of the profile's location; absent for an audit that is of none
   * @param label of the server; absent where nobody called it anything, or as a location is called
   */
  public boolean isFor(Optional<String> name, Optional<String> label) {
    return location.equals(name) || (location.isPresent() && location.equals(label));
  }

  /**
   * Returns whether its file's name is one of these.
   *
   * @param listed as the article lists the file
   * @param found as it was found; absent if it was not
   */
  public boolean names(FileName listed, Optional<FileName> found) {
    return file.equals(Optional.of(listed)) || (file.isPresent() && file.equals(found));
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
