package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;

/**
 * Something about an article's text that a careful reader would want to be told. Immutable.
 *
 * @param line where it is, counted from 1; of several lines, the first
 * @param lines how many lines it stands for, at least 1: the text may be about many of a kind; of a
 *     column, how many headings
 * @param text one sentence
 */
public record ArticleRemark(Kind kind, int line, int lines, String text) {
  /** The stable ids of remarks. */
  public enum Kind {
    /** A line that lists a file, and cannot be read as a row: the file is not among the rows. */
    ROW_UNREAD(
        "A line of the article lists a file and cannot be read as a row; that file is not audited,"
            + " so no audit by this article comes to COMPLIANT."),
    /** A column that holds what files could be held to, under a heading that nobody understands. */
    COLUMN_UNREAD(
        "A column of the article's file table holds dates, sizes, versions or digests under a"
            + " heading that is not understood; no file was held to it, so no audit by this article"
            + " comes to COMPLIANT."),
    /** A column, label, text or folder with which no file is compared. */
    COLUMN_NOT_COMPARED(
        "Something in the article's file table is not compared with any file: a column or label that"
            + " is not understood, or says less surely what another one says, a value in a text, or"
            + " the folders in which one name is listed."),
    /** A sentence that names a language of the files, and nobody understands which. */
    LANGUAGE_NOT_UNDERSTOOD(
        "The article says in which language its files are, and the words are not understood; the"
            + " check of languages is undecided for the files that it says so of."),
    /** A cell that holds something else than its column promises; its value is absent. */
    UNREADABLE_CELL(
        "A cell of the article's table holds something else than its column promises; the value is"
            + " left out, and its check is undecided."),
    /** The dates of a table may have the day or the month first, and none of them tells. */
    DATES_AMBIGUOUS(
        "The dates of a table may have the day or the month first, and none of them tells; those"
            + " that mean two days are left out, and their check is undecided. They are read in the"
            + " order that somebody knows to be meant, and says."),
    /**
     * Dates of which the article does not tell the order were read in the one that was asked for.
     */
    DATES_ASSUMED(
        "The article does not tell whether its dates have the month or the day first; they were read"
            + " as was asked, and are as sure as who asked was."),
    /** Dates of which the table does not tell the order were read as its language has them. */
    DATES_BY_LANGUAGE(
        "The table does not tell whether its dates have the month or the day first; they were read"
            + " as dates are in the language of its headings."),
    /** Some dates of a table have the month first, and others the day. */
    DATES_CONTRADICTORY(
        "Some dates of a table can only have the month first, and others only the day; each is read"
            + " as it can be, and those that may mean two days are left out."),
    /** A file that the table names, and says nothing of that it could be held to. */
    NOTHING_LISTED(
        "The table names a file and says nothing of it: neither date nor size nor version; it is"
            + " no row."),
    /** A file of the table has a name under which Windows finds none, or another one. */
    NAME_NOT_OF_WINDOWS(
        "The table lists a file under a name by which Windows finds none, or another one: of a"
            + " device, of a stream of another file, or with a character that no name has there."),
    /** A digest of a file that several rows list, or several of which one can be right. */
    HASH_WITHOUT_ROW(
        "The article lists a digest of a file that is in several rows of its file tables, or several"
            + " digests of one file, and not which belongs to which; no row is held to them, and the"
            + " contents of those rows are undecided."),
    /** The text has no file table. */
    NO_FILE_TABLE("The text has no file table, so nothing can be audited by it."),
    /** A part of a saved page that is no text, or that no program shows. */
    PART_NOT_READ(
        "The saved page has a part that is neither text nor a picture, a font or a program, that is"
            + " in an encoding that is not known, or that no program shows; it may list files."),
    /** The text says that its files are listed in another one. */
    LIST_ELSEWHERE(
        "The text says that its files are listed in a file that is to be downloaded; that file is"
            + " the article to give."),
    /** A cut name that the article's prose does not complete. */
    CUT_NAME_UNRESOLVED(
        "The table cuts a name, and the article's prose does not say which file is meant; files are"
            + " matched by the beginning of their names."),
    /** How a cut name was completed from the article's prose. */
    CUT_NAME_COMPLETED("The table cuts a name, and the article's prose completes it."),
    /** Files of the table that the prose does not name, though it names others. */
    NOT_NAMED_IN_TEXT(
        "The article's steps name other files of its table, and not these; perhaps they are not"
            + " installed."),
    /** Files that the prose names, and no table lists. */
    NAMED_NOT_LISTED(
        "The article's prose names files of the same kind that its tables do not list; no audit"
            + " asks for them."),
    /** Names in several rows that something tells apart. */
    LISTED_SEVERAL_TIMES(
        "Names are listed in several rows, for other platforms, languages or products; to name the"
            + " platform, the language or the heading chooses the rows that are meant."),
    /** Several rows of one name that nothing tells apart. */
    ROWS_NOT_TOLD_APART(
        "A name is listed in several rows, and nothing that the article prints beside it tells them"
            + " apart; files are matched with them by size and date."),
    /**
     * The article does not say that its times are in UTC, or says another zone; they are read so.
     */
    TIMES_WITHOUT_ZONE("The article does not say that its dates are in UTC; they are read as UTC."),
    /** The text lists other rows than the bundled article of the same id. */
    DIFFERS_FROM_BUNDLED(
        "The text lists other or fewer rows than the bundled article of the same id: it was cut,"
            + " changed or revised, so no audit by it comes to COMPLIANT."),
    /** Nothing follows the last row: where the text was cut short, rows are missing. */
    TEXT_ENDS_WITH_TABLE(
        "Nothing follows the table's last row; if the text was cut short there, rows are missing.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means, in a sentence. */
    public String meaning() {
      return meaning;
    }
  }

  /** By what a file table is known, where there is none. */
  static final String NO_HEADINGS =
      "no line with headings such as | File name | Date | Time | File size |";

  /** Checks that nothing is null, and that it stands for a line. */
  public ArticleRemark {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    if (lines < 1) {
      throw new IllegalArgumentException("a remark on " + lines + " lines");
    }
  }

  /** A remark that stands for one line. */
  public ArticleRemark(Kind kind, int line, String text) {
    this(kind, line, 1, text);
  }

  /** Returns where it is: {@code line 7}, or {@code line 7 and 2 more lines}. */
  public String where() {
    return "line " + line + (lines == 1 ? "" : " and " + English.counted(lines - 1, "more line"));
  }

  /** Returns this remark in other words. */
  ArticleRemark worded(String words) {
    return new ArticleRemark(kind, line, lines, words);
  }

  /** Returns that the text as a whole has no file table. */
  public static ArticleRemark noFileTable() {
    return new ArticleRemark(
        Kind.NO_FILE_TABLE, 1, "The text has no file table: " + NO_HEADINGS + ", and rows below.");
  }

  /** Returns that words stand where an article names the language of its files. */
  public static ArticleRemark languageNotUnderstood(int line, String words) {
    return new ArticleRemark(
        Kind.LANGUAGE_NOT_UNDERSTOOD,
        line,
        "The files are said to be in a language that is not understood: "
            + Printable.quoted(words)
            + ".");
  }

  /** Returns that a cell cannot be read as what its column promises. */
  public static ArticleRemark unreadable(int line, String what, String cell) {
    return new ArticleRemark(
        Kind.UNREADABLE_CELL,
        line,
        "The " + what + " '" + Printable.excerpt(cell) + "' cannot be read and is left out.");
  }
}
