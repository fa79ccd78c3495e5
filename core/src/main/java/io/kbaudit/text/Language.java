package io.kbaudit.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language in which Microsoft publishes, perhaps that of a region, as articles name it and as
 * packages number it: {@code English}, {@code Brazilian Portuguese}, {@code Chinese (Traditional)}.
 * Immutable.
 */
public final class Language {
  /** A comma in brackets parts a script from a region, as in {@code Serbian (Latin, Serbia)}. */
  private static final Pattern AND =
      Pattern.compile("(?i) *[,;/](?![^()]*+\\)) *+(?:(?:and|or) )?| (?:and|or|&) ");

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

  private final WindowsLanguages.Numbers numbers;

  private Language(WindowsLanguages.Numbers numbers) {
    this.numbers = numbers;
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
    if (only.isPresent()) {
      return List.of(only.get());
    }
    List<Optional<Language>> listed = AND.splitAsStream(words).map(Language::find).toList();
    return listed.stream().anyMatch(Optional::isEmpty)
        ? List.of()
        : listed.stream().flatMap(Optional::stream).toList();
  }

  /** Returns the one language that is called {@code name}. */
  static Optional<Language> find(String name) {
    return WindowsLanguages.all().find(name).map(Language::new);
  }

  /** Returns the names of languages that stand in a heading, each once and in its order. */
  public static List<String> namesIn(String heading) {
    Set<String> found = new LinkedHashSet<>();
    InHeadings.NAME
        .matcher(heading)
        .results()
        .map(name -> Letters.small(name.group()))
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

  /** Returns whether a package with this language identifier is of this language. */
  public boolean covers(int identifier) {
    return numbers.cover(identifier);
  }

  /** Returns the identifiers under which Microsoft publishes it, the most usual one first. */
  public List<Integer> identifiers() {
    return numbers.usual();
  }
}
