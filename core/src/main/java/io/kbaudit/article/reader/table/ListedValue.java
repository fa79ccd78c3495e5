package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.regex.Pattern;

/** Tells how surely words are values of files, where no heading above them says so. */
final class ListedValue {
  /** As in {@code 80 file(s) 1,034,474 bytes}. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?i)(?<![A-Z])total(?![A-Z])|bytes free|[0-9] ?(?:file|dir|folder)(?:s|\\(s\\))?(?![A-Z])");

  /** Counts and numbers of items have no more digits, and sizes of files mostly do. */
  private static final int DIGITS_OF_SMALL_NUMBERS = 3;

  private static final int LONGEST_DATE = 40;

  /** More words say more than of which file, or for what, a value is. */
  private static final int MOST_OTHER_WORDS = 3;

  private ListedValue() {}

  static boolean isSaidToBeNothing(String cell) {
    return !cell.isEmpty() && Shape.of(cell) == Shape.NOTHING;
  }

  /** Whether hardly anything but a file has it: {@code ASP.NET} has a 4.0 beside it, too. */
  static boolean isStrongValue(String cell) {
    Shape shape = Shape.of(cell);
    return switch (shape) {
      case DATE, MODIFIED, SIZE -> true;
      case NUMBER -> cell.length() > DIGITS_OF_SMALL_NUMBERS;
      case VERSION -> cell.chars().filter(c -> c == '.').count() > 1;
      default -> shape.isDigest();
    };
  }

  /** Whether a word is neither a value nor what a value is called. */
  static boolean isOtherText(Word word) {
    return word.shape() == Shape.TEXT
        && word.text().chars().anyMatch(Character::isLetter)
        && !Shape.isIdentifier(word.text())
        && !ColumnHeading.isWordOfHeadings(word.text());
  }

  /** Whether a line is a value, and nothing beside it but what it is called. */
  static boolean isCalledValue(String line) {
    return areCalledValue(wordsOf(line));
  }

  /** Returns the words of a line; none of running text. */
  private static List<Word> wordsOf(String line) {
    return line.length() > SeenLine.LONGEST ? List.of() : SeenLine.words(line);
  }

  /** Whether a line is a value that hardly anything but a file has, or one that is called so. */
  static boolean isSurelyValue(String line) {
    List<Word> words = wordsOf(line);
    return areCalledValue(words)
        && words.stream()
            .anyMatch(word -> !word.shape().isAttribute() || isStrongValue(word.text()));
  }

  static boolean areCalledValue(List<Word> words) {
    return words.stream().anyMatch(word -> word.shape().isAttribute())
        && words.stream()
            .allMatch(
                word -> word.shape().isAttribute() || ColumnHeading.isWordOfHeadings(word.text()));
  }

  /** Returns what surely is a value of a file, wherever it stands. */
  static List<String> sureValues(String line) {
    return SeenLine.words(DigestCell.joined(line)).stream()
        .filter(ListedValue::isSure)
        .map(Word::text)
        .toList();
  }

  private static boolean isSure(Word word) {
    return switch (word.shape()) {
      case DATE, MODIFIED -> word.text().length() <= LONGEST_DATE;
      case SIZE -> true;
      case VERSION -> word.text().chars().filter(c -> c == '.').count() > 2;
      default -> word.shape().isDigest();
    };
  }

  /** Whether a line has a value of a file, and no more words than say of which. */
  static boolean isValueBelowRow(String line) {
    return line.length() <= SeenLine.LONGEST
        && !SeenLine.endsSentence(line)
        && !isTotal(line)
        && (isCalledValue(line)
            || (!sureValues(line).isEmpty()
                && SeenLine.words(line).stream().filter(ListedValue::isOtherText).count()
                    <= MOST_OTHER_WORDS));
  }

  /** Whether a line is values, and what they are called, one of them surely and no day. */
  static boolean isLabelledSize(String line) {
    List<Word> words = wordsOf(line);
    return areCalledValue(words)
        && words.stream().anyMatch(word -> word.shape() == Shape.TEXT)
        && words.stream().anyMatch(word -> isSure(word) && !isDay(word.shape()));
  }

  private static boolean isDay(Shape shape) {
    return shape == Shape.DATE || shape == Shape.MODIFIED;
  }

  /** Whether a line says how many files, folders or bytes there are, and names none. */
  static boolean isTotal(String line) {
    return TOTAL.matcher(line).find() && !SeenLine.mayNameFile(line);
  }
}
