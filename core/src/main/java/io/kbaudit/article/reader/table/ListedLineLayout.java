package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Processors;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files listed without any heading, a line each; every word says itself what it is:
 *
 * <pre>
 *    USER.EXE  version 4.00.951  dated 10/26/95 9:51am  461,984 bytes
 * </pre>
 *
 * <p>As seen in Q140257. A line with any other word is running text.
 */
final class ListedLineLayout implements TableLayout {
  private static final Set<String> CONNECTING =
      Set.of("version", "dated", "date", "size", "time", "and", "of", "at", "-", ",", "*", "bytes");

  /** More than any name, and a longer word is none either. */
  private static final Pattern WORD = Pattern.compile("\\S{1,400}");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    int next = line;
    Optional<Map<Column, String>> row = row(text, next);
    while (row.isPresent()) {
      table.add(next, row.get());
      next++;
      row = row(text, next);
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
  }

  private static Optional<Map<Column, String>> row(ArticleText text, int line) {
    if (line > text.size() || !mayListFile(text.line(line))) {
      return Optional.empty();
    }
    Map<Column, String> cells = new EnumMap<>(Column.class);
    List<Word> words = Word.in(withoutPunctuation(text.line(line)));
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Optional<Column> column = column(word);
      boolean connects = CONNECTING.contains(Letters.small(word.text()));
      boolean platform = !Processors.in(word.text()).isEmpty();
      if (column.isPresent() ? cells.put(column.get(), word.text()) != null : false) {
        return Optional.empty();
      }
      if (column.isEmpty() && platform) {
        cells.putIfAbsent(Column.PLATFORM, word.text());
      } else if (column.isEmpty() && !connects) {
        return Optional.empty();
      }
    }
    boolean whole =
        cells.containsKey(Column.NAME)
            && cells.containsKey(Column.DATE)
            && cells.containsKey(Column.SIZE);
    return whole ? Optional.of(cells) : Optional.empty();
  }

  /** Takes away what parts the words of a sentence, and is part of none. */
  private static String withoutPunctuation(String line) {
    return WORD.matcher(line)
        .replaceAll(word -> Matcher.quoteReplacement(withoutPunctuationAround(word.group())));
  }

  private static String withoutPunctuationAround(String word) {
    int start = word.startsWith("(") && word.indexOf(')') < 0 ? 1 : 0;
    int end = word.length();
    while (end > start && ",;:".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean closes = end > start && word.charAt(end - 1) == ')' && word.indexOf('(') < 0;
    return word.substring(start, closes ? end - 1 : end);
  }

  private static Optional<Column> column(Word word) {
    return word.shape() == Shape.NUMBER ? Optional.of(Column.SIZE) : word.shape().column();
  }

  /** A quick look, which spares most lines the slow one. */
  private static boolean mayListFile(String line) {
    return line.indexOf('.') >= 0 && SeenLine.mayHaveDay(line);
  }
}
