package io.kbaudit.cli;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/**
 * One report that is asked for.
 *
 * @param format its name, in lower case
 * @param file to be written; absent for standard output
 */
record ReportTarget(String format, Optional<String> file) {
  /** The format for people, which has a style. */
  static final String TEXT = "text";

  static final String JSON = "json";
  static final String CSV = "csv";

  /** Text on standard output. */
  static final ReportTarget DEFAULT = new ReportTarget(TEXT, Optional.empty());

  /** The customary name of standard output. */
  static final String STANDARD_OUTPUT = "-";

  /** Reads FORMAT or FORMAT=FILE, where the format is one of {@code formats}. */
  static ReportTarget parse(String text, String... formats) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    String format = Options.choose(formats, Function.identity(), word);
    if (equals == text.length() - 1) {
      throw new TypeConversionException("no file follows '" + text + "'");
    }
    String file = equals < 0 ? STANDARD_OUTPUT : text.substring(equals + 1);
    return new ReportTarget(
        format, file.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(file));
  }
}
