package io.kbaudit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of one language in which articles print their file tables and speak of them,
 * {@linkplain Folded folded}. Each language has a resource file of its own, {@code
 * language/de.properties}, and nothing else: to add one is to add its file. Immutable.
 *
 * @param code of the language, as ISO 639-1 has it
 * @param lists what the file lists under each key, in its order
 */
record LanguageWords(String code, Map<String, List<String>> lists) {
  /** What stands under no key that begins otherwise. */
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "unit.bytes",
          "unit.kb",
          "unit.mb",
          "unit.gb",
          "utc",
          "months",
          "date.words",
          "date.forms",
          "date.order",
          "decimal",
          "time.am",
          "time.pm",
          "nothing",
          "later",
          "times-utc",
          "times-local",
          "version-of-this",
          "version-of-text",
          "version-other",
          "and",
          "product-words");

  /** Keys of which each language may have as many as it likes. */
  private static final Pattern FAMILIES =
      Pattern.compile("(?:heading|language|platform)\\.[A-Za-z0-9_()-]+");

  private static final Pattern BAR = Pattern.compile("\\|");

  LanguageWords {
    lists = Map.copyOf(lists);
  }

  /** Returns those of all languages that have a file, by their codes; English first. */
  static List<LanguageWords> ofAllLanguages() {
    List<LanguageWords> all = new ArrayList<>();
    find("en").ifPresent(all::add);
    for (String code : Locale.getISOLanguages()) {
      if (!code.equals("en")) {
        find(code).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<LanguageWords> find(String code) {
    try (InputStream in =
        LanguageWords.class.getResourceAsStream("language/" + code + ".properties")) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(code, new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + code, e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it has a key that nobody asks for
   */
  static LanguageWords read(String code, Reader in) throws IOException {
    Properties file = new Properties();
    file.load(in);
    Map<String, List<String>> lists = new HashMap<>();
    for (String key : file.stringPropertyNames()) {
      if (!KEYS.contains(key) && !FAMILIES.matcher(key).matches()) {
        throw new IllegalArgumentException(code + ": no such key: " + key);
      }
      lists.put(
          key,
          BAR.splitAsStream(file.getProperty(key))
              .map(Folded::of)
              .filter(text -> !text.isEmpty())
              .toList());
    }
    return new LanguageWords(code, lists);
  }

  /** Returns what is listed under {@code key}; nothing where the file does not have it. */
  List<String> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  /** Returns the keys that begin with {@code family} and a dot, without that. */
  List<String> keysOf(String family) {
    return lists.keySet().stream()
        .filter(key -> key.startsWith(family + "."))
        .map(key -> key.substring(family.length() + 1))
        .sorted()
        .toList();
  }
}
