package io.kbaudit.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file or folder as {@code dir} of cmd lists it, in any country's form.
 *
 * <pre>
 * 10.03.2011  10:04    &lt;DIR&gt;          .
 * 10.03.2011  10:04           679.936 DNSClient.msi
 * </pre>
 *
 * @param size as it is printed, in brackets where the file is kept elsewhere; what is no file has
 *     its kind there, such as {@code <DIR>}
 * @param name all that stands behind, blanks and all
 */
public record DirLine(String date, String time, String size, String name) {
  /** Longer than any line with a path that cmd can go to. */
  public static final int LONGEST = 1000;

  /** What may part columns. */
  public static final String BLANK = "[ \t\u00A0\u202F]";

  /** A date in numbers, as a group. */
  public static final String DATE = "([0-9]{1,4}(?:[-/.] ?)[0-9]{1,2}(?:[-/.] ?)[0-9]{1,4}\\.?)";

  /** A time, as a group. Before or behind it may stand which half of the day is meant. */
  public static final String TIME =
      "((?:\\P{ASCII}{2,4} ?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:"
          + BLANK
          + "?[AaPp]\\.?(?:"
          + BLANK
          + "?[Mm]\\.?)?(?="
          + BLANK
          + "))?)";

  /** A number whose thousands may be parted. */
  public static final String DIGITS =
      "[0-9]{1,3}(?:[,.'\u2019 \u00A0\u202F][0-9]{3}){1,5}|[0-9]{1,18}";

  private static final String HEAD = BLANK + "*+" + DATE + BLANK + "++" + TIME;

  private static final String SIZE = "(<[\\p{Lu}_]{3,20}>|\\(?(?:" + DIGITS + ")\\)?)";

  private static final Pattern LINE =
      Pattern.compile(HEAD + BLANK + "++" + SIZE + "(?:" + BLANK + ")(.*)");

  private static final Pattern BEGINNING = Pattern.compile(HEAD);

  private static final Pattern WHOLE_SIZE = Pattern.compile(SIZE);

  /** The path of a folder, behind a few words or none. */
  private static final Pattern FOLDER =
      Pattern.compile(
          BLANK
              + "*+([^\\s:\\\\][^:\\\\]{0,60}?:?"
              + BLANK
              + "++)?((?:[A-Za-z]:|\\\\\\\\[^\\\\\\s]{1,80}|[\\w.\\\\]{1,60}::[A-Za-z]:)\\\\.*)");

  /**
   * Where names begin, counted from the end of the time, and how many blanks stand before them: in
   * Windows, and in Wine.
   */
  private enum Columns {
    WINDOWS(19, 1),
    WINE(16, 2);

    private final int name;
    private final int blanks;

    Columns(int name, int blanks) {
      this.name = name;
      this.blanks = blanks;
    }
  }

  /** Returns what {@code line} lists, wherever its columns are; absent where it lists nothing. */
  public static Optional<DirLine> find(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher dir = LINE.matcher(line);
    return !dir.matches() || dir.group(4).isBlank()
        ? Optional.empty()
        : Optional.of(new DirLine(dir.group(1), dir.group(2), dir.group(3), dir.group(4)));
  }

  /**
   * Returns what {@code line} lists where cmd has its columns, else as {@link #find} does. Columns
   * tell a size of {@code 46} before the name {@code 123 a.txt} from {@code 46 123}, and the blanks
   * that a name begins with from those before it.
   */
  public static Optional<DirLine> inColumns(String line) {
    Matcher beginning = BEGINNING.matcher(line);
    if (line.length() > LONGEST || !beginning.lookingAt()) {
      return Optional.empty();
    }
    for (Columns columns : Columns.values()) {
      int name = beginning.end() + columns.name;
      int end = name - columns.blanks;
      if (name >= line.length() || !line.substring(end, name).isBlank()) {
        continue;
      }
      String size = line.substring(beginning.end(), name).strip();
      boolean fits = size.startsWith("<") || !line.substring(end - 1, end).isBlank();
      if (fits && WHOLE_SIZE.matcher(size).matches()) {
        return Optional.of(
            new DirLine(beginning.group(1), beginning.group(2), size, line.substring(name)));
      }
    }
    return find(line);
  }

  /** Returns the path of the folder that {@code line} names, whose files are listed below. */
  public static Optional<String> folder(String line) {
    if (line.length() > LONGEST || line.indexOf('\\') < 0) {
      return Optional.empty();
    }
    Matcher folder = FOLDER.matcher(line);
    if (!folder.matches()) {
      return Optional.empty();
    }
    String path = folder.group(2).strip();
    return Optional.of(folder.group(1) == null ? withoutWordBehind(path) : path);
  }

  /** In China, Japan and Korea the word for a folder stands behind its path. */
  private static String withoutWordBehind(String path) {
    int word = path.lastIndexOf(' ') + 1;
    boolean foreign = word > 0 && path.substring(word).chars().allMatch(c -> c > 0x2E7F);
    return foreign ? path.substring(0, word).strip() : path;
  }
}
