package io.kbaudit.waiver;

import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The audited files of a place, by what waivers name them by; found at once, however many. */
final class NamedFiles {
  private final List<FileAudit> files;
  private final Map<FileName, List<Integer>> byName = new HashMap<>();
  private final Map<Integer, List<Integer>> byRow = new HashMap<>();

  NamedFiles(List<FileAudit> files) {
    this.files = files;
    for (int i = 0; i < files.size(); i++) {
      int row = files.get(i).expected().row();
      byRow.computeIfAbsent(row, r -> new ArrayList<>(1)).add(i);
      for (FileName name : names(files.get(i))) {
        byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(i);
      }
    }
  }

  private static Set<FileName> names(FileAudit file) {
    Set<FileName> names = new LinkedHashSet<>();
    names.add(file.expected().name().best());
    file.observed().map(ObservedFile::name).ifPresent(names::add);
    return names;
  }

  /** Returns where those stand that {@code waiver} names, counted from 0. */
  List<Integer> namedBy(Waiver waiver) {
    return waiver.row().isPresent()
        ? byRow.getOrDefault(waiver.row().get(), List.of()).stream()
            .filter(i -> isNamed(waiver, files.get(i)))
            .toList()
        : waiver.file().map(name -> byName.getOrDefault(name, List.of())).orElse(List.of());
  }

  private static boolean isNamed(Waiver waiver, FileAudit file) {
    return waiver.names(file.expected().name().best(), file.observed().map(ObservedFile::name));
  }
}
