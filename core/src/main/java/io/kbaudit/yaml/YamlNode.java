package io.kbaudit.yaml;

import java.util.List;

/** A part of a YAML document, which remembers where it is. */
public sealed interface YamlNode {
  /** Returns where it begins. */
  SourceLine at();

  /** Returns what it is, as in "a list". */
  String kind();

  /**
   * A text of any style.
   *
   * @param plain whether it is neither quoted nor a block
   */
  record Word(SourceLine at, String text, boolean plain) implements YamlNode {
    @Override
    public String kind() {
      return "a word";
    }

    /** Returns whether it stands for no value (YAML 1.2.2, 10.2.1.1). */
    public boolean isNull() {
      return plain && List.of("", "~", "null", "Null", "NULL").contains(text);
    }
  }

  /** A sequence. */
  record Listing(SourceLine at, List<YamlNode> items) implements YamlNode {
    /** Copies the items. */
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping; its keys are as they stand there, the same one perhaps twice. */
  record Mapping(SourceLine at, List<Entry> entries) implements YamlNode {
    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a list of keys";
    }
  }

  /** A key of a mapping, and its value. */
  record Entry(Word key, YamlNode value) {}
}
