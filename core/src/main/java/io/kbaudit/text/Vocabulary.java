package io.kbaudit.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of all languages together, since articles mix them: a Russian bulletin heads a column
 * {@code Date}. A word that means one thing in one language and another in another means nothing
 * here, so that nothing is guessed. All texts are asked for {@linkplain Folded folded}. Immutable.
 */
public final class Vocabulary {
  /** The beginning of a month's name is as good as the name, if it is no other's. */
  private static final int SHORTEST_BEGINNING = 3;

  private static final Pattern COMMA = Pattern.compile(" ?, ?");

  private static final Pattern BLANK = Pattern.compile(" ");

  /** As in {@code utc-8} and {@code (utc) +09:00}: a zone that is not UTC. */
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:utc|gmt|universal time)[) ]{0,2}[+\u2212\u2013-] ?(?:0?[1-9]|1[0-4])(?![0-9])");

  private final List<LanguageWords> languages;
  private final Map<String, Heading> headings = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();
  private final Map<String, Set<String>> wordsOfKinds = new HashMap<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Set<String> utc = new HashSet<>();
  private final Set<String> nothing = new HashSet<>();
  private final Set<String> morning = new LinkedHashSet<>();
  private final Set<String> afternoon = new LinkedHashSet<>();
  private final Set<String> dateWords = new LinkedHashSet<>();
  private final Set<String> dateForms = new LinkedHashSet<>();
  private final List<String> later = new ArrayList<>();
  private final List<String> timesUtc = new ArrayList<>();
  private final List<String> timesLocal = new ArrayList<>();

  /** Loaded when it is first asked for. */
  private static final class Loaded {
    static final Vocabulary ALL = new Vocabulary(LanguageWords.ofAllLanguages());
  }

  /**
   * What a heading is called.
   *
   * @param kind the key of the resource files under which it stands, such as {@code size}
   * @param languages the codes of those in which it is called so
   */
  public record Heading(String kind, Set<String> languages) {
    /** Copies the set. */
    public Heading {
      languages = Set.copyOf(languages);
    }
  }

  Vocabulary(List<LanguageWords> languages) {
    this.languages = List.copyOf(languages);
    Map<String, Map<String, Set<String>>> kinds = new HashMap<>();
    Map<String, Set<Integer>> monthsMeant = new HashMap<>();
    for (LanguageWords words : languages) {
      for (String kind : words.keysOf("heading")) {
        for (String heading : words.list("heading." + kind)) {
          int blank = heading.indexOf(' ');
          firstWords.add(blank < 0 ? heading : heading.substring(0, blank));
          Set<String> single = wordsOfKinds.computeIfAbsent(kind, any -> new HashSet<>());
          BLANK.splitAsStream(heading).forEach(single::add);
          kinds
              .computeIfAbsent(heading, any -> new HashMap<>())
              .computeIfAbsent(kind, any -> new HashSet<>())
              .add(words.code());
        }
      }
      addMonths(words.list("months"), monthsMeant);
      for (String unit : List.of("bytes", "kb", "mb", "gb")) {
        words.list("unit." + unit).forEach(word -> units.putIfAbsent(word, unit));
      }
      utc.addAll(words.list("utc"));
      nothing.addAll(words.list("nothing"));
      morning.addAll(words.list("time.am"));
      afternoon.addAll(words.list("time.pm"));
      dateWords.addAll(words.list("date.words"));
      dateForms.addAll(words.list("date.forms"));
      later.addAll(words.list("later"));
      timesUtc.addAll(words.list("times-utc"));
      timesLocal.addAll(words.list("times-local"));
    }
    kinds.forEach(
        (heading, meant) -> {
          if (meant.size() == 1) {
            meant.forEach((kind, codes) -> headings.put(heading, new Heading(kind, codes)));
          }
        });
    monthsMeant.forEach(
        (word, meant) -> {
          if (meant.size() == 1) {
            months.put(word, meant.iterator().next());
          }
        });
    // A word for both halves of the day tells neither.
    Set<String> both = new HashSet<>(morning);
    both.retainAll(afternoon);
    morning.removeAll(both);
    afternoon.removeAll(both);
  }

  private static void addMonths(List<String> groups, Map<String, Set<Integer>> months) {
    for (int month = 1; month <= groups.size(); month++) {
      for (String name : COMMA.split(groups.get(month - 1), -1)) {
        months.computeIfAbsent(name, any -> new HashSet<>()).add(month);
      }
    }
  }

  /** Returns the words of all languages that kbaudit has. */
  public static Vocabulary ofAllLanguages() {
    return Loaded.ALL;
  }

  /** Returns the heading of a column that is called so; absent where none is, or several are. */
  public Optional<Heading> heading(String words) {
    return Optional.ofNullable(headings.get(words));
  }

  /** Returns the single words by which headings of these kinds are called. */
  public Set<String> wordsOf(Collection<String> kinds) {
    return kinds.stream()
        .flatMap(kind -> wordsOfKinds.getOrDefault(kind, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** Returns whether a heading begins with {@code word}. */
  public boolean beginsHeading(String word) {
    return firstWords.contains(word);
  }

  /**
   * Returns the month, from 1 to 12, that {@code word} is or begins as; absent where there is none,
   * or it may be several.
   */
  OptionalInt month(String word) {
    Integer exact = months.get(word);
    if (exact != null) {
      return OptionalInt.of(exact);
    }
    if (word.length() < SHORTEST_BEGINNING) {
      return OptionalInt.empty();
    }
    Set<Integer> meant =
        months.entrySet().stream()
            .filter(month -> month.getKey().startsWith(word))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return meant.size() == 1 ? OptionalInt.of(meant.iterator().next()) : OptionalInt.empty();
  }

  /** Returns {@code bytes}, {@code kb}, {@code mb} or {@code gb}; absent for any other word. */
  public Optional<String> unit(String word) {
    return Optional.ofNullable(units.get(word));
  }

  /** Returns whether {@code words} say of a time that it is UTC. */
  public boolean isUtc(String words) {
    return utc.contains(words);
  }

  /** Returns whether {@code words} say that there is no value. */
  public boolean isNothing(String words) {
    return words.isEmpty() || nothing.contains(words);
  }

  /** Returns whether a time with {@code word} beside it is before noon. */
  public boolean isMorning(String word) {
    return morning.contains(word);
  }

  /** Returns whether a time with {@code word} beside it is after noon. */
  public boolean isAfternoon(String word) {
    return afternoon.contains(word);
  }

  /**
   * Returns words that stand between the parts of a date, or behind it, as a regular expression.
   */
  String dateWordPattern() {
    return dateWords.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** Returns forms of dates in numbers, as in <code>{y}&#24180;{m}&#26376;{d}&#26085;</code>. */
  Set<String> dateForms() {
    return Set.copyOf(dateForms);
  }

  /** Returns whether {@code prose} says that later files will do. */
  public boolean acceptsLater(String prose) {
    return later.stream().anyMatch(prose::contains);
  }

  /** Returns whether {@code prose} says that times are UTC, and not that some are of a country. */
  public boolean saysUtc(String prose) {
    return timesUtc.stream().anyMatch(prose::contains)
        && timesLocal.stream().noneMatch(prose::contains)
        && !OFFSET.matcher(prose).find();
  }

  /**
   * Returns whether numbers of a table in these languages have a comma before their fractions, and
   * so a dot between thousands; not where they do not agree, or there are none.
   */
  public boolean haveDecimalComma(Set<String> codes) {
    return !codes.isEmpty() && only(codes, "decimal").equals(Set.of("comma"));
  }

  /** Returns whether the day comes first in numeric dates of all these languages. */
  public boolean haveDayFirst(Set<String> codes) {
    return !codes.isEmpty() && only(codes, "date.order").equals(Set.of("day-first"));
  }

  /** Returns whether the month comes first in numeric dates of all these languages. */
  public boolean haveMonthFirst(Set<String> codes) {
    return !codes.isEmpty() && only(codes, "date.order").equals(Set.of("month-first"));
  }

  private Set<String> only(Set<String> codes, String key) {
    return languages.stream()
        .filter(words -> codes.contains(words.code()))
        .map(words -> String.join("|", words.list(key)))
        .collect(Collectors.toSet());
  }

  /** Returns the English names of these languages, in order. */
  public List<String> names(Set<String> codes) {
    return languages.stream()
        .filter(words -> codes.contains(words.code()))
        .flatMap(words -> words.list("name").stream())
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .toList();
  }

  /**
   * Returns the frames of sentences, each language's apart, with the names that may stand there.
   */
  List<LanguageWords> languages() {
    return languages;
  }

  /** Returns the headings that stand in the files of two languages for two different things. */
  static List<String> clashes(List<LanguageWords> languages) {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (LanguageWords words : languages) {
      for (String kind : words.keysOf("heading")) {
        words
            .list("heading." + kind)
            .forEach(heading -> kinds.computeIfAbsent(heading, any -> new HashSet<>()).add(kind));
      }
      List<String> groups = words.list("months");
      for (int month = 1; month <= groups.size(); month++) {
        for (String name : COMMA.split(groups.get(month - 1), -1)) {
          kinds.computeIfAbsent("month " + name, any -> new HashSet<>()).add("month " + month);
        }
      }
    }
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue().size() > 1)
        .map(kind -> kind.getKey() + ": " + kind.getValue())
        .sorted()
        .toList();
  }

  /** Returns a pattern of one of the {@link #dateForms}, whose groups are named as its parts. */
  static Pattern patternOf(String form) {
    StringBuilder pattern = new StringBuilder();
    Matcher part = Pattern.compile("\\{([ymd])\\}|( +)|([^{} ]+)").matcher(form);
    while (part.find()) {
      if (part.group(1) != null) {
        pattern.append("(?<").append(part.group(1)).append('>');
        pattern.append(part.group(1).equals("y") ? "[0-9]{4}" : "[0-9]{1,2}").append(')');
      } else {
        pattern.append(part.group(2) != null ? " *" : Pattern.quote(part.group(3)));
      }
    }
    return Pattern.compile(pattern.toString());
  }

  @Override
  public String toString() {
    return "words of "
        + Arrays.toString(languages.stream().map(LanguageWords::code).toArray(String[]::new));
  }
}
