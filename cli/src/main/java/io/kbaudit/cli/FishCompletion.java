package io.kbaudit.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, 3 or later. */
final class FishCompletion {
  private static final String BEGIN =
      """
      # Completion of kbaudit for fish. Save it as ~/.config/fish/completions/kbaudit.fish, or load it
      # with: kbaudit completion fish | source

      # Whether the command that is typed is this one: its words, and none of those below it.
      function __kbaudit_at
        set -l words
        for word in (commandline -opc)[2..]
          string match -q -- '-*' $word; and continue
          contains -- "$words $word" $__kbaudit_commands; or break
          set words "$words $word"
        end
        test "$words" = "$argv[1]"
      end

      # Offers words, of which several may be given, with commas between them.
      function __kbaudit_words
        set -l given (string replace -r '^--[a-z-]+=' '' -- (commandline -ct))
        string match -q '*,*' -- $given; and set -l head (string replace -r '[^,]*$' '' -- $given)
        for word in $argv
          echo $head$word
        end
      end

      # Offers words, each of which a path may follow after '='.
      function __kbaudit_path
        set -l given (string replace -r '^--[a-z-]+=' '' -- (commandline -ct))
        if string match -q '*=*' -- $given
          set -l head (string replace -r '=.*' '=' -- $given)
          for path in (__fish_complete_path (string replace -r '^[^=]*=' '' -- $given))
            echo $head$path
          end
        else
          set -q argv[1]; and printf '%s\\n' $argv
        end
      end

      complete -c kbaudit -f
      """;

  private FishCompletion() {}

  /** Returns the script. */
  static String of(CommandSpec root) {
    StringBuilder text = new StringBuilder(BEGIN);
    List<CommandSpec> all = Usage.all(root);
    text.append("set -g __kbaudit_commands");
    all.stream().skip(1).forEach(spec -> text.append(" ").append(at(spec)));
    text.append('\n');
    for (CommandSpec spec : all) {
      String line = "complete -c kbaudit -n " + quoted("__kbaudit_at " + at(spec));
      text.append('\n');
      for (CommandSpec below : Usage.subcommands(spec)) {
        text.append(line)
            .append(" -a ")
            .append(below.name())
            .append(" -d ")
            .append(quoted(Usage.summary(below)))
            .append('\n');
      }
      spec.positionalParameters()
          .forEach(parameter -> text.append(line).append(value(parameter)).append('\n'));
      for (OptionSpec option : spec.options()) {
        text.append(line)
            .append(names(option))
            .append(Usage.takesValue(option) && option.arity().min() > 0 ? value(option) : "")
            .append(" -d ")
            .append(quoted(Usage.summary(option)))
            .append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Returns the words of a command, as they are joined while it is typed: {@code ' article show'}.
   */
  private static String at(CommandSpec spec) {
    String words = Usage.words(spec);
    return words.isEmpty() ? "''" : "' " + words + "'";
  }

  private static String names(OptionSpec option) {
    return List.of(option.names()).stream()
        .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1))
        .collect(Collectors.joining());
  }

  private static String value(ArgSpec argument) {
    OfferedValue value = OfferedValue.of(argument);
    String words = String.join(" ", value.words());
    String offered =
        switch (value.more()) {
          case WORDS -> " -a " + quoted("(__kbaudit_words " + words + ")");
          case PATH -> " -a " + quoted("(__kbaudit_path " + words + ")");
          case NOTHING -> words.isEmpty() ? "" : " -a " + quoted(words);
        };
    String required = argument.isOption() ? " -r" : "";
    return switch (value.paths()) {
      case FILES -> required + " -F" + offered;
      case FOLDERS ->
          required + " -f -a '(__fish_complete_directories (commandline -ct))'" + offered;
      case NONE -> required + " -f" + offered;
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
