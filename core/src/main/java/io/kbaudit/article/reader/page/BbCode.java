package io.kbaudit.article.reader.page;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.text.Letters;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as forums write them, in any number of lines:
 *
 * <pre>
 * [table][tr][th]File name[/th][th]File size[/th][/tr]
 * [tr][td]Dnsclient.msi[/td][td]679,936[/td][/tr][/table]
 * </pre>
 *
 * <p>Text before and behind a table on its lines stays where it is.
 */
final class BbCode implements TableMarkup {
  private static final Pattern BEGINNING =
      Pattern.compile("(?i)\\[table(?:[= ][^\\[\\]]{0,200})?\\]");

  private static final Pattern FIRST_PART =
      Pattern.compile("(?i)\\s*+\\[(?:tr|row|thead|tbody|th|td|caption)(?!\\w).*");

  private static final Pattern TAG =
      Pattern.compile(
          "(?i)\\[(/?)(table|tr|row|td|th|col|cell|caption|thead|tbody|b|i|u|s|sup|sub|color|colour"
              + "|size|font|center|left|right|align|code|nobr|url|email|img|quote|indent|highlight)"
              + "(?:[= :]([^\\[\\]]{0,200}))?\\]");

  private static final Pattern SPAN =
      Pattern.compile("(?i)(?<!\\w)(col|row)span[\\s:=\"']{1,5}([1-9][0-9]{0,2})");

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    Matcher beginning = BEGINNING.matcher(first);
    if (first.indexOf('[') < 0 || !beginning.find()) {
      return OptionalInt.empty();
    }
    String behind = first.substring(beginning.end());
    int next = index + 1;
    while (behind.isBlank() && next < Math.min(lines.size(), index + 5)) {
      behind = lines.get(next++).text();
    }
    if (!FIRST_PART.matcher(behind).matches()) {
      return OptionalInt.empty();
    }
    int end = end(lines, index);
    new Body(lines.subList(index, end), rendered).render(beginning.start());
    return OptionalInt.of(end);
  }

  /** Returns the index behind the line that closes the table; of one that is cut, its last tag. */
  private static int end(List<Line> lines, int begin) {
    int lastTag = begin;
    int depth = 0;
    for (int i = begin; i < lines.size(); i++) {
      Matcher tag = TAG.matcher(lines.get(i).text());
      while (lines.get(i).text().indexOf('[') >= 0 && tag.find()) {
        lastTag = i;
        if (tag.group(2).equalsIgnoreCase("table")) {
          depth += tag.group(1).isEmpty() ? 1 : -1;
          if (depth == 0) {
            return i + 1;
          }
        }
      }
    }
    return lastTag + 1;
  }

  private static final class Body {
    private final LineNumbers numbers;
    private final String text;
    private final TableLines rendered;
    private final StringBuilder cell = new StringBuilder();
    private boolean inRow;
    private boolean inCell;
    private boolean inCaption;
    private int rows = 1;
    private int columns = 1;

    Body(List<Line> lines, TableLines rendered) {
      this.numbers = LineNumbers.of(lines);
      StringBuilder joined = new StringBuilder();
      lines.forEach(line -> joined.append(line.text()).append('\n'));
      this.text = joined.toString();
      this.rendered = rendered;
    }

    void render(int start) {
      if (start > 0) {
        rendered.text(numbers.at(0), text.substring(0, start));
      }
      rendered.begin(numbers.at(start));
      Matcher tag = TAG.matcher(text);
      int done = start;
      int depth = 0;
      while (tag.find()) {
        if (tag.start() < start) {
          continue;
        }
        addText(done, tag.start());
        done = tag.end();
        String name = Letters.small(tag.group(2));
        boolean closes = !tag.group(1).isEmpty();
        int before = depth;
        if (name.equals("table")) {
          depth += closes ? -1 : 1;
        }
        if (Math.max(before, depth) <= 1) {
          take(name, closes, tag);
        } else {
          cell.append(' ');
        }
        if (depth == 0) {
          break;
        }
      }
      if (depth > 0) {
        addText(done, text.length());
      }
      endRow();
      rendered.end(numbers.at(done));
      if (depth == 0 && !text.substring(done).isBlank()) {
        rendered.text(numbers.at(done), text.substring(done).strip());
      }
    }

    private void addText(int from, int to) {
      if (inCell || inCaption) {
        cell.append(text, from, to);
      } else {
        int begin = from;
        while (begin < to && Character.isWhitespace(text.charAt(begin))) {
          begin++;
        }
        rendered.aside(numbers.at(begin), text.substring(begin, to));
      }
    }

    private void take(String name, boolean closes, Matcher tag) {
      switch (name) {
        case "tr", "row", "table" -> {
          endRow();
          if (!closes && !name.equals("table")) {
            beginRow(tag.start());
          }
        }
        case "td", "th", "col", "cell" -> {
          endCell();
          if (!closes) {
            if (!inRow) {
              beginRow(tag.start());
            }
            beginCell(tag.group(3) == null ? "" : tag.group(3));
          }
        }
        case "caption" -> {
          if (closes && inCaption) {
            rendered.caption(numbers.at(tag.start()), cell.toString().strip());
          }
          inCaption = !closes;
          cell.setLength(0);
        }
        default -> {
          // How it looks says nothing.
        }
      }
    }

    private void beginRow(int position) {
      rendered.beginRow(numbers.at(position));
      inRow = true;
    }

    private void beginCell(String attributes) {
      cell.setLength(0);
      inCell = true;
      Matcher span = SPAN.matcher(attributes);
      while (span.find()) {
        int count = Integer.parseInt(span.group(2));
        if (span.group(1).equalsIgnoreCase("row")) {
          rows = count;
        } else {
          columns = count;
        }
      }
    }

    private void endCell() {
      if (inCell) {
        rendered.cell(CellText.withSingleBlanks(cell.toString()), rows, columns);
      }
      inCell = false;
      rows = 1;
      columns = 1;
    }

    private void endRow() {
      endCell();
      if (inRow) {
        rendered.endRow();
      }
      inRow = false;
    }
  }
}
