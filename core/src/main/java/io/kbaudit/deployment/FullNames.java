package io.kbaudit.deployment;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Printable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of an article, to be completed with the full names of those that it cuts. */
final class FullNames {
  private final Article article;
  private final Map<Integer, ExpectedFile> rows = new HashMap<>();

  FullNames(Article article) {
    this.article = article;
    for (ExpectedFile row : article.rows()) {
      rows.put(row.row(), row);
    }
  }

  /** Returns why {@code name} cannot be the full name of {@code row}, absent if it can. */
  Optional<String> objection(int row, FileName name) {
    ExpectedFile found = rows.get(row);
    if (found == null) {
      return Optional.of(
          Printable.excerpt(article.label()) + " has " + rows.size() + " rows, and no row " + row);
    }
    String printed = Printable.excerpt(found.name().printed().spelling());
    if (!found.name().cut()) {
      return Optional.of("row " + row + " is not cut, it lists '" + printed + "'");
    }
    if (isPath(name) && !isPath(found.name().printed())) {
      return Optional.of("a path, where the full name of row " + row + " is meant");
    }
    return name.startsWith(found.name().printed())
        ? Optional.empty()
        : Optional.of("the name of row " + row + " begins with '" + printed + "'");
  }

  private static boolean isPath(FileName name) {
    return name.spelling().indexOf('/') >= 0 || name.spelling().indexOf('\\') >= 0;
  }

  /** Returns the article with these names, to none of which there is an objection. */
  Article complete(Map<Integer, FileName> names) {
    Set<Integer> lines = new HashSet<>();
    for (ExpectedFile row : rows.values()) {
      if (names.containsKey(row.row())) {
        lines.add(row.line());
      }
    }
    return article.reread(
        row -> Optional.ofNullable(names.get(row.row())).map(row::completedBy).orElse(row),
        remark ->
            remark.kind() == ArticleRemark.Kind.CUT_NAME_UNRESOLVED
                && lines.contains(remark.line()));
  }
}
