package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellHeading;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.text.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The headings of a table whose columns are parted by blanks, and where each stands.
 *
 * @param slots in the order printed, at least two
 * @param facts what the headings say of all rows
 * @param misunderstood whether one says more than is understood, as {@code Time (PST)} does
 */
record FixedHeading(List<Slot> slots, HeadingFacts facts, boolean misunderstood) {
  /** Headings of two files on a line are the same ones twice. */
  private static final int MOST_FILES = 4;

  /** As many words as a heading has with what stands behind it in brackets. */
  private static final int MOST_WORDS_QUALIFIED = 8;

  /** More than fit side by side on a screen. */
  private static final int MOST_COLUMNS = 40;

  FixedHeading {
    slots = List.copyOf(slots);
  }

  /**
   * The place of one column.
   *
   * @param start the column of its heading's first character, counted from 0
   * @param end the column after its last character
   */
  record Slot(Column column, int start, int end) {
    /** Returns this column without a place, for a line on which files follow each other. */
    Slot anywhere() {
      return new Slot(column, -1, -1);
    }
  }

  /**
   * A heading as it is printed.
   *
   * @param known what it announces; absent where it is not understood
   * @param misunderstood whether it begins as a known one, and says more than is understood
   */
  private record Printed(List<Word> words, Optional<ColumnHeading> known, boolean misunderstood) {
    /** Returns the same where, beside others, it announces {@code column} or nothing clear. */
    Printed as(Optional<Column> column) {
      boolean yields =
          column.filter(Column.OTHER::equals).isPresent()
              && known.map(ColumnHeading::column).filter(Column.OTHER::equals).isEmpty();
      return new Printed(
          words,
          yields ? Optional.of(ColumnHeading.UNKNOWN) : column.flatMap(clear -> known),
          misunderstood);
    }

    List<Slot> slots() {
      int start = words.get(0).start();
      int end = words.get(words.size() - 1).end();
      return columns(known).stream().map(column -> new Slot(column, start, end)).toList();
    }
  }

  /** Returns the heading that {@code words} are; absent where some belong to none. */
  static Optional<FixedHeading> of(List<Word> words) {
    List<Printed> headings = new ArrayList<>();
    int i = 0;
    while (i < words.size() && headings.size() <= MOST_COLUMNS) {
      List<Word> phrase = phrase(words.subList(i, words.size()));
      List<Printed> printed = headingsIn(phrase);
      if (printed.isEmpty()) {
        return Optional.empty();
      }
      headings.addAll(printed);
      i += phrase.size();
    }
    return ofOneFile(headings).or(() -> of(headings, slots(headings)));
  }

  /** Returns the heading where each line lists one file: of two columns, one may count more. */
  private static Optional<FixedHeading> ofOneFile(List<Printed> headings) {
    List<Optional<Column>> columns =
        CellHeading.columns(
            headings.stream().map(heading -> heading.known.orElse(ColumnHeading.UNKNOWN)).toList());
    List<Printed> settled = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      settled.add(headings.get(i).as(columns.get(i)));
    }
    List<Slot> slots = slots(settled);
    return slots.stream().filter(slot -> slot.column() == Column.NAME).count() == 1
        ? of(settled, slots)
        : Optional.empty();
  }

  private static List<Slot> slots(List<Printed> headings) {
    return headings.stream().flatMap(heading -> heading.slots().stream()).toList();
  }

  private static Optional<FixedHeading> of(List<Printed> headings, List<Slot> slots) {
    return slots.size() <= MOST_COLUMNS && isFileTable(slots)
        ? Optional.of(
            new FixedHeading(
                slots, facts(headings, slots), headings.stream().anyMatch(Printed::misunderstood)))
        : Optional.empty();
  }

  private static HeadingFacts facts(List<Printed> headings, List<Slot> slots) {
    List<String> unclear =
        headings.stream()
            .filter(heading -> heading.known.isEmpty())
            .map(heading -> text(heading.words))
            .toList();
    int unclearOfOneFile = unclear.size() / filesIn(slots);
    return HeadingFacts.of(
        headings.stream().flatMap(heading -> heading.known.stream()).toList(),
        slots.stream().map(Slot::column).collect(Collectors.toSet()),
        unclear.subList(0, unclearOfOneFile));
  }

  /**
   * Returns the headings that single blanks part: the known ones, or one that is not; none where
   * what is not known stands behind what is.
   */
  private static List<Printed> headingsIn(List<Word> phrase) {
    List<Printed> headings = new ArrayList<>();
    int i = 0;
    while (i < phrase.size()) {
      Optional<Printed> known = beginning(phrase.subList(i, phrase.size()));
      if (known.isEmpty()) {
        return i > 0 ? List.of() : List.of(new Printed(phrase, Optional.empty(), false));
      }
      headings.add(known.get());
      i += known.get().words.size();
    }
    return headings;
  }

  /** Returns the longest known heading with which {@code words} begin, and what qualifies it. */
  private static Optional<Printed> beginning(List<Word> words) {
    if (!ColumnHeading.mayBegin(Word.first(words.get(0).text()))) {
      return Optional.empty();
    }
    for (int count = Math.min(ColumnHeading.MOST_WORDS, words.size()); count > 0; count--) {
      Optional<ColumnHeading> known = ColumnHeading.find(text(words.subList(0, count)));
      if (known.isPresent()) {
        int qualified = wordsQualified(words);
        return Optional.of(
            new Printed(words.subList(0, Math.max(count, qualified)), known, qualified > count));
      }
    }
    return Optional.empty();
  }

  /** Returns how many words are a heading that says more than is understood; 0 where none is. */
  private static int wordsQualified(List<Word> words) {
    for (int count = 2; count <= Math.min(words.size(), MOST_WORDS_QUALIFIED); count++) {
      if (Folded.of(words.get(count - 1).text()).endsWith(")")) {
        return ColumnHeading.isMisunderstood(text(words.subList(0, count))) ? count : 0;
      }
    }
    return 0;
  }

  /** Returns the first of {@code words}, up to where they stand apart. */
  private static List<Word> phrase(List<Word> words) {
    int end = 1;
    while (end < words.size() && !words.get(end).isApartFrom(words.get(end - 1))) {
      end++;
    }
    return words.subList(0, end);
  }

  private static String text(List<Word> phrase) {
    return phrase.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** Date and time under one heading are two words in a line, in the order that it names them. */
  private static List<Column> columns(Optional<ColumnHeading> known) {
    List<Column> columns = known.map(ColumnHeading::columns).orElse(List.of(Column.UNCLEAR));
    if (!columns.contains(Column.MODIFIED)) {
      return columns;
    }
    return known.filter(ColumnHeading::hasTimeFirst).isPresent()
        ? List.of(Column.TIME, Column.DATE)
        : List.of(Column.DATE, Column.TIME);
  }

  /** One name, and something that the file can be held to; or all that twice. */
  private static boolean isFileTable(List<Slot> slots) {
    List<Column> columns = slots.stream().map(Slot::column).toList();
    long names = columns.stream().filter(Column.NAME::equals).count();
    if (names == 0 || names > MOST_FILES || columns.size() % names != 0) {
      return false;
    }
    int perFile = (int) (columns.size() / names);
    List<Column> first = columns.subList(0, perFile);
    for (int i = 1; i < names; i++) {
      if (!columns.subList(i * perFile, (i + 1) * perFile).equals(first)) {
        return false;
      }
    }
    boolean named = first.contains(Column.NAME);
    boolean eachOnce =
        first.stream().filter(FixedHeading::isClear).distinct().count()
            == first.stream().filter(FixedHeading::isClear).count();
    return named && eachOnce && first.stream().anyMatch(Column::isAttribute);
  }

  private static boolean isClear(Column column) {
    return column != Column.OTHER && column != Column.UNCLEAR;
  }

  /** Returns how many files stand on a line. */
  int filesOnLine() {
    return filesIn(slots);
  }

  private static int filesIn(List<Slot> slots) {
    return (int) slots.stream().filter(slot -> slot.column() == Column.NAME).count();
  }

  /** Returns the columns of one file, repeated for {@code files} on a line. */
  List<Slot> slotsFor(int files) {
    if (files == filesOnLine()) {
      return slots;
    }
    List<Slot> one = slots.subList(0, slots.size() / filesOnLine());
    List<Slot> repeated = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      one.forEach(slot -> repeated.add(slot.anywhere()));
    }
    return repeated;
  }
}
