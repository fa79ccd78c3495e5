package io.kbaudit.cli;

import io.kbaudit.script.Shell;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * A script that is asked for.
 *
 * @param file to be written; absent for standard output
 */
record ScriptTarget(Shell shell, Optional<String> file) {
  /** Reads SHELL or SHELL=FILE. */
  static ScriptTarget parse(String text) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    Shell shell = Options.choose(Shell.values(), Shell::id, word);
    if (equals == text.length() - 1) {
      throw new TypeConversionException("no file follows '" + text + "'");
    }
    return new ScriptTarget(
        shell,
        Optional.of(text.substring(equals + 1))
            .filter(file -> equals >= 0 && !file.equals(ReportTarget.STANDARD_OUTPUT)));
  }
}
