package io.kbaudit.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language in which Microsoft publishes, perhaps that of a region, as articles name it and as
 * packages number it: {@code English}, {@code Brazilian Portuguese}, {@code Chinese (Traditional)}.
 * Immutable.
 */
public final class Language {
  /** The bits of an identifier that tell the language, whatever the region ([MS-LCID] 2.1). */
  private static final int PRIMARY = 0x3FF;

  /** By what articles call them, in small letters, the words parted by single blanks. */
  private static final Map<String, Language> BY_WORDS = new HashMap<>();

  /** What they are called without a region. */
  private static final List<String> NAMES = new ArrayList<>();

  static {
    // [MS-LCID] 2.2
    name("Afrikaans", 1078);
    name("Albanian", 1052);
    name("Arabic", 1025);
    name("Armenian", 1067);
    name("Azerbaijani", 1068);
    name("Basque", 1069);
    name("Belarusian", 1059);
    name("Bulgarian", 1026);
    name("Catalan", 1027);
    name("Chinese", 2052, 1028);
    name("Czech", 1029);
    name("Danish", 1030);
    name("Dutch", 1043);
    name("English", 1033);
    name("Estonian", 1061);
    name("Farsi", 1065);
    name("Filipino", 1124);
    name("Finnish", 1035);
    name("French", 1036);
    name("Galician", 1110);
    name("Georgian", 1079);
    name("German", 1031);
    name("Greek", 1032);
    name("Hebrew", 1037);
    name("Hindi", 1081);
    name("Hungarian", 1038);
    name("Icelandic", 1039);
    name("Indonesian", 1057);
    name("Irish", 2108);
    name("Italian", 1040);
    name("Japanese", 1041);
    name("Kazakh", 1087);
    name("Korean", 1042);
    name("Latvian", 1062);
    name("Lithuanian", 1063);
    name("Macedonian", 1071);
    name("Malay", 1086);
    name("Maltese", 1082);
    name("Norwegian", 1044, 2068);
    name("Persian", 1065);
    name("Polish", 1045);
    name("Portuguese", 2070, 1046);
    name("Romanian", 1048);
    name("Russian", 1049);
    name("Slovak", 1051);
    name("Slovenian", 1060);
    name("Spanish", 3082, 1034);
    name("Swedish", 1053);
    name("Thai", 1054);
    name("Turkish", 1055);
    name("Ukrainian", 1058);
    name("Urdu", 1056);
    name("Vietnamese", 1066);
    name("Welsh", 1106);
    // Three languages have one primary identifier; the region alone tells them apart.
    BY_WORDS.put("bosnian", of(5146, 8218));
    BY_WORDS.put("croatian", of(1050, 4122));
    BY_WORDS.put("serbian", of(2074, 3098, 9242, 10266, 6170, 7194, 11290, 12314));
    NAMES.addAll(List.of("Bosnian", "Croatian", "Serbian"));
    BY_WORDS.put("brazilian", of(1046));
    BY_WORDS.put("pan chinese", BY_WORDS.get("chinese"));
    region("Chinese", of(2052, 4100, 4), "Simplified");
    region("Chinese", of(2052), "PRC", "China", "Mainland", "Simplified PRC", "Simplified China");
    region("Chinese", of(1028, 3076, 5124, 31748), "Traditional");
    region("Chinese", of(1028), "Taiwan", "Traditional Taiwan");
    region("Chinese", of(3076), "Hong Kong", "Hong Kong SAR", "Traditional Hong Kong");
    region("Chinese", of(4100), "Singapore", "Simplified Singapore");
    region("Croatian", of(1050), "Croatia");
    region("Dutch", of(1043), "Netherlands");
    region("Dutch", of(2067), "Belgium", "Belgian");
    region("English", of(1033), "United States", "US", "U S", "USA", "American");
    region("English", of(2057), "United Kingdom", "UK", "U K", "British");
    region("English", of(3081), "Australia", "Australian");
    region("English", of(4105), "Canada", "Canadian");
    region("French", of(1036), "France");
    region("French", of(2060), "Belgium", "Belgian");
    region("French", of(3084), "Canada", "Canadian");
    region("French", of(4108), "Switzerland", "Swiss");
    region("German", of(1031), "Germany");
    region("German", of(2055), "Switzerland", "Swiss");
    region("German", of(3079), "Austria", "Austrian");
    region("Norwegian", of(1044), "Bokmal", "Bokm\u00e5l");
    region("Norwegian", of(2068), "Nynorsk");
    region("Portuguese", of(1046), "Brazil", "Brazilian");
    region("Portuguese", of(2070), "Portugal", "Iberian", "European");
    region("Serbian", of(2074, 6170, 9242, 11290), "Latin");
    region("Serbian", of(3098, 7194, 10266, 12314), "Cyrillic");
    region("Spanish", of(3082, 1034), "Spain", "Castilian");
    region("Spanish", of(2058), "Mexico", "Mexican");
  }

  private static final Pattern NAME =
      Pattern.compile("(?<!\\p{L})(?i:" + String.join("|", NAMES) + ")(?!\\p{Ll})");

  private static final Pattern AND = Pattern.compile(" *[,;/] *(?:and |or )?| (?:and|or) ");

  private static final Pattern ANY = Pattern.compile("(?i)neutral|^(all|any|every)\\b");

  /** The end of {@code The English version of this hotfix}, in which the language stands. */
  private static final Pattern VERSION = Pattern.compile(" versions? of this\\b");

  /** The beginning of it, and words that are no names, as in {@code the updated}. */
  private static final Pattern THE = Pattern.compile("\\b[Tt]he (?:[^\\p{Lu} ][^ ]* )*");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<!\\p{Lu})[.:;!?] ");

  private static final int LONGEST_SENTENCE = 200;

  /** Names of regions have up to three words, as in {@code Chinese (Hong Kong SAR)}. */
  private static final int MOST_WORDS = 4;

  /**
   * A word for a language that is not known: alone, or as in {@code The ICP1 post-SMS 2.0 Service
   * Pack 3 version of this fix} of Q316021. More words are a product's.
   */
  private static final Pattern UNKNOWN =
      Pattern.compile("(\\p{Lu}[^ ]*?)(?:[ -]language(?: .*)?| post-.*)?");

  /** Of a name, the words that leave it what it is: English is the language of most packages. */
  private static final Set<String> ENGLISH_WORDS = Set.of("english", "en", "us");

  private final List<Integer> identifiers;
  private final boolean everywhere;

  private Language(List<Integer> identifiers, boolean everywhere) {
    this.identifiers = identifiers;
    this.everywhere = everywhere;
  }

  private static Language of(Integer... identifiers) {
    return new Language(List.of(identifiers), false);
  }

  private static void name(String name, Integer... identifiers) {
    BY_WORDS.put(words(name), new Language(List.of(identifiers), true));
    NAMES.add(name);
  }

  private static void region(String name, Language language, String... regions) {
    for (String region : regions) {
      BY_WORDS.put(words(name + " " + region), language);
      BY_WORDS.put(words(region + " " + name), language);
    }
  }

  /**
   * Returns the language that is called {@code words}, in any case and with any marks between them;
   * or all that they list, as in {@code English, French and German}. None where something is not
   * understood.
   */
  public static List<Language> namedBy(String words) {
    Optional<Language> only = find(words);
    List<Optional<Language>> listed = AND.splitAsStream(words).map(Language::find).toList();
    return only.isPresent() || listed.stream().anyMatch(Optional::isEmpty)
        ? only.stream().toList()
        : listed.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Language> find(String name) {
    return Optional.ofNullable(BY_WORDS.get(words(name)));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\P{L}+", " ")
        .replace(" language", "")
        .strip();
  }

  /** Returns the names of languages that stand in a heading, each once and in its order. */
  public static List<String> namesIn(String heading) {
    Set<String> found = new LinkedHashSet<>();
    NAME.matcher(heading)
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
   * of this" fix, whether they are {@linkplain #namedBy understood} or not; absent where there is
   * no such sentence, or the words are a product's.
   *
   * @param text with single blanks between its words
   */
  public static Optional<String> statedIn(String text) {
    Matcher version = VERSION.matcher(text);
    while (version.find()) {
      String before =
          text.substring(Math.max(0, version.start() - LONGEST_SENTENCE), version.start());
      String[] sentences = SENTENCE_END.split(before, -1);
      Optional<String> stated = statedBefore(sentences[sentences.length - 1]);
      if (stated.isPresent()) {
        return stated;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> statedBefore(String lead) {
    List<String> candidates =
        THE.matcher(lead).results().map(the -> lead.substring(the.end())).toList();
    return candidates.stream()
        .flatMap(words -> knownAtStartOf(words).stream())
        .findFirst()
        .or(() -> candidates.stream().flatMap(words -> unknownIn(words).stream()).findFirst());
  }

  /** Absent too where a bracket names another region, or the rest another language. */
  private static Optional<String> knownAtStartOf(String text) {
    List<String> words = List.of(text.split(" ", -1));
    for (int count = Math.min(MOST_WORDS, words.size()); count > 0; count--) {
      String name = String.join(" ", words.subList(0, count));
      if (find(name).isPresent()) {
        String rest = text.substring(name.length()).strip();
        return rest.startsWith("(") || !namesIn(rest).isEmpty()
            ? Optional.empty()
            : Optional.of(name.replaceFirst("(?:[ -]language|,)$", ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> unknownIn(String words) {
    if (!namesIn(words).isEmpty()) {
      return Optional.of(words);
    }
    Matcher unknown = UNKNOWN.matcher(words);
    return unknown.matches() && Processors.namedBy(unknown.group(1)).isEmpty()
        ? Optional.of(unknown.group(1))
        : Optional.empty();
  }

  /** Returns whether a package with this language identifier is of this language. */
  public boolean covers(int identifier) {
    return identifiers.contains(identifier)
        || (everywhere && (identifier & PRIMARY) == (identifiers.get(0) & PRIMARY));
  }

  /** Returns the identifiers under which Microsoft publishes it, the most usual one first. */
  public List<Integer> identifiers() {
    return identifiers;
  }
}
