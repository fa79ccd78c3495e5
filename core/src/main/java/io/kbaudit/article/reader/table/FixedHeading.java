package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Returns the heading that {@code words} are; absent where some belong to none. */
  static Optional<FixedHeading> of(List<Word> words) {
    List<Slot> slots = new ArrayList<>();
    List<ColumnHeading> headings = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    int i = 0;
    boolean afterKnown = false;
    boolean misunderstood = false;
    while (i < words.size()) {
      int count = Math.min(ColumnHeading.MOST_WORDS, words.size() - i);
      Optional<ColumnHeading> known = find(words.subList(i, i + count));
      while (known.isEmpty() && count > 1) {
        count--;
        known = find(words.subList(i, i + count));
      }
      int qualified = known.isEmpty() ? 0 : wordsQualified(words.subList(i, words.size()));
      if (qualified > count) {
        misunderstood = true;
        count = qualified;
      }
      String word = text(words.subList(i, i + count));
      Slot slot = slot(known, words.subList(i, i + count));
      boolean apart = i == 0 || words.get(i).isApartFrom(words.get(i - 1));
      if (!apart && !afterKnown) {
        slots.add(new Slot(Column.UNCLEAR, slots.remove(slots.size() - 1).start(), slot.end));
        unclear.add(unclear.isEmpty() ? word : unclear.remove(unclear.size() - 1) + " " + word);
        known = Optional.empty();
      } else if (!apart && known.isEmpty()) {
        return Optional.empty();
      } else {
        columns(known).forEach(column -> slots.add(at(slot, column)));
        known.ifPresentOrElse(headings::add, () -> unclear.add(word));
      }
      afterKnown = known.isPresent();
      i += count;
    }
    if (slots.size() > MOST_COLUMNS || !isFileTable(slots)) {
      return Optional.empty();
    }
    Set<Column> columns = slots.stream().map(Slot::column).collect(Collectors.toSet());
    List<String> together = unclear.isEmpty() ? List.of() : List.of(String.join(" ", unclear));
    return Optional.of(
        new FixedHeading(slots, HeadingFacts.of(headings, columns, together), misunderstood));
  }

  private static Optional<ColumnHeading> find(List<Word> words) {
    if (!ColumnHeading.mayBegin(words.get(0).text())) {
      return Optional.empty();
    }
    List<Word> phrase = phrase(words);
    return phrase.size() == words.size() ? ColumnHeading.find(text(phrase)) : Optional.empty();
  }

  /** Returns how many words are a heading that says more than is understood; 0 where none is. */
  private static int wordsQualified(List<Word> words) {
    List<Word> phrase = phrase(words.subList(0, Math.min(words.size(), MOST_WORDS_QUALIFIED)));
    for (int i = 1; i < phrase.size(); i++) {
      if (phrase.get(i).text().endsWith(")")) {
        return ColumnHeading.isMisunderstood(text(phrase.subList(0, i + 1))) ? i + 1 : 0;
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

  private static Slot slot(Optional<ColumnHeading> known, List<Word> words) {
    return new Slot(
        known.map(ColumnHeading::column).orElse(Column.UNCLEAR),
        words.get(0).start(),
        words.get(words.size() - 1).end());
  }

  private static Slot at(Slot place, Column column) {
    return new Slot(column, place.start, place.end);
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
