package io.kbaudit.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The languages that Windows numbers, by what articles call them in English: resource file {@code
 * language/windows.tsv}, read when it is first asked for. Immutable.
 */
final class WindowsLanguages {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private static final int HEXADECIMAL = 16;

  /** The bits of an identifier that tell the language, whatever the region ([MS-LCID] 2.1). */
  private static final int PRIMARY = 0x3FF;

  /** A name with all its regions and scripts has fewer; more words are a sentence. */
  private static final int MOST_WORDS = 12;

  /** Words around a name that do not change what it means. */
  private static final Set<String> IDLE = Set.of("language", "locale", "sort", "the");

  private final List<Line> lines;
  private final Map<String, List<Line>> byName = new HashMap<>();

  /** Loaded when it is first asked for. */
  private static final class Loaded {
    static final WindowsLanguages ALL = load();
  }

  /** A line of the file; of most, nobody asks more than the names. */
  private record Line(String text, int namesStart, int namesEnd) {
    static Line of(String text) {
      int start = text.indexOf('\t') + 1;
      int end = text.indexOf('\t', start);
      return new Line(text, start, end < 0 ? text.length() : end);
    }

    int identifier() {
      return Integer.parseInt(text, 0, namesStart - 1, HEXADECIMAL);
    }

    /** Returns the names of the language; one in brackets is none in a heading. */
    List<String> names() {
      return parts(text.substring(namesStart, namesEnd));
    }

    /** Returns what tells it from others of the language: regions, scripts, sorts. */
    Set<String> regions() {
      return cell(1).isEmpty() ? Set.of() : Set.copyOf(parts(cell(1)));
    }

    boolean usual() {
      return !cell(2).isEmpty();
    }

    /** Returns the first cell behind the names, or the second; empty where there is none. */
    private String cell(int number) {
      String[] cells = text.substring(namesEnd).split("\t", -1);
      return number < cells.length ? cells[number] : "";
    }

    private static List<String> parts(String cell) {
      return cell.indexOf('|') < 0 ? List.of(cell) : List.of(cell.split("\\|", -1));
    }
  }

  /**
   * The identifiers of a language.
   *
   * @param usual the usual ones, the most usual first
   * @param all that the file has
   * @param everywhere whether any other of the primary language is one too
   */
  record Numbers(List<Integer> usual, Set<Integer> all, boolean everywhere) {
    boolean cover(int identifier) {
      return all.contains(identifier)
          || (everywhere && primaryOf(identifier) == primaryOf(usual.get(0)));
    }
  }

  private WindowsLanguages(List<Line> lines) {
    this.lines = lines;
    for (Line line : lines) {
      for (String name : line.names()) {
        byName.computeIfAbsent(withoutBrackets(name), any -> new ArrayList<>(1)).add(line);
      }
    }
  }

  private static String withoutBrackets(String name) {
    return name.startsWith("(") ? name.substring(1, name.length() - 1) : name;
  }

  private static WindowsLanguages load() {
    try (InputStream in = WindowsLanguages.class.getResourceAsStream("language/windows.tsv")) {
      if (in == null) {
        throw new IOException("no such resource");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: windows.tsv", e);
    }
  }

  /** Reads a file: a language's identifier, names, regions and whether it is usual, by line. */
  static WindowsLanguages read(Reader in) {
    return new WindowsLanguages(
        new BufferedReader(in)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(Line::of)
            .toList());
  }

  /** Returns the part of an identifier that tells the language, whatever the region. */
  private static int primaryOf(int identifier) {
    return identifier & PRIMARY;
  }

  /** Returns all names of languages and regions, as they are looked up. */
  Set<String> names() {
    Set<String> names = new HashSet<>(byName.keySet());
    lines.forEach(line -> names.addAll(line.regions()));
    return names;
  }

  /** Returns those that kbaudit has. */
  static WindowsLanguages all() {
    return Loaded.ALL;
  }

  /**
   * Returns the language that is called {@code name}, perhaps that of a region: in any case, with
   * any marks between the words, the region before or after. Absent where a word is left over, or
   * there is no such language there.
   */
  Optional<Numbers> find(String name) {
    String[] words = BLANK.split(words(name), MOST_WORDS + 1);
    if (words.length > MOST_WORDS) {
      return Optional.empty();
    }
    for (int length = words.length; length > 0; length--) {
      for (int start = 0; start + length <= words.length; start++) {
        List<Line> entries = byName.get(joined(words, start, start + length));
        if (entries != null) {
          Optional<Numbers> found = ofRegion(entries, words, start, start + length);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Numbers> ofRegion(List<Line> entries, String[] words, int start, int end) {
    Set<String> known = new HashSet<>();
    for (Line entry : entries) {
      known.addAll(entry.regions());
    }
    Set<String> regions = new HashSet<>();
    if (!addRegions(words, 0, start, known, regions)
        || !addRegions(words, end, words.length, known, regions)) {
      return Optional.empty();
    }
    List<Line> meant =
        entries.stream().filter(entry -> entry.regions().containsAll(regions)).toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = meant.stream().map(Line::identifier).distinct().toList();
    List<Integer> usual =
        meant.stream().filter(Line::usual).map(Line::identifier).distinct().toList();
    int primary = primaryOf(all.get(0));
    boolean everywhere = regions.isEmpty() && areAllCalled(joined(words, start, end), primary);
    return Optional.of(new Numbers(usual.isEmpty() ? all : usual, Set.copyOf(all), everywhere));
  }

  /** Returns whether every identifier of a primary language has this name among its own. */
  private boolean areAllCalled(String name, int primary) {
    Set<Integer> called = new HashSet<>();
    byName.getOrDefault(name, List.of()).forEach(line -> called.add(line.identifier()));
    for (Line line : lines) {
      if (primaryOf(line.identifier()) == primary && !called.contains(line.identifier())) {
        return false;
      }
    }
    return true;
  }

  /** Adds the regions that the words from {@code start} to {@code end} name; false if not all. */
  private static boolean addRegions(
      String[] words, int start, int end, Set<String> known, Set<String> regions) {
    int from = start;
    while (from < end) {
      int to = end;
      while (to > from && !known.contains(joined(words, from, to))) {
        to--;
      }
      if (to > from) {
        regions.add(joined(words, from, to));
        from = to;
      } else if (IDLE.contains(words[from])) {
        from++;
      } else {
        return false;
      }
    }
    return true;
  }

  private static String joined(String[] words, int start, int end) {
    return String.join(" ", Arrays.asList(words).subList(start, end));
  }

  /** Returns {@code text} in small letters without accents, single blanks between its words. */
  static String words(String text) {
    String plain = ACCENTS.matcher(Letters.normalized(text, Form.NFD)).replaceAll("");
    return NO_LETTERS.matcher(Letters.small(plain)).replaceAll(" ").strip();
  }

  /** Returns the names, in small letters, that a heading may have for languages. */
  Set<String> inHeadings() {
    Set<String> inHeadings = new HashSet<>();
    for (Line line : lines) {
      for (String name : line.names()) {
        if (name.indexOf('(') < 0 && name.indexOf(' ') < 0) {
          inHeadings.add(name);
        }
      }
    }
    return Set.copyOf(inHeadings);
  }
}
