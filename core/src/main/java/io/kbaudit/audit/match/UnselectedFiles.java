package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Remark;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of a row that was not selected, as for another processor, though a selected one lists their
 * name: of the listed size and date there, and agreeing with no selected row. They are not damaged
 * or older files of the selected row, nor later ones, and are held to none.
 */
public final class UnselectedFiles {
  /** The files, each with the first row that it agrees with, in the order of the rows. */
  private final Map<ObservedFile, ExpectedFile> rowOfFile;

  private final Map<FileName, Set<ExpectedFile>> rowsByName = new HashMap<>();
  private final RowSelection selection;

  private UnselectedFiles(Map<ObservedFile, ExpectedFile> rowOfFile, RowSelection selection) {
    this.rowOfFile = rowOfFile;
    this.selection = selection;
    rowOfFile.forEach(
        (file, row) ->
            rowsByName.computeIfAbsent(file.name(), name -> new LinkedHashSet<>()).add(row));
  }

  /** Finds them among {@code inventory}, where {@code selected} are the rows to be audited. */
  public static UnselectedFiles in(
      Inventory inventory,
      AuditRequest request,
      List<ExpectedFile> selected,
      RowComparison comparison) {
    Map<ObservedFile, ExpectedFile> rowOfFile = new LinkedHashMap<>();
    List<ExpectedFile> others = new ArrayList<>(request.article().rows());
    others.removeAll(new HashSet<>(selected));
    if (!others.isEmpty() && request.naming() == FileNaming.AS_LISTED) {
      Map<FileName, List<ExpectedFile>> selectedByName = byName(selected);
      others.removeIf(
          row -> !row.name().isKnown() || !selectedByName.containsKey(row.name().best()));
      ContentIndex index = ContentIndex.of(inventory.files(), others, comparison);
      for (ExpectedFile other : others) {
        FileName name = other.name().best();
        index
            .filesLike(other)
            .filter(file -> file.name().equals(name))
            .filter(file -> comparison.differences(other, file).none())
            .filter(
                file ->
                    selectedByName.getOrDefault(name, List.of()).stream()
                        .noneMatch(row -> mayBeMeant(comparison.differences(row, file))))
            .forEach(file -> rowOfFile.putIfAbsent(file, other));
      }
    }
    return new UnselectedFiles(rowOfFile, request.selection());
  }

  private static Map<FileName, List<ExpectedFile>> byName(List<ExpectedFile> rows) {
    Map<FileName, List<ExpectedFile>> byName = new HashMap<>();
    for (ExpectedFile row : rows) {
      byName.computeIfAbsent(row.name().best(), name -> new ArrayList<>(1)).add(row);
    }
    return byName;
  }

  /** A file that has the contents pinned to a row is the row's, whatever its date. */
  private static boolean mayBeMeant(Differences differences) {
    return differences.none() || differences.contents() == Pins.Contents.EQUAL;
  }

  /** Returns {@code inventory} without these files. */
  public Inventory without(Inventory inventory) {
    return rowOfFile.isEmpty()
        ? inventory
        : inventory.withFiles(
            FileList.of(inventory.files()).filter(file -> !rowOfFile.containsKey(file)));
  }

  /** Returns what has the name of a row that has no file, in a sentence; absent if nothing does. */
  Optional<String> inPlaceOf(ExpectedFile row) {
    List<ExpectedFile> others = List.copyOf(rowsByName.getOrDefault(row.name().best(), Set.of()));
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        others.size() == 1
            ? "the file of this name is that of " + described(others.get(0))
            : "the files of this name are those of "
                + English.enumerate(others.stream().map(this::described).toList()));
  }

  /** Returns what to say of the files as a whole; absent where there are none. */
  public Optional<Remark> remark() {
    List<String> files =
        rowOfFile.entrySet().stream()
            .map(
                entry ->
                    English.quoted(entry.getKey().path()) + " of " + described(entry.getValue()))
            .toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.OTHER_ROWS,
                (files.size() == 1 ? "One file was" : files.size() + " files were")
                    + " held to no row, being of the size and date of rows that were not selected: "
                    + English.enumerate(files)
                    + "."));
  }

  /** Returns for example "row 3 (platform 'Alpha')": what it was not selected by. */
  private String described(ExpectedFile row) {
    Variant variant = row.variant();
    Optional<String> heading = variant.heading();
    List<String> labels =
        Stream.of(
                told("platform ", variant.platform(), selection.platform()),
                told("language ", variant.language(), selection.language()),
                told("under ", heading, selection.group()))
            .flatMap(Optional::stream)
            .toList();
    return Wording.rows(List.of(row))
        + (labels.isEmpty()
            ? heading.map(text -> " (under " + English.quoted(text) + ")").orElse("")
            : " (" + String.join(", ", labels) + ")");
  }

  private static Optional<String> told(
      String what, Optional<String> printed, Optional<String> selectedBy) {
    return selectedBy.flatMap(wanted -> printed).map(text -> what + English.quoted(text));
  }
}
