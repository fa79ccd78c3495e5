package io.kbaudit.article.reader.table;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.table.FixedHeading.Slot;
import io.kbaudit.text.PrintedDate;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives the words of a line to the columns of a table: each column, in the order of the headings,
 * takes the words that look most like it, or none. Where blanks were collapsed or widths changed,
 * the order is all that is left; where columns were kept, the place of a word counts a little too.
 *
 * <p>Of all ways to do so, the best is found as two texts are compared (Needleman and Wunsch,
 * 1970): column by column and word by word, each step the best of those before it.
 */
final class RowAligner {
  private static final int NO_FIT = -1000;

  /** What it costs to leave a word out, which no row of a table should need. */
  private static final int LEFT_OUT = 6;

  /** What it costs to take words for a comment, which is more than a gap inside a text costs. */
  private static final int COMMENT_COST = 4;

  /** A value under a heading that is not understood is better there than left out. */
  private static final int UNCLEAR_FIT = 2;

  /** As a day and a time that has AM or PM behind it. */
  private static final int MOST_WORDS_OF_VALUE = 3;

  private static final int MOST_WORDS_OF_NAME = 5;

  /** A line of more words is running text, and no row. */
  private static final int MOST_WORDS = 200;

  /** More words behind a row are running text that happens to begin like one. */
  private static final int MOST_WORDS_OF_COMMENT = 4;

  private static final Pattern NAME = Pattern.compile("\\.{1,2}|[\\p{L}0-9_$~!#%&'@^{}-]{1,64}");

  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_]{1,4}");

  /** As much of a digest as stands on a line, if it goes on in the next. */
  private static final Pattern PART_OF_DIGEST =
      Pattern.compile("(?=.*[0-9])[0-9A-Fa-f]{8,}(?:\\.\\.\\.|\u2026)?");

  private static final Pattern SPLIT_EXTENSION =
      Pattern.compile("[A-Za-z_$~!#-][A-Za-z0-9_$~!#-]*|[0-9]{3}");

  private static final Slot COMMENT = new Slot(Column.OTHER, -1, -1);

  private final List<Slot> slots;

  /** Whether sizes are listed, as MS-DOS does: else two words are no name and its extension. */
  private final boolean listsSizes;

  /** Creates an aligner for these columns; further words at the end are comments. */
  RowAligner(List<Slot> slots) {
    this.slots = new ArrayList<>(slots);
    this.slots.add(COMMENT);
    this.listsSizes = slots.stream().anyMatch(slot -> slot.column() == Column.SIZE);
  }

  /**
   * What the columns took.
   *
   * @param files the cells of each file on the line, in order
   * @param unclear what each file has under headings that are not understood
   * @param rest words that no column takes
   * @param lastText where the text begins that the last column of words took; absent where none did
   */
  record Aligned(
      List<Map<Column, String>> files,
      List<List<String>> unclear,
      List<Word> rest,
      Optional<Word> lastText) {}

  /** Returns the best way to give {@code words} to the columns. */
  Aligned align(List<Word> words) {
    if (words.size() > MOST_WORDS) {
      return new Aligned(List.of(), List.of(), words, Optional.empty());
    }
    FreeText texts = new FreeText(words);
    int[][] taken = new int[slots.size() + 1][words.size() + 1];
    int[][] best = new int[slots.size() + 1][words.size() + 1];
    for (int i = 1; i <= words.size(); i++) {
      best[0][i] = best[0][i - 1] - LEFT_OUT;
      taken[0][i] = -1;
    }
    for (int j = 1; j <= slots.size(); j++) {
      for (int i = 0; i <= words.size(); i++) {
        best[j][i] = best[j - 1][i];
        taken[j][i] = i;
        if (i > 0 && best[j][i - 1] - LEFT_OUT > best[j][i]) {
          best[j][i] = best[j][i - 1] - LEFT_OUT;
          taken[j][i] = -1;
        }
        for (int from = i - 1; from >= 0 && i - from <= mostWords(slots.get(j - 1)); from--) {
          int score =
              best[j - 1][from] + fit(slots.get(j - 1), words.subList(from, i), from, texts);
          if (score > best[j][i]) {
            best[j][i] = score;
            taken[j][i] = from;
          }
        }
      }
    }
    return follow(taken, words);
  }

  private Aligned follow(int[][] taken, List<Word> words) {
    List<List<Word>> bySlot = new ArrayList<>();
    List<Word> rest = new ArrayList<>();
    int i = words.size();
    int j = slots.size();
    while (i > 0 || j > 0) {
      int from = taken[j][i];
      if (from < 0) {
        i--;
        rest.add(0, words.get(i));
      } else {
        bySlot.add(0, words.subList(from, i));
        i = from;
        j--;
      }
    }
    return cells(bySlot, rest);
  }

  private Aligned cells(List<List<Word>> bySlot, List<Word> rest) {
    List<Map<Column, String>> files = new ArrayList<>();
    List<List<String>> unclear = new ArrayList<>();
    Optional<Word> lastText = Optional.empty();
    int perFile = (slots.size() - 1) / (int) names();
    for (int s = 0; s < slots.size(); s++) {
      if (s % perFile == 0 && s < slots.size() - 1) {
        files.add(new EnumMap<>(Column.class));
        unclear.add(new ArrayList<>());
      }
      List<Word> run = withoutValues(bySlot.get(s), slots.get(s).column(), bySlot, rest);
      Column column = s == slots.size() - 1 ? ofComment(run, bySlot) : slots.get(s).column();
      if (column == Column.UNCLEAR) {
        unclear.get(unclear.size() - 1).add(text(column, run));
      } else if (!run.isEmpty()) {
        files.get(files.size() - 1).merge(column, text(column, run), (a, b) -> a + " " + b);
        if (column.isText()) {
          lastText = Optional.of(run.get(0));
        }
      }
    }
    return new Aligned(files, unclear, leftAfterRescue(files, rest), lastText);
  }

  /** Beside other values, what stands below an empty column is one that nobody can read. */
  private Column ofComment(List<Word> comment, List<List<Word>> bySlot) {
    Optional<Column> empty = Optional.empty();
    boolean hasValue = false;
    for (int s = 0; s < slots.size() - 1; s++) {
      Slot slot = slots.get(s);
      if (slot.column().isAttribute() && !bySlot.get(s).isEmpty()) {
        hasValue = true;
      } else if (slot.column().isAttribute() && isBelow(slot, comment)) {
        empty = Optional.of(slot.column());
      }
    }
    return hasValue && names() == 1 ? empty.orElse(COMMENT.column()) : COMMENT.column();
  }

  private static boolean isBelow(Slot slot, List<Word> run) {
    return slot.start() >= 0
        && !run.isEmpty()
        && run.get(0).start() < slot.end()
        && run.get(run.size() - 1).end() > slot.start();
  }

  /** A text does not begin with the value of a column that has none: that is left for it. */
  private List<Word> withoutValues(
      List<Word> run, Column column, List<List<Word>> bySlot, List<Word> rest) {
    int from = 0;
    while (column.isText() && from < run.size() && isMissing(run.get(from).shape(), bySlot)) {
      rest.add(run.get(from));
      from++;
    }
    return run.subList(from, run.size());
  }

  private boolean isMissing(Shape shape, List<List<Word>> bySlot) {
    for (int s = 0; s < slots.size(); s++) {
      Optional<Column> column = Optional.of(slots.get(s).column());
      if (isStrong(shape) && shape.column().equals(column) && bySlot.get(s).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private long names() {
    return slots.stream().filter(slot -> slot.column() == Column.NAME).count();
  }

  /** Where headings lie, a word that looks like the value of an empty column is that value. */
  private static List<Word> leftAfterRescue(List<Map<Column, String>> files, List<Word> rest) {
    List<Word> left = new ArrayList<>();
    for (Word word : rest) {
      Optional<Column> column = word.shape().column();
      if (files.size() != 1
          || column.isEmpty()
          || files.get(0).putIfAbsent(column.get(), word.text()) != null) {
        left.add(word);
      }
    }
    return left;
  }

  private String text(Column column, List<Word> run) {
    boolean splitName = column == Column.NAME && isSplitName(run);
    StringBuilder text = new StringBuilder();
    for (Word word : run) {
      text.append(text.length() == 0 ? "" : splitName ? "." : " ").append(word.text());
    }
    return text.toString();
  }

  private static int mostWords(Slot slot) {
    if (slot.equals(COMMENT)) {
      return MOST_WORDS_OF_COMMENT;
    }
    return switch (slot.column()) {
      case NAME -> MOST_WORDS_OF_NAME;
      case VERSION -> 2;
      default -> slot.column().isText() ? Integer.MAX_VALUE : 1;
    };
  }

  /** How well words look like a value of the column; {@link #NO_FIT} where they cannot be one. */
  private int fit(Slot slot, List<Word> run, int from, FreeText texts) {
    int fit =
        slot.column().isText()
            ? texts.fit(slot.column(), from, from + run.size())
            : valueFit(slot.column(), run);
    if (slot.column() == Column.UNCLEAR && isOneValue(run)) {
      fit = UNCLEAR_FIT * run.size();
    }
    if (slot.equals(COMMENT)) {
      return texts.listsFile(from, from + run.size()) ? NO_FIT : fit - COMMENT_COST;
    }
    return isBelow(slot, run) ? fit + 2 : fit;
  }

  private static boolean isOneValue(List<Word> run) {
    boolean mayBe =
        run.size() == 1
            || (run.size() <= MOST_WORDS_OF_VALUE
                && run.stream().anyMatch(word -> word.shape() == Shape.DATE));
    return mayBe
        && Shape.of(run.stream().map(Word::text).collect(Collectors.joining(" "))).isAttribute();
  }

  private int valueFit(Column column, List<Word> run) {
    Word first = run.get(0);
    if (column == Column.NAME) {
      return nameFit(run);
    }
    if (column == Column.VERSION && run.size() == 2) {
      return isWordyVersion(run) ? 7 : NO_FIT;
    }
    return switch (first.shape()) {
      case NOTHING -> column == Column.VERSION ? 4 : 3;
      case NUMBER ->
          column == Column.SIZE
              ? 8
              : column == Column.VERSION ? 2 : brokenFit(column, first.text());
      case BROKEN_DATE -> column == Column.DATE ? 6 : NO_FIT;
      case FOLDER -> column == Column.SIZE ? 8 : NO_FIT;
      case VERSION -> column == Column.VERSION ? 10 : dottedFit(column, first.text());
      case TEXT -> brokenFit(column, first.text());
      default ->
          first.shape().column().filter(column::equals).isPresent()
              ? 10
              : column == Column.VERSION && first.shape() == Shape.FILE_NAME ? 1 : NO_FIT;
    };
  }

  /** What looks like a version may be a day, a size or a time in the column of those. */
  private static int dottedFit(Column column, String text) {
    boolean fits =
        switch (column) {
          case DATE -> PrintedDate.inColumn(text).isPresent();
          case SIZE -> Cells.size(text, ListedSize.Unit.BYTES, false).isPresent();
          case TIME -> Cells.time(text).isPresent();
          default -> false;
        };
    return fits ? 8 : NO_FIT;
  }

  /** Values that cannot be read stay in their columns: they are said, not lost. */
  private static int brokenFit(Column column, String text) {
    boolean digit = text.chars().anyMatch(Character::isDigit);
    return switch (column) {
      case TIME -> digit && text.indexOf(':') > 0 ? 4 : NO_FIT;
      case SIZE -> Character.isDigit(text.charAt(0)) && text.indexOf(',') > 0 ? 4 : NO_FIT;
      case DATE ->
          Character.isDigit(text.charAt(0)) && (text.indexOf('-') > 0 || text.indexOf('/') > 0)
              ? 4
              : NO_FIT;
      case VERSION -> digit && text.indexOf('.') > 0 ? 4 : NO_FIT;
      case EXTENSION -> EXTENSION.matcher(text).matches() ? 8 : NO_FIT;
      case MD5, SHA1, SHA256, SHA512, DIGEST -> PART_OF_DIGEST.matcher(text).matches() ? 4 : NO_FIT;
      default -> NO_FIT;
    };
  }

  /** As in {@code Gen 1.35}: Q77048. */
  private static boolean isWordyVersion(List<Word> run) {
    return !run.get(1).isApartFrom(run.get(0))
        && run.get(0).shape() == Shape.TEXT
        && run.get(1).shape() == Shape.VERSION;
  }

  private int nameFit(List<Word> run) {
    Word first = run.get(0);
    Word last = run.get(run.size() - 1);
    if (run.size() == 1) {
      return first.shape() == Shape.FILE_NAME
          ? 10
          : first.shape() == Shape.TEXT && mayBeName(first.text()) ? 4 : NO_FIT;
    }
    if (isSplitName(run)) {
      return 9;
    }
    for (int i = 1; i < run.size(); i++) {
      if (run.get(i).isApartFrom(run.get(i - 1)) || run.get(i - 1).shape() != Shape.TEXT) {
        return NO_FIT;
      }
    }
    return last.shape() == Shape.FILE_NAME ? 10 - 2 * run.size() : NO_FIT;
  }

  /** Whether a word without an extension may be a file's name, or a folder's. */
  private static boolean mayBeName(String text) {
    return NAME.matcher(text).matches()
        && (text.startsWith(".") || text.chars().anyMatch(Character::isLetter));
  }

  /**
   * Whether a name stands in two columns as MS-DOS lists it: eight characters, a blank, and the
   * extension. As in {@code SETUP EXE}: Q161501.
   */
  private boolean isSplitName(List<Word> run) {
    if (!listsSizes
        || run.size() != 2
        || run.get(0).text().length() > 8
        || run.get(1).text().length() > 3) {
      return false;
    }
    String extension = run.get(1).text();
    boolean inPlace = run.get(1).start() == run.get(0).start() + 9;
    boolean capitals = extension.chars().allMatch(c -> c < 128 && !Character.isLowerCase(c));
    return (inPlace || (capitals && !run.get(1).isApartFrom(run.get(0))))
        && SPLIT_EXTENSION.matcher(extension).matches()
        && (run.get(0).shape() == Shape.TEXT
            || (run.get(0).shape() == Shape.NUMBER && run.get(1).shape() == Shape.TEXT))
        && NAME.matcher(run.get(0).text()).matches();
  }

  /** Whether a word says of a file what a comment does not, or names another one. */
  private static boolean isOfFile(Word word) {
    return isStrong(word.shape())
        || ListedValue.isStrongValue(word.text())
        || FileExtensions.isKnownName(word.text());
  }

  private static boolean isStrong(Shape shape) {
    return switch (shape) {
      case DATE, TIME, SIZE, MD5, SHA1, SHA256, SHA512, UNKNOWN_DIGEST, MODIFIED -> true;
      default -> false;
    };
  }

  /** Tells how well words of a line look like free text, at one glance for any number of them. */
  private static final class FreeText {
    /** What is unlike text in the words before each, and in the gaps before those. */
    private final int[] unlikeText;

    private final int[] valuesBefore;
    private final int[] listedBefore;
    private final int[] gapBefore;
    private final boolean[] platform;

    FreeText(List<Word> words) {
      unlikeText = new int[words.size() + 1];
      valuesBefore = new int[words.size() + 1];
      listedBefore = new int[words.size() + 1];
      gapBefore = new int[words.size()];
      platform = new boolean[words.size()];
      for (int i = 0; i < words.size(); i++) {
        gapBefore[i] = i > 0 && words.get(i).isApartFrom(words.get(i - 1)) ? 2 : 0;
        platform[i] =
            words.get(i).shape() == Shape.TEXT && !Processors.in(words.get(i).text()).isEmpty();
        int values = isStrong(words.get(i).shape()) ? 1 : 0;
        int listed = isOfFile(words.get(i)) ? 1 : 0;
        listedBefore[i + 1] = listedBefore[i] + listed;
        valuesBefore[i + 1] = valuesBefore[i] + values;
        unlikeText[i + 1] = unlikeText[i] + gapBefore[i] + 3 * values;
      }
    }

    /** Returns whether one of the words says what a comment does not: of a file, or of another. */
    boolean listsFile(int from, int to) {
      return listedBefore[to] > listedBefore[from];
    }

    int fit(Column column, int from, int to) {
      int unlike = unlikeText[to] - unlikeText[from] - gapBefore[from];
      return (column == Column.OTHER ? 0 : 1)
          - unlike
          + (column == Column.PLATFORM && platform[from] ? 4 : 0);
    }
  }
}
