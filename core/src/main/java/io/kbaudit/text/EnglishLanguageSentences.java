package io.kbaudit.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the language that English sentences name before "version of this" fix: {@code The English
 * version of this hotfix}, {@code The German version of SQL Server 2000 has these files}.
 */
final class EnglishLanguageSentences {
  private static final int LONGEST_SENTENCE = 200;

  /** No article says so often of what it has versions; the first says what holds for it. */
  private static final int MOST_LOOKS = 2000;

  /** Of the articles "the" before a version, so many are looked behind. */
  private static final int MOST_STARTS = 6;

  /** What stands between the language and that which is in it. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?<![^ ])(?:(version)|edition|release)s? (?:of|for) (?:(this|these) |(the) )?");

  /** Editions and releases are more often of a product than of a language. */
  private static final List<String> VERSIONS = List.of("version", "edition", "release");

  /** What a fix is called, perhaps behind words of its kind: {@code the security update}. */
  private static final Pattern FIX =
      Pattern.compile(
          "(?:(?!(?:the|an?|to|that|which|is|has|have|in|on|of|for|and) )[\\p{L}\\p{N}.-]++ ){0,4}?"
              + "(?:hotfix(?:es)?|fix(?:es)?|updates?|packages?|patch(?:es)?"
              + "|files?|rollups?|service packs?)"
              + WordBorder.END
              + ".*");

  /** The same where neither "this" nor "the" stands before it: {@code hotfix 841874}. */
  private static final Pattern NUMBERED_FIX =
      Pattern.compile(
          "(?:(?:cumulative|security|software|critical) )*+(?:hotfix|fix|update|package|patch"
              + "|rollup|kb|q)(?:es)? ?(?:rollup |package )?\\(?(?:kb|q|ms)?[0-9].*");

  private static final Pattern THE = Pattern.compile("(?<![\\p{L}\\p{N}-])(?:the|an?) ");

  /** Words that are no names, as in {@code the updated English versions}. */
  private static final Pattern SMALL_WORDS = Pattern.compile("(?:[^\\p{Lu}( ][^ ]*+ )*+");

  /** A second naming of what there are versions of, as in {@code the French version and}. */
  private static final Pattern INNER =
      Pattern.compile("(?i) versions?(?=,? (?:and|or) )| the(?= )");

  /** What says that a sentence about a product is about its files. */
  private static final Pattern FILES =
      Pattern.compile(
          WordBorder.START
              + "(?:file (?:attributes|information)|following (?:\\p{L}++ )?(?:files?|attributes)"
              + "|(?:has|have|contains?|includes?|installs?|consists? of)"
              + " (?:the |these |those |new |updated )*+files?"
              + "|should have|listed)"
              + WordBorder.END);

  private static final Pattern FILE_LIST =
      Pattern.compile(WordBorder.START + "(?:file attributes|following files?)" + WordBorder.END);

  private static final Pattern BLANK = Pattern.compile(" ");

  private static final Pattern LANGUAGE_END = Pattern.compile("(?i)(?:[ -]languages?|,)$");

  private static final Pattern ARTICLES = Pattern.compile("(?i)^(?:(?:the|an?) )++");

  /** What joins a word to those before it. */
  private static final Pattern JOINED = Pattern.compile("(?i)and|or|.*,");

  private static final Pattern LANGUAGE = Pattern.compile("(?i)^(.+?)[ -]language(?: .*)?$");

  /** As in {@code The ICP1 post-SMS 2.0 Service Pack 3 version of this fix} of Q316021. */
  private static final Pattern BUILD = Pattern.compile(" (?:pre|post)-.*");

  /** Names of regions have up to three words, as in {@code Chinese (Hong Kong SAR)}. */
  private static final int MOST_WORDS = 8;

  /** More words in a row are a product's, or a sentence. */
  private static final int MOST_UNKNOWN = 4;

  private static final WordsAroundLanguages WORDS = WordsAroundLanguages.ofEnglish();

  private final SentenceText text;
  private final List<FoundLanguage> found = new ArrayList<>();

  private EnglishLanguageSentences(SentenceText text) {
    this.text = text;
  }

  static List<FoundLanguage> in(SentenceText text) {
    EnglishLanguageSentences sentences = new EnglishLanguageSentences(text);
    String small = text.small();
    Matcher version = VERSION.matcher(small).useTransparentBounds(true).useAnchoringBounds(false);
    for (String word : VERSIONS) {
      int looks = 0;
      for (int at = small.indexOf(word);
          at >= 0 && looks < MOST_LOOKS;
          at = small.indexOf(word, at + 1)) {
        int end = Math.min(small.length(), at + LONGEST_SENTENCE);
        if (version.region(at, end).lookingAt()) {
          looks++;
          sentences.look(version);
        }
      }
    }
    sentences.found.sort(Comparator.comparingInt(FoundLanguage::at));
    return sentences.found;
  }

  private void look(Matcher version) {
    int object = version.end();
    String rest = text.small().substring(object, text.sentenceEnd(object, LONGEST_SENTENCE));
    int start = text.sentenceStart(version.start(), LONGEST_SENTENCE);
    boolean surely = version.group(1) != null;
    if (version.group(2) != null) {
      if (!WORDS.speakOfText(rest)) {
        add(ofLead(start, version.start()).filter(words -> words.understood || surely), true);
      }
    } else if (version.group(3) != null
        ? FIX.matcher(rest).matches()
        : NUMBERED_FIX.matcher(rest).matches()) {
      add(ofLead(start, version.start()).filter(words -> words.understood || surely), true);
    } else if (object < text.printed().length()
        && Character.isUpperCase(text.printed().charAt(object))
        && FILES.matcher(rest).find()) {
      boolean listed = FILE_LIST.matcher(rest).find();
      add(
          ofSubject(start, version.start()).filter(words -> words.understood || (listed && surely)),
          false);
    }
  }

  private void add(Optional<Words> words, boolean ofFix) {
    words.ifPresent(
        stated -> found.add(new FoundLanguage(stated.text, stated.understood, ofFix, stated.at)));
  }

  /** What is said of a language, and where. */
  private record Words(String text, boolean understood, int at) {}

  /** Returns the language in the words of a sentence before "version". */
  private Optional<Words> ofLead(int start, int end) {
    List<Integer> starts = new ArrayList<>();
    Matcher the = THE.matcher(text.small()).region(start, end).useTransparentBounds(true);
    while (the.find()) {
      starts.add(the.end());
    }
    starts = starts.subList(Math.max(0, starts.size() - MOST_STARTS), starts.size());
    for (int from : starts) {
      Optional<Words> list = listed(from, end);
      if (list.isPresent()) {
        return list;
      }
    }
    for (int i = starts.size() - 1; i >= 0; i--) {
      Optional<Words> known = known(starts.get(i), end);
      if (known.isPresent()) {
        return known;
      }
    }
    Optional<Words> last = directlyBefore(start, end);
    if (last.isPresent()) {
      return last;
    }
    for (int i = starts.size() - 1; i >= 0; i--) {
      Optional<Words> unknown = unknown(starts.get(i), end);
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    return Optional.empty();
  }

  /** Returns the language where a sentence begins with it. */
  private Optional<Words> ofSubject(int start, int end) {
    Matcher the = THE.matcher(text.small()).region(start, end).useTransparentBounds(true);
    int from = the.lookingAt() ? the.end() : start;
    return listed(from, end)
        .or(() -> known(from, end))
        .or(() -> from > start ? unknown(from, end) : Optional.empty());
  }

  /** Returns all that is listed, as in {@code English and the German}. */
  private Optional<Words> listed(int start, int end) {
    int from = afterSmallWords(start, end);
    for (int first : from == start ? List.of(start) : List.of(start, from)) {
      String words = INNER.matcher(words(first, end)).replaceAll("");
      if (!words.isEmpty() && !Language.namedBy(words).isEmpty()) {
        return Optional.of(new Words(withoutEnd(words), true, first));
      }
    }
    return Optional.empty();
  }

  /** Absent too where a bracket names another region, or the rest another language. */
  private Optional<Words> known(int start, int end) {
    int from = afterSmallWords(start, end);
    List<String> words = List.of(BLANK.split(words(from, end), -1));
    for (int first = 0; first < Math.min(MOST_WORDS, words.size()); first++) {
      for (int last = Math.min(first + MOST_WORDS, words.size()); last > first; last--) {
        String name = String.join(" ", words.subList(first, last));
        if (hasLetter(words.get(first))
            && hasLetter(words.get(last - 1))
            && Language.find(name).isPresent()) {
          List<String> rest = words.subList(last, words.size());
          return WORDS.areProducts(words.subList(0, first)) && areOfNoLanguage(rest)
              ? Optional.of(new Words(withoutEnd(name), true, from))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean areOfNoLanguage(List<String> rest) {
    return Language.namesIn(String.join(" ", rest)).isEmpty() && WORDS.areProducts(rest);
  }

  /** Returns the language of which the name ends just before "version", whatever is before it. */
  private Optional<Words> directlyBefore(int start, int end) {
    List<String> words = List.of(BLANK.split(words(start, end), -1));
    for (int count = Math.min(MOST_WORDS, words.size()); count > 0; count--) {
      String name = String.join(" ", words.subList(words.size() - count, words.size()));
      int before = words.size() - count - 1;
      if (hasLetter(words.get(before + 1))
          && (before < 0 || !JOINED.matcher(words.get(before)).matches())
          && Language.find(name).isPresent()) {
        return Optional.of(new Words(withoutEnd(name), true, Math.max(start, end - 1)));
      }
    }
    return Optional.empty();
  }

  private Optional<Words> unknown(int start, int end) {
    int from = afterSmallWords(start, end);
    String words = words(from, end);
    if (words.isEmpty() || Language.isAny(words)) {
      return Optional.empty();
    }
    Matcher language = LANGUAGE.matcher(words);
    String name = language.matches() ? language.group(1) : BUILD.matcher(words).replaceFirst("");
    List<String> each = Arrays.asList(BLANK.split(name, -1));
    boolean said = language.matches() || !Language.namesIn(words).isEmpty();
    boolean one = each.size() == 1 && !WORDS.areProducts(each);
    boolean several =
        each.size() <= MOST_UNKNOWN
            && each.stream().noneMatch(word -> WORDS.areProducts(List.of(word)));
    if (WORDS.saySomethingElse(each) || !(said || one || several)) {
      return Optional.empty();
    }
    return Optional.of(new Words(language.matches() || one ? name : words, false, from));
  }

  private int afterSmallWords(int start, int end) {
    Matcher small = SMALL_WORDS.matcher(text.printed()).region(start, end);
    return small.lookingAt() ? small.end() : start;
  }

  private String words(int start, int end) {
    return text.printed().substring(start, Math.max(start, end)).strip();
  }

  private static boolean hasLetter(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }

  private static String withoutEnd(String words) {
    String name = LANGUAGE_END.matcher(words).replaceFirst("");
    return ARTICLES.matcher(name).replaceFirst("");
  }
}
