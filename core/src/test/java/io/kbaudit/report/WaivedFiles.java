package io.kbaudit.report;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.waiver.Waivers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Waivers in memory, in one line each. */
public final class WaivedFiles {
  /** The day on which waivers are judged here. */
  public static final LocalDate DAY = LocalDate.parse("2026-11-30");

  private WaivedFiles() {}

  /** Returns a list of these waivers. */
  public static Waivers of(Builder... waivers) {
    return new Waivers("waivers.yaml", Stream.of(waivers).map(waiver -> waiver.waiver).toList());
  }

  /** Returns a whole waiver, which is valid until March 2027. */
  public static Builder accepted(int line, String file, Check... checks) {
    Set<Check> named = EnumSet.noneOf(Check.class);
    named.addAll(List.of(checks));
    return new Builder(
        new Waiver(
            line,
            Optional.empty(),
            Optional.of(FileName.of(file)),
            Optional.empty(),
            named,
            Set.of(),
            Optional.of("the vendor rebuilt it"),
            Optional.of("J. Doe"),
            Optional.of("CHG-1"),
            Optional.empty(),
            Optional.of(LocalDate.parse("2027-03-31")),
            false));
  }

  /** Returns a waiver that says nothing but which file it is about. */
  public static Builder incomplete(int line) {
    return new Builder(
        new Waiver(
            line,
            Optional.empty(),
            Optional.of(FileName.of("Alpha.msi")),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  /** A waiver, some of which may be said otherwise. */
  public record Builder(Waiver waiver) {
    /** Returns the same waiver, which begins on this day. */
    public Builder from(String day) {
      return with(waiver.reason(), Optional.of(LocalDate.parse(day)), waiver.expiry(), false);
    }

    /** Returns the same waiver, which ends with this day. */
    public Builder until(String day) {
      return with(waiver.reason(), waiver.from(), Optional.of(LocalDate.parse(day)), false);
    }

    /** Returns the same waiver, given for this reason. */
    public Builder because(String reason) {
      return with(Optional.of(reason), waiver.from(), waiver.expiry(), waiver.undecided());
    }

    /** Returns the same waiver, which covers what stayed undecided too. */
    public Builder andUndecided() {
      return with(waiver.reason(), waiver.from(), waiver.expiry(), true);
    }

    private Builder with(
        Optional<String> reason,
        Optional<LocalDate> from,
        Optional<LocalDate> expiry,
        boolean undecided) {
      return new Builder(
          new Waiver(
              waiver.line(),
              waiver.location(),
              waiver.file(),
              waiver.row(),
              waiver.checks(),
              waiver.causes(),
              reason,
              waiver.approver(),
              waiver.ticket(),
              from,
              expiry,
              undecided));
    }
  }
}
