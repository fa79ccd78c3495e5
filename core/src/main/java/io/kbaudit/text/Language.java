package io.kbaudit.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language in which Microsoft publishes, perhaps that of a region, as articles name it and as
 * packages number it: {@code English}, {@code Brazilian Portuguese}, {@code Chinese (Traditional)}.
 * Immutable.
 */
public final class Language {
  /** The bits of an identifier that tell the language, whatever the region ([MS-LCID] 2.1). */
  private static final int PRIMARY = 0x3FF;

  /** A comma in brackets parts a script from a region, as in {@code Serbian (Latin, Serbia)}. */
  private static final Pattern AND =
      Pattern.compile("(?i) *[,;/](?![^()]*\\)) *(?:(?:and|or) )?| (?:and|or|&) ");

  private static final Pattern ANY = Pattern.compile("(?i)neutral|^(all|any|every)\\b");

  /** Longer texts are no names, nor lists of them. */
  private static final int LONGEST_LIST = 500;

  /** Of a name, the words that leave it what it is: English is the language of most packages. */
  private static final Set<String> ENGLISH_WORDS = Set.of("english", "en", "us");

  /** Compiled when headings are first asked about. */
  private static final class InHeadings {
    static final Pattern NAME =
        Pattern.compile(
            "(?<!\\p{L})(?i:"
                + String.join("|", WindowsLanguages.all().inHeadings())
                + ")(?!\\p{Ll})");
  }

  private final List<Integer> identifiers;
  private final Set<Integer> covered;
  private final boolean everywhere;

  /**
   * Creates one.
   *
   * @param identifiers the usual ones, the most usual first
   * @param covered all that [MS-LCID] lists
   * @param everywhere whether any other of the primary language is covered too
   */
  Language(List<Integer> identifiers, List<Integer> covered, boolean everywhere) {
    this.identifiers = List.copyOf(identifiers);
    this.covered = Set.copyOf(covered);
    this.everywhere = everywhere;
  }

  /** Returns the part of an identifier that tells the language, whatever the region. */
  static int primaryOf(int identifier) {
    return identifier & PRIMARY;
  }

  /**
   * Returns the language that is called {@code words}, in any case and with any marks between them;
   * or all that they list, as in {@code English, French and German}. None where something is not
   * understood.
   */
  public static List<Language> namedBy(String words) {
    if (words.length() > LONGEST_LIST) {
      return List.of();
    }
    Optional<Language> only = find(words);
    List<Optional<Language>> listed = AND.splitAsStream(words).map(Language::find).toList();
    return only.isPresent() || listed.stream().anyMatch(Optional::isEmpty)
        ? only.stream().toList()
        : listed.stream().flatMap(Optional::stream).toList();
  }

  /** Returns the one language that is called {@code name}. */
  static Optional<Language> find(String name) {
    return WindowsLanguages.all().find(name);
  }

  /** Returns the names of languages that stand in a heading, each once and in its order. */
  public static List<String> namesIn(String heading) {
    Set<String> found = new LinkedHashSet<>();
    InHeadings.NAME
        .matcher(heading)
        .results()
        .map(name -> name.group().toLowerCase(Locale.ROOT))
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Returns whether {@code words} say that something is for all languages. */
  public static boolean isAny(String words) {
    return ANY.matcher(words).find();
  }

  /** Returns whether {@code word}, in small letters, is one by which a name says "in English". */
  public static boolean isWordForEnglish(String word) {
    return ENGLISH_WORDS.contains(word);
  }

  /**
   * Returns the words for a language in the first sentence of {@code text} about "the ... version
   * of this" fix, in any of the languages that kbaudit reads: its English name where it is
   * understood, else the words as printed. Absent where there is no such sentence, or it is about
   * another thing than the files of a fix.
   */
  public static Optional<String> statedIn(String text) {
    return StatedLanguage.first(StatedLanguage.in(List.of(text))).map(StatedLanguage::words);
  }

  /** Returns whether a package with this language identifier is of this language. */
  public boolean covers(int identifier) {
    return covered.contains(identifier)
        || (everywhere && primaryOf(identifier) == primaryOf(identifiers.get(0)));
  }

  /** Returns the identifiers under which Microsoft publishes it, the most usual one first. */
  public List<Integer> identifiers() {
    return identifiers;
  }
}
