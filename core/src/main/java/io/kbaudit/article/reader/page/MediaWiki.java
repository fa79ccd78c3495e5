package io.kbaudit.article.reader.page;

import io.kbaudit.article.reader.cell.CellText;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as MediaWiki has them, a cell or a row a line:
 *
 * <pre>
 * {| class="wikitable"
 * ! File name !! File size
 * |-
 * | Dnsclient.msi || 679,936
 * |}
 * </pre>
 *
 * <p>Of attributes, those that let a cell reach over several rows or columns are heeded; what a
 * table in a cell holds is text of that cell.
 */
final class MediaWiki implements TableMarkup {
  private static final Pattern BEGINNING = Pattern.compile("[\\s:*]{0,20}\\{\\|(?!\\|).*");
  private static final Pattern SPAN =
      Pattern.compile("(?i)(?<!\\w)(row|col)span\\s{0,3}=\\s{0,3}[\"']?([1-9][0-9]{0,2})");
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
  private static final Pattern OUTER_LINK =
      Pattern.compile("\\[(?:https?|ftp):[^\\s\\[\\]]++ ([^\\[\\]]*+)\\]");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}|]*\\|([^{}|]*)\\}\\}");
  private static final Pattern MARKS = Pattern.compile("'{2,5}|</?[A-Za-z][^<>]{0,200}>");

  private static final Pattern HEADING_END = Pattern.compile("!!|\\|\\|");
  private static final Pattern CELL_END = Pattern.compile("\\|\\|");

  /** Of a cell, a heading, a row, a caption, or of a table in a table. */
  private static final Pattern BEGINNING_OF_PART = Pattern.compile("[|!]|\\{\\|");

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    if (!BEGINNING.matcher(lines.get(index).text()).matches()) {
      return OptionalInt.empty();
    }
    Body body = new Body(rendered);
    rendered.begin(lines.get(index).number());
    int depth = 1;
    int i = index + 1;
    int end = end(lines, i);
    while (i < end) {
      Line line = lines.get(i);
      String text = line.text().strip();
      if (text.startsWith("|}")) {
        depth--;
        if (depth == 0) {
          body.endRow();
        }
        body.goOn(line.number(), text.substring(2));
      } else if (text.startsWith("{|")) {
        depth++;
      } else if (depth == 1) {
        body.take(line.number(), text);
      } else {
        body.goOn(line.number(), text);
      }
      i++;
    }
    body.endRow();
    rendered.end(lines.get(i - 1).number());
    return OptionalInt.of(i);
  }

  /** Returns the index behind the line that closes a table; of one that is cut, its last cell. */
  private static int end(List<Line> lines, int begin) {
    int depth = 1;
    int lastCell = begin - 1;
    for (int i = begin; i < lines.size(); i++) {
      String text = lines.get(i).text().strip();
      lastCell = BEGINNING_OF_PART.matcher(text).lookingAt() ? i : lastCell;
      depth += text.startsWith("{|") ? 1 : text.startsWith("|}") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return lastCell + 1;
  }

  private static final class Body {
    private final TableLines rendered;
    private final StringBuilder cell = new StringBuilder();
    private boolean inRow;
    private boolean inCell;

    Body(TableLines rendered) {
      this.rendered = rendered;
    }

    void take(int number, String text) {
      if (text.startsWith("|+")) {
        endRow();
        rendered.caption(number, plain(withoutAttributes(text.substring(2))));
      } else if (text.startsWith("|-")) {
        endRow();
      } else if (text.startsWith("|") || text.startsWith("!")) {
        beginRow(number);
        Pattern separator = text.startsWith("!") ? HEADING_END : CELL_END;
        for (String next : separator.split(text.substring(1), -1)) {
          endCell();
          inCell = true;
          cell.append(next);
        }
      } else {
        goOn(number, text);
      }
    }

    /** A cell goes on until a line begins another; what stands in none is said behind the table. */
    void goOn(int number, String text) {
      if (inCell) {
        cell.append(' ').append(text);
      } else {
        rendered.aside(number, text);
      }
    }

    private void beginRow(int number) {
      if (!inRow) {
        rendered.beginRow(number);
      }
      inRow = true;
    }

    private void endCell() {
      if (inCell) {
        String text = cell.toString();
        String content = withoutAttributes(text);
        String attributes = text.substring(0, text.length() - content.length());
        rendered.cell(plain(content), span(attributes, "row"), span(attributes, "col"));
      }
      cell.setLength(0);
      inCell = false;
    }

    void endRow() {
      endCell();
      if (inRow) {
        rendered.endRow();
      }
      inRow = false;
    }

    /** Attributes stand before a bar, and have an equals sign; links and templates have bars. */
    private static String withoutAttributes(String cell) {
      int bar = cell.indexOf('|');
      String before = bar < 0 ? "" : cell.substring(0, bar);
      boolean areAttributes =
          before.indexOf('=') > 0 && !before.contains("[[") && !before.contains("{{");
      return areAttributes ? cell.substring(bar + 1) : cell;
    }

    private static int span(String attributes, String of) {
      Matcher span = SPAN.matcher(attributes);
      while (span.find()) {
        if (span.group(1).equalsIgnoreCase(of)) {
          return Integer.parseInt(span.group(2));
        }
      }
      return 1;
    }

    private static String plain(String cell) {
      String text = cell;
      if (text.indexOf('[') >= 0) {
        text = LINK.matcher(text).replaceAll("$1");
        text = OUTER_LINK.matcher(text).replaceAll("$1");
      }
      if (text.contains("{{")) {
        text = TEMPLATE.matcher(text).replaceAll("$1");
      }
      return CellText.withSingleBlanks(MARKS.matcher(text).replaceAll(" ")).strip();
    }
  }
}
