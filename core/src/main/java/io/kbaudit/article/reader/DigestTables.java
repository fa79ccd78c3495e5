package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The digests that an article lists in tables of their own, for the files of its other tables. As
 * in KB5037331.
 */
final class DigestTables {
  private final Map<FileName, Set<ListedHashes>> digests = new LinkedHashMap<>();
  private final Map<FileName, Integer> lines = new HashMap<>();

  /** Adds the rows of a table that {@linkplain HeadingFacts#digestsAlone lists digests alone}. */
  void add(FileTable table) {
    for (FileTable.Row row : table.rows()) {
      Optional<FileName> name = FileName.find(row.cell(Column.NAME));
      ListedHashes hashes = ListedHashes.in(row.cell(Column.SHA1), row.cell(Column.SHA256));
      if (name.isPresent() && !hashes.areNone()) {
        digests.computeIfAbsent(name.get(), file -> new LinkedHashSet<>()).add(hashes);
        lines.putIfAbsent(name.get(), row.line());
      }
    }
  }

  /** Returns {@code rows} with the digest of each file that one row lists, and one digest. */
  List<ExpectedFile> joinedTo(
      List<ExpectedFile> rows, ArticleText text, List<ArticleRemark> remarks) {
    Map<FileName, List<Integer>> rowsOf = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      rowsOf.computeIfAbsent(rows.get(i).name().best(), name -> new ArrayList<>()).add(i);
    }
    List<ExpectedFile> joined = new ArrayList<>(rows);
    digests.forEach(
        (name, hashes) -> {
          int line = text.number(lines.getOrDefault(name, 1));
          hashes.stream()
              .flatMap(digest -> digest.unread().stream())
              .map(cell -> ArticleRemark.unreadable(line, "digest", cell))
              .forEach(remarks::add);
          List<Integer> named = rowsOf.getOrDefault(name, List.of());
          ListedHashes all = ListedHashes.together(hashes);
          if (named.size() == 1) {
            int index = named.get(0);
            joined.set(index, rows.get(index).withHashes(all));
          }
          boolean contradictory = hashes.size() > 1 && !all.hasDigest();
          if (named.size() != 1 || contradictory) {
            remarks.add(
                new ArticleRemark(
                    Kind.HASH_WITHOUT_ROW,
                    line,
                    remark(name, named.size(), contradictory ? hashes.size() : 1)));
          }
        });
    return joined;
  }

  private static String remark(FileName name, int rows, int digests) {
    String file = Printable.quoted(name.spelling());
    return digests > 1
        ? digests + " digests are listed for " + file + ", and which of them it has is not."
        : rows == 0
            ? "A digest is listed for " + file + ", which is in no file table."
            : "A digest is listed for "
                + file
                + ", and which of "
                + rows
                + " rows it belongs to is not; none is held to it.";
  }
}
