package io.kbaudit.baseline;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.text.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of an article, to which the files of its baselines belong. */
final class ListedRows {
  private final Article article;
  private final Map<Integer, ExpectedFile> byNumber = new HashMap<>();

  ListedRows(Article article) {
    this.article = article;
    article.rows().forEach(row -> byNumber.put(row.row(), row));
  }

  /** Returns the row of {@code file}, absent if it was made for another article. */
  Optional<ExpectedFile> find(BaselineFile file) {
    return Optional.ofNullable(byNumber.get(file.row())).filter(file::isOf);
  }

  /** Returns why {@code file} has no row here, in half a sentence. */
  String objection(BaselineFile file) {
    return "row "
        + file.row()
        + " of "
        + Printable.excerpt(article.label())
        + " is not '"
        + Printable.excerpt(file.listedName().spelling())
        + "'";
  }
}
