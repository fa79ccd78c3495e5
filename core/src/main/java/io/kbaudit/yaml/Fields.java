package io.kbaudit.yaml;

import io.kbaudit.file.NearestName;
import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A mapping whose keys are known beforehand, and its values, each as what it has to be. */
public final class Fields {
  /** The spellings of the core schema (YAML 1.2.2, 10.3.2); {@code yes} and {@code no} are none. */
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");

  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

  private final SourceLine at;
  private final String holder;
  private final Map<String, YamlNode> values;

  private Fields(SourceLine at, String holder, Map<String, YamlNode> values) {
    this.at = at;
    this.holder = holder;
    this.values = values;
  }

  /**
   * Returns the fields of {@code node}.
   *
   * @param holder what has these fields, as in "a location"
   * @throws YamlException if it is no mapping, or has a key that is not of {@code keys}
   */
  public static Fields of(YamlNode node, String holder, List<String> keys) throws YamlException {
    Map<String, YamlNode> values = new HashMap<>();
    NoRepeats<String> once = new NoRepeats<>();
    for (Entry entry : mapping(node, holder).entries()) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        throw entry.key().at().fault("unknown key of " + holder, key, advice(key, keys));
      }
      once.add(key, entry.key());
      values.put(key, entry.value());
    }
    return new Fields(node.at(), holder, values);
  }

  /** Returns {@code node}, which has to be a mapping. */
  public static Mapping mapping(YamlNode node, String what) throws YamlException {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw unfit(node, what + " is keys and their values");
  }

  /** Returns {@code node}, which has to be a word that says something. */
  public static Word word(YamlNode node, String what) throws YamlException {
    if (!(node instanceof Word word)) {
      throw node.at().fault(what + " is a word, not " + node.kind());
    }
    if (word.isNull() || word.text().isBlank()) {
      throw node.at().fault(what + " is left empty");
    }
    return word;
  }

  /** Returns that {@code node} is of another kind than it has to be. */
  public static YamlException unfit(YamlNode node, String rule) {
    if (!(node instanceof Word word)) {
      return node.at().fault(rule + ", not " + node.kind());
    }
    return word.isNull()
        ? node.at().fault(rule + ", and nothing is there")
        : node.at().fault(rule + ", not a word", word.text());
  }

  /** Returns which of {@code keys} may be meant by another one, or which there are. */
  public static String advice(String key, List<String> keys) {
    return NearestName.find(key, keys)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("there are " + String.join(", ", keys));
  }

  /** Returns the value of {@code key}, absent if it is not there. */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns the value of {@code key}, which has to be there. */
  public YamlNode required(String key) throws YamlException {
    Optional<YamlNode> value = find(key);
    if (value.isEmpty()) {
      throw at.fault(holder + " without its '" + key + "'");
    }
    return value.get();
  }

  /** Returns the word at {@code key}, which has to be there. */
  public Word word(String key) throws YamlException {
    return word(required(key), "'" + key + "'");
  }

  /** Returns the word at {@code key}, absent if it is not there. */
  public Optional<Word> findWord(String key) throws YamlException {
    Optional<YamlNode> value = find(key);
    return value.isPresent() ? Optional.of(word(value.get(), "'" + key + "'")) : Optional.empty();
  }

  /** Returns the one of {@code values} whose id is at {@code key}, which has to be there. */
  public <T> T choice(String key, List<T> values, Function<T, String> id) throws YamlException {
    Word word = word(key);
    List<String> ids = values.stream().map(id).toList();
    int index = ids.indexOf(word.text());
    if (index < 0) {
      throw word.at().fault("unknown word for '" + key + "'", word.text(), "it is " + oneOf(ids));
    }
    return values.get(index);
  }

  /** Returns whether {@code key} is true; false if it is not there. */
  public boolean flag(String key) throws YamlException {
    Optional<Word> word = findWord(key);
    if (word.isEmpty()) {
      return false;
    }
    String text = word.get().plain() ? word.get().text() : "";
    boolean yes = TRUE.contains(text);
    if (!yes && !FALSE.contains(text)) {
      throw word.get()
          .at()
          .fault("'" + key + "' is true or false, and nothing else", word.get().text());
    }
    return yes;
  }

  private static String oneOf(List<String> ids) {
    return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(" or "));
  }
}
