package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import io.kbaudit.text.Folded;
import io.kbaudit.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heading of one column, as articles of any language word it.
 *
 * @param kind the key of the {@linkplain Vocabulary words of all languages} under which it stands;
 *     empty where it stands under none
 * @param columns what stands under it: one, or more where it announces several together
 * @param unit of the sizes under it; absent where their cells say it, or they are bytes
 * @param saysUtc whether it says that the times under it are UTC
 * @param languages the codes of those in which it is called so
 */
public record ColumnHeading(
    String kind,
    List<Column> columns,
    Optional<ListedSize.Unit> unit,
    boolean saysUtc,
    Set<String> languages) {
  /** As many words as the longest known heading has. */
  public static final int MOST_WORDS = 8;

  /** Longer than any known heading with its qualifier and Markdown's marks. */
  private static final int LONGEST = 100;

  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** A heading that announces nothing that is understood. */
  public static final ColumnHeading UNKNOWN = of("", List.of(Column.OTHER), Set.of());

  /** A heading that names an algorithm, and says more or less than is known: {@code CRC32}. */
  private static final ColumnHeading OF_DIGESTS = of("hash", List.of(Column.DIGEST), Set.of());

  /** What the kinds of the vocabulary are for. */
  private static final Map<String, List<Column>> COLUMNS =
      Map.ofEntries(
          Map.entry("name", List.of(Column.NAME)),
          Map.entry("item", List.of(Column.NAME)),
          Map.entry("extension", List.of(Column.EXTENSION)),
          Map.entry("date", List.of(Column.DATE)),
          Map.entry("time", List.of(Column.TIME)),
          Map.entry("modified", List.of(Column.MODIFIED)),
          Map.entry("time-date", List.of(Column.MODIFIED)),
          Map.entry("size", List.of(Column.SIZE)),
          Map.entry("version", List.of(Column.VERSION)),
          Map.entry("weak-version", List.of(Column.VERSION)),
          Map.entry("new-version", List.of(Column.VERSION)),
          Map.entry("version-and-description", List.of(Column.VERSION, Column.OTHER)),
          Map.entry("platform", List.of(Column.PLATFORM)),
          Map.entry("language", List.of(Column.LANGUAGE)),
          Map.entry("service-pack", List.of(Column.SERVICE_PACK)),
          Map.entry("branch", List.of(Column.BRANCH)),
          Map.entry("md5", List.of(Column.MD5)),
          Map.entry("sha1", List.of(Column.SHA1)),
          Map.entry("sha256", List.of(Column.SHA256)),
          Map.entry("sha512", List.of(Column.SHA512)),
          Map.entry("hash", List.of(Column.DIGEST)),
          Map.entry("algorithm", List.of(Column.ALGORITHM)),
          Map.entry("product", List.of(Column.PRODUCT)),
          Map.entry("folder", List.of(Column.FOLDER)),
          Map.entry("old-version", List.of(Column.OLD_VERSION)),
          Map.entry("other", List.of(Column.OTHER)));

  private static final Set<String> WORDS_OF_NAMES = WORDS.wordsOf(List.of("name", "item"));

  private static final Set<String> WORDS_OF_VALUES =
      WORDS.wordsOf(
          COLUMNS.entrySet().stream()
              .filter(kind -> kind.getValue().get(0).isAttribute())
              .map(Map.Entry::getKey)
              .toList());

  /** What parts words and, in separated values, the headings. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,;\"]");

  /** The headings of tables that kbaudit wrote itself. */
  private static final Map<String, Column> OF_EXPORTS =
      Map.of(
          "table", Column.TABLE,
          "group", Column.GROUP,
          "printed name", Column.PRINTED_NAME,
          "alternative to row", Column.ALTERNATIVE_TO,
          "not read", Column.UNREAD);

  private static final Pattern MARKS = Pattern.compile("[*_`]+");
  private static final Pattern SLASH = Pattern.compile(" ?/ ?");
  private static final Pattern QUALIFIED =
      Pattern.compile("([^(\\[]*[^(\\[ ]) ?[(\\[]([^()\\[\\]]*)[)\\]]");

  /** As in {@code size in bytes}, {@code taille en octets}. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("(.*?[^ ,:;]) ?[,:;]? (?:\\p{L}{1,3} )?\\p{L}{1,10}");

  public ColumnHeading {
    columns = List.copyOf(columns);
    languages = Set.copyOf(languages);
  }

  /**
   * Returns the known heading that {@code text} is; absent where it is none, or says more than is
   * understood, as {@code Time (PST)} does.
   */
  public static Optional<ColumnHeading> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String words = words(text);
    Optional<ColumnHeading> known = known(words);
    if (known.isPresent()) {
      return known;
    }
    if (hasBrackets(words)) {
      Matcher qualified = QUALIFIED.matcher(words);
      if (qualified.matches()) {
        return qualified(qualified.group(1), qualified.group(2).strip());
      }
    }
    String last = words.substring(words.lastIndexOf(' ') + 1);
    if (!isUnitOrZone(last)) {
      return Optional.empty();
    }
    Matcher withUnit = WITH_UNIT.matcher(words);
    return withUnit.matches() ? qualified(withUnit.group(1), last) : Optional.empty();
  }

  private static boolean hasBrackets(String text) {
    return text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
  }

  private static boolean isUnitOrZone(String word) {
    return WORDS.unit(word).isPresent() || WORDS.isUtc(word);
  }

  /**
   * Returns whether {@code line} may be the headings of a file table: it has one of the words by
   * which columns of names are called, and one of those of columns of values. A quick look, which
   * spares most lines a slow one.
   */
  public static boolean mayHead(String line) {
    boolean named = false;
    boolean valued = false;
    for (String word : BETWEEN_WORDS.split(words(line), -1)) {
      named |= WORDS_OF_NAMES.contains(word);
      valued |= WORDS_OF_VALUES.contains(word) || word.indexOf('/') > 0;
    }
    return named && valued;
  }

  /** Returns whether columns of files are called by {@code word}, among others or alone. */
  public static boolean isWordOfHeadings(String word) {
    String folded = words(word);
    return WORDS_OF_NAMES.contains(folded)
        || WORDS_OF_VALUES.contains(folded)
        || WORDS.unit(folded).isPresent()
        || WORDS.isUtc(folded)
        || known(folded).isPresent();
  }

  /** Returns whether a heading may begin with {@code word}; it may have a mark around it. */
  public static boolean mayBegin(String word) {
    String folded = words(word);
    return WORDS.beginsHeading(folded)
        || OF_EXPORTS.keySet().stream().anyMatch(heading -> heading.startsWith(folded))
        || folded.indexOf('/') >= 0
        || folded.indexOf('(') >= 0;
  }

  /** Returns the heading that {@code text} is, known or not; what names a digest is one of them. */
  public static ColumnHeading of(String text) {
    return find(text).orElseGet(() -> namesDigest(text) ? OF_DIGESTS : UNKNOWN);
  }

  private static boolean namesDigest(String text) {
    return text.length() <= LONGEST && DigestCell.ALGORITHM.matcher(text).find();
  }

  /** Returns whether a heading begins as a known one, and says more that changes what it means. */
  public static boolean isMisunderstood(String text) {
    String words = text.length() > LONGEST ? "" : words(text);
    if (!hasBrackets(words) || find(text).isPresent()) {
      return false;
    }
    Matcher qualified = QUALIFIED.matcher(words);
    return qualified.matches() && known(qualified.group(1)).isPresent();
  }

  /**
   * Returns whether an unknown heading says of its times more than is understood: {@code Time PST},
   * {@code Local time}.
   */
  public static boolean saysMoreOfTimes(String text) {
    String words = text.length() > LONGEST ? "" : words(text);
    for (int blank = words.indexOf(' '); blank >= 0; blank = words.indexOf(' ', blank + 1)) {
      if (isOfTimes(words.substring(0, blank)) || isOfTimes(words.substring(blank + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTimes(String words) {
    return known(words).filter(ColumnHeading::isOfTimes).isPresent();
  }

  private boolean isOfTimes() {
    return switch (column()) {
      case DATE, TIME, MODIFIED -> true;
      default -> false;
    };
  }

  /** Returns whether it says that what stands under it is the name of a file: none that may be. */
  public boolean namesFiles() {
    return kind.equals("name");
  }

  /** Returns the only column under it; the first, where there are more. */
  public Column column() {
    return columns.get(0);
  }

  /** Returns whether it is understood. */
  public boolean isKnown() {
    return !kind.isEmpty();
  }

  /** Returns whether of dates and times under it, which are words apart, the time comes first. */
  public boolean hasTimeFirst() {
    return kind.equals("time-date");
  }

  /**
   * Returns how surely it heads its column: beside {@code File name}, {@code Component} heads none;
   * nor {@code Version} beside {@code New version}.
   */
  int rank() {
    return switch (kind) {
      case "item", "weak-version" -> 0;
      case "new-version" -> 2;
      default -> 1;
    };
  }

  /** Returns a heading of this column alone. */
  static ColumnHeading of(Column column) {
    return of("-", List.of(column), Set.of());
  }

  private static ColumnHeading of(String kind, List<Column> columns, Set<String> languages) {
    return new ColumnHeading(kind, columns, Optional.empty(), false, languages);
  }

  private static Optional<ColumnHeading> known(String words) {
    Column exported = OF_EXPORTS.get(words);
    if (exported != null) {
      return Optional.of(of(exported));
    }
    return WORDS
        .heading(words)
        .map(
            heading ->
                new ColumnHeading(
                    heading.kind(),
                    COLUMNS.getOrDefault(heading.kind(), List.of(Column.OTHER)),
                    Optional.empty(),
                    words.endsWith("utc"),
                    heading.languages()));
  }

  private static Optional<ColumnHeading> qualified(String heading, String qualifier) {
    Optional<ColumnHeading> plain = known(heading);
    return plain.flatMap(
        known ->
            switch (known.column()) {
              case SIZE ->
                  WORDS.unit(withoutPreposition(qualifier)).map(Cells::unit).map(known::in);
              case DATE, TIME, MODIFIED ->
                  WORDS.isUtc(qualifier) ? Optional.of(known.ofUtc()) : Optional.empty();
              default -> plain;
            });
  }

  /** Takes "in" away from "in bytes", in any language. */
  private static String withoutPreposition(String qualifier) {
    int blank = qualifier.indexOf(' ');
    return blank > 0 && blank <= 3 ? qualifier.substring(blank + 1) : qualifier;
  }

  private ColumnHeading in(ListedSize.Unit counted) {
    return new ColumnHeading(kind, columns, Optional.of(counted), saysUtc, languages);
  }

  private ColumnHeading ofUtc() {
    return new ColumnHeading(kind, columns, unit, true, languages);
  }

  /** Folded, without Markdown's emphasis, and with nothing behind the last letter. */
  private static String words(String heading) {
    String plain =
        heading.indexOf('*') >= 0 || heading.indexOf('_') >= 0 || heading.indexOf('`') >= 0
            ? MARKS.matcher(heading).replaceAll(" ")
            : heading;
    String folded = Folded.of(plain);
    int end = folded.length();
    while (end > 0 && ":#.*".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    String words = folded.substring(0, end).strip();
    return words.indexOf('/') >= 0 ? SLASH.matcher(words).replaceAll("/") : words;
  }
}
