package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file and its digests on one line, under labels; the name may do without one:
 *
 * <pre>
 * File name: a.msi  SHA-256: ba7816bf8f01cfea...
 * a.msi (SHA1: a9993e364706816aba3e25717850c26c9cd0d89d)
 * </pre>
 */
final class LabelledLineLayout implements TableLayout {
  /** A digest behind the name of its algorithm, which other words may follow. */
  private static final Pattern DIGEST =
      Pattern.compile(
          "(?i)("
              + DigestCell.ALGORITHM.pattern().replace("(?i)", "")
              + ")(?:[- ]?(?:hash|checksum|digest|sum|value)){0,2} ?[:=] ?([0-9a-f]{32,256})"
              + "(?![0-9A-Za-z])");

  private static final Pattern NAMED = Pattern.compile("([^:]{1,40}): ?(\\S.*)");

  private static final String PUNCTUATION = " ,;|()[]-\u2013\u2014/";

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    int next = line;
    while (next <= text.size()) {
      Optional<Map<Column, String>> row = row(text.line(next));
      if (row.isPresent()) {
        table.add(next, row.get());
      } else if (!text.line(next).isBlank()) {
        break;
      }
      next++;
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
  }

  private static Optional<Map<Column, String>> row(String line) {
    if (!DigestLines.mayHaveDigest(line) || Pipes.isRow(line)) {
      return Optional.empty();
    }
    String content = CellText.withoutListMark(CellText.plain(line));
    Map<Column, String> row = new EnumMap<>(Column.class);
    List<String> around = new ArrayList<>();
    Matcher digest = DIGEST.matcher(content);
    int end = 0;
    while (digest.find()) {
      around.add(content.substring(end, digest.start()));
      end = digest.end();
      if (!put(row, digest.group(1), digest.group(2))) {
        return Optional.empty();
      }
    }
    if (row.isEmpty()) {
      return Optional.empty();
    }
    around.add(content.substring(end));
    List<String> texts =
        around.stream().map(LabelledLineLayout::trimmed).filter(part -> !part.isEmpty()).toList();
    Optional<String> name = texts.size() == 1 ? name(texts.get(0)) : Optional.empty();
    name.ifPresent(found -> row.put(Column.NAME, found));
    return name.map(found -> row);
  }

  /** Returns whether a line has one digest of each algorithm, and not those of several files. */
  private static boolean put(Map<Column, String> row, String label, String digits) {
    Optional<Column> column = DigestCell.algorithm(label).map(DigestCell::column);
    if (column.isPresent()) {
      return row.putIfAbsent(column.get(), digits) == null;
    }
    return row.putIfAbsent(Column.ALGORITHM, label) == null
        && row.putIfAbsent(Column.DIGEST, digits) == null;
  }

  private static Optional<String> name(String text) {
    Matcher named = NAMED.matcher(text);
    boolean labelled =
        named.matches()
            && ColumnHeading.find(named.group(1))
                .filter(heading -> heading.column() == Column.NAME)
                .isPresent();
    if (labelled) {
      return Optional.of(trimmed(named.group(2)));
    }
    boolean bare = text.indexOf(' ') < 0 && DigestLines.endsAsName(text);
    return bare ? Optional.of(text) : Optional.empty();
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && PUNCTUATION.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean colon = end > start && text.charAt(end - 1) == ':';
    return text.substring(start, colon ? end - 1 : end);
  }
}
