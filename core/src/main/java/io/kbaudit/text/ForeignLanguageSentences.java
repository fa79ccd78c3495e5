package io.kbaudit.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the language that sentences in other languages than English name, by the frames of their
 * resource files: <code>Die {language} Version dieses</code>. Each frame is looked for by the
 * longer of its two parts, in one pass over the text for all of them.
 */
final class ForeignLanguageSentences {
  private static final String LANGUAGE = "{language}";

  /** Names have fewer characters, and lists of a few. */
  private static final int LONGEST_NAME = 80;

  private static final int MOST_WORDS = 5;

  /** More words than a language that is not known may have are something else. */
  private static final int MOST_UNKNOWN = 3;

  /** Shorter words are no names, but articles and the like. */
  private static final int SHORTEST_NAME = 4;

  /** Of a script without blanks, as many characters as a language's name may have. */
  private static final int LONGEST_UNSPACED = 12;

  private static final int MOST_LISTED = 4;

  /** No article says so often of what it has versions; the first says what holds for it. */
  private static final int MOST_LOOKS = 100_000;

  /** So many characters of a frame's part find it. */
  private static final int KEY = 3;

  /** Shorter words at a frame's end may be the beginning of others. */
  private static final int WHOLE_WORD = 5;

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern COMMA = Pattern.compile(" ?[,\u3001\uFF0C] ?");

  /** Loaded when it is first asked for. */
  private static final class Loaded {
    static final ForeignLanguageSentences ALL =
        new ForeignLanguageSentences(Vocabulary.ofAllLanguages().languages());
  }

  /** A language's names for languages, and its other words. */
  private record Dialect(
      Map<String, String> names, Set<String> conjunctions, WordsAroundLanguages around) {
    Optional<String> name(String words) {
      return Optional.ofNullable(names.get(words));
    }
  }

  /**
   * A frame.
   *
   * @param before what stands before the language; may be empty
   * @param after what stands behind it; may be empty
   */
  private record Frame(String before, String after, Dialect dialect) {
    boolean isKnownByEnd() {
      return after.length() >= before.length();
    }

    String known() {
      return isKnownByEnd() ? after : before;
    }
  }

  /** By the first characters of the part by which they are known. */
  private final Map<String, List<Frame>> frames = new HashMap<>();

  private final boolean[] firstCharacters = new boolean[Character.MAX_VALUE + 1];

  private ForeignLanguageSentences(List<LanguageWords> languages) {
    LanguageWords english = WordsAroundLanguages.english(languages);
    for (LanguageWords words : languages) {
      if (!words.code().equals(english.code())) {
        Dialect dialect = dialect(words, english);
        for (String frame : words.list("version-of-this")) {
          add(frame, dialect);
        }
      }
    }
  }

  private static Dialect dialect(LanguageWords words, LanguageWords english) {
    Map<String, String> names = new HashMap<>();
    for (String key : words.keysOf("language")) {
      words.list("language." + key).forEach(name -> names.putIfAbsent(name, key.replace('_', ' ')));
    }
    return new Dialect(
        names, Set.copyOf(words.list("and")), new WordsAroundLanguages(words, english));
  }

  private void add(String text, Dialect dialect) {
    int at = text.indexOf(LANGUAGE);
    Frame frame = new Frame(text.substring(0, at), text.substring(at + LANGUAGE.length()), dialect);
    firstCharacters[frame.known().charAt(0)] = true;
    frames.computeIfAbsent(key(frame.known(), 0), any -> new ArrayList<>()).add(frame);
  }

  private static String key(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + KEY));
  }

  /** A statement with the place behind its words. */
  private record Span(FoundLanguage found, int end) {
    boolean overlaps(Span other) {
      return found.at() < other.end && other.found.at() < end;
    }

    int length() {
      return end - found.at();
    }
  }

  /** Returns what is stated in {@code text}, each once, in its order. */
  static List<FoundLanguage> in(SentenceText text) {
    List<Span> spans = new ArrayList<>(Loaded.ALL.spansIn(text));
    // Of frames that fit the same words, the one that understands them, else the one with fewer.
    spans.sort(
        Comparator.comparing((Span span) -> !span.found.understood())
            .thenComparingInt(Span::length));
    TreeMap<Integer, Span> kept = new TreeMap<>();
    for (Span span : spans) {
      Map.Entry<Integer, Span> before = kept.lowerEntry(span.end());
      if (before == null || !before.getValue().overlaps(span)) {
        kept.put(span.found.at(), span);
      }
    }
    return kept.values().stream().map(Span::found).toList();
  }

  private List<Span> spansIn(SentenceText text) {
    String small = text.small();
    List<Span> spans = new ArrayList<>();
    int looks = 0;
    for (int at = 0; at < small.length() && looks < MOST_LOOKS; at++) {
      if (firstCharacters[small.charAt(at)]) {
        for (int length = 1; length <= KEY && at + length <= small.length(); length++) {
          for (Frame frame : frames.getOrDefault(small.substring(at, at + length), List.of())) {
            if (small.startsWith(frame.known(), at)) {
              looks++;
              find(frame, at, text).ifPresent(spans::add);
            }
          }
        }
      }
    }
    return spans;
  }

  private static Optional<Span> find(Frame frame, int at, SentenceText text) {
    String small = text.small();
    if (frame.isKnownByEnd()) {
      int end = at + frame.after().length();
      if (!endsWord(small, end, frame.after())
          || frame.dialect().around().speakOfText(rest(text, end))) {
        return Optional.empty();
      }
      int start = Math.max(text.sentenceStart(at, LONGEST_NAME), at - LONGEST_NAME);
      return frame.before().isEmpty()
          ? standingFirst(frame, start, at, text)
          : between(frame, start, at, text);
    }
    int from = at + frame.before().length();
    if (!beginsWord(small, at, frame.before())) {
      return Optional.empty();
    }
    int end = text.sentenceEnd(from, LONGEST_NAME);
    if (frame.after().isEmpty()) {
      return standingLast(frame, from, end, text);
    }
    Optional<Span> best = Optional.empty();
    String window = small.substring(from, end);
    int to = window.indexOf(frame.after());
    for (int tries = 0; tries < MOST_LISTED && to >= 0; tries++) {
      int behind = from + to + frame.after().length();
      if (endsWord(small, behind, frame.after())
          && !frame.dialect().around().speakOfText(rest(text, behind))) {
        Optional<Span> said = said(frame, from, from + to, text);
        if (best.isEmpty() || said.filter(span -> span.found.understood()).isPresent()) {
          best = said;
        }
      }
      to = window.indexOf(frame.after(), to + 1);
    }
    return best;
  }

  private static String rest(SentenceText text, int from) {
    String small = text.small();
    return small.substring(from, Math.min(small.length(), from + LONGEST_NAME)).strip();
  }

  private static boolean endsWord(String text, int end, String part) {
    int lastWord = part.length() - part.lastIndexOf(' ') - 1;
    return end >= text.length()
        || lastWord >= WHOLE_WORD
        || isUnspaced(part.charAt(part.length() - 1))
        || !Character.isLetter(text.charAt(end));
  }

  private static boolean beginsWord(String text, int start, String part) {
    return start == 0
        || isUnspaced(part.charAt(0))
        || !Character.isLetterOrDigit(text.charAt(start - 1));
  }

  /** Whether words of the script stand without blanks between them, or take endings as they are. */
  private static boolean isUnspaced(char c) {
    return Character.isIdeographic(c)
        || (c >= '\u3040' && c <= '\u30FF')
        || (c >= '\uAC00' && c <= '\uD7A3');
  }

  /** Returns the words behind the last {@code frame.before}, or more if all of them are named. */
  private static Optional<Span> between(Frame frame, int start, int end, SentenceText text) {
    String window = text.small().substring(start, end);
    Optional<Span> best = Optional.empty();
    int at = window.length() - frame.before().length();
    for (int tries = 0; tries < MOST_LISTED; tries++) {
      at = window.lastIndexOf(frame.before(), at);
      if (at < 0) {
        break;
      }
      if (beginsWord(text.small(), start + at, frame.before())) {
        Optional<Span> said = said(frame, start + at + frame.before().length(), end, text);
        if (best.isEmpty() || said.filter(span -> span.found.understood()).isPresent()) {
          best = said;
        }
      }
      at--;
    }
    return best;
  }

  /** Returns the language with which a sentence begins, or that stands just before the frame. */
  private static Optional<Span> standingFirst(Frame frame, int start, int end, SentenceText text) {
    String[] words = BLANK.split(text.small().substring(start, end), -1);
    int from = start;
    int first = Math.max(0, words.length - MOST_WORDS);
    for (int i = 0; i < first; i++) {
      from += words[i].length() + 1;
    }
    for (int i = first; i < words.length; i++) {
      Optional<Span> said = said(frame, from, end, text).filter(span -> span.found.understood());
      if (said.isPresent()) {
        return said;
      }
      if (i < words.length - 1) {
        from += words[i].length() + 1;
      }
    }
    boolean begins = from == start || Character.isUpperCase(text.printed().charAt(from));
    return begins ? said(frame, from, end, text) : Optional.empty();
  }

  /** Returns the language that ends a frame, as in Polish. */
  private static Optional<Span> standingLast(Frame frame, int start, int end, SentenceText text) {
    String small = text.small();
    int to = start;
    while (to < end && (Character.isLetter(small.charAt(to)) || small.charAt(to) == '-')) {
      to++;
    }
    int bracket = small.startsWith(" (", to) ? small.substring(to, end).indexOf(')') : -1;
    return bracket > 0 ? said(frame, start, to + bracket + 1, text) : said(frame, start, to, text);
  }

  /** Returns what the words from {@code start} to {@code end} say; absent if not of a language. */
  private static Optional<Span> said(Frame frame, int start, int end, SentenceText text) {
    String words = text.small().substring(start, end).strip();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> known = named(frame, words);
    if (known.isPresent()) {
      return Optional.of(new Span(new FoundLanguage(known.get(), true, true, start), end));
    }
    String printed = text.printed().substring(start, end).strip();
    return mayBeLanguage(frame, printed)
        ? Optional.of(new Span(new FoundLanguage(printed, false, true, start), end))
        : Optional.empty();
  }

  private static boolean mayBeLanguage(Frame frame, String printed) {
    List<String> words = List.of(BLANK.split(printed, -1));
    boolean unspaced = isUnspaced(printed.charAt(0));
    return words.size() <= MOST_UNKNOWN
        && (!unspaced || printed.length() <= LONGEST_UNSPACED)
        && printed.chars().noneMatch(Character::isDigit)
        && words.stream()
            .noneMatch(
                word ->
                    frame.dialect().around().isNameOfProduct(word)
                        || (!unspaced && word.length() < SHORTEST_NAME && word.charAt(0) != '('))
        && !frame.dialect().around().saySomethingElse(words);
  }

  /** Returns the English names, where all are known. */
  private static Optional<String> named(Frame frame, String words) {
    Optional<String> only = withProduct(frame.dialect(), words);
    return only.isPresent() ? only : listed(frame, words);
  }

  /** As in {@code englische 32-Bit}. */
  private static Optional<String> withProduct(Dialect dialect, String words) {
    Optional<String> whole = dialect.name(words);
    for (int end = words.lastIndexOf(' ');
        whole.isEmpty() && end > 0 && dialect.around().isNameOfProduct(words.substring(end + 1));
        end = words.lastIndexOf(' ', end - 1)) {
      whole = dialect.name(words.substring(0, end));
      if (!BLANK
          .splitAsStream(words.substring(end + 1))
          .allMatch(dialect.around()::isNameOfProduct)) {
        return Optional.empty();
      }
    }
    return whole;
  }

  private static Optional<String> listed(Frame frame, String words) {
    Dialect dialect = frame.dialect();
    String parted = COMMA.matcher(words).replaceAll(" , ");
    for (String conjunction : dialect.conjunctions()) {
      if (isUnspaced(conjunction.charAt(0))) {
        parted = parted.replace(conjunction, " , ");
      }
    }
    String article = frame.before().strip();
    List<String> names = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : BLANK.split(parted + " ,", -1)) {
      boolean parts = word.equals(",") || dialect.conjunctions().contains(word);
      if (!parts && !word.isEmpty() && !word.equals(article)) {
        part.append(part.length() == 0 ? "" : " ").append(word);
      } else if (parts && part.length() > 0) {
        Optional<String> name = dialect.name(withoutEnd(part.toString(), frame.after()));
        if (name.isEmpty()) {
          return Optional.empty();
        }
        names.add(name.get());
        part.setLength(0);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", names));
  }

  /** As in Japanese, where each name of a list may have the word for "version" behind it. */
  private static String withoutEnd(String name, String end) {
    return !end.isEmpty() && name.endsWith(end)
        ? name.substring(0, name.length() - end.length()).strip()
        : name;
  }
}
