package io.kbaudit.cli;

import io.kbaudit.audit.UnsoundFiles;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --accept-unsound}: damaged files are refused, unless this is given. */
final class UnsoundOption {
  static final String NAME = "--accept-unsound";

  private static final int NAMED_AT_MOST = 5;

  private UnsoundOption() {}

  static OptionSpec of(String what) {
    return OptionSpec.builder(NAME)
        .description(
            what + " files that are damaged, but for that as listed; without it they are refused.")
        .build();
  }

  static UnsoundFiles in(ParseResult arguments) {
    return arguments.hasMatchedOption(NAME) ? UnsoundFiles.ACCEPT : UnsoundFiles.REFUSE;
  }

  /**
   * Names damaged files on standard error, a line each.
   *
   * @param damage by file
   * @param what becomes of them, to follow "is not sound"
   */
  static void complain(Console console, Map<String, String> damage, String what) {
    damage.entrySet().stream()
        .limit(NAMED_AT_MOST)
        .forEach(
            file ->
                console.complain(
                    "'" + file.getKey() + "' is not sound" + what + ": " + file.getValue()));
    if (damage.size() > NAMED_AT_MOST) {
      console.complain("and " + (damage.size() - NAMED_AT_MOST) + " more are not sound" + what);
    }
  }
}
