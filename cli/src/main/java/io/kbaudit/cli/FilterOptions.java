package io.kbaudit.cli;

import io.kbaudit.inventory.FileFilter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which files of a folder are looked at: {@code --include} and {@code --exclude}. */
final class FilterOptions {
  private static final String INCLUDE = "--include";
  private static final String EXCLUDE = "--exclude";

  private FilterOptions() {}

  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            patterns(INCLUDE)
                .description(
                    "Look at these files alone: *.msi by name, or sub/**/*.msi by path; repeatable."
                        + " The last line says so.")
                .build())
        .addOption(
            patterns(EXCLUDE)
                .description(
                    "Do not look at these files, or, by folder/**, into this folder; repeatable. The"
                        + " last line says so.")
                .build());
  }

  private static OptionSpec.Builder patterns(String name) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel("GLOB")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  static FileFilter in(ParseResult arguments) throws CannotAskException {
    return new FileFilter(patterns(arguments, INCLUDE), patterns(arguments, EXCLUDE));
  }

  private static List<String> patterns(ParseResult arguments, String option)
      throws CannotAskException {
    List<String> patterns = arguments.matchedOptionValue(option, List.of());
    if (patterns.stream().anyMatch(String::isBlank)) {
      throw new CannotAskException(option + " is empty, and no file is called ''");
    }
    return patterns;
  }
}
