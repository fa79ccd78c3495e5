package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.Shape;
import java.util.Optional;

/** What a label and the text beside it say of a file. */
record FileProperty(ColumnHeading heading, String text) {
  /** More words are a sentence. */
  private static final int MOST_BLANKS_OF_NAME = 3;

  /** Returns the property; absent where the label is none that is known, or the text is another. */
  static Optional<FileProperty> of(String label, String text) {
    return ColumnHeading.find(label)
        .filter(heading -> ColumnHeading.find(text).isEmpty())
        .map(heading -> new FileProperty(heading, text));
  }

  Column column() {
    return heading.column();
  }

  /**
   * Returns whether a file begins with it. Beside its label, a name may have blanks; where that
   * says that it is a file's, it may look like none.
   */
  boolean namesFile() {
    return column() == Column.NAME
        && (Shape.isFileName(text.substring(text.lastIndexOf(' ') + 1))
            || (heading.namesFiles() && mayBeName()));
  }

  private boolean mayBeName() {
    return text.chars().anyMatch(Character::isLetter)
        && text.chars().filter(c -> c == ' ').count() <= MOST_BLANKS_OF_NAME
        && !text.endsWith(".")
        && !Shape.of(text).isAttribute();
  }

  /** Returns the text, a size with its unit, which may stand beside the label. */
  String value() {
    boolean lacksUnit = heading.unit().isPresent() && Shape.of(text) == Shape.NUMBER;
    return lacksUnit ? text + " " + heading.unit().get() : text;
  }
}
