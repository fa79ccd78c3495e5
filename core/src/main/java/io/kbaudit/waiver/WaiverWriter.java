package io.kbaudit.waiver;

import io.kbaudit.audit.Waiver;
import io.kbaudit.file.SourceName;
import io.kbaudit.yaml.DocumentText;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes waivers as YAML 1.2 that {@link WaiverReader} reads back to the same, whatever their texts
 * hold; blanks at the ends of these are lost, but for those of names of files.
 */
public final class WaiverWriter {
  private static final Pattern ITEM = Pattern.compile("(?m)^( *)-(?= |$)");
  private static final Pattern EMPTY = Pattern.compile("(?<! ) *+\\[\\s*+\\]");

  private WaiverWriter() {}

  /** Returns a list of this waiver alone. */
  public static String document(Waiver waiver) {
    return "waivers:\n" + item(waiver, "  ");
  }

  /**
   * Returns the list in {@code file} with one more waiver at its end; whatever else is in it, its
   * remarks too, stays as it is.
   *
   * @throws WaiverFormatException if it cannot be understood, or is written so that no more than
   *     its author can tell where its end is
   * @throws IOException if the file cannot be read
   */
  public static String appended(Path file, Waiver waiver) throws IOException {
    String source = SourceName.of(file);
    String text = text(file, source);
    List<Waiver> wanted = new ArrayList<>(read(text, source).waivers());
    for (Waiver other : wanted) {
      if (item(other).equals(item(waiver))) {
        throw new WaiverFormatException(
            new YamlException(source, other.line(), "the same waiver is there already"));
      }
    }
    wanted.add(waiver);
    for (String candidate : candidates(text, waiver)) {
      if (isListOf(wanted, candidate, source)) {
        return candidate;
      }
    }
    throw new WaiverFormatException(
        new YamlException(
            source, "written so that nothing can be appended to it; write the waiver by hand"));
  }

  private static String text(Path file, String source) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DocumentText.ofYaml(in, source, WaiverReader.NOUN);
    } catch (YamlException e) {
      throw new WaiverFormatException(e);
    }
  }

  /** Returns the text with the waiver at its end, in the column of each list that is in it. */
  private static List<String> candidates(String text, Waiver waiver) {
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    Set<String> margins = new LinkedHashSet<>();
    Matcher item = ITEM.matcher(text);
    while (item.find()) {
      margins.add(item.group(1));
    }
    String whole = text.endsWith("\n") ? text : text + lineEnd;
    List<String> candidates = new ArrayList<>();
    for (String margin : margins) {
      candidates.add(whole + item(waiver, margin).replace("\n", lineEnd));
    }
    Matcher empty = EMPTY.matcher(text);
    if (empty.find()) {
      candidates.add(
          text.substring(0, empty.start())
              + lineEnd
              + item(waiver, "  ").stripTrailing().replace("\n", lineEnd)
              + text.substring(empty.end()));
    }
    return candidates;
  }

  private static boolean isListOf(List<Waiver> wanted, String text, String source)
      throws IOException {
    try {
      List<Waiver> found = read(text, source).waivers();
      return found.size() == wanted.size()
          && found.stream()
              .map(WaiverWriter::item)
              .toList()
              .equals(wanted.stream().map(WaiverWriter::item).toList());
    } catch (WaiverFormatException e) {
      return false; // not where its end is
    }
  }

  private static Waivers read(String text, String source) throws IOException {
    return WaiverReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source);
  }

  private static String item(Waiver waiver) {
    return item(waiver, "");
  }

  private static String item(Waiver waiver, String margin) {
    List<String> lines = new ArrayList<>();
    add(lines, "location", waiver.location().map(WaiverWriter::text));
    add(lines, "file", waiver.file().map(name -> YamlText.of(name.spelling())));
    add(lines, "row", waiver.row().map(Object::toString));
    add(lines, "check", names(waiver.checks()));
    add(lines, "cause", names(waiver.causes()));
    add(lines, "reason", waiver.reason().map(WaiverWriter::text));
    add(lines, "approver", waiver.approver().map(WaiverWriter::text));
    add(lines, "ticket", waiver.ticket().map(WaiverWriter::text));
    add(lines, "from", waiver.from().map(Object::toString));
    add(lines, "expiry", waiver.expiry().map(Object::toString));
    add(lines, "undecided", waiver.undecided() ? Optional.of("true") : Optional.empty());
    return margin
        + "- "
        + (lines.isEmpty() ? "{}" : String.join("\n" + margin + "  ", lines))
        + "\n";
  }

  private static String text(String text) {
    return YamlText.of(text.strip());
  }

  private static Optional<String> names(Set<? extends Enum<?>> constants) {
    if (constants.size() <= 1) {
      return constants.stream().findFirst().map(Enum::name);
    }
    return Optional.of(
        constants.stream().map(Enum::name).collect(Collectors.joining(", ", "[", "]")));
  }

  private static void add(List<String> lines, String key, Optional<String> value) {
    value.ifPresent(text -> lines.add(key + ": " + text));
  }
}
