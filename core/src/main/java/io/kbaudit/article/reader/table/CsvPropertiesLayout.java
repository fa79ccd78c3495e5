package io.kbaudit.article.reader.table;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files listed downwards in values parted by commas, semicolons or tabs: a property a line, its
 * label first, and no cell filled behind its value.
 *
 * <pre>
 * Additional files for x86 Windows 8.1,,,
 * File property,Value,,
 * File name,Update.mum,,
 * File size,"1,674",,
 * Date (UTC),29-Mar-2014,,
 * </pre>
 */
final class CsvPropertiesLayout implements TableLayout {
  /** A property with its value; a longer line is text. */
  private static final int LONGEST = 1000;

  /** So many lines of empty cells are passed over to find what follows. */
  private static final int MOST_EMPTY = 3;

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    if (text.line(line).length() > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < CsvLayout.SEPARATORS.length(); i++) {
      char separator = CsvLayout.SEPARATORS.charAt(i);
      if (text.line(line).indexOf(separator) >= 0
          && beginsAt(text, line, separator, Separated.cells(text.line(line), separator))) {
        return Optional.of(new Body(text, separator, line).read());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether files are listed so from {@code line} on, which has these cells: the name of
   * the first, headings or a title above it.
   */
  static boolean beginsAt(ArticleText text, int line, char separator, List<String> cells) {
    int filled = filled(cells);
    if (filled == 0 || filled > 2) {
      return false;
    }
    Lines lines = new Lines(text, separator);
    Optional<Integer> next = Optional.of(line);
    if (filled == 1) {
      next = isTitle(cells) ? lines.next(line) : Optional.empty();
    }
    if (next.isPresent() && !lines.namesFile(next.get()) && lines.isPair(next.get())) {
      next = lines.next(next.get());
    }
    return next.filter(lines::namesFile)
        .flatMap(lines::next)
        .flatMap(lines::property)
        .filter(property -> property.column().isAttribute())
        .isPresent();
  }

  private static boolean isTitle(List<String> cells) {
    return cells.get(0).length() <= TableHeading.LONGEST && !Pipes.listsFile(cells.subList(0, 1));
  }

  /** Returns how many cells have text, where they are the first; -1 where others are. */
  private static int filled(List<String> cells) {
    int filled = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        if (filled < i) {
          return -1;
        }
        filled++;
      }
    }
    return filled;
  }

  /** The lines of a text that are such values. */
  private record Lines(ArticleText text, char separator) {
    List<String> cells(int line) {
      return text.line(line).length() > LONGEST
          ? List.of()
          : Separated.cells(text.line(line), separator);
    }

    /** Returns the next line that has text in one of its cells. */
    Optional<Integer> next(int line) {
      Optional<Integer> next = text.nextLineWithText(line);
      for (int i = 0; i < MOST_EMPTY && next.isPresent() && isEmpty(text.line(next.get())); i++) {
        next = text.nextLineWithText(next.get());
      }
      return next;
    }

    boolean isEmpty(String line) {
      return line.chars().allMatch(c -> c == separator || Character.isWhitespace(c));
    }

    boolean isPair(int line) {
      return filled(cells(line)) == 2;
    }

    boolean namesFile(int line) {
      return property(line).filter(FileProperty::namesFile).isPresent();
    }

    Optional<FileProperty> property(int line) {
      List<String> cells = cells(line);
      return filled(cells) == 2 ? FileProperty.of(cells.get(0), cells.get(1)) : Optional.empty();
    }
  }

  /** The files from one line on, read to where they end. */
  private static final class Body {
    private final ArticleText text;
    private final Lines lines;
    private final char separator;
    private final int firstLine;
    private final List<FileProperties> files = new ArrayList<>();
    private final List<ColumnHeading> labels = new ArrayList<>();

    Body(ArticleText text, char separator, int firstLine) {
      this.text = text;
      this.lines = new Lines(text, separator);
      this.separator = separator;
      this.firstLine = firstLine;
    }

    FileTable read() {
      FileTable.Builder groups = new FileTable.Builder(firstLine, HeadingFacts.NOTHING);
      for (int line = firstLine; line <= text.size(); line++) {
        String content = text.line(line);
        if (lines.isEmpty(content)) {
          continue;
        }
        List<String> cells = lines.cells(line);
        Optional<FileProperty> property = lines.property(line);
        if (property.isPresent()) {
          take(line, property.get(), groups);
        } else if (beginsAt(text, line, separator, cells)) {
          addTo(groups);
          if (filled(cells) == 1) {
            groups.beginGroup(line, cells.get(0));
          } else if (line > firstLine && !lines.isEmpty(text.line(line - 1))) {
            groups.addUnreadLabel(line, cells.get(0), cells.get(1));
          }
        } else if (files.isEmpty() || !takesUnknown(line, cells, groups)) {
          break;
        }
        groups.through(line);
      }
      addTo(groups);
      return withFacts(groups.build());
    }

    private void take(int line, FileProperty property, FileTable.Builder table) {
      labels.add(property.heading());
      if (property.namesFile()) {
        addTo(table);
        files.add(new FileProperties(line));
      }
      if (files.isEmpty() || !files.get(files.size() - 1).takes(property)) {
        table.addUnread(line, "a second value of a file, or the first of one without a name");
      }
    }

    /** Adds the file that is read to its end. */
    private void addTo(FileTable.Builder table) {
      files.forEach(file -> table.add(file.line(), file.cells()));
      files.clear();
    }

    /** A property that is not understood is said to be unread, where it may be a file's. */
    private boolean takesUnknown(int line, List<String> cells, FileTable.Builder table) {
      boolean among =
          lines.next(line).flatMap(lines::property).isPresent()
              || cells.size() > 2
              || (cells.size() == 2 && Shape.isValue(cells.get(1)));
      boolean isPair = filled(cells) == 2 && CellHeading.of(cells).isEmpty();
      if (isPair && among) {
        table.addUnreadLabel(line, cells.get(0), cells.get(1));
      }
      return isPair && among;
    }

    /** Labels may say of their times what headings do; the unit of a size, of that size alone. */
    private FileTable withFacts(FileTable table) {
      HeadingFacts said = HeadingFacts.of(labels, Set.of(), List.of());
      return new FileTable(
          table.firstLine(),
          table.lastLine(),
          new HeadingFacts(
              Set.of(),
              ListedSize.Unit.BYTES,
              said.timesAreUtc(),
              said.languages(),
              said.namesFiles(),
              List.of()),
          table.rows(),
          table.datesOfFolders(),
          table.unread(),
          table.unreadColumns());
    }
  }
}
