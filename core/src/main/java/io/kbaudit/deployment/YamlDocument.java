package io.kbaudit.deployment;

import io.kbaudit.deployment.YamlNode.Entry;
import io.kbaudit.deployment.YamlNode.Listing;
import io.kbaudit.deployment.YamlNode.Mapping;
import io.kbaudit.deployment.YamlNode.Word;
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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The one document of a YAML 1.2 text, made a tree from the events of its parser: what a profile
 * has no use for (anchors, tags, depth) is refused where it begins.
 */
final class YamlDocument {
  /** A profile, its locations, one of them, its files. */
  private static final int DEEPEST = 4;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String source;
  private final String text;
  private final Iterator<Event> events;

  private YamlDocument(String source, String text) {
    this.source = source;
    this.text = text;
    this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
  }

  /**
   * Returns the document in {@code text}.
   *
   * @param source what to call it in messages
   * @throws ProfileException if there is none, or more than one, or it is not YAML
   */
  static YamlNode parse(String source, String text) throws ProfileException {
    return new YamlDocument(source, text).parse();
  }

  private YamlNode parse() throws ProfileException {
    expect(Event.ID.StreamStart);
    Event start = next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw new ProfileException(source, "it is empty, or all comment");
    }
    YamlNode root = node(next(), 1);
    expect(Event.ID.DocumentEnd);
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw place(end).fault("a second document begins; a profile is a single one");
    }
    return root;
  }

  private void expect(Event.ID id) throws ProfileException {
    Event event = next();
    if (event.getEventId() != id) {
      throw new IllegalStateException(event + " where " + id + " has to be");
    }
  }

  private Event next() throws ProfileException {
    try {
      return events.next();
    } catch (YamlEngineException e) {
      throw notYaml(e);
    }
  }

  private YamlNode node(Event event, int depth) throws ProfileException {
    refuseReference(event);
    Place place = place(event);
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), place);
      return new Word(place, scalar.getValue(), scalar.isPlain());
    }
    refuseTag(((CollectionStartEvent) event).getTag(), place);
    if (depth > DEEPEST) {
      throw place.fault("nested deeper than anything in a profile", line(place.line()));
    }
    return event.getEventId() == Event.ID.SequenceStart
        ? new Listing(place, items(depth))
        : new Mapping(place, entries(depth));
  }

  private List<YamlNode> items(int depth) throws ProfileException {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return items;
  }

  private List<Entry> entries(int depth) throws ProfileException {
    List<Entry> entries = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      YamlNode key = node(event, depth + 1);
      if (!(key instanceof Word word)) {
        throw key.place().fault("a key must be a word, not " + key.kind(), line(key.place()));
      }
      entries.add(new Entry(word, node(next(), depth + 1)));
    }
    return entries;
  }

  private void refuseReference(Event event) throws ProfileException {
    if (event instanceof AliasEvent alias) {
      throw place(event)
          .fault("an alias, which a profile has no use for", "*" + alias.getAlias().getValue());
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw place(event)
          .fault(
              "an anchor, which a profile has no use for", "&" + node.getAnchor().get().getValue());
    }
  }

  private static void refuseTag(Optional<String> tag, Place place) throws ProfileException {
    if (tag.isPresent()) {
      throw place.fault("a tag, which a profile has no use for", tag.get());
    }
  }

  private Place place(Event event) {
    return new Place(source, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  private String line(Place place) {
    return line(place.line());
  }

  /** Returns the line of this number, without its margins; empty behind the end. */
  private String line(int number) {
    return text.lines().skip(number - 1L).findFirst().orElse("").strip();
  }

  private ProfileException notYaml(YamlEngineException failure) {
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      return new ProfileException(source, "this is not YAML: " + firstSentence(failure));
    }
    int line = mark(marked).map(mark -> mark.getLine() + 1).orElse(1);
    String problem = "this is not YAML, " + firstSentence(marked);
    String shown = line(line);
    Place place = new Place(source, line);
    return shown.isEmpty() ? place.fault(problem) : place.fault(problem, shown);
  }

  /** What was scanned is more telling where it begins than where the scanner gave up. */
  private static Optional<Mark> mark(MarkedYamlEngineException failure) {
    String context = failure.getContext();
    boolean scanned = context != null && context.startsWith("while scanning");
    return scanned && failure.getContextMark().isPresent()
        ? failure.getContextMark()
        : failure.getProblemMark();
  }

  private static String firstSentence(YamlEngineException failure) {
    String problem =
        failure instanceof MarkedYamlEngineException marked
            ? marked.getProblem()
            : failure.getMessage();
    return problem == null ? "" : problem.lines().findFirst().orElse("").replaceFirst("\\. .*", "");
  }
}
