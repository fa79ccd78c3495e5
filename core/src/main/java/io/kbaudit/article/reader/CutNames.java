package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the names that a table cut to its width, and completes them from the article's own prose.
 *
 * <p>A name is cut when it has no extension, or only the beginning of one, while others in the
 * table have it whole, and is as long as the longest. Where several rows begin alike and the table
 * is in name order, the n-th of the full names in order belongs to the n-th row; where the prose
 * names more or fewer files than there are rows, nothing is guessed.
 */
final class CutNames {
  private static final int NAMES_SHOWN = 5;

  private final List<ExpectedFile> rows;
  private final int longest;
  private final boolean inNameOrder;

  CutNames(List<ExpectedFile> tableRows) {
    this.rows = tableRows;
    this.longest =
        tableRows.stream().mapToInt(row -> row.printed().name().length()).max().orElse(0);
    this.inNameOrder = isInNameOrder(tableRows);
  }

  /** Returns the rows with their cut names marked, and completed where the prose can. */
  List<ExpectedFile> resolve(Prose prose, List<ArticleRemark> remarks) {
    NavigableSet<String> extensions = wholeExtensions();
    List<ExpectedFile> resolved = new ArrayList<>(rows);
    Map<FileName, List<Integer>> cutRows = cutRows(extensions);
    if (cutRows.isEmpty()) {
      return resolved;
    }
    NavigableSet<FileName> named = new TreeSet<>(prose.filesNamed(extensions));
    rows.forEach(row -> named.remove(row.name().printed()));
    cutRows.forEach(
        (beginning, indices) -> {
          List<FileName> fullNames =
              named.tailSet(beginning, true).stream()
                  .takeWhile(name -> name.startsWith(beginning))
                  .toList();
          boolean sure = fullNames.size() == indices.size() && (inNameOrder || indices.size() == 1);
          for (int n = 0; n < indices.size(); n++) {
            ExpectedFile row = rows.get(indices.get(n));
            resolved.set(
                indices.get(n),
                sure
                    ? row.completedBy(fullNames.get(n))
                    : row.named(ListedName.cut(row.name().printed())));
            if (!sure) {
              remarks.add(unresolved(row, fullNames));
            }
          }
        });
    return resolved;
  }

  /** Of "msi" and "ms", only "msi": the other may be what the table's width left of it. */
  private NavigableSet<String> wholeExtensions() {
    NavigableSet<String> all =
        rows.stream()
            .map(row -> row.name().printed().extension())
            .filter(extension -> !extension.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return all.stream()
        .filter(extension -> !isBegun(extension, all))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether {@code extension} is the beginning of a longer one, which then follows it in order. */
  private static boolean isBegun(String extension, NavigableSet<String> extensions) {
    String next = extensions.higher(extension);
    return next != null && next.startsWith(extension);
  }

  private Map<FileName, List<Integer>> cutRows(NavigableSet<String> extensions) {
    Map<FileName, List<Integer>> byBeginning = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String name = rows.get(i).printed().name();
      String extension = Letters.small(name.substring(name.lastIndexOf('.') + 1));
      boolean lacksIts = name.indexOf('.') < 0 || isBegun(extension, extensions);
      if (!extensions.isEmpty() && name.length() == longest && lacksIts) {
        byBeginning
            .computeIfAbsent(rows.get(i).name().printed(), beginning -> new ArrayList<>())
            .add(i);
      }
    }
    return byBeginning;
  }

  private static boolean isInNameOrder(List<ExpectedFile> rows) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i - 1).name().printed().compareTo(rows.get(i).name().printed()) > 0) {
        return false;
      }
    }
    return true;
  }

  private static ArticleRemark unresolved(ExpectedFile row, List<FileName> fullNames) {
    String named =
        fullNames.isEmpty()
            ? "no file that begins so"
            : English.enumerate(fullNames.stream().map(FileName::spelling).toList(), NAMES_SHOWN);
    return new ArticleRemark(
        Kind.CUT_NAME_UNRESOLVED,
        row.line(),
        "The name '"
            + Printable.excerpt(row.printed().name())
            + "' is cut, and the text names "
            + named
            + "; it is matched by its beginning.");
  }
}
