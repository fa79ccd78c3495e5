package io.kbaudit;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.text.English;
import io.kbaudit.text.PortablePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says as which locations one folder, or one inventory, was audited, also as one of the folders
 * below another: it is one copy of a file.
 */
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
    sayOfFoldersBelow(targets, said);
    return said;
  }

  /** Adds a remark to each whose folder is below one of another, and was audited as part of it. */
  private static void sayOfFoldersBelow(List<LocatedTarget> targets, List<AuditResult> said) {
    Map<Object, Integer> whole = new HashMap<>();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).inventory().recursive() && targets.get(i).target() instanceof Target.Folder) {
        whole.putIfAbsent(targets.get(i).identity(), i);
      }
    }
    for (int i = 0; i < said.size() && !whole.isEmpty(); i++) {
      Optional<Integer> above = above(targets.get(i), whole);
      if (above.isPresent()) {
        said.set(i, said.get(i).remarking(remark(targets.get(i), targets.get(above.get()))));
      }
    }
  }

  private static Optional<Integer> above(LocatedTarget target, Map<Object, Integer> whole) {
    if (target.target() instanceof Target.Folder) {
      for (Path folder : Folders.above(target.path())) {
        Integer found = whole.get(Folders.identity(folder));
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private static Remark remark(LocatedTarget below, LocatedTarget whole) {
    return Remark.of(
        Remark.Kind.SAME_FOLDER,
        "The folder "
            + English.quoted(PortablePath.of(below.target().name()))
            + " was audited as "
            + English.quoted(below.location().name())
            + ", and as a part of "
            + English.quoted(PortablePath.of(whole.target().name()))
            + " as "
            + English.quoted(whole.location().name())
            + " too.");
  }

  private static Remark remark(List<String> locations) {
    return Remark.of(
        Remark.Kind.SAME_FOLDER,
        "One folder, or one inventory, was audited as "
            + English.enumerate(locations.stream().map(English::quoted).toList())
            + ".");
  }
}
