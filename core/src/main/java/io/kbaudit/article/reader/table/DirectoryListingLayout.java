package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.DirLine;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a computer lists of its folders: {@code dir} in any country's form, {@code Get-ChildItem},
 * and {@code ls -l} with whole dates. The folder that stands above its files is their group.
 *
 * <pre>
 *  Directory of C:\temp\QFERollupPackage
 *
 * 10.03.2011  10:04    &lt;DIR&gt;          .
 * 10.03.2011  10:04           679.936 DNSClient.msi
 *                1 Datei(en),        679.936 Bytes
 * </pre>
 *
 * <p>Folders are no rows. A name goes to the end of its line, blanks and all.
 */
final class DirectoryListingLayout implements TableLayout {
  /** Longer than any line with the longest path. */
  private static final int LONGEST = 1000;

  /** The mode says what it is; folders have no length. */
  private static final Pattern CHILD_ITEM =
      Pattern.compile(
          DirLine.BLANK
              + "*+([dlarhs-]{5,7}+)"
              + DirLine.BLANK
              + "++"
              + DirLine.DATE
              + DirLine.BLANK
              + "++"
              + DirLine.TIME
              + DirLine.BLANK
              + "++(?:("
              + DirLine.DIGITS
              + ")"
              + DirLine.BLANK
              + "++)?(\\S.*)");

  private static final Pattern LS =
      Pattern.compile(
          " *+([bcdlps-])[rwxsStT-]{9}[.+@]? ++[0-9]++ ++\\S++ ++\\S++ ++([0-9]++) ++([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + " ++([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\\.[0-9]++)?)?(?: ++([+-][0-9]{4}))? ++(\\S.*)");

  /** A date without its year, as {@code ls} prints it unless asked. */
  private static final Pattern LS_WITHOUT_YEAR =
      Pattern.compile(
          " *+[-l][rwxsStT-]{9}[.+@]? ++[0-9]++ ++\\S++ ++\\S++ ++[0-9,]++ ++\\S++ ++\\S++ ++\\S++ ++\\S.*");

  private static final Pattern TOTAL =
      Pattern.compile(
          DirLine.BLANK
              + "+[0-9][0-9.,'\u2019\u00A0\u202F ]*"
              + DirLine.BLANK
              + "?[^0-9\\s].{0,80}|total [0-9]+");

  private static final Pattern CHILD_ITEM_HEADING =
      Pattern.compile("\\s*Mode\\s+LastWriteTime\\s+Length\\s+Name\\s*");

  private static final Pattern RULE = Pattern.compile("[-\\s]{9,}");

  /** The name that MS-DOS gives a file stands before its own where {@code /x} asks for it. */
  private static final Pattern SHORT_NAME =
      Pattern.compile("[^\\s~.]{1,7}~[0-9]{1,5}(?:\\.[^\\s.]{0,3})? +(?=\\S)");

  private static final Set<String> UTC = Set.of("+0000", "-0000");

  /** Around the size of a file that is kept elsewhere. */
  private static final Pattern BRACKETS = Pattern.compile("[()]");

  private static final String LINK = "a link, whose file's size is not listed";

  private static final int OWNER_WIDTH = 23;

  /** More lines between the path of a folder and its first file, and between folders. */
  private static final int MOST_BETWEEN = 5;

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    boolean begins =
        Entry.in(text.line(line)).isPresent()
            || (mayHead(text.line(line)) && listsBelow(text, line));
    if (!begins) {
      return Optional.empty();
    }
    FileTable table = read(text, line);
    return table.rows().isEmpty() && table.unread().isEmpty() && table.datesOfFolders().isEmpty()
        ? Optional.empty()
        : Optional.of(table);
  }

  /** Whether a line by itself lists a file as {@code dir} does, or another program. */
  static boolean isEntry(String line) {
    return Entry.in(line).isPresent();
  }

  private static boolean mayHead(String line) {
    return DirLine.folder(line).isPresent()
        || (line.length() <= LONGEST && CHILD_ITEM_HEADING.matcher(line).matches());
  }

  /** Whether a file or folder is listed below a path, with nothing but headings between. */
  private static boolean listsBelow(ArticleText text, int line) {
    for (int next = line + 1; next <= Math.min(text.size(), line + MOST_BETWEEN); next++) {
      String content = text.line(next);
      if (Entry.in(content).isPresent()) {
        return true;
      }
      if (!content.isBlank() && !isHeading(content)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Reads what is listed. A line of {@code dir} looks like any other of values under no headings:
   * until a folder, a path or a mode tells that it is one, only a name may stand behind its size.
   */
  private static FileTable read(ArticleText text, int firstLine) {
    FileTable.Builder table = new FileTable.Builder(firstLine, HeadingFacts.NOTHING);
    boolean owners = false;
    boolean surely = false;
    for (int line = firstLine; line <= text.size(); line++) {
      String content = text.line(line);
      Optional<Entry> entry = Entry.in(content);
      Optional<String> folder = entry.isPresent() ? Optional.empty() : DirLine.folder(content);
      surely |= entry.filter(Entry::isOfListing).isPresent() || folder.isPresent();
      surely |= isHeading(content);
      if (entry.isPresent() && (surely || Shape.isFileName(entry.get().name))) {
        owners |= entry.get().name.indexOf('\\') >= 0;
        entry.get().addTo(table, line, owners);
      } else if (folder.isPresent() && listsBelow(text, line)) {
        table.beginGroup(line, folder.get());
      } else if (surely && ListingLine.isTabularRow(Word.in(Cells.strip(content)))) {
        table.addUnread(line, "a line among listed files that is not understood");
      } else if (surely && (isTotal(content) || isHeading(content))) {
        table.through(line);
      } else if (!content.isBlank() && !(surely && goesOnBelow(text, line))) {
        break;
      }
    }
    return table.build();
  }

  /** Whether a line stands between folders, as the title of the totals of all does. */
  private static boolean goesOnBelow(ArticleText text, int line) {
    Optional<Integer> next = text.nextLineWithText(line);
    return next.isPresent()
        && text.line(line).length() <= TableHeading.LONGEST
        && isTotal(text.line(next.get()));
  }

  private static boolean isTotal(String line) {
    return line.length() <= LONGEST && TOTAL.matcher(line).matches();
  }

  private static boolean isHeading(String line) {
    return line.length() <= LONGEST
        && (CHILD_ITEM_HEADING.matcher(line).matches() || RULE.matcher(line).matches());
  }

  /**
   * A file or folder that is listed.
   *
   * @param kind of what is no file, as it is printed; empty for a file
   * @param size as it is printed; empty of a folder
   * @param problem why it cannot be a row; empty where it can
   * @param plain whether nothing but its order tells it from a line of values
   */
  private record Entry(
      String date,
      String time,
      String kind,
      String size,
      String name,
      String problem,
      boolean plain) {
    static Optional<Entry> in(String line) {
      if (line.length() > LONGEST || line.chars().noneMatch(Character::isDigit)) {
        return Optional.empty();
      }
      return inDir(line).or(() -> inChildItems(line)).or(() -> inLs(line));
    }

    private static Optional<Entry> inDir(String line) {
      return DirLine.find(line).map(Entry::of);
    }

    private static Entry of(DirLine dir) {
      String size = dir.size();
      boolean isFile = size.charAt(0) != '<';
      return new Entry(
          dir.date(),
          dir.time(),
          isFile ? "" : size,
          isFile ? BRACKETS.matcher(size).replaceAll("") : "",
          dir.name(),
          size.equals("<SYMLINK>") ? LINK : "",
          isFile);
    }

    private static Optional<Entry> inChildItems(String line) {
      Matcher item = CHILD_ITEM.matcher(line);
      if (!item.matches()) {
        return Optional.empty();
      }
      boolean hasLength = item.group(4) != null;
      boolean isLink = item.group(1).startsWith("l");
      boolean isFolder = item.group(1).startsWith("d") || (isLink && !hasLength);
      String name = item.group(5).strip();
      return Optional.of(
          new Entry(
              item.group(2),
              item.group(3),
              isFolder ? "folder" : "",
              hasLength ? item.group(4) : "",
              name,
              isFolder ? "" : isLink ? LINK : problemOf(name, hasLength),
              false));
    }

    private static String problemOf(String name, boolean hasLength) {
      if (!hasLength) {
        return "a file without its length";
      }
      return name.endsWith("...") || name.endsWith("\u2026") ? "a name that is cut off" : "";
    }

    private static Optional<Entry> inLs(String line) {
      Matcher ls = LS.matcher(line);
      if (!ls.matches()) {
        return LS_WITHOUT_YEAR.matcher(line).matches()
            ? Optional.of(
                new Entry("", "", "", "", line.strip(), "a file whose date lacks its year", false))
            : Optional.empty();
      }
      String zone = ls.group(5);
      String problem =
          ls.group(1).equals("l")
              ? LINK
              : zone != null && !UTC.contains(zone) ? "a time in another zone than UTC" : "";
      boolean isFile = ls.group(1).equals("-") || ls.group(1).equals("l");
      return Optional.of(
          new Entry(
              ls.group(3),
              ls.group(4),
              isFile ? "" : ls.group(1),
              ls.group(2),
              ls.group(6).strip(),
              problem,
              false));
    }

    /** Whether it has what no other table has: a folder, a link, or a mode. */
    boolean isOfListing() {
      return !plain;
    }

    private boolean isFolder() {
      return !kind.isEmpty() && problem.isEmpty();
    }

    void addTo(FileTable.Builder table, int line, boolean owners) {
      if (isFolder()) {
        table.addFolder(line, date);
      } else if (!problem.isEmpty()) {
        table.addUnread(line, problem);
      } else {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.NAME, ownName(owners));
        cells.put(Column.DATE, date);
        cells.put(Column.TIME, time);
        cells.put(Column.SIZE, size);
        table.add(line, cells);
      }
    }

    /** An owner, whom {@code /q} asks for, stands before the name in a column of its own. */
    private String ownName(boolean owners) {
      String own = name;
      if (owners) {
        boolean inColumn = name.length() > OWNER_WIDTH && name.charAt(OWNER_WIDTH - 1) == ' ';
        int behind = name.indexOf(' ', Math.max(0, name.indexOf('\\')));
        own = inColumn ? name.substring(OWNER_WIDTH) : name.substring(behind + 1);
      }
      return SHORT_NAME.matcher(own.strip()).replaceFirst("");
    }
  }
}
