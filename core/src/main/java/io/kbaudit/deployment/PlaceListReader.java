package io.kbaudit.deployment;

import io.kbaudit.file.SourceName;
import io.kbaudit.yaml.DocumentText;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.YamlDocument;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a list of places to be audited: which location of a profile is where, a server each. It is
 * YAML, a list or one under {@code locations}, or a table of comma-separated values with a heading,
 * whichever it looks like; the keys and the columns are {@code location}, {@code label}, {@code
 * path} or {@code inventory}, and {@code zone}.
 *
 * <p>Reading is strict: what is missing, unknown or contradicts itself is refused with its line. It
 * keeps nothing, so that any number of threads may read at once.
 */
public final class PlaceListReader {
  private static final List<String> KEYS =
      List.of("location", "label", "path", "inventory", "zone");

  private static final String NOUN = "list of locations";

  private static final String HOLDER = "an entry";

  /** A list's dash, a flow collection, a directive or document mark, or a key. */
  private static final Pattern YAML =
      Pattern.compile("[-{\\[%].*|[^,;\\t]*:(?:\\s.*)?", Pattern.DOTALL);

  private final Profile profile;

  private PlaceListReader(Profile profile) {
    this.profile = profile;
  }

  /**
   * Reads the places in {@code file}, at least one, in their order.
   *
   * @throws ProfileException if it cannot be understood, or names a location that {@code profile}
   *     does not have
   * @throws IOException if the file cannot be read
   */
  public static List<ListedPlace> read(Path file, Profile profile) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, SourceName.of(file), profile);
    }
  }

  /** Reads the places in {@code in}, which is not closed. */
  static List<ListedPlace> read(InputStream in, String source, Profile profile) throws IOException {
    try {
      return new PlaceListReader(profile).places(in, source);
    } catch (YamlException e) {
      throw new ProfileException(e);
    }
  }

  private List<ListedPlace> places(InputStream in, String source) throws IOException {
    String text = DocumentText.read(in, source, NOUN);
    List<? extends YamlNode> rows =
        isYaml(text)
            ? itemsOf(YamlDocument.parse(source, NOUN, DocumentText.requireYaml(text, source)))
            : PlaceTable.rows(source, NOUN, KEYS, text);
    List<ListedPlace> places = new ArrayList<>();
    for (YamlNode row : rows) {
      places.add(place(row));
    }
    if (places.isEmpty()) {
      throw new YamlException(source, "it lists no location, and there is nothing to audit");
    }
    return places;
  }

  private static boolean isYaml(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .map(line -> YAML.matcher(line.strip()).matches())
        .orElse(true);
  }

  private static List<YamlNode> itemsOf(YamlNode root) throws YamlException {
    YamlNode list =
        root instanceof Mapping
            ? Fields.of(root, "a " + NOUN, List.of("locations")).required("locations")
            : root;
    if (!(list instanceof Listing listing)) {
      throw Fields.unfit(list, "a " + NOUN + " is a list");
    }
    return listing.items();
  }

  private ListedPlace place(YamlNode row) throws YamlException {
    Fields fields = Fields.of(row, HOLDER, KEYS);
    Optional<Word> path = fields.findWord("path");
    Optional<Word> inventory = fields.findWord("inventory");
    if (path.isPresent() && inventory.isPresent()) {
      throw inventory.get().at().fault("an entry with both a 'path' and an 'inventory'");
    }
    Optional<Word> either = path.or(() -> inventory);
    Location location = location(fields.word("location"));
    if (either.isEmpty()) {
      throw row.at().fault("an entry without its 'path' or 'inventory'");
    }
    Optional<Word> zone = fields.findWord("zone");
    return new ListedPlace(
        location,
        fields.findWord("label").map(Word::text),
        requirePath(either.get()),
        inventory.isPresent(),
        zone.isPresent() ? Optional.of(zone(zone.get())) : Optional.empty());
  }

  private Location location(Word name) throws YamlException {
    Optional<Location> location = profile.location(name.text());
    if (location.isEmpty()) {
      List<String> names = profile.locations().stream().map(Location::name).toList();
      throw name.at().fault("unknown location", name.text(), Fields.advice(name.text(), names));
    }
    return location.get();
  }

  /** In double quotes YAML takes {@code \\temp} for a tab and "emp", which no path holds. */
  private static String requirePath(Word path) throws YamlException {
    if (path.text().chars().anyMatch(Character::isISOControl)) {
      throw path.at()
          .fault(
              "a path with a control character",
              path.text(),
              "in double quotes a backslash means more than itself");
    }
    return path.text();
  }

  private static ZoneId zone(Word word) throws YamlException {
    try {
      return ZoneId.of(word.text());
    } catch (DateTimeException e) {
      throw word.at().fault("not a time zone", word.text(), "one is as +01:00 or Europe/Berlin");
    }
  }
}
