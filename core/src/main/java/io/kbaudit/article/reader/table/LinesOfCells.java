package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a line that is no more than a cell, or a label with one, lists a file: by the lines
 * above and below it. Lines are asked for in their order.
 */
final class LinesOfCells {
  /** As in {@code Module: alpha.dll} and {@code Module ..... alpha.dll}, under whatever label. */
  private static final Pattern LABELLED =
      Pattern.compile("[^:=|.]{1,40}?(?::|=|\\.{2,60}|\u2026{1,60})\\s++([^:]\\S*(?: \\S+){0,3})");

  /** A heading, the headings of a table and a few lines that say what the file is. */
  private static final int LINES_OF_SECTION = 8;

  private final ArticleText text;
  private final KnownNames names;

  /** Whether a line stands in no table. */
  private final Predicate<Integer> isOutside;

  private int lastNameAlone;
  private int lastDateAlone;

  LinesOfCells(ArticleText text, KnownNames names, Predicate<Integer> isOutside) {
    this.text = text;
    this.names = names;
    this.isOutside = isOutside;
  }

  /**
   * Whether a line is the name of a file by itself, with a value on the next or the last one; or,
   * of a name that is known by its looks, as the title of a section that has one.
   */
  boolean isNameBesideValue(int line) {
    String printed = text.line(line);
    String cell = printed.length() > SeenLine.LONGEST ? "" : SeenLine.bare(printed);
    boolean known = names.isCell(cell);
    if (!known && !Shape.isFileName(CellText.item(printed))) {
      return false;
    }
    boolean listing =
        isValueAlone(text.lastLineWithText(line), known)
            || isValueAlone(text.nextLineWithText(line), known)
            || (known && headsValue(line));
    lastNameAlone = listing ? line : lastNameAlone;
    return listing;
  }

  /** Whether a value stands below a line, and no other name or table before it. */
  private boolean headsValue(int name) {
    Optional<Integer> line = text.nextLineWithText(name);
    for (int n = 0; n < LINES_OF_SECTION && line.filter(isOutside).isPresent(); n++) {
      String content = text.line(line.get());
      if (ListedValue.isSurelyValue(content)) {
        return true;
      }
      if (content.length() > SeenLine.LONGEST || names.isCell(SeenLine.bare(content))) {
        return false;
      }
      line = text.nextLineWithText(line.get());
    }
    return false;
  }

  /**
   * Whether a line is a date by itself, beside another value, that belongs to no name found before:
   * it is of a file of which the name is not known by its looks.
   */
  boolean isDateOfUnknownFile(int line) {
    String cell = CellText.plain(Cells.strip(text.line(line)));
    if (Shape.of(cell) != Shape.DATE
        || !(isValueAlone(text.nextLineWithText(line), true)
            || isValueAlone(text.lastLineWithText(line), true))) {
      return false;
    }
    boolean named = lastNameAlone > lastDateAlone;
    lastDateAlone = line;
    return !named;
  }

  private boolean isValueAlone(Optional<Integer> line, boolean anyWillDo) {
    return line.map(text::line)
        .filter(content -> content.length() <= SeenLine.LONGEST)
        .map(SeenLine::bare)
        .filter(
            cell ->
                anyWillDo
                    ? ListedValue.isCalledValue(cell) || ListedValue.isSaidToBeNothing(cell)
                    : ListedValue.isStrongValue(cell) || ListedValue.isSaidToBeNothing(cell))
        .isPresent();
  }

  /** Whether a line is a label and a file's name, beside one that is a label and a value. */
  boolean isLabelledName(int line) {
    return labelled(Optional.of(line)).filter(names::isCell).isPresent()
        && (isLabelledValue(text.nextLineWithText(line))
            || isLabelledValue(text.lastLineWithText(line)));
  }

  private boolean isLabelledValue(Optional<Integer> line) {
    return labelled(line).map(Shape::of).filter(Shape::isAttribute).isPresent();
  }

  private Optional<String> labelled(Optional<Integer> line) {
    return line.map(text::line)
        .filter(content -> content.length() <= SeenLine.LONGEST)
        .map(CellText::item)
        .map(LABELLED::matcher)
        .filter(Matcher::matches)
        .map(labelled -> CellText.plain(labelled.group(1)));
  }
}
