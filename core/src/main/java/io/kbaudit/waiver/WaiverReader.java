package io.kbaudit.waiver;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import io.kbaudit.text.Letters;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads waivers from YAML 1.2: a list of them, or one under {@code waivers}. A key that is unknown
 * and a value that says nothing known are refused with their line; a waiver from which something is
 * {@linkplain Waiver#missing missing} is read, and covers nothing.
 *
 * <p>It keeps nothing, so that any number of threads may read at once.
 */
public final class WaiverReader {
  private static final List<String> KEYS =
      List.of(
          "location",
          "file",
          "row",
          "check",
          "cause",
          "reason",
          "approver",
          "ticket",
          "from",
          "expiry",
          "undecided");

  /** Without these, a waiver covers more. */
  private static final List<String> NARROWING = List.of("location", "row", "cause", "from");

  private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,8}");

  /** What a text with waivers has to be, in messages. */
  static final String NOUN = "list of waivers";

  private WaiverReader() {}

  /**
   * Reads the waivers in {@code file}, in their order.
   *
   * @throws WaiverFormatException if it cannot be understood
   * @throws IOException if the file cannot be read
   */
  public static Waivers read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, SourceName.of(file));
    }
  }

  /** Reads the waivers in {@code in}, which is not closed. */
  static Waivers read(InputStream in, String source) throws IOException {
    try {
      YamlNode root = YamlDocument.parse(source, NOUN, DocumentText.ofYaml(in, source, NOUN));
      List<Waiver> waivers = new ArrayList<>();
      for (YamlNode item : items(root)) {
        waivers.add(waiver(item));
      }
      return new Waivers(source, waivers);
    } catch (YamlException e) {
      throw new WaiverFormatException(e);
    }
  }

  private static List<YamlNode> items(YamlNode root) throws YamlException {
    YamlNode list =
        root instanceof Mapping
            ? Fields.of(root, "a " + NOUN, List.of("waivers")).required("waivers")
            : root;
    if (!(list instanceof Listing listing)) {
      throw Fields.unfit(list, "'waivers' is a list");
    }
    return listing.items();
  }

  private static Waiver waiver(YamlNode node) throws YamlException {
    Fields fields = Fields.of(node, "a waiver", KEYS);
    for (String key : NARROWING) {
      requireNotEmpty(fields, key);
    }
    Optional<Word> expiry = word(fields, "expiry");
    Waiver waiver =
        new Waiver(
            node.at().line(),
            text(fields, "location"),
            file(fields),
            row(fields),
            constants(fields, "check", Check.class),
            constants(fields, "cause", Cause.class),
            text(fields, "reason"),
            text(fields, "approver"),
            text(fields, "ticket"),
            day(word(fields, "from")),
            day(expiry),
            fields.flag("undecided"));
    if (waiver.from().isPresent()
        && waiver.expiry().filter(waiver.from().get()::isAfter).isPresent()) {
      throw expiry
          .orElseThrow()
          .at()
          .fault("the waiver ends before it begins", expiry.orElseThrow().text());
    }
    return waiver;
  }

  /** Nothing where a limit was to be is no waiver of all that it would have kept out. */
  private static void requireNotEmpty(Fields fields, String key) throws YamlException {
    Optional<YamlNode> node = fields.find(key);
    boolean isEmptyList =
        node.filter(Listing.class::isInstance)
            .map(Listing.class::cast)
            .filter(list -> list.items().isEmpty())
            .isPresent();
    if (isEmptyList || node.filter(WaiverReader::isEmpty).isPresent()) {
      throw node.orElseThrow().at().fault("'" + key + "' is left empty");
    }
  }

  /** Returns the word at {@code key}; absent where there is none, or where it is left empty. */
  private static Optional<Word> word(Fields fields, String key) throws YamlException {
    Optional<YamlNode> node = fields.find(key);
    return node.isEmpty() || isEmpty(node.get())
        ? Optional.empty()
        : Optional.of(Fields.word(node.get(), "'" + key + "'"));
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof Word word && (word.isNull() || word.text().isBlank());
  }

  private static Optional<String> text(Fields fields, String key) throws YamlException {
    return word(fields, key).map(word -> word.text().strip());
  }

  private static Optional<FileName> file(Fields fields) throws YamlException {
    Optional<Word> word = word(fields, "file");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileName> name = FileName.find(word.get().text());
    if (name.isEmpty()) {
      throw word.get().at().fault("not the name of a file", word.get().text());
    }
    return name;
  }

  private static Optional<Integer> row(Fields fields) throws YamlException {
    Optional<Word> word = word(fields, "row");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String text = word.get().text().strip();
    if (!ROW.matcher(text).matches()) {
      throw word.get().at().fault("not the number of a row", text, "they count from 1");
    }
    return Optional.of(Integer.valueOf(text));
  }

  /** Returns the constants that a word, or each of a list, names. */
  private static <E extends Enum<E>> Set<E> constants(Fields fields, String key, Class<E> type)
      throws YamlException {
    Set<E> constants = EnumSet.noneOf(type);
    Optional<YamlNode> node = fields.find(key);
    if (node.isEmpty() || isEmpty(node.get())) {
      return constants;
    }
    List<YamlNode> items =
        node.get() instanceof Listing listing ? listing.items() : List.of(node.get());
    for (YamlNode item : items) {
      constants.add(constant(Fields.word(item, "'" + key + "'"), key, type));
    }
    return constants;
  }

  private static <E extends Enum<E>> E constant(Word word, String key, Class<E> type)
      throws YamlException {
    String name = Letters.capital(word.text().strip()).replace('-', '_');
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
      names.add(constant.name());
    }
    throw word.at().fault("unknown " + key, word.text(), Fields.advice(name, names));
  }

  private static Optional<LocalDate> day(Optional<Word> word) throws YamlException {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = Waiver.findDay(word.get().text());
    if (day.isEmpty()) {
      throw word.get().at().fault("not a day", word.get().text(), "one is 2027-03-31");
    }
    return day;
  }
}
