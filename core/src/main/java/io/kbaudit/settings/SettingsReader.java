package io.kbaudit.settings;

import io.kbaudit.file.SourceName;
import io.kbaudit.text.Printable;
import io.kbaudit.yaml.DocumentText;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.NoRepeats;
import io.kbaudit.yaml.YamlDocument;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode;
import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads settings from YAML 1.2: keys, each with a word, or a list of words, or more keys, which are
 * a section. What a key may be is for its caller to say. It keeps nothing, so that any number of
 * threads may read at once.
 */
public final class SettingsReader {
  private static final String NOUN = "file of settings";

  private final String source;
  private final List<Setting> settings = new ArrayList<>();

  private SettingsReader(String source) {
    this.source = source;
  }

  /**
   * Reads the settings in {@code file}, in their order.
   *
   * @throws SettingsFormatException if it cannot be understood, sets one thing twice, or sets
   *     nothing
   * @throws IOException if the file cannot be read
   */
  public static List<Setting> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, SourceName.of(file));
    }
  }

  /** Reads the settings in {@code in}, which is not closed. */
  static List<Setting> read(InputStream in, String source) throws IOException {
    try {
      SettingsReader reader = new SettingsReader(source);
      YamlNode root = YamlDocument.parse(source, NOUN, DocumentText.ofYaml(in, source, NOUN));
      reader.addSection(Fields.mapping(root, "a " + NOUN), List.of());
      return List.copyOf(reader.settings);
    } catch (YamlException e) {
      throw new SettingsFormatException(e);
    }
  }

  private void addSection(Mapping section, List<String> names) throws YamlException {
    NoRepeats<String> once = new NoRepeats<>();
    for (Entry entry : section.entries()) {
      Word key = entry.key();
      once.add(key.text(), key);
      if (entry.value() instanceof Mapping below) {
        addSection(below, Stream.concat(names.stream(), Stream.of(key.text())).toList());
      } else {
        settings.add(
            new Setting(names, key.text(), values(key, entry.value()), source, key.at().line()));
      }
    }
  }

  private static List<String> values(Word key, YamlNode node) throws YamlException {
    if (!(node instanceof Listing listing)) {
      return List.of(Fields.word(node, Printable.quoted(key.text())).text());
    }
    if (listing.items().isEmpty()) {
      throw node.at().fault(Printable.quoted(key.text()) + " lists nothing");
    }
    List<String> values = new ArrayList<>();
    for (YamlNode item : listing.items()) {
      values.add(Fields.word(item, Printable.quoted(key.text())).text());
    }
    return values;
  }
}
