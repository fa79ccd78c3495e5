package io.kbaudit.cli;

import java.util.Optional;
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
    JSON,
    /** Rows alone, of an article. */
    CSV
  }

  /** Text on standard output. */
  static final ReportTarget DEFAULT = new ReportTarget(Format.TEXT, Optional.empty());

  /** The customary name of standard output. */
  static final String STANDARD_OUTPUT = "-";

  /** Reads FORMAT or FORMAT=FILE, of a report that is text or JSON. */
  static ReportTarget parse(String text) {
    return parse(text, Format.TEXT, Format.JSON);
  }

  /** Reads the same of a report that may be a table too. */
  static ReportTarget parseTable(String text) {
    return parse(text, Format.values());
  }

  private static ReportTarget parse(String text, Format... formats) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    Format format = Options.choose(formats, Options::lowerCase, word);
    if (equals == text.length() - 1) {
      throw new TypeConversionException("no file follows '" + text + "'");
    }
    String file = equals < 0 ? STANDARD_OUTPUT : text.substring(equals + 1);
    return new ReportTarget(
        format, file.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(file));
  }
}
