package io.kbaudit.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * One report that is asked for.
 *
 * @param file to be written; absent for standard output
 */
record ReportTarget(Format format, Optional<String> file) {
  /** The formats of reports. */
  enum Format {
    TEXT,
    JSON
  }

  /** Reads FORMAT or FORMAT=FILE. */
  static ReportTarget parse(String text) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    Format format =
        Arrays.stream(Format.values())
            .filter(value -> value.name().equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'"
                            + word
                            + "' is not one of "
                            + Arrays.stream(Format.values())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    if (equals == text.length() - 1) {
      throw new TypeConversionException("no file follows '" + text + "'");
    }
    return new ReportTarget(
        format, equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
  }
}
