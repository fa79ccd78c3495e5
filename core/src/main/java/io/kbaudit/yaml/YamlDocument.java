package io.kbaudit.yaml;

import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The one document of a YAML 1.2 text, made a tree from the events of its parser: what nobody here
 * has a use for (anchors, tags, depth) is refused where it begins.
 */
public final class YamlDocument {
  /** A profile, its locations, one of them, its files. */
  static final int DEEPEST = 4;

  private static final String VERSION = "%YAML";

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String source;
  private final String noun;
  private final String text;
  private final StreamReader reader;
  private final Iterator<Event> events;

  private YamlDocument(String source, String noun, String text) {
    this.source = source;
    this.noun = noun;
    this.text = text;
    this.reader = new StreamReader(SETTINGS, text);
    this.events = new ParserImpl(SETTINGS, reader);
  }

  /**
   * Returns the document in {@code text}.
   *
   * @param source what to call it in messages
   * @param noun what it has to be: "profile"
   * @throws YamlException if there is none, or more than one, or it is not YAML
   */
  public static YamlNode parse(String source, String noun, String text) throws YamlException {
    return new YamlDocument(source, noun, text).parse();
  }

  private YamlNode parse() throws YamlException {
    expect(Event.ID.StreamStart);
    Event start = next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw new YamlException(source, "it is empty, or all comment");
    }
    YamlNode root = node(next(), 1);
    expect(Event.ID.DocumentEnd);
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw lineOf(end).fault("a second document begins; a " + noun + " is a single one");
    }
    return root;
  }

  private void expect(Event.ID id) throws YamlException {
    Event event = next();
    if (event.getEventId() != id) {
      throw new IllegalStateException(event + " where " + id + " has to be");
    }
  }

  private Event next() throws YamlException {
    try {
      return events.next();
    } catch (YamlVersionException e) {
      throw otherVersion();
    } catch (YamlEngineException e) {
      throw notYaml(e);
    } catch (IllegalArgumentException e) {
      // The parser takes the digits of an escape for a character without asking whether it is one.
      SourceLine at = new SourceLine(source, reader.getLine() + 1);
      throw at.fault("this is not YAML, an escape of no character", line(at));
    }
  }

  /** The parser says which version it is, and not where: in a line that is a directive. */
  private YamlException otherVersion() {
    List<String> before = text.lines().limit(reader.getLine() + 1L).toList();
    int line = before.size();
    while (line > 1 && !before.get(line - 1).startsWith(VERSION)) {
      line--;
    }
    SourceLine at = new SourceLine(source, line);
    return at.fault("a version of YAML that is not supported; it is read as YAML 1.2", line(at));
  }

  private YamlNode node(Event event, int depth) throws YamlException {
    refuseReference(event);
    SourceLine at = lineOf(event);
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), at);
      return new Word(at, scalar.getValue(), scalar.isPlain());
    }
    refuseTag(((CollectionStartEvent) event).getTag(), at);
    if (depth > DEEPEST) {
      throw at.fault("nested deeper than anything in a " + noun, line(at));
    }
    return event.getEventId() == Event.ID.SequenceStart
        ? new Listing(at, items(depth))
        : new Mapping(at, entries(depth));
  }

  private List<YamlNode> items(int depth) throws YamlException {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return items;
  }

  private List<Entry> entries(int depth) throws YamlException {
    List<Entry> entries = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      YamlNode key = node(event, depth + 1);
      if (!(key instanceof Word word)) {
        throw key.at().fault("a key must be a word, not " + key.kind(), line(key.at()));
      }
      entries.add(new Entry(word, node(next(), depth + 1)));
    }
    return entries;
  }

  private void refuseReference(Event event) throws YamlException {
    if (event instanceof AliasEvent alias) {
      throw lineOf(event).fault(unwanted("an alias"), "*" + alias.getAlias().getValue());
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw lineOf(event).fault(unwanted("an anchor"), "&" + node.getAnchor().get().getValue());
    }
  }

  private void refuseTag(Optional<String> tag, SourceLine at) throws YamlException {
    if (tag.isPresent()) {
      throw at.fault(unwanted("a tag"), tag.get());
    }
  }

  private String unwanted(String what) {
    return what + ", which a " + noun + " has no use for";
  }

  private SourceLine lineOf(Event event) {
    return new SourceLine(source, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  /** Returns the line there, without its margins; empty behind the end. */
  private String line(SourceLine at) {
    return text.lines().skip(at.line() - 1L).findFirst().orElse("").strip();
  }

  private YamlException notYaml(YamlEngineException failure) {
    YamlProblem problem = YamlProblem.of(failure);
    if (problem.line() == 0) {
      return new YamlException(source, "this is not YAML: " + problem.text());
    }
    SourceLine at = new SourceLine(source, problem.line());
    String shown = line(at);
    return shown.isEmpty()
        ? at.fault("this is not YAML: " + problem.text())
        : at.fault("this is not YAML, " + problem.text(), shown);
  }
}
