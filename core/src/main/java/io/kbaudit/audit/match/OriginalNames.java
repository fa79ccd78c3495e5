package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.match.StatedNames.StatedName;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.VersionResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which row a program, library or driver says that it is: by its OriginalFilename, the name under
 * which it was built.
 */
final class OriginalNames {
  private final Map<FileName, List<ExpectedFile>> rowsByName = new HashMap<>();
  private final Map<String, Set<FileName>> namesByStem = new HashMap<>();

  private OriginalNames() {}

  /** Learns the names of the rows, if there is a program among {@code files}. */
  static OriginalNames of(List<ExpectedFile> rows, FileList files) {
    OriginalNames names = new OriginalNames();
    if (ObservedFile.Readable.streamOf(files).noneMatch(file -> file.executable().isPresent())) {
      return names;
    }
    for (ExpectedFile row : rows) {
      FileName listed = row.name().best();
      names.rowsByName.computeIfAbsent(listed, name -> new ArrayList<>(1)).add(row);
      names
          .namesByStem
          .computeIfAbsent(withoutExtension(listed.canonical()), stem -> new HashSet<>(1))
          .add(listed);
    }
    return names;
  }

  /** Returns what {@code file} says, asked whether it is the file of {@code row}. */
  Identity of(ExpectedFile row, ObservedFile.Readable file) {
    List<OriginalName> stated = OriginalName.statedBy(file);
    if (stated.isEmpty()) {
      return new Identity.Silent("the file states no OriginalFilename");
    }
    Optional<OriginalName> own = stated.stream().filter(name -> isNameOf(row, name)).findFirst();
    Optional<Identity.Other> other =
        stated.stream()
            .filter(name -> !isNameOf(row, name))
            .flatMap(
                name ->
                    rowsNamed(name).stream().map(named -> new Identity.Other(stated(name), named)))
            .findFirst();
    if (own.isPresent() && other.isPresent()) {
      return new Identity.Silent(
          "the file states both "
              + stated(own.get())
              + " and "
              + other.get().name()
              + ", which names "
              + Wording.rows(List.of(other.get().row())));
    }
    if (own.isPresent()) {
      return new Identity.Own(stated(own.get()));
    }
    if (other.isPresent()) {
      return other.get();
    }
    return new Identity.Silent(
        "the file states "
            + stated.stream().map(name -> stated(name).toString()).collect(Collectors.joining(", "))
            + ", which names no row");
  }

  /** Returns the only row that bears the name that {@code file} states. */
  Optional<ExpectedFile> rowNamedBy(ObservedFile.Readable file) {
    List<ExpectedFile> rows =
        OriginalName.statedBy(file).stream()
            .flatMap(name -> rowsNamed(name).stream())
            .distinct()
            .toList();
    return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
  }

  private static StatedName stated(OriginalName name) {
    return new StatedName(VersionResource.ORIGINAL_FILENAME, name.text(), Words.of(name.text()));
  }

  private static boolean isNameOf(ExpectedFile row, OriginalName original) {
    String listed = row.name().best().canonical();
    String stated = original.name().canonical();
    return row.name().isKnown()
        ? stated.equals(listed) || stated.equals(withoutExtension(listed))
        : stated.startsWith(listed);
  }

  /** A name without its extension is that of the rows that alone begin so. */
  private List<ExpectedFile> rowsNamed(OriginalName original) {
    String stated = original.name().canonical();
    List<ExpectedFile> rows = rowsByName.getOrDefault(original.name(), List.of());
    Set<FileName> others = rows.isEmpty() ? namesByStem.getOrDefault(stated, Set.of()) : Set.of();
    return others.size() == 1 ? rowsByName.getOrDefault(others.iterator().next(), List.of()) : rows;
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
