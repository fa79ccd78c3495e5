package io.kbaudit.report.text;

import io.kbaudit.audit.Tally;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.text.TextStyle.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several places come to, a line each, before the line that sums them up. */
final class PlacesTable {
  private PlacesTable() {}

  /** Returns the lines in safe cells, the heading first, numbers to the right. */
  static List<List<String>> of(AuditRecord audit, TextStyle style) {
    boolean labelled = audit.places().stream().anyMatch(place -> place.label().isPresent());
    Set<String> shared = shared(audit.places());
    boolean told = labelled || !shared.isEmpty();
    boolean waived = audit.tally().waived() > 0;
    List<List<String>> lines = new ArrayList<>();
    lines.add(heading(told, labelled ? "Label" : "Folder", waived, style));
    for (FolderRecord place : audit.places()) {
      String name = name(place);
      List<String> line = new ArrayList<>();
      line.add(style.paint(TextStyle.colorOf(place.verdict()), style.safe(name)));
      if (told) {
        String path = shared.contains(name) ? place.path() : "";
        line.add(style.safe(place.label().orElse(path)));
      }
      Tally tally = place.tally();
      line.add(number("Expected", tally.expected()));
      line.add(number("Passed", tally.passed()));
      line.add(number("Failed", tally.failed()));
      line.add(number("Undecided", tally.undecided()));
      if (waived) {
        line.add(number("Waived", tally.waived()));
      }
      line.add(place.isUnreachable() ? "not reached" : "");
      lines.add(line);
    }
    return lines;
  }

  private static List<String> heading(
      boolean told, String teller, boolean waived, TextStyle style) {
    List<String> heading = new ArrayList<>(List.of("Location"));
    if (told) {
      heading.add(teller);
    }
    heading.addAll(List.of("Expected", "Passed", "Failed", "Undecided"));
    if (waived) {
      heading.add("Waived");
    }
    List<String> painted =
        new ArrayList<>(heading.stream().map(word -> style.paint(Color.BOLD, word)).toList());
    painted.add("");
    return painted;
  }

  /** Returns the names that several places have. */
  private static Set<String> shared(List<FolderRecord> places) {
    Set<String> seen = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (FolderRecord place : places) {
      if (!seen.add(name(place))) {
        shared.add(name(place));
      }
    }
    return shared;
  }

  private static String name(FolderRecord place) {
    return place.location().map(LocationRecord::name).orElse("all rows");
  }

  /** Pads a number to the width of its heading, unless it is wider. */
  private static String number(String heading, int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, heading.length() - digits.length())) + digits;
  }
}
