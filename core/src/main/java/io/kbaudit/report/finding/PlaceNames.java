package io.kbaudit.report.finding;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to call each place of an audit, so that no two are called alike; safe to print. */
public final class PlaceNames {
  private PlaceNames() {}

  /**
   * Returns a name for each place, in their order: the location, and what the server is called; or
   * the folder's path where there is no location. Where that does not tell places of one location
   * apart, the path too.
   */
  public static List<String> of(AuditRecord audit) {
    return of(audit, new UniqueNames());
  }

  /** Returns the same, with names that {@code taken} has not returned. */
  public static List<String> of(AuditRecord audit, UniqueNames taken) {
    Map<String, Integer> sharing = new HashMap<>();
    for (FolderRecord place : audit.places()) {
      sharing.merge(brief(place), 1, Integer::sum);
      if (place.location().isPresent() && place.label().isPresent()) {
        sharing.merge(place.location().get().name(), 1, Integer::sum);
      }
    }
    List<String> names = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      String name = brief(place);
      boolean shared = sharing.getOrDefault(name, 0) > 1;
      names.add(
          taken.unique(shared && place.location().isPresent() ? name + ", " + place.path() : name));
    }
    return names;
  }

  private static String brief(FolderRecord place) {
    return of(place, place.path());
  }

  /**
   * Returns the location of a place, and what its server is called, not yet safe to print.
   *
   * @param otherwise what to call a place without location
   */
  public static String of(FolderRecord place, String otherwise) {
    return place.location().map(LocationRecord::name).orElse(otherwise)
        + place.label().map(label -> ", " + label).orElse("");
  }
}
