package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Word;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line as somebody sees it who reads it for its words, whatever the signs around them. */
final class SeenLine {
  /** Longer lines are running text. */
  static final int LONGEST = 400;

  /** More characters than a file's name has, or a digest. */
  private static final int LONGEST_RUN = 300;

  /** Tags without attributes, of HTML and XML or of bulletin boards: no words. */
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private static final Pattern TAG =
      Pattern.compile(
          "</?[A-Za-z][A-Za-z0-9]{0,20} ?/?>|\\[/?[A-Za-z*]{1,10}(?:=[^\\[\\]]{0,60})?\\]");

  /** What stands around words in lists, in other scripts, and in notations of programs. */
  private static final Pattern AROUND_WORDS =
      Pattern.compile(
          "[\"'()\\[\\]{}<>=|;*`@\u2022\u2013\u2014\u00AB\u00BB\u2018-\u201F\u3001\u3002\u3008-\u3011\u30FB\uFF65]"
              + "|~~|[,:_](?=\\s|$|\")|(?<![^\\s\"])[,:_+]|(?<=\\s)/(?=>)"
              + "|(?<=\\.[A-Za-z]{2,4})[:/+](?=\\S)");

  /** Marks of writing direction and blanks of no width, which nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  private static final int FIRST_UNSEEN = 0x80;

  /** As wide as two; a blank that is as wide as columns are apart. */
  private static final Pattern WIDE_BLANK = Pattern.compile("[\u2001\u2003\u3000]");

  private static final Pattern END_OF_SENTENCE = Pattern.compile("\\p{L}\\.\\)?\\s*$");

  private SeenLine() {}

  /**
   * Returns a line without marks that nobody sees, with signs and digits of other scripts and
   * widths as those of ASCII: they hide no file, though they may be part of a name or value.
   */
  static String asSeen(String line) {
    if (line.chars().allMatch(c -> (c >= ' ' && c < FIRST_UNSEEN) || c == '\t')) {
      return line;
    }
    String seen = UNSEEN.matcher(line).replaceAll("");
    String compatible =
        seen.length() > LONGEST
            ? seen
            : Normalizer.normalize(WIDE_BLANK.matcher(seen).replaceAll("  "), Form.NFKC);
    StringBuilder ascii = new StringBuilder(compatible.length());
    compatible
        .codePoints()
        .map(
            c ->
                c < ' ' && c != '\t'
                    ? ' '
                    : Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  /** Returns the words of a line as it is seen, without the signs around them. */
  static List<Word> words(String line) {
    String untagged = TAG.matcher(CellText.withoutListMark(asSeen(line))).replaceAll(" ");
    return Word.in(Cells.strip(AROUND_WORDS.matcher(untagged).replaceAll(" ")));
  }

  /** Returns the same words with a blank between two. */
  static String bare(String line) {
    return words(line).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** Of a line that is too long for a table, what tells whether it is a row. */
  static String beginning(String line) {
    return line.length() > Word.LONGEST_LINE ? line.substring(0, Word.LONGEST_LINE) : line;
  }

  /**
   * Returns a line that is too long for a table without the middle of each word, and of the blanks
   * between two, that is longer than any of a row; words of running text stay as they are.
   */
  static String shortened(String line) {
    StringBuilder shortened = new StringBuilder();
    int begin = 0;
    for (int i = 1; i <= line.length(); i++) {
      if (i == line.length()
          || Cells.isBlank(line.charAt(i)) != Cells.isBlank(line.charAt(begin))) {
        boolean isLong = i - begin > LONGEST_RUN;
        shortened.append(line, begin, isLong ? begin + LONGEST_RUN / 2 : i);
        shortened.append(line, isLong ? i - LONGEST_RUN / 2 : i, i);
        begin = i;
      }
    }
    return shortened.toString();
  }

  /** A quick look, which spares most lines the slow ones: a dot inside a word. */
  static boolean mayNameFile(String content) {
    for (int dot = content.indexOf('.', 1); dot >= 0; dot = content.indexOf('.', dot + 1)) {
      if (dot + 1 < content.length()
          && Character.isLetterOrDigit(content.charAt(dot + 1))
          && !Cells.isBlank(content.charAt(dot - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line ends as a sentence does. */
  static boolean endsSentence(String line) {
    return END_OF_SENTENCE.matcher(line).find();
  }

  /** A quick look, which spares most lines the slow one: a day has a mark, or its whole year. */
  static boolean mayHaveDay(String line) {
    return line.indexOf('-') >= 0 || line.indexOf('/') >= 0 || YEAR.matcher(line).find();
  }
}
