package io.kbaudit.report.json.field;

import io.kbaudit.audit.Waiver;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which checks of the files at one place are waived, which has to be as the waivers say. */
final class WaivedChecks {
  private final Map<Waiver, Integer> findings = new HashMap<>();
  private final Map<Waiver, Integer> rows = new HashMap<>();

  /** Adds those of one file. */
  void add(FileRecord file, JsonValue at) throws JsonFormatException {
    int row = file.listed().row();
    for (Waiver waiver : file.waived().values()) {
      if (!waiver.names(file.listed().name(), file.observed().map(ObservedFile::name))
          || waiver.row().filter(number -> number != row).isPresent()) {
        throw wrong(waiver, "does not name the file of row " + row, at);
      }
      if (rows.merge(waiver, row, (first, other) -> first) != row) {
        throw wrong(waiver, "cannot mean rows " + rows.get(waiver) + " and " + row + " both", at);
      }
      findings.merge(waiver, 1, Integer::sum);
    }
  }

  /**
   * Requires that the waivers are for this place.
   *
   * @param locations whose names no server's label has
   */
  void requireFor(FolderRecord place, Set<String> locations, JsonValue at)
      throws JsonFormatException {
    for (Waiver waiver : findings.keySet()) {
      if (!waiver.isFor(
          place.location().map(LocationRecord::name),
          place.label().filter(label -> !locations.contains(label)))) {
        throw wrong(waiver, "is not for '" + place.path() + "'", at);
      }
    }
  }

  private static JsonFormatException wrong(Waiver waiver, String why, JsonValue at) {
    return at.wrong("the waiver of line " + waiver.line() + " " + why);
  }

  /** Adds to {@code all} how many checks each waiver covers. */
  void addTo(Map<Waiver, Integer> all) {
    findings.forEach((waiver, checks) -> all.merge(waiver, checks, Integer::sum));
  }
}
