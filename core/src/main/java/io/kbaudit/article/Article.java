package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A Knowledge Base article: what it lists, and what it says about the list. Immutable.
 *
 * @param title absent where the text has none
 * @param source where it was read: {@code bundled}, or the name of the file
 * @param rows of all its file tables, in the order printed, no two of one number; none where it has
 *     no such table
 */
public record Article(
    Optional<ArticleId> id,
    Optional<String> title,
    String source,
    Statements statements,
    List<ExpectedFile> rows,
    List<ArticleRemark> remarks) {

  /** Checks that each row has a number of its own, and alternatives are to rows that there are. */
  public Article {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    requireNonNull(statements, "statements");
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
    requireNumbered(rows);
  }

  private static void requireNumbered(List<ExpectedFile> rows) {
    Set<Integer> numbers = new HashSet<>();
    for (ExpectedFile row : rows) {
      if (!numbers.add(row.row())) {
        throw new IllegalArgumentException("two rows have the number " + row.row());
      }
    }
    for (ExpectedFile row : rows) {
      OptionalInt first = row.alternativeTo();
      if (first.isPresent() && !numbers.contains(first.getAsInt())) {
        throw new IllegalArgumentException(
            "row " + row.row() + " is an alternative to row " + first.getAsInt() + ", and none is");
      }
    }
  }

  /**
   * Returns the articles as one, to audit a folder that holds the files of all. Nothing is loosened
   * by it: later files will do where every article says so, times are said to be UTC where every
   * one says so, and where the articles are of several languages each row names its own.
   *
   * <p>Rows are numbered from 1; their lines stay those of their own article, with whose
   * {@linkplain #label() label} their headings and the remarks begin.
   *
   * @param source what to call them together
   * @param articles at least one, in the order wanted; a single one is returned as it is
   * @throws IllegalArgumentException if there is none, or if one of several lists no files
   */
  public static Article joining(String source, List<Article> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("no articles to join");
    }
    for (Article each : articles) {
      if (articles.size() > 1 && each.rows.isEmpty()) {
        throw new IllegalArgumentException(each.label() + " lists no files");
      }
    }
    return articles.size() == 1 ? articles.get(0) : new Joining(articles).as(source);
  }

  /** Several articles on the way to being one. */
  private static final class Joining {
    private final List<Article> articles;
    private final Optional<String> language;
    private final List<ExpectedFile> rows = new ArrayList<>();
    private final List<ArticleRemark> remarks = new ArrayList<>();

    Joining(List<Article> articles) {
      this.articles = articles;
      Set<Optional<String>> languages =
          articles.stream()
              .map(article -> article.statements().language())
              .collect(Collectors.toSet());
      this.language = languages.size() == 1 ? languages.iterator().next() : Optional.empty();
    }

    Article as(String source) {
      articles.forEach(this::add);
      String titles =
          articles.stream()
              .flatMap(article -> article.title().stream())
              .distinct()
              .collect(Collectors.joining("; "));
      return new Article(
          Optional.empty(),
          Optional.of(titles).filter(text -> !text.isEmpty()),
          source,
          new Statements(
              articles.stream().allMatch(article -> article.statements().laterAccepted()),
              articles.stream().allMatch(article -> article.statements().timesAreUtc()),
              language),
          rows,
          remarks);
    }

    private void add(Article article) {
      int before = rows.size();
      List<ExpectedFile> own =
          article.rows().stream().sorted(Comparator.comparingInt(ExpectedFile::row)).toList();
      Map<Integer, Integer> numbers = new HashMap<>();
      own.forEach(row -> numbers.put(row.row(), before + numbers.size() + 1));
      for (ExpectedFile row : own) {
        rows.add(row.renumbered(numbers::get).withVariant(variant(row.variant(), article)));
      }
      for (ArticleRemark remark : article.remarks()) {
        remarks.add(remark.worded(article.label() + ": " + remark.text()));
      }
    }

    private Variant variant(Variant own, Article article) {
      Variant labelled = own.under(article.label());
      Optional<String> stated = article.statements().language();
      boolean silent = own.language().filter(words -> !Language.isAny(words)).isEmpty();
      return silent && language.isEmpty()
          ? stated.map(labelled::inLanguage).orElse(labelled)
          : labelled;
    }
  }

  /**
   * Returns this article, which lists files.
   *
   * @throws ArticleFormatException if it has no rows; says where its list is, if the text does
   */
  public Article requireRows() throws ArticleFormatException {
    if (rows.isEmpty() && !unreadRows().isEmpty()) {
      ArticleRemark first = unreadRows().get(0);
      throw new ArticleFormatException(
          source,
          "no row of its file table can be read; line " + first.line() + ": " + first.text());
    }
    if (rows.isEmpty()) {
      String elsewhere =
          remarks.stream()
              .filter(remark -> remark.kind() == Kind.LIST_ELSEWHERE)
              .map(remark -> ". " + remark.text())
              .findFirst()
              .orElse(": " + ArticleRemark.NO_HEADINGS);
      throw new ArticleFormatException(source, "no file table found" + elsewhere);
    }
    return this;
  }

  /**
   * Returns this article with its rows read anew; the same where that changes none.
   *
   * @param reading returns a row as it is, or with more of it known
   * @param settled of the remarks, those that hold no longer
   */
  public Article reread(UnaryOperator<ExpectedFile> reading, Predicate<ArticleRemark> settled) {
    List<ExpectedFile> reread = rows.stream().map(reading).toList();
    return reread.equals(rows)
        ? this
        : new Article(
            id,
            title,
            source,
            statements,
            reread,
            remarks.stream().filter(Predicate.not(settled)).toList());
  }

  /** Returns this article with more remarks, all in the order of lines. */
  public Article withRemarks(List<ArticleRemark> more) {
    List<ArticleRemark> all = new ArrayList<>(remarks);
    all.addAll(more);
    all.sort(Comparator.comparingInt(ArticleRemark::line));
    return new Article(id, title, source, statements, rows, all);
  }

  /** Returns the remarks on lines that list a file, and are not among {@link #rows()}. */
  public List<ArticleRemark> unreadRows() {
    return remarksOf(Kind.ROW_UNREAD);
  }

  /** Returns how many lines list a file, and are not among {@link #rows()}. */
  public int unreadLines() {
    return lines(unreadRows());
  }

  /** Returns how many columns list what no file was held to, for want of a heading understood. */
  public int unreadColumns() {
    return lines(remarksOf(Kind.COLUMN_UNREAD));
  }

  /** Returns whether a row lists a size, date, version or digest that a file can be held to. */
  public boolean listsValues() {
    return rows.stream()
        .anyMatch(
            row ->
                row.size().isPresent()
                    || row.modified().isPresent()
                    || row.version().isPresent()
                    || row.hashes().hasDigest());
  }

  /** Returns how much of its list nobody can be held to. */
  public ArticleGaps gaps() {
    return new ArticleGaps(
        unreadLines(), unreadColumns(), !remarksOf(Kind.DIFFERS_FROM_BUNDLED).isEmpty());
  }

  private List<ArticleRemark> remarksOf(Kind kind) {
    return remarks.stream().filter(remark -> remark.kind() == kind).toList();
  }

  private static int lines(List<ArticleRemark> remarks) {
    return remarks.stream().mapToInt(ArticleRemark::lines).sum();
  }

  /**
   * Returns what to add to a sentence that something is in no row: it may be in one that could not
   * be read; empty where all were.
   */
  public String unreadHint() {
    int unread = unreadLines();
    return switch (unread) {
      case 0 -> "";
      case 1 -> "; 1 more row is unread, in line " + unreadRows().get(0).line();
      default ->
          "; " + unread + " more rows are unread, the first in line " + unreadRows().get(0).line();
    };
  }

  /** Returns what to call this article: its id, else where it was read. */
  public String label() {
    return id.map(ArticleId::value).orElse(source);
  }
}
