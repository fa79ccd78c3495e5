package io.kbaudit.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that cost a pattern most, derived from the pattern itself: what it repeats, over and over,
 * behind what it wants before that; its beginnings, over and over, each of which begins a search
 * anew; every kind of character that it tells apart, alone and in pairs; and none of it ends as the
 * pattern wants.
 */
final class WorstTexts {
  /** Characters of all kinds that patterns tell apart, those first that are read most easily. */
  private static final List<String> ALPHABET = alphabet();

  /** Ends what is repeated in a way that no pattern wants. */
  private static final List<String> ENDINGS = List.of("\u0001", "!\n");

  /** A combining mark, before which a search for the border of a word walks back. */
  private static final String MARK = "\u0301";

  /** How many different texts are made that the pattern may want. */
  private static final int SAMPLES = 3;

  /** Of so many kinds of character are all pairs tried. */
  private static final int MOST_KINDS_IN_PAIRS = 8;

  /** A text to be: a beginning, what is repeated behind it, and the end. */
  record Worst(String beginning, String repeated, String ending) {
    /** Returns the text in about {@code length} characters. */
    String in(int length) {
      int room = Math.max(0, length - beginning.length() - ending.length());
      return beginning + repeated.repeat(Math.max(1, room / repeated.length())) + ending;
    }
  }

  private final Set<Worst> texts = new LinkedHashSet<>();

  private WorstTexts() {}

  static List<Worst> of(Pattern pattern) {
    WorstTexts worst = new WorstTexts();
    RegexParser parser = new RegexParser(pattern);
    RegexNode root = parser.parse();
    Map<String, List<String>> kinds = kinds(parser.atoms());
    List<String> singles = kinds.values().stream().map(kind -> kind.get(0)).distinct().toList();
    singles.forEach(worst::add);
    worst.add(MARK);
    worst.add("\u4E2D" + MARK);
    List<String> paired = singles.subList(0, Math.min(singles.size(), MOST_KINDS_IN_PAIRS));
    for (String first : paired) {
      for (String second : paired) {
        worst.add(first + second);
      }
    }
    for (int seed = 0; seed < SAMPLES; seed++) {
      RegexSampler sampler = new RegexSampler(new Random(seed), ALPHABET, seed % 3);
      String sample = sampler.sample(root);
      worst.addBeginningsOf(sample);
      sampler.loops().forEach(worst::addLoop);
    }
    return List.copyOf(worst.texts);
  }

  private void add(String repeated) {
    addLoop(new RegexSampler.Loop("", repeated));
  }

  private void addBeginningsOf(String sample) {
    int step = Math.max(1, sample.length() / 8);
    for (int end = sample.length(); end > 0; end -= step) {
      texts.add(new Worst("", sample.substring(0, end), ""));
      texts.add(new Worst("", sample.substring(0, end) + " ", ""));
    }
  }

  private void addLoop(RegexSampler.Loop loop) {
    if (!loop.body().isEmpty()) {
      ENDINGS.forEach(ending -> texts.add(new Worst(loop.before(), loop.body(), ending)));
    }
  }

  /** Characters by which atoms of the pattern they are; each list is one kind. */
  private static Map<String, List<String>> kinds(List<Pattern> atoms) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String character : ALPHABET) {
      StringBuilder signature = new StringBuilder();
      atoms.forEach(atom -> signature.append(atom.matcher(character).matches() ? '1' : '0'));
      kinds.computeIfAbsent(signature.toString(), none -> new ArrayList<>()).add(character);
    }
    return kinds;
  }

  private static List<String> alphabet() {
    List<String> alphabet = new ArrayList<>();
    "a1 .-/,:|<>\"'()[]{}\\*#+=_~;&%@!?^$`\t\n\rAzZ09fFkKqQsSxXpPtT"
        .chars()
        .forEach(c -> alphabet.add(Character.toString(c)));
    for (char c = '!'; c <= '~'; c++) {
      alphabet.add(Character.toString(c));
    }
    List.of(
            "\u00A0",
            "\u00E9",
            "\u4E2D",
            "\u0130",
            MARK,
            "\u2028",
            "\u2022",
            "\u3000",
            "\uD83D\uDE00")
        .forEach(alphabet::add);
    return alphabet.stream().distinct().toList();
  }
}
