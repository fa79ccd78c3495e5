package io.kbaudit.inventory.listing;

import io.kbaudit.file.Digests;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.listing.ListedTimes.UnreadableTimeException;
import io.kbaudit.text.DirLine;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files as {@code dir} of cmd lists them, line by line: folders with their files, below each of
 * them how many there were, and at the end how many in all. What was counted must be what was read;
 * the words around the numbers may be of any language.
 */
final class DirListing {
  private static final String DIGITS = "(" + DirLine.DIGITS + ")";

  /** As in {@code 2 File(s) 681,170 bytes} and {@code 2 Datei(en), 681.170 Bytes}. */
  private static final Pattern SUMMARY =
      Pattern.compile(
          DirLine.BLANK
              + "+"
              + DIGITS
              + DirLine.BLANK
              + "+(\\p{L}[^0-9]{0,40}?),?"
              + DirLine.BLANK
              + "+"
              + DIGITS
              + DirLine.BLANK
              + "+\\p{L}.{0,40}");

  /** The title of the totals of all folders. */
  private static final Pattern TOTAL = Pattern.compile(DirLine.BLANK + "+\\p{L}.{0,60}:\\s*");

  /** In what order Windows writes dates, as its registry has it; our own script says it first. */
  private static final Pattern DATE_ORDER =
      Pattern.compile("\\s*sShortDate\\s+REG_SZ\\s+(\\S.{0,40})");

  /** What cmd prints before a command that somebody types. */
  private static final Pattern PROMPT = Pattern.compile("[A-Za-z]:\\\\[^<>\"|?*]*>.*");

  private static final Pattern SHORT_NAME =
      Pattern.compile("[^\\s~.]{1,7}~[0-9]{1,5}(?:\\.[^\\s.]{0,3})? +\\S");

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final String FOLDER = "<DIR>";
  private static final String LINK_TO_FILE = "<SYMLINK>";

  /** Behind the name of a link, what it leads to. */
  private static final Pattern TARGET = Pattern.compile(" \\[[^\\[]*\\]$");

  /** Longer than any line with numbers alone. */
  private static final int LONGEST_SUMMARY = 200;

  /** How far a list was read. */
  private enum State {
    HEAD,
    FOLDER,
    FOLDER_COUNTED,
    TOTAL,
    TOTAL_COUNTED,
    END
  }

  private final String source;
  private final ListedFiles files;
  private final ListedTimes times;
  private State state = State.HEAD;
  private Optional<ListedPath> folder = Optional.empty();
  private int folders;
  private final Count here = new Count();
  private final Count inAll = new Count();

  DirListing(String source, ListedFiles files, ListedTimes times) {
    this.source = source;
    this.files = files;
    this.times = times;
  }

  /** Files as they were read, to be held to what the list says of them. */
  private static final class Count {
    private long files;
    private long links;
    private long bytes;

    void add(Count other) {
      files += other.files;
      links += other.links;
      bytes += other.bytes;
    }

    void clear() {
      files = 0;
      links = 0;
      bytes = 0;
    }

    /** Links to files may be counted or not. */
    boolean isAsListed(long listedFiles, long listedBytes) {
      return listedFiles >= files && listedFiles <= files + links && listedBytes == bytes;
    }

    @Override
    public String toString() {
      return English.counted(files, "file") + " of " + English.counted(bytes, "byte");
    }
  }

  /** Returns whether only such a list has a line of this kind. */
  static boolean isSign(String line) {
    return DirLine.inColumns(line).isPresent() || folderIn(line).isPresent();
  }

  private static Optional<ListedPath> folderIn(String line) {
    return DirLine.folder(line).map(ListedPath::of);
  }

  /** Reads the next line. */
  void take(int line, String text) throws InventoryFormatException {
    if (text.isBlank() || PROMPT.matcher(text).matches()) {
      return;
    }
    if (text.length() > DirLine.LONGEST) {
      throw wrong(
          line,
          "a line longer than "
              + English.number(DirLine.LONGEST)
              + " characters, which no list of files by dir has: "
              + Printable.quoted(text));
    }
    Matcher order = DATE_ORDER.matcher(text);
    if (state == State.HEAD && order.matches()) {
      times.state(order.group(1));
      return;
    }
    Optional<DirLine> entry = DirLine.inColumns(text);
    Optional<ListedPath> next = entry.isPresent() ? Optional.empty() : folderIn(text);
    if (entry.isPresent() && state == State.FOLDER) {
      takeEntry(line, entry.get());
    } else if (next.isPresent() && (state == State.HEAD || state == State.FOLDER_COUNTED)) {
      begin(line, next.get());
    } else if (next.isPresent() && state == State.FOLDER) {
      throw wrong(line, "the folder above ends without the number of its files: lines are missing");
    } else if (isSummary(text) && state != State.HEAD && state != State.END) {
      takeSummary(line, text);
    } else if (state == State.FOLDER_COUNTED && TOTAL.matcher(text).matches()) {
      state = State.TOTAL;
      files.setRecursive();
    } else if (state != State.HEAD || entry.isPresent()) {
      throw wrong(line, "not understood in a list of files by dir: " + Printable.quoted(text));
    }
  }

  private static boolean isSummary(String text) {
    return text.length() <= LONGEST_SUMMARY && SUMMARY.matcher(text).matches();
  }

  private void begin(int line, ListedPath next) throws InventoryFormatException {
    if (next.text().indexOf('\uFFFD') >= 0) {
      throw wrong(line, undecodable(next.text()));
    }
    files.addListedFolder(line, next);
    folder = Optional.of(next);
    folders++;
    here.clear();
    state = State.FOLDER;
  }

  private void takeEntry(int line, DirLine entry) throws InventoryFormatException {
    boolean isFile = !entry.size().startsWith("<");
    boolean isLink = !isFile && !entry.size().equals(FOLDER);
    ListedTime time = time(line, entry); // that of a folder tells how others are meant
    String name = isLink ? TARGET.matcher(entry.name()).replaceFirst("") : entry.name();
    if (!isFile) { // the column is as wide as a size with its blanks, which find() does not know
      name = name.stripLeading();
    }
    if (name.equals(".") || name.equals("..")) {
      return;
    }
    requireName(line, name);
    ListedPath path = ListedPath.in(folder.orElseThrow(), name);
    if (isFile) {
      here.files++;
      here.bytes += number(entry.size());
      files.add(file(line, path, number(entry.size()), time, Optional.empty()));
    } else if (entry.size().equals(LINK_TO_FILE)) {
      here.links++;
      files.add(
          file(
              line,
              path,
              0,
              ListedTime.sure(Instant.EPOCH),
              Optional.of("a link, whose file's size is not listed")));
    } else {
      files.addFolder(line, path, isLink);
    }
  }

  /** Owners and names of MS-DOS, where they are asked for, stand before names. */
  private void requireName(int line, String name) throws InventoryFormatException {
    if (name.indexOf('\uFFFD') >= 0) {
      throw wrong(line, undecodable(name));
    }
    if (name.indexOf('\\') >= 0 || SHORT_NAME.matcher(name).lookingAt()) {
      throw wrong(
          line,
          Printable.quoted(name)
              + " is more than a name; the list must be written without owners and short names");
    }
  }

  private static ListedEntry file(
      int line, ListedPath path, long size, ListedTime time, Optional<String> problem) {
    return new ListedEntry(line, path, size, time, Optional.empty(), Digests.NONE, problem);
  }

  private ListedTime time(int line, DirLine entry) throws InventoryFormatException {
    try {
      return times.read(entry.date() + " " + entry.time(), line);
    } catch (UnreadableTimeException e) {
      throw wrong(line, String.valueOf(e.getMessage()));
    }
  }

  /** Behind the files of a folder their number stands, and at the end that of folders. */
  private void takeSummary(int line, String text) throws InventoryFormatException {
    Matcher summary = SUMMARY.matcher(text);
    if (!summary.matches()) {
      throw new IllegalStateException(text);
    }
    long count = number(summary.group(1));
    long bytes = number(summary.group(3));
    if (state == State.FOLDER) {
      require(line, here, count, bytes, text);
      inAll.add(here);
      state = State.FOLDER_COUNTED;
    } else if (state == State.TOTAL) {
      require(line, inAll, count, bytes, text);
      state = State.TOTAL_COUNTED;
    } else if (state == State.FOLDER_COUNTED && folders > 1) {
      throw wrong(line, "several folders without the number of all their files");
    } else {
      state = State.END;
    }
  }

  private void require(int line, Count read, long files, long bytes, String text)
      throws InventoryFormatException {
    if (!read.isAsListed(files, bytes)) {
      throw wrong(line, Printable.quoted(text.strip()) + ", where " + read + " are listed above");
    }
  }

  /**
   * Ends the list.
   *
   * @param line the last one
   */
  void end(int line) throws InventoryFormatException {
    if (state != State.END) {
      throw wrong(
          line,
          state == State.HEAD
              ? "no folder is listed"
              : "it ends before the number of folders, as a list does that was cut");
    }
  }

  private static long number(String digits) {
    return Long.parseLong(NO_DIGIT.matcher(digits).replaceAll(""));
  }

  private static String undecodable(String name) {
    return Printable.quoted(name)
        + " has letters that code pages read as others; the list must be written in UTF-8 or"
        + " UTF-16";
  }

  private InventoryFormatException wrong(int line, String problem) {
    return new InventoryFormatException(source, line, problem);
  }
}
