package io.kbaudit.report.finding;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import java.util.ArrayList;
import java.util.List;

/** What to call each place of an audit, so that no two are called alike; safe to print. */
public final class PlaceNames {
  private PlaceNames() {}

  /**
   * Returns a name for each place, in their order: the location, or the folder's path where there
   * is none; both where several folders are of one location.
   */
  public static List<String> of(AuditRecord audit) {
    return of(audit, new UniqueNames());
  }

  /** Returns the same, with names that {@code taken} has not returned. */
  public static List<String> of(AuditRecord audit, UniqueNames taken) {
    List<String> brief = audit.places().stream().map(PlaceNames::brief).toList();
    List<String> names = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      String name = brief(place);
      boolean shared = brief.indexOf(name) != brief.lastIndexOf(name);
      names.add(
          taken.unique(shared && place.location().isPresent() ? name + ", " + place.path() : name));
    }
    return names;
  }

  private static String brief(FolderRecord place) {
    return place.location().map(LocationRecord::name).orElse(place.path());
  }
}
