package io.kbaudit.report.markdown;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.finding.PlaceNames;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The places of an audit, as tables of Markdown name them: where there is but one, not at all. */
final class MarkdownPlaces {
  private final boolean several;
  private final List<Place> all = new ArrayList<>();

  MarkdownPlaces(AuditRecord audit) {
    several = audit.deployment();
    for (FolderRecord place : audit.places()) {
      String name = PlaceNames.of(place, "all rows");
      String label = (all.size() + 1) + " " + CodeSpan.of(name);
      all.add(new Place(several ? Optional.of(label) : Optional.empty(), place));
    }
  }

  List<Place> all() {
    return all;
  }

  /** Returns a table under a title, of rows that begin with the place where there are several. */
  MarkdownTable table(String title, List<String> headings, Writer out) {
    List<String> all =
        several ? Stream.concat(Stream.of("Location"), headings.stream()).toList() : headings;
    return new MarkdownTable(title, all, out);
  }

  /** A place, and what it is called if there are several. */
  record Place(Optional<String> label, FolderRecord record) {
    /** Returns the cells of a row about this place. */
    List<String> cells(String... cells) {
      return Stream.concat(label.stream(), Stream.of(cells)).toList();
    }
  }
}
