package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What a text's rows are beside those of the bundled article that it claims to be. Their order, and
 * how they are printed, do not matter: a translation lists the same.
 */
final class BundledComparison {
  private static final int NAMES_SHOWN = 3;

  /** Fewer files may be in another article, or in a list of somebody's own. */
  private static final int FEWEST_NAMES = 5;

  private final Article bundled;
  private final List<ExpectedFile> rows;
  private final List<ExpectedFile> lacking = new ArrayList<>();
  private final List<ExpectedFile> changed = new ArrayList<>();
  private final List<ExpectedFile> more;

  private BundledComparison(Article bundled, List<ExpectedFile> rows) {
    this.bundled = bundled;
    this.rows = rows;
    Map<FileName, List<ExpectedFile>> byName = new HashMap<>();
    for (ExpectedFile row : rows) {
      byName.computeIfAbsent(row.name().best(), name -> new ArrayList<>(1)).add(row);
    }
    Set<Integer> taken = new HashSet<>();
    List<ExpectedFile> unlike = new ArrayList<>();
    for (ExpectedFile row : bundled.rows()) {
      if (!take(row, byName, taken, BundledComparison::listsTheSame)) {
        unlike.add(row);
      }
    }
    for (ExpectedFile row : unlike) {
      (take(row, byName, taken, (one, other) -> true) ? changed : lacking).add(row);
    }
    this.more = rows.stream().filter(row -> !taken.contains(row.row())).toList();
  }

  /**
   * Returns the remark that a text differs from the bundled article of its number, or else of its
   * title, or else of the files that it lists; absent where its rows are those, or no such article
   * is bundled.
   */
  static Optional<ArticleRemark> remarkOn(
      Optional<ArticleId> id, Optional<String> title, List<ExpectedFile> rows) {
    return id.map(BundledComparison::ofNumber)
        .or(() -> title.flatMap(BundledComparison::idByTitle))
        .or(() -> idByNames(rows))
        .flatMap(BundledArticles::find)
        .map(bundled -> new BundledComparison(bundled, rows))
        .filter(BundledComparison::differs)
        .map(BundledComparison::remark);
  }

  /** An article has one number, whichever letters stand before it. */
  private static ArticleId ofNumber(ArticleId id) {
    return BundledArticles.ids().stream()
        .filter(own -> digits(own).equals(digits(id)))
        .findFirst()
        .orElse(id);
  }

  private static String digits(ArticleId id) {
    return id.value().substring(id.value().startsWith("KB") ? 2 : 1);
  }

  /** A text that says neither is the article whose files most of its own are. */
  private static Optional<ArticleId> idByNames(List<ExpectedFile> rows) {
    return BundledArticles.ids().stream()
        .filter(
            id ->
                BundledArticles.find(id)
                    .map(bundled -> rowsNamedIn(bundled, rows))
                    .filter(named -> named >= FEWEST_NAMES && 2 * named > rows.size())
                    .isPresent())
        .findFirst();
  }

  private static long rowsNamedIn(Article bundled, List<ExpectedFile> rows) {
    Set<FileName> names = new HashSet<>();
    for (ExpectedFile row : bundled.rows()) {
      names.add(row.name().best());
      names.add(row.name().printed());
    }
    return rows.stream().filter(row -> names.contains(row.name().best())).count();
  }

  private static Optional<ArticleId> idByTitle(String title) {
    return BundledArticles.ids().stream()
        .filter(
            id ->
                BundledArticles.find(id)
                    .flatMap(Article::title)
                    .filter(own -> own.strip().equalsIgnoreCase(title.strip()))
                    .isPresent())
        .findFirst();
  }

  /** A text may cut a name that another completes. */
  private static boolean take(
      ExpectedFile row,
      Map<FileName, List<ExpectedFile>> byName,
      Set<Integer> taken,
      BiPredicate<ExpectedFile, ExpectedFile> fits) {
    return Stream.of(row.name().best(), row.name().printed())
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .filter(other -> !taken.contains(other.row()) && fits.test(row, other))
        .findFirst()
        .map(other -> taken.add(other.row()))
        .orElse(false);
  }

  /** Whether files are held to no less by {@code row} than by the bundled one. */
  private static boolean listsTheSame(ExpectedFile bundled, ExpectedFile row) {
    return bundled.size().equals(row.size())
        && bundled.modified().equals(row.modified())
        && (bundled.version().isEmpty() || bundled.version().equals(row.version()));
  }

  private boolean differs() {
    return lacking.size() + changed.size() + more.size() > 0;
  }

  private ArticleRemark remark() {
    List<String> differences = new ArrayList<>();
    add("lacks", lacking, differences);
    add("lists other values in", changed, differences);
    add("has besides", more, differences);
    return new ArticleRemark(
        ArticleRemark.Kind.DIFFERS_FROM_BUNDLED,
        rows.isEmpty() ? 1 : rows.get(0).line(),
        "The text lists "
            + English.counted(rows.size(), "row")
            + ", and not those of the bundled "
            + bundled.label()
            + ": of its "
            + bundled.rows().size()
            + " rows it "
            + String.join("; it ", differences)
            + ". It was cut short, changed or revised.");
  }

  private static void add(String what, List<ExpectedFile> of, List<String> differences) {
    if (!of.isEmpty()) {
      List<String> names =
          of.stream()
              .limit(NAMES_SHOWN)
              .map(row -> Printable.quoted(row.name().best().spelling()))
              .toList();
      int left = of.size() - names.size();
      differences.add(
          what
              + " "
              + of.size()
              + ", "
              + String.join(", ", names)
              + (left == 0 ? "" : " and " + English.number(left) + " more"));
    }
  }
}
