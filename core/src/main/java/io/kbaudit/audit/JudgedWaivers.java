package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The waivers that an audit was given, and what became of each. Immutable.
 *
 * @param source what the file that lists them is called
 * @param day on which they were judged, in UTC
 * @param uses one for each waiver, in the order of the file
 */
public record JudgedWaivers(String source, LocalDate day, List<Use> uses) {
  /**
   * What became of a waiver.
   *
   * @param findings how many checks of files it covers; none unless it is applied
   */
  public record Use(Waiver waiver, WaiverState state, int findings) {
    /** Checks that state and number agree. */
    public Use {
      requireNonNull(waiver, "waiver");
      if (findings < 0 || (state == WaiverState.APPLIED) != (findings > 0)) {
        throw new IllegalArgumentException(state + ", and covers " + findings);
      }
    }
  }

  /** Copies the list. */
  public JudgedWaivers {
    requireNonNull(source, "source");
    requireNonNull(day, "day");
    uses = List.copyOf(uses);
  }

  /** Returns how many waivers came to this. */
  public int count(WaiverState state) {
    return (int) uses.stream().filter(use -> use.state() == state).count();
  }

  /** Returns the waivers that cover nothing, and that somebody should look at. */
  public List<Use> idle() {
    return uses.stream().filter(use -> use.state() != WaiverState.APPLIED).toList();
  }

  /** Returns the day on which the first of those that are applied expires; absent if none is. */
  public Optional<LocalDate> nextExpiry() {
    return uses.stream()
        .filter(use -> use.state() == WaiverState.APPLIED)
        .flatMap(use -> use.waiver().expiry().stream())
        .min(LocalDate::compareTo);
  }
}
