package io.kbaudit.cli;

import io.kbaudit.report.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.json.JSONObject;

/**
 * The JSON that a run wrote, on standard output or to files. Every run of the tests is looked at,
 * so that none can forget to hold it to its schema.
 */
final class WrittenJson {
  private static final List<String> OUTPUT = List.of("-o", "--output");
  private static final List<String> REPORT = List.of("--report");
  private static final String JSON = "json";
  private static final String SIGN = "--sign";

  private WrittenJson() {}

  /**
   * Checks all that a run wrote.
   *
   * @param done whether it did what it was asked for, so that what it was to write must be there
   * @param folder in which it ran
   */
  static void assertValid(boolean done, String out, Path folder, List<String> args) {
    List<String> reports = valuesOf(REPORT, args);
    boolean asked = reports.stream().anyMatch(report -> report.equalsIgnoreCase(JSON));
    boolean signed = done && !valuesOf(List.of(SIGN), args).isEmpty();
    assertValid(done && asked, signed && asked ? auditIn(out) : out);
    for (String report : reports) {
      if (report.toLowerCase(Locale.ROOT).startsWith(JSON + "=")) {
        contentOf(folder, report.substring(JSON.length() + 1))
            .ifPresent(text -> assertValid(done, signed ? auditIn(text) : text));
      }
    }
    for (String output : valuesOf(OUTPUT, args)) {
      contentOf(folder, output).ifPresent(text -> assertValid(false, text));
    }
  }

  private static void assertValid(boolean mustBeOurs, String text) {
    if (mustBeOurs || Schemas.isOurs(text)) {
      Schemas.assertValid(text);
    }
  }

  /** Returns the audit in the statement that an envelope holds. */
  private static String auditIn(String envelope) {
    byte[] statement = Base64.getDecoder().decode(new JSONObject(envelope).getString("payload"));
    return new JSONObject(new String(statement, StandardCharsets.UTF_8))
        .getJSONObject("predicate")
        .getJSONObject("kbaudit")
        .toString();
  }

  private static List<String> valuesOf(List<String> options, List<String> args) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (options.contains(arg) && i + 1 < args.size()) {
        values.add(args.get(i + 1));
      }
      for (String option : options) {
        if (arg.startsWith(option + "=")) {
          values.add(arg.substring(option.length() + 1));
        }
      }
    }
    return values;
  }

  /** Returns what a file holds; absent where there is none, or a pipe or device. */
  private static Optional<String> contentOf(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
