package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How a command is typed. */
final class Usage {
  private static final List<String> COMMON = List.of("--config", "--debug", "--help");

  private Usage() {}

  /** Returns the words of a command's call: those that must be there, and those that may. */
  static List<String> synopsis(CommandSpec spec) {
    List<String> words = new ArrayList<>();
    List<OptionSpec> required =
        spec.options().stream().filter(option -> option.required()).toList();
    for (OptionSpec option : required) {
      words.add(option.longestName() + value(option));
    }
    words.add("[OPTIONS]");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      words.add(label(parameter));
    }
    if (!spec.subcommands().isEmpty()) {
      words.add("COMMAND");
    }
    return words;
  }

  /** Returns the options of a command in their order, those that many commands have at the end. */
  static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream()
        .sorted(Comparator.comparingInt(option -> COMMON.indexOf(option.longestName())))
        .toList();
  }

  /** Returns an option's names, and what follows them: {@code -o, --output=FILE}. */
  static String label(OptionSpec option) {
    return String.join(", ", option.names()) + value(option);
  }

  /** Returns {@code FILE...}, in brackets where it may be left out. */
  static String label(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  /** Returns whether an option takes a value. */
  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  private static String value(OptionSpec option) {
    if (!takesValue(option)) {
      return "";
    }
    return option.arity().min() == 0 ? "[=" + option.paramLabel() + "]" : "=" + option.paramLabel();
  }

  /** Returns what a command does, in running text. */
  static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  /** Returns what a command does, in one sentence. */
  static String summary(CommandSpec spec) {
    return firstSentence(description(spec));
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** Returns the commands below {@code spec}, each once. */
  static List<CommandSpec> subcommands(CommandSpec spec) {
    return spec.subcommands().values().stream()
        .map(each -> each.getCommandSpec())
        .distinct()
        .toList();
  }

  /** Returns {@code spec}, and all commands below it, however deep. */
  static List<CommandSpec> all(CommandSpec spec) {
    List<CommandSpec> all = new ArrayList<>(List.of(spec));
    for (CommandSpec below : subcommands(spec)) {
      all.addAll(all(below));
    }
    return all;
  }

  /** Returns the words by which {@code spec} is called, without the first: {@code article show}. */
  static String words(CommandSpec spec) {
    String root = spec.root().name();
    return spec.qualifiedName().substring(root.length()).strip();
  }

  /** Returns what an option does, in one sentence. */
  static String summary(OptionSpec option) {
    return firstSentence(String.join(" ", option.description()));
  }

  /** Returns the names of the commands below {@code spec}. */
  static List<String> names(CommandSpec spec) {
    return subcommands(spec).stream().map(command -> command.name()).collect(Collectors.toList());
  }
}
