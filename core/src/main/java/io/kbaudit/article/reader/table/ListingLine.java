package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells by its words whether a line lists a file, where no heading above it does. */
final class ListingLine {
  /** What is wrong with a line among the rows of a table that lists a file, and is no title. */
  static final String PARTED_OTHERWISE = "a row that is not parted into cells as the others are";

  /** Two more words than a name, its values and what those are called are running text. */
  private static final int MOST_OTHER_WORDS = 1;

  /** A sentence seldom begins with a file's name and has two values of it. */
  private static final int MOST_OTHER_WORDS_BEHIND_NAME = 12;

  /** A number without commas is a size where nothing stands beside it but a name and a date. */
  private static final Set<Shape> NAMED_DATED_AND_COUNTED =
      Set.of(Shape.TEXT, Shape.DATE, Shape.NUMBER);

  /** Of these, a line that names a file has two beside it where a third cannot be read. */
  private static final Set<Shape> VALUES =
      Set.of(
          Shape.DATE,
          Shape.BROKEN_DATE,
          Shape.TIME,
          Shape.MODIFIED,
          Shape.SIZE,
          Shape.NUMBER,
          Shape.VERSION);

  private static final Set<Shape> VALUES_OF_FILES =
      Set.of(Shape.DATE, Shape.TIME, Shape.MODIFIED, Shape.SIZE);

  /** Names of two files on a line, each parted from its extension. */
  private static final int MOST_WORDS_OF_NAMES = 4;

  /** More words of text beside a name and its values make a sentence. */
  private static final int MOST_WORDS_OF_TEXT = 3;

  /** Two columns are a name, and what somebody says of it. */
  private static final int FEWEST_COLUMNS = 3;

  private ListingLine() {}

  /**
   * Whether a line that stands in a table as a title, or in none, has the name of a file and a
   * value of it, and hardly any other words, whatever parts them: brackets, quotation marks,
   * dashes.
   */
  static boolean listsFile(String line) {
    return listsFile(line, FileExtensions::isKnownName);
  }

  static boolean listsFile(String printed, Predicate<String> isName) {
    String line = SeenLine.asSeen(printed);
    if (line.length() > SeenLine.LONGEST
        || !SeenLine.mayNameFile(line)
        || SeenLine.endsSentence(line)) {
      return false;
    }
    List<Word> words = SeenLine.words(line);
    if (words.isEmpty()) {
      return false;
    }
    long texts = words.stream().filter(ListedValue::isOtherText).count();
    long values =
        words.stream()
            .filter(
                word -> ListedValue.isStrongValue(word.text()) || Shape.isIdentifier(word.text()))
            .count();
    boolean beginsWithName = isName.test(words.get(0).text());
    return values > 0
        && texts <= (beginsWithName && values > 1 ? MOST_OTHER_WORDS_BEHIND_NAME : MOST_OTHER_WORDS)
        && words.stream().anyMatch(word -> isName.test(word.text()));
  }

  /** A name and two values or more, the blanks between them collapsed, and hardly any text. */
  static boolean isCollapsedRow(List<Word> words, Predicate<String> isName) {
    boolean named = words.stream().anyMatch(word -> isName.test(word.text()));
    boolean apart = false;
    for (int i = 1; i < words.size(); i++) {
      apart |= words.get(i).isApartFrom(words.get(i - 1));
    }
    long values = words.stream().filter(word -> word.shape().isAttribute()).count();
    long texts = words.stream().filter(word -> word.shape() == Shape.TEXT).count();
    boolean knownRow = named && values >= (apart && texts <= 1 ? 1 : 2);
    boolean likelyRow =
        apart
            && words.stream().anyMatch(word -> word.shape() == Shape.FILE_NAME)
            && words.stream().anyMatch(word -> ListedValue.isStrongValue(word.text()));
    return texts <= MOST_WORDS_OF_TEXT && (knownRow || likelyRow);
  }

  /**
   * Whether a line is a file's name and values of whatever kind, and has no word but their names.
   */
  static boolean isNameAndValues(String line, Predicate<String> isName) {
    List<Word> words =
        line.length() > SeenLine.LONGEST || !SeenLine.mayNameFile(line)
            ? List.of()
            : SeenLine.words(line);
    return words.size() > 1
        && !SeenLine.endsSentence(line)
        && isName.test(words.get(0).text())
        && ListedValue.areCalledValue(words.subList(1, words.size()));
  }

  /** Whether a line that stands where a title may be is about a file: it is a row that is torn. */
  static boolean isAboutFile(String line) {
    if (listsFile(line)) {
      return true;
    }
    List<Word> words =
        line.length() > SeenLine.LONGEST || !SeenLine.mayNameFile(line)
            ? List.of()
            : SeenLine.words(line);
    return !words.isEmpty()
        && !Cells.strip(line).equals(words.get(0).text())
        && (FileExtensions.isKnownName(words.get(0).text()) || isDataWithValue(words));
  }

  /** Whether a file of data is named, and nothing but values of it behind its name. */
  private static boolean isDataWithValue(List<Word> words) {
    String name = words.get(0).text();
    List<Word> values = words.subList(1, words.size());
    return Shape.isFileName(name)
        && FileExtensions.ofData().contains(Shape.extension(name))
        && ListedValue.areCalledValue(values)
        && values.stream().anyMatch(word -> ListedValue.isStrongValue(word.text()));
  }

  /** Whether columns of words are numbers, and as many words as names of files have. */
  static boolean hasNumberApart(List<Word> words) {
    boolean number = false;
    for (int i = 1; i < words.size(); i++) {
      Shape shape = words.get(i).shape();
      number |=
          words.get(i).isApartFrom(words.get(i - 1))
              && (shape == Shape.NUMBER || shape == Shape.VERSION);
    }
    return number && words.size() <= MOST_WORDS_OF_NAMES;
  }

  /** Whether a line begins with the name of a file, and has a value of it. */
  static boolean beginsWithFile(List<Word> words) {
    return words.size() > 1
        && FileExtensions.isKnownName(words.get(0).text())
        && words.stream().skip(1).anyMatch(word -> word.shape().isAttribute());
  }

  /** Columns of words, of which the first is the name of a file. */
  static boolean isRowOfText(List<Word> words, Predicate<String> isName) {
    return words.size() >= FEWEST_COLUMNS
        && isName.test(words.get(0).text())
        && words.get(1).isApartFrom(words.get(0))
        && Word.columnsOf(words, List.of()).size() >= FEWEST_COLUMNS;
  }

  /** Words apart as columns are, one of them a name, with a date, size, time or version. */
  static boolean isTabularRow(List<Word> words) {
    boolean apart = false;
    int texts = 0;
    Set<Shape> shapes = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      apart |= i > 0 && words.get(i).isApartFrom(words.get(i - 1));
      texts += words.get(i).shape() == Shape.TEXT ? 1 : 0;
      shapes.add(words.get(i).shape());
    }
    boolean named =
        shapes.contains(Shape.FILE_NAME)
            && shapes.stream().filter(VALUES::contains).count() >= 2
            && shapes.stream().anyMatch(VALUES_OF_FILES::contains);
    boolean counted =
        shapes.contains(Shape.NUMBER)
            && (shapes.contains(Shape.TIME) || shapes.contains(Shape.VERSION));
    boolean namedInTwoWords =
        shapes.contains(Shape.DATE)
            && (shapes.contains(Shape.SIZE) || counted || shapes.equals(NAMED_DATED_AND_COUNTED))
            && texts >= 2
            && texts <= MOST_WORDS_OF_NAMES;
    return apart && (named || namedInTwoWords);
  }
}
