package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packages that state the whole name of one row, by that row. */
final class NamedPackages {
  private final Map<ExpectedFile, List<ObservedFile.Readable>> byRow = new HashMap<>();
  private final Map<String, ExpectedFile> rowByPath = new HashMap<>();

  private NamedPackages() {}

  static NamedPackages among(FileList files, Identities identities) {
    NamedPackages named = new NamedPackages();
    ObservedFile.Readable.streamOf(files.beyondMetadata())
        .forEach(
            file ->
                identities
                    .rowNamedBy(file)
                    .ifPresent(
                        row -> {
                          named.byRow.computeIfAbsent(row, key -> new ArrayList<>(1)).add(file);
                          named.rowByPath.put(file.path(), row);
                        }));
    return named;
  }

  /** Returns the packages that state the name of {@code row}. */
  List<ObservedFile.Readable> of(ExpectedFile row) {
    return byRow.getOrDefault(row, List.of());
  }

  /** Returns whether {@code file} does not state the name of a row beside {@code rows}. */
  boolean mayBeOneOf(Collection<ExpectedFile> rows, ObservedFile.Readable file) {
    ExpectedFile row = rowByPath.get(file.path());
    return row == null || rows.contains(row);
  }

  /** Returns the rows whose name is stated by one of {@code files}, each with the first such. */
  Map<ExpectedFile, ObservedFile.Readable> pairs(
      Collection<ExpectedFile> rows, Collection<ObservedFile.Readable> files) {
    Map<ExpectedFile, ObservedFile.Readable> pairs = new LinkedHashMap<>();
    for (ObservedFile.Readable file : files) {
      ExpectedFile row = rowByPath.get(file.path());
      if (row != null && rows.contains(row)) {
        pairs.putIfAbsent(row, file);
      }
    }
    return pairs;
  }
}
