package io.kbaudit.cli;

import io.kbaudit.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is given where nobody types it.
 *
 * @param command the words of the command that it is for; empty for every command
 * @param option its longest name
 * @param values of the option; of one that takes none, {@code true} or {@code false}
 * @param origin where that is said
 */
record OptionDefault(List<String> command, String option, List<String> values, String origin) {
  private static final String PREFIX = "KBAUDIT_";

  OptionDefault {
    command = List.copyOf(command);
    values = List.copyOf(values);
  }

  static OptionDefault ofVariable(String option, String value) {
    return new OptionDefault(List.of(), option, List.of(value), variable(option));
  }

  static OptionDefault of(Setting setting) {
    return new OptionDefault(
        setting.section(),
        "--" + setting.name(),
        setting.values(),
        setting.source() + ", line " + setting.line());
  }

  /** Returns the name of the variable for an option: {@code KBAUDIT_SOURCE_ZONE}. */
  static String variable(String option) {
    return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Returns whether a variable is meant for kbaudit, by its name. */
  static boolean isVariable(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * Returns the arguments by which the option would be typed so.
   *
   * @throws CannotAskException if it takes no value, and is given one
   */
  Stream<String> typed(OptionSpec spec) throws CannotAskException {
    if (Usage.takesValue(spec)) {
      return values.stream().map(value -> option + "=" + value);
    }
    return switch (String.join(",", values)) {
      case "true", "1" -> Stream.of(option);
      case "false", "0" -> Stream.empty();
      default ->
          throw new CannotAskException(
              origin
                  + ": "
                  + option
                  + " is true or false, and not '"
                  + String.join(", ", values)
                  + "'");
    };
  }
}
