package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleRemark.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A Knowledge Base article: what it lists, and what it says about the list.
 *
 * @param title absent where the text has none
 * @param source where it was read: {@code bundled}, or the name of the file
 * @param rows of all its file tables, in the order printed; at least one
 */
public record Article(
    Optional<ArticleId> id,
    Optional<String> title,
    String source,
    Statements statements,
    List<ExpectedFile> rows,
    List<ArticleRemark> remarks) {

  /** Checks that there is a row. */
  public Article {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    requireNonNull(statements, "statements");
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("an article without rows expects nothing");
    }
  }

  /** Returns the remarks on lines that list a file, and are not among {@link #rows()}. */
  public List<ArticleRemark> unreadRows() {
    return remarks.stream().filter(remark -> remark.kind() == Kind.ROW_UNREAD).toList();
  }

  /** Returns what to call this article: its id, else where it was read. */
  public String label() {
    return id.map(ArticleId::value).orElse(source);
  }
}
