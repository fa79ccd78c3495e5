package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says why rows have no file, where several list one name, for other platforms, languages or
 * products: a folder holds one file of a name, and the rows of one of these are to be chosen.
 */
final class CompetingRows {
  private static final int VALUES_SHOWN = 3;

  private CompetingRows() {}

  /** Returns what to say of the rows that found no file for that reason. */
  static List<Remark> remarksOn(List<FileAudit> files, Inventory inventory) {
    Map<FileName, List<FileAudit>> byName = new LinkedHashMap<>();
    for (FileAudit file : files) {
      if (file.expected().name().isKnown()) {
        byName.computeIfAbsent(file.expected().name().best(), name -> new ArrayList<>(1)).add(file);
      }
    }
    List<List<ExpectedFile>> competing =
        byName.values().stream()
            .filter(alike -> alike.size() > 1 && alike.stream().anyMatch(CompetingRows::isMissing))
            .map(alike -> alike.stream().map(FileAudit::expected).toList())
            .toList();
    List<Remark> remarks = new ArrayList<>();
    if (!competing.isEmpty()) {
      remarks.add(remark(competing));
      below(competing, inventory).ifPresent(remarks::add);
    }
    return remarks;
  }

  /**
   * Returns where the files of the other rows may be, where that was not looked at: in folders that
   * there are, or if no choice leaves one row of a name, that there must be.
   */
  private static Optional<Remark> below(List<List<ExpectedFile>> competing, Inventory inventory) {
    int left = inventory.foldersLeft().size();
    List<List<ExpectedFile>> concerned =
        left > 0
            ? competing
            : competing.stream().filter(rows -> choices(List.of(rows)).isEmpty()).toList();
    if (inventory.recursive() || concerned.isEmpty()) {
      return Optional.empty();
    }
    List<String> names =
        concerned.stream()
            .map(rows -> English.quoted(rows.get(0).name().best().spelling()))
            .toList();
    return Optional.of(
        Remark.of(
            Remark.Kind.FOLDERS_BELOW_LEFT,
            "One folder cannot hold all files of the name "
                + English.enumerate(names)
                + ", and "
                + (left == 0 ? "folders" : English.counted(left, "folder"))
                + " below it "
                + (left == 1 ? "was" : "were")
                + " not audited; if the others are there, audit the folders below too."));
  }

  private static boolean isMissing(FileAudit file) {
    return file.outcomes().get(Check.PRESENCE) instanceof Outcome.Failed failed
        && failed.cause() == Cause.MISSING;
  }

  private static Remark remark(List<List<ExpectedFile>> competing) {
    List<ExpectedFile> example = competing.get(0);
    String name = English.quoted(example.get(0).name().best().spelling());
    List<String> choices = choices(competing);
    return Remark.of(
        Remark.Kind.COMPETING_ROWS,
        (competing.size() == 1
                ? name + " is listed in " + Wording.rows(example)
                : competing.size()
                    + " names are listed in several rows, as "
                    + name
                    + " in "
                    + Wording.rows(example))
            + ", and fewer files of "
            + (competing.size() == 1 ? "this name" : "these names")
            + " are here. "
            + (choices.isEmpty()
                ? "Nothing that the article prints beside them tells the rows apart."
                : "Choose the rows that are meant: "
                    + String.join("; or ", choices)
                    + "."
                    + exceptions(competing)));
  }

  /** Says of which names no choice leaves one row. */
  private static String exceptions(List<List<ExpectedFile>> competing) {
    List<String> names =
        competing.stream()
            .filter(rows -> choices(List.of(rows)).isEmpty())
            .map(rows -> English.quoted(rows.get(0).name().best().spelling()))
            .toList();
    return names.isEmpty()
        ? ""
        : " Nothing that the article prints tells the rows of "
            + English.enumerate(names)
            + " apart.";
  }

  private static List<String> choices(List<List<ExpectedFile>> competing) {
    List<String> choices = new ArrayList<>();
    addChoice(
        "the platform",
        competing,
        row -> row.variant().platform(),
        text -> new RowSelection(Optional.empty(), Optional.of(text), Optional.empty()),
        choices);
    addChoice(
        "the language",
        competing,
        row -> row.variant().language(),
        text -> new RowSelection(Optional.empty(), Optional.empty(), Optional.of(text)),
        choices);
    addChoice(
        "the group",
        competing,
        row -> row.variant().heading(),
        text -> new RowSelection(Optional.of(text), Optional.empty(), Optional.empty()),
        choices);
    return choices;
  }

  private static boolean narrows(RowSelection selection, List<ExpectedFile> rows) {
    int left = selection.of(rows).size();
    return left > 0 && left < rows.size();
  }

  /** Adds the choice with those values that leave some of the rows of one name, and not all. */
  private static void addChoice(
      String choice,
      List<List<ExpectedFile>> competing,
      Function<ExpectedFile, Optional<String>> value,
      Function<String, RowSelection> selection,
      List<String> choices) {
    Set<String> values = new LinkedHashSet<>();
    for (List<ExpectedFile> rows : competing) {
      rows.stream()
          .flatMap(row -> value.apply(row).stream())
          .filter(text -> !text.isBlank())
          .filter(text -> narrows(selection.apply(text), rows))
          .forEach(values::add);
    }
    if (!values.isEmpty()) {
      choices.add(
          choice
              + " "
              + values.stream()
                  .limit(VALUES_SHOWN)
                  .map(English::quoted)
                  .collect(Collectors.joining(" or "))
              + (values.size() > VALUES_SHOWN
                  ? " or " + (values.size() - VALUES_SHOWN) + " more"
                  : ""));
    }
  }
}
