package io.kbaudit.report.text;

import io.kbaudit.msi.AppliedTransform;
import io.kbaudit.msi.AppliedTransform.ChangedTable;
import io.kbaudit.report.PackageDetails.Transformation;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** What a transform changed, and what of it could not be applied. */
final class TransformLines {
  private static final int TABLES_AT_MOST = 20;

  private TransformLines() {}

  static List<Fact> of(Transformation transform) {
    AppliedTransform applied = transform.applied();
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("By", Printable.line(transform.path())));
    applied.problems().forEach(text -> lines.add(new Fact("NOT APPLIED", Printable.line(text))));
    applied.notes().forEach(text -> lines.add(new Fact("Note", Printable.line(text))));
    applied.madeFor().ifPresent(text -> lines.add(new Fact("Made for", Printable.line(text))));
    applied.makes().ifPresent(text -> lines.add(new Fact("Makes", Printable.line(text))));
    if (!applied.validated().isEmpty()) {
      lines.add(
          new Fact(
              "To agree",
              String.join(", ", applied.validated()) + "; the product alone was compared"));
    }
    applied.tables().stream()
        .limit(TABLES_AT_MOST)
        .forEach(table -> lines.add(new Fact("Changed", changed(table))));
    int more = applied.tables().size() - TABLES_AT_MOST;
    if (more > 0) {
      lines.add(new Fact("Changed", "and " + English.counted(more, "more table")));
    } else if (applied.tables().isEmpty()) {
      lines.add(new Fact("Changed", "nothing"));
    }
    return lines;
  }

  private static String changed(ChangedTable table) {
    String name = Printable.excerpt(table.name());
    if (table.isGone()) {
      return name + ": removed";
    }
    List<String> counts = new ArrayList<>();
    if (table.isNew()) {
      counts.add("new");
    }
    add(counts, table.added(), "added");
    add(counts, table.changed(), "changed");
    add(counts, table.removed(), "removed");
    return name + ": " + (counts.isEmpty() ? "columns added" : String.join(", ", counts));
  }

  private static void add(List<String> counts, int rows, String what) {
    if (rows > 0) {
      counts.add(English.counted(rows, "row") + " " + what);
    }
  }
}
