package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.Optional;
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

  private final ArticleText text;
  private final KnownNames names;
  private int lastNameAlone;
  private int lastDateAlone;

  LinesOfCells(ArticleText text, KnownNames names) {
    this.text = text;
    this.names = names;
  }

  /** Whether a line is the name of a file by itself, with a value on the next or the last one. */
  boolean isNameBesideValue(int line) {
    String cell =
        text.line(line).length() > ListingLine.LONGEST ? "" : CellText.item(text.line(line));
    if (names.isCell(cell) || Shape.isFileName(cell)) {
      boolean known = names.isCell(cell);
      boolean listing =
          isValueAlone(text.nextLineWithText(line), known)
              || isValueAlone(text.lastLineWithText(line), known);
      lastNameAlone = listing ? line : lastNameAlone;
      return listing;
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
        .filter(content -> content.length() <= ListingLine.LONGEST)
        .map(CellText::item)
        .filter(
            cell ->
                anyWillDo
                    ? ListingLine.isCalledValue(cell) || ListingLine.isSaidToBeNothing(cell)
                    : ListingLine.isStrongValue(cell) || ListingLine.isSaidToBeNothing(cell))
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
        .filter(content -> content.length() <= ListingLine.LONGEST)
        .map(CellText::item)
        .map(LABELLED::matcher)
        .filter(Matcher::matches)
        .map(labelled -> CellText.plain(labelled.group(1)));
  }
}
