package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.file.Digest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest and a name a line, as programs print them that compute digests; those of OpenSSL before
 * 3.0 call {@code SHA2-256} just {@code SHA256}:
 *
 * <pre>
 * ba7816bf8f01cfea...  a.msi                (sha256sum, md5sum; *a.msi where it was read as binary)
 * SHA256 (a.msi) = ba7816bf8f01cfea...      (sha256sum --tag, and sha256 of BSD)
 * SHA2-256(a.msi)= ba7816bf8f01cfea...      (openssl dgst)
 * </pre>
 */
final class ChecksumLineLayout implements TableLayout {
  /** A backslash first says that those in the name are doubled, and {@code \n} is a line end. */
  private static final Pattern NAME_LAST =
      Pattern.compile("(\\\\?)([0-9A-Fa-f]{32,256})(?:( [ *])|[ \\t]+\\*?)(\\S.*)");

  private static final Pattern LABELLED =
      Pattern.compile("(\\\\?)([A-Za-z][A-Za-z0-9/-]{1,19}) ?\\((.+)\\) ?= ?([0-9A-Fa-f]{32,256})");

  /** A digest with too few digits or others, or without a name. */
  private static final Pattern BROKEN =
      Pattern.compile("\\s*\\\\?[0-9A-Za-z]{6,256}(?:\\s+\\*?\\S{1,400})?\\s*");

  private static final Pattern LINE_END = Pattern.compile("(?:^|[^\\\\])(?:\\\\\\\\)*\\\\[nr]");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    for (int next = line; next <= text.size(); next++) {
      String content = text.line(next);
      if (!content.isBlank() && !add(next, content, table)) {
        if (table.isEmpty() || !BROKEN.matcher(content).matches()) {
          break;
        }
        table.addUnread(next, "a line among digests that is none with a name");
      }
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
  }

  /** Adds the row on a line; returns whether there is one. */
  private static boolean add(int number, String line, FileTable.Builder table) {
    if (!DigestLines.mayHaveDigest(line)) {
      return false;
    }
    String content = Cells.strip(line);
    Matcher nameLast = NAME_LAST.matcher(content);
    if (nameLast.matches()) {
      String digits = nameLast.group(2);
      boolean surely = nameLast.group(3) != null && Digest.find(digits).isPresent();
      String name = nameLast.group(4);
      if (!surely && !DigestLines.endsAsName(name)) {
        return false;
      }
      return add(number, nameLast.group(1), name, Map.of(Column.DIGEST, digits), table);
    }
    Matcher labelled = LABELLED.matcher(content);
    return labelled.matches()
        && add(
            number,
            labelled.group(1),
            labelled.group(3),
            DigestCell.labelled(labelled.group(2), labelled.group(4)),
            table);
  }

  private static boolean add(
      int number, String escape, String name, Map<Column, String> digest, FileTable.Builder table) {
    if (!escape.isEmpty() && LINE_END.matcher(name).find()) {
      table.addUnread(number, "a name that goes on in another line");
      return true;
    }
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.putAll(digest);
    row.put(Column.NAME, escape.isEmpty() ? name : name.replace("\\\\", "\\"));
    table.add(number, row);
    return true;
  }
}
