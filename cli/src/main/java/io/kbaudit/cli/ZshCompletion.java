package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, by its completion system (zshcompsys). */
final class ZshCompletion {
  private static final Pattern SPECIAL = Pattern.compile("[\\[\\]:\\\\]");

  private static final String BEGIN =
      """
      #compdef kbaudit
      # Completion of kbaudit for zsh. Save it as _kbaudit in a folder of $fpath, or load it with:
      # source <(kbaudit completion zsh)

      # Offers words of which several may be given, with commas between them.
      _kbaudit_words() {
        compset -P '*,'
        compadd -qS , -- "$@"
      }

      # Offers words, each of which a path may follow after '='; without words, paths.
      _kbaudit_path() {
        if compset -P '*=' || (( ! $# )); then
          _files
        else
          compadd -- "$@"
        fi
      }

      # Offers words, and files.
      _kbaudit_or_file() {
        compadd -- "$@"
        _files
      }
      """;

  private static final String END =
      """

      if [[ $funcstack[1] == _kbaudit ]]; then
        _kbaudit "$@"
      elif (( $+functions[compdef] )); then
        compdef _kbaudit kbaudit
      fi
      """;

  private ZshCompletion() {}

  /** Returns the script. */
  static String of(CommandSpec root) {
    return BEGIN
        + Usage.all(root).stream().map(ZshCompletion::function).collect(Collectors.joining())
        + END;
  }

  private static String name(CommandSpec spec) {
    return "_" + spec.qualifiedName("_");
  }

  private static String function(CommandSpec spec) {
    List<String> arguments = new ArrayList<>();
    spec.options().forEach(option -> arguments.add(option(option)));
    spec.positionalParameters().forEach(parameter -> arguments.add(parameter(parameter)));
    List<CommandSpec> below = Usage.subcommands(spec);
    StringBuilder text = new StringBuilder("\n" + name(spec) + "() {\n");
    if (!below.isEmpty()) {
      text.append("  local curcontext=$curcontext state line\n  typeset -A opt_args\n");
      arguments.add("':command:->command'");
      arguments.add("'*::argument:->argument'");
    }
    text.append("  _arguments ")
        .append(below.isEmpty() ? "" : "-C ")
        .append("\\\n    ")
        .append(String.join(" \\\n    ", arguments))
        .append('\n');
    if (!below.isEmpty()) {
      text.append("  case $state in\n    command)\n      local -a commands=(\n");
      for (CommandSpec each : below) {
        text.append("        ")
            .append(quoted(each.name() + ":" + Usage.summary(each)))
            .append('\n');
      }
      text.append("      )\n      _describe -t commands command commands\n      ;;\n");
      text.append("    argument)\n      case $line[1] in\n");
      for (CommandSpec each : below) {
        text.append("        ").append(each.name()).append(") ").append(name(each)).append(" ;;\n");
      }
      text.append("      esac\n      ;;\n  esac\n");
    }
    return text.append("}\n").toString();
  }

  private static String option(OptionSpec option) {
    boolean repeatable = option.isMultiValue();
    boolean optional = option.arity().min() == 0;
    String sign = !Usage.takesValue(option) ? "" : optional ? "=-" : "=";
    List<String> names = List.of(option.names());
    String spelt =
        names.size() == 1
            ? names.get(0) + sign
            : "{"
                + names.stream()
                    .map(name -> name.startsWith("--") ? name + sign : name)
                    .collect(Collectors.joining(","))
                + "}";
    String before = repeatable ? "*" : names.size() == 1 ? "" : "(" + String.join(" ", names) + ")";
    String rest = "[" + escaped(Usage.summary(option)) + "]";
    if (Usage.takesValue(option)) {
      rest += (optional ? "::" : ":") + escaped(option.paramLabel()) + ":" + action(option);
    }
    return names.size() == 1
        ? quoted(before + spelt + rest)
        : quoted(before) + spelt + quoted(rest);
  }

  private static String parameter(PositionalParamSpec parameter) {
    String count = parameter.arity().max() > 1 ? "*:" : parameter.arity().min() == 0 ? "::" : ":";
    return quoted(count + escaped(parameter.paramLabel()) + ":" + action(parameter));
  }

  /** A blank before a function keeps zsh from giving it options that it hands on to nobody. */
  private static String action(ArgSpec argument) {
    OfferedValue value = OfferedValue.of(argument);
    String words = String.join(" ", value.words());
    String paths =
        switch (value.paths()) {
          case NONE -> " ";
          case FOLDERS -> "_files -/";
          case FILES -> "_files";
        };
    if (words.isEmpty()) {
      return value.more() == OfferedValue.More.PATH ? " _kbaudit_path" : paths;
    }
    return switch (value.more()) {
      case WORDS, PATH -> " _kbaudit_" + value.more().name().toLowerCase(Locale.ROOT) + " " + words;
      case NOTHING ->
          value.paths() == OfferedValue.Paths.NONE
              ? "(" + words + ")"
              : " _kbaudit_or_file " + words;
    };
  }

  private static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
