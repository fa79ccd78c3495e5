package io.kbaudit;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says as which locations one folder, or one inventory, was audited: it is one copy of a file. */
final class SameFolders {
  private SameFolders() {}

  /**
   * Returns {@code results}, with a remark on each that shares what was audited with another.
   *
   * @param targets each that of the result at its place
   */
  static List<AuditResult> sayOf(List<LocatedTarget> targets, List<AuditResult> results) {
    Map<Object, List<String>> locations = new LinkedHashMap<>();
    for (LocatedTarget each : targets) {
      locations
          .computeIfAbsent(each.identity(), key -> new ArrayList<>(1))
          .add(each.location().name());
    }
    List<AuditResult> said = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      List<String> here = locations.getOrDefault(targets.get(i).identity(), List.of());
      said.add(here.size() < 2 ? results.get(i) : results.get(i).remarking(remark(here)));
    }
    return said;
  }

  private static Remark remark(List<String> locations) {
    return Remark.of(
        Remark.Kind.SAME_FOLDER,
        "One folder, or one inventory, was audited as "
            + English.enumerate(locations.stream().map(English::quoted).toList())
            + ".");
  }
}
