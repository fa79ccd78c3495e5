package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.JudgedWaivers.Use;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.file.FileName;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.text.English;
import java.util.EnumSet;
import java.util.Set;

/** Waivers, in the words of reports for people; not yet safe to print. */
public final class WaiverLines {
  private WaiverLines() {}

  /** Returns until when something is accepted, by whom and why, as far as the waiver says so. */
  public static String accepted(Waiver waiver) {
    String terms =
        waiver.from().map(day -> "from " + day + " ").orElse("")
            + waiver.expiry().map(day -> "until " + day + " ").orElse("")
            + waiver.approver().map(name -> "by " + name + " ").orElse("")
            + waiver.ticket().map(ticket -> "(" + ticket + ")").orElse("");
    return terms.strip() + waiver.reason().map(reason -> ": " + reason).orElse("");
  }

  /** Returns what it covers and until when, or why it covers nothing, in a line. */
  public static String inShort(JudgedWaivers waivers, Use use) {
    Waiver waiver = use.waiver();
    String what =
        file(waiver)
            + " "
            + findings(waiver)
            + waiver.location().map(location -> ", for " + location).orElse("");
    return use.state() == WaiverState.APPLIED
        ? what + ", " + accepted(waiver)
        : use.state() + ": " + what + ": " + why(waivers, use);
  }

  /** Returns the file that it names. */
  public static String file(Waiver waiver) {
    return waiver.file().map(FileName::spelling).orElse("no file")
        + waiver.row().map(row -> ", row " + row).orElse("");
  }

  /** Returns the findings that it names: "SIZE SMALLER". */
  public static String findings(Waiver waiver) {
    String checks = waiver.checks().stream().map(Check::name).collect(joining(", "));
    String causes = waiver.causes().stream().map(Cause::name).collect(joining(" or "));
    return (checks.isEmpty() ? "no check" : checks) + (causes.isEmpty() ? "" : " " + causes);
  }

  /** Returns where it stands, and which place it names. */
  public static String where(JudgedWaivers waivers, Waiver waiver) {
    return "line "
        + waiver.line()
        + " of "
        + waivers.source()
        + waiver.location().map(location -> ", for " + location).orElse("");
  }

  /** Returns why it covers nothing. */
  public static String why(JudgedWaivers waivers, Use idle) {
    Waiver waiver = idle.waiver();
    String asOn = "; judged as on " + waivers.day();
    return switch (idle.state()) {
      case EXPIRED -> "its last day was " + waiver.expiry().orElseThrow() + asOn;
      case NOT_YET_VALID -> "its first day is " + waiver.from().orElseThrow() + asOn;
      case INCOMPLETE ->
          "it says " + English.enumerate(waiver.missing().stream().map(no -> "no " + no).toList());
      case UNSPECIFIC -> "several rows have that name, and it says none";
      case UNMATCHED -> "nothing was found that it covers";
      case APPLIED -> throw new IllegalArgumentException(waiver + " covers something");
    };
  }

  /** Returns what became of the waivers that cover nothing, each state once. */
  public static Set<WaiverState> idleStates(AuditRecord audit) {
    Set<WaiverState> states = EnumSet.noneOf(WaiverState.class);
    audit.waivers().ifPresent(waivers -> waivers.idle().forEach(use -> states.add(use.state())));
    return states;
  }
}
