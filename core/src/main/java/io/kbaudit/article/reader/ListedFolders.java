package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Folded;
import io.kbaudit.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says that rows list one name in several folders, of which no file is held to any. */
final class ListedFolders {
  private ListedFolders() {}

  static Optional<ArticleRemark> remarkOn(List<ExpectedFile> rows) {
    Map<FileName, ExpectedFile> first = new HashMap<>();
    for (ExpectedFile row : rows) {
      ExpectedFile other = first.putIfAbsent(row.name().best(), row);
      if (other != null && !folder(other).equals(folder(row))) {
        return Optional.of(
            new ArticleRemark(
                Kind.COLUMN_NOT_COMPARED,
                row.line(),
                "No file is held to the folder in which it is listed, and one may stand for several"
                    + " rows, as for "
                    + Printable.quoted(other.printed().name())
                    + " and "
                    + Printable.quoted(row.printed().name())
                    + "."));
      }
    }
    return Optional.empty();
  }

  private static String folder(ExpectedFile row) {
    String path = row.printed().name();
    return Folded.of(
        path.substring(0, Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1));
  }
}
