package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files listed downwards, an attribute a line, the first record beginning in the place of a
 * heading:
 *
 * <pre>
 * | File name|Update.mum|
 * |---|---|
 * | File size|1,674|
 * | Date (UTC)|13-Mar-2010|
 * ||
 * | File name|Other.mum|
 * </pre>
 *
 * <p>As seen in KB981506; also as {@code File name: Update.mum}, line by line.
 */
final class KeyValueLayout implements TableLayout {
  /** More names of which nothing is said, one below the other, begin no table. */
  private static final int MOST_NAMES_ALONE = 3;

  /** More lines that are no entries are other text. */
  private static final int MOST_LINES_BETWEEN = 4;

  private static final Pattern LABELLED =
      Pattern.compile(
          "[\\s>*-]*(\\p{L}[\\p{L}\\p{M}\\p{N} ()/_.'-]{0,30}?) ?\\*{0,2}[:\uFF1A] ?\\*{0,2}\\s*(\\S.*)");

  /** Returns whether a record between bars begins at {@code line}. */
  static boolean beginsAt(ArticleText text, int line) {
    return Entry.in(text.line(line))
        .filter(entry -> entry.piped && entry.beginsRecord())
        .isPresent();
  }

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    Optional<Entry> first = Entry.in(text.line(line)).filter(Entry::beginsRecord);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    FileTable table = read(text, line, first.get().piped);
    return table.rows().isEmpty() ? Optional.empty() : Optional.of(table);
  }

  /** Reads all records, where at least one of them says something of its file. */
  private static FileTable read(ArticleText text, int firstLine, boolean piped) {
    FileTable.Builder table = new FileTable.Builder(firstLine, HeadingFacts.NOTHING);
    List<FileProperties> records = new ArrayList<>();
    boolean described = false;
    for (int line = firstLine; line <= text.size(); line++) {
      String content = text.line(line);
      Optional<Entry> entry = Entry.in(content).filter(found -> found.piped == piped);
      if (entry.isPresent()) {
        if (entry.get().beginsRecord()) {
          if (!described && records.size() == MOST_NAMES_ALONE) {
            break;
          }
          records.add(new FileProperties(line));
        }
        FileProperty property = entry.get().property;
        described |= property.column().isAttribute();
        if (records.get(records.size() - 1).takes(property)) {
          table.through(line);
        } else {
          table.addUnread(line, "a second value of a file, or the first of one without a name");
        }
      } else if (!text.line(line - 1).isBlank() && Labelled.in(content, piped).isPresent()) {
        Labelled unknown = Labelled.in(content, piped).get();
        table.addUnreadLabel(line, unknown.label, unknown.text);
      } else if (records.get(records.size() - 1).hasValue() && isAmongEntries(text, line, piped)) {
        takeUnlabelled(line, content, table);
      } else if (!isBetweenEntries(content, piped)) {
        break;
      }
    }
    if (described) {
      records.forEach(record -> table.add(record.line(), record.cells()));
    }
    return table.build();
  }

  /** Whether entries stand above a line and below it, and no blank line parts it from both. */
  private static boolean isAmongEntries(ArticleText text, int line, boolean piped) {
    if (text.line(line).isBlank() || text.line(line - 1).isBlank()) {
      return false;
    }
    for (int next = line + 1; next <= Math.min(text.size(), line + MOST_LINES_BETWEEN); next++) {
      if (text.line(next).isBlank()) {
        return false;
      }
      if (Entry.in(text.line(next)).filter(entry -> entry.piped == piped).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Words that no label begins may be what is said of the file beside its properties. */
  private static void takeUnlabelled(int line, String content, FileTable.Builder table) {
    if (SeenLine.words(content).stream().anyMatch(word -> word.shape().isAttribute())) {
      table.addUnread(line, "a line among those of a file that is not understood");
    } else {
      table.through(line);
    }
  }

  private static boolean isBetweenEntries(String line, boolean piped) {
    return (piped && Pipes.isRow(line)) ? Pipes.isDecoration(Pipes.cells(line)) : line.isBlank();
  }

  /** A label, and what stands beside it, between bars or behind a colon. */
  private record Labelled(String label, String text) {
    static Optional<Labelled> in(String line, boolean piped) {
      if (piped) {
        List<String> cells = Pipes.isRow(line) ? Pipes.cells(line) : List.of();
        return cells.size() == 2 && !Pipes.isDecoration(cells) && !cells.get(1).isEmpty()
            ? Optional.of(new Labelled(cells.get(0), cells.get(1)))
            : Optional.empty();
      }
      boolean mayBe =
          (line.indexOf(':') >= 0 || line.indexOf('\uFF1A') >= 0)
              && line.length() <= Word.LONGEST_LINE;
      Matcher labelled = LABELLED.matcher(mayBe ? line : "");
      return labelled.matches()
          ? Optional.of(new Labelled(labelled.group(1), CellText.plain(labelled.group(2))))
          : Optional.empty();
    }
  }

  /** One property of a file. */
  private record Entry(FileProperty property, boolean piped) {
    static Optional<Entry> in(String line) {
      boolean piped = Pipes.isRow(line);
      return Labelled.in(line, piped)
          .flatMap(labelled -> FileProperty.of(labelled.label, labelled.text))
          .map(property -> new Entry(property, piped));
    }

    boolean beginsRecord() {
      return property.namesFile();
    }
  }
}
