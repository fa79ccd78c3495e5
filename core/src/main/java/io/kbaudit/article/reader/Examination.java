package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is odd about an article beyond what reading it already remarks on: how names were completed,
 * what its text and its table do not agree on, and which rows are hard to tell apart.
 */
final class Examination {
  private static final int NAMES_SHOWN = 8;

  private final List<ExpectedFile> rows;
  private final List<ArticleRemark> findings = new ArrayList<>();

  private Examination(List<ExpectedFile> rows) {
    this.rows = rows;
  }

  /**
   * Returns what is found.
   *
   * @param named the files that the text names outside its tables; absent where it is not known
   */
  static List<ArticleRemark> of(List<ExpectedFile> rows, Optional<Set<FileName>> named) {
    Examination examination = new Examination(rows);
    examination.findCompletedNames();
    named.ifPresent(examination::compareWith);
    examination.findNamesListedSeveralTimes();
    return examination.findings;
  }

  /** Returns the extensions of the names in tables, by which files are known in running text. */
  static Set<String> extensionsOf(List<ExpectedFile> rows) {
    return rows.stream()
        .filter(row -> row.name().isKnown())
        .map(row -> row.name().best().extension())
        .filter(extension -> !extension.isEmpty())
        .collect(Collectors.toSet());
  }

  private void findCompletedNames() {
    for (ExpectedFile row : rows) {
      row.name()
          .full()
          .ifPresent(
              full ->
                  add(
                      Kind.CUT_NAME_COMPLETED,
                      row.line(),
                      "The cut name "
                          + Printable.quoted(row.printed().name())
                          + " was completed by the text to "
                          + Printable.quoted(full.spelling())
                          + "."));
    }
  }

  /** Where the text names none of the files, it has no steps that could be compared with. */
  private void compareWith(Set<FileName> named) {
    Set<FileName> listed =
        rows.stream().map(row -> row.name().best()).collect(Collectors.toCollection(TreeSet::new));
    if (named.stream().noneMatch(listed::contains)) {
      return;
    }
    Set<FileName> unnamed = new TreeSet<>(listed);
    unnamed.removeAll(named);
    if (!unnamed.isEmpty() && unnamed.size() < listed.size()) {
      add(
          Kind.NOT_NAMED_IN_TEXT,
          lineOf(unnamed.iterator().next()),
          "The text names other files of the table, and not " + enumerate(unnamed) + ".");
    }
    Set<FileName> unlisted = new TreeSet<>(named);
    unlisted.removeAll(listed);
    if (!unlisted.isEmpty()) {
      add(
          Kind.NAMED_NOT_LISTED,
          rows.get(0).line(),
          "The text names "
              + enumerate(unlisted)
              + ", which "
              + (unlisted.size() == 1 ? "is" : "are")
              + " in no file table.");
    }
  }

  private void findNamesListedSeveralTimes() {
    Map<FileName, List<ExpectedFile>> byName = new LinkedHashMap<>();
    rows.forEach(
        row -> byName.computeIfAbsent(row.name().best(), name -> new ArrayList<>(1)).add(row));
    List<ExpectedFile> told = new ArrayList<>();
    byName.values().stream()
        .filter(alike -> alike.size() > 1)
        .forEach(
            alike -> {
              if (alike.stream().map(ExpectedFile::variant).distinct().count() == alike.size()) {
                told.addAll(alike);
              } else {
                add(Kind.ROWS_NOT_TOLD_APART, alike.get(0).line(), notToldApart(alike));
              }
            });
    if (!told.isEmpty()) {
      Set<FileName> names =
          told.stream()
              .map(row -> row.name().best())
              .collect(Collectors.toCollection(TreeSet::new));
      add(
          Kind.LISTED_SEVERAL_TIMES,
          told.get(0).line(),
          (names.size() == 1 ? "One name is" : names.size() + " names are")
              + " listed in several rows, told apart by "
              + String.join(", ", differences(told))
              + ": "
              + enumerate(names)
              + ".");
    }
  }

  private static String notToldApart(List<ExpectedFile> alike) {
    String rowNumbers =
        alike.stream()
            .limit(NAMES_SHOWN)
            .map(row -> Integer.toString(row.row()))
            .collect(Collectors.joining(", "));
    boolean same =
        alike.stream()
                .map(row -> List.of(row.size(), row.modified(), row.version()))
                .distinct()
                .count()
            == 1;
    return Printable.quoted(alike.get(0).name().best().spelling())
        + " is listed in rows "
        + rowNumbers
        + (alike.size() > NAMES_SHOWN ? " and more" : "")
        + (same
            ? ", all alike."
            : ", with other values, and nothing beside them tells all of the rows apart.");
  }

  private static List<String> differences(List<ExpectedFile> rows) {
    Map<String, Function<Variant, Object>> parts = new LinkedHashMap<>();
    parts.put("platform", Variant::platform);
    parts.put("language", Variant::language);
    parts.put("service branch", Variant::branch);
    parts.put("service pack", Variant::servicePack);
    parts.put("heading", Variant::table);
    parts.put("group", Variant::group);
    return parts.entrySet().stream()
        .filter(
            part ->
                rows.stream().map(row -> part.getValue().apply(row.variant())).distinct().count()
                    > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private int lineOf(FileName name) {
    return rows.stream()
        .filter(row -> row.name().best().equals(name))
        .mapToInt(ExpectedFile::line)
        .findFirst()
        .orElse(1);
  }

  private static String enumerate(Collection<FileName> names) {
    return English.enumerate(
        names.stream().map(name -> Printable.quoted(name.spelling())).toList(), NAMES_SHOWN);
  }

  private void add(Kind kind, int line, String text) {
    findings.add(new ArticleRemark(kind, line, text));
  }
}
