package io.kbaudit.export;

import io.kbaudit.text.Printable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How values are parted in a file, as its first lines tell. Of {@code sqlcmd} dashes below the
 * heading tell; it quotes nothing.
 *
 * @param linesAbove lines above the heading
 * @param charactersAbove characters above the heading
 * @param delimiter between values
 * @param ofSqlcmd whether dashes stand below the heading
 */
record CsvLayout(int linesAbove, int charactersAbove, char delimiter, boolean ofSqlcmd) {
  private static final String DELIMITERS = ",;\t|";

  /** Parts nothing, where there is only one column. */
  private static final char NO_DELIMITER = '\u001F';

  private static final String TYPE = "#TYPE ";

  private static final Pattern DASHES =
      Pattern.compile(" *-+ *(?:([,;\t|]) *-+ *(?:\\1 *-+ *)*+)?+");
  private static final Pattern DASHES_BETWEEN_BLANKS = Pattern.compile("-+(?: +-+)++ *+");

  /** Messages, such as that the database was changed, may stand above the heading. */
  private static final int MOST_MESSAGES = 4;

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /**
   * Returns the layout of a file.
   *
   * @param head its first lines
   */
  static CsvLayout of(String source, String head) throws ExportFormatException {
    List<String> lines = head.lines().limit(MOST_MESSAGES + 2L).toList();
    for (int i = 1; i < lines.size(); i++) {
      Matcher dashes = DASHES.matcher(lines.get(i));
      if (dashes.matches()) {
        String delimiter = dashes.group(1);
        return below(head, i - 1, delimiter == null ? NO_DELIMITER : delimiter.charAt(0), true);
      }
      if (DASHES_BETWEEN_BLANKS.matcher(lines.get(i)).matches()) {
        throw new ExportFormatException(
            source, i + 1, "columns that nothing but blanks part: they must be parted by commas");
      }
    }
    int above = 0;
    while (above < lines.size()
        && (lines.get(above).isBlank() || lines.get(above).startsWith(TYPE))) {
      above++;
    }
    if (above == lines.size()) {
      throw new ExportFormatException(source, 1, "no heading that names columns");
    }
    return below(head, above, delimiter(source, above + 1, lines.get(above)), false);
  }

  private static CsvLayout below(String head, int lines, char delimiter, boolean ofSqlcmd) {
    Matcher end = LINE_END.matcher(head);
    int characters = 0;
    for (int i = 0; i < lines && end.find(); i++) {
      characters = end.end();
    }
    return new CsvLayout(lines, characters, delimiter, ofSqlcmd);
  }

  /** Returns what stands most often between the names of columns. */
  private static char delimiter(String source, int line, String heading)
      throws ExportFormatException {
    long[] counts = new long[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < heading.length(); i++) {
      char c = heading.charAt(i);
      quoted ^= c == '"';
      int delimiter = DELIMITERS.indexOf(c);
      if (delimiter >= 0 && !quoted) {
        counts[delimiter]++;
      }
    }
    int most = 0;
    boolean alike = false;
    for (int i = 1; i < counts.length; i++) {
      alike = counts[i] == counts[most] || (alike && counts[i] < counts[most]);
      most = counts[i] > counts[most] ? i : most;
    }
    if (counts[most] == 0) {
      return NO_DELIMITER;
    }
    if (alike) {
      throw new ExportFormatException(
          source,
          line,
          "a heading in which "
              + Printable.quoted(DELIMITERS.substring(most, most + 1))
              + " and another sign may part the columns");
    }
    return DELIMITERS.charAt(most);
  }
}
