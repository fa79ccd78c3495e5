package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for bash, 3.2 or later, with or without bash-completion. */
final class BashCompletion {
  private static final String SCRIPT =
      """
      # Completion of kbaudit for bash. Load it with: source <(kbaudit completion bash)

      # Sets 'below' to the commands below command $1.
      _kbaudit_below() {
        case $1 in
      %BELOW%
          *) below='' ;;
        esac
      }

      # Sets 'options' to those of command $1.
      _kbaudit_options() {
        case $1 in
      %OPTIONS%
        esac
      }

      # Sets 'offered', 'paths' and 'more' for the value of $1: command and option, or command alone.
      # Returns 1 if it is none that takes a value.
      _kbaudit_value() {
        offered='' paths='' more=''
        case $1 in
      %VALUES%
          *) return 1 ;;
        esac
      }

      _kbaudit() {
        COMPREPLY=()
        local line=${COMP_LINE:0:COMP_POINT} words=() word current='' command='' option=''
        local below options offered paths more i
        read -ra words <<< "$line"
        if [[ $line == *[![:space:]] ]]; then
          current=${words[${#words[@]}-1]}
          unset "words[${#words[@]}-1]"
        fi
        for word in "${words[@]:1}"; do
          if [[ -n $option ]]; then
            option=''
          elif [[ $word == -* ]]; then
            if [[ $word != *=* ]] && _kbaudit_value "$command $word" && [[ $more != optional* ]]; then
              option=$word
            fi
          else
            _kbaudit_below "$command"
            if [[ " $below " == *" $word "* ]]; then
              command="${command:+$command }$word"
            fi
          fi
        done

        local start='' value=$current
        if [[ -z $option && $current == --*=* ]]; then
          option=${current%%=*}
          start=$option=
          value=${current#*=}
        elif [[ -z $option && $current == -* ]]; then
          _kbaudit_options "$command"
          COMPREPLY=($(compgen -W "$options" -- "$current"))
          return
        fi
        if [[ -n $option ]]; then
          _kbaudit_value "$command $option" || return
        else
          _kbaudit_value "$command"
          _kbaudit_below "$command"
          offered="$below $offered"
        fi

        case $more in
          *words) [[ $value == *,* ]] && start=$start${value%,*}, && value=${value##*,} ;;
          *path)
            if [[ $value == *=* ]]; then
              start=$start${value%%=*}=
              value=${value#*=}
              offered='' paths=files
            fi
            ;;
        esac
        local found=($(compgen -W "$offered" -- "$value")) IFS=$'\\n'
        case $paths in
          files) found+=($(compgen -f -- "$value")) ;;
          folders) found+=($(compgen -d -- "$value")) ;;
        esac
        [[ -n $paths ]] && compopt -o filenames 2> /dev/null

        # What bash takes for words of their own ends where '=' or ':' does.
        local ahead=''
        [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && ahead=${current%"${current##*=}"}
        [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && ahead=${current%"${current##*:}"}
        for i in "${!found[@]}"; do
          word=$start${found[i]}
          COMPREPLY[i]=${word#"$ahead"}
        done
      }

      complete -F _kbaudit kbaudit
      """;

  private BashCompletion() {}

  /** Returns the script. */
  static String of(CommandSpec root) {
    List<String> below = new ArrayList<>();
    List<String> options = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (CommandSpec spec : Usage.all(root)) {
      String command = Usage.words(spec);
      if (!spec.subcommands().isEmpty()) {
        below.add(branch(command, "below='" + String.join(" ", Usage.names(spec)) + "'"));
      }
      options.add(
          branch(command, "options='" + String.join(" ", spec.optionsMap().keySet()) + "'"));
      spec.positionalParameters().forEach(each -> values.add(branch(command, value(each))));
      for (OptionSpec option : spec.options()) {
        if (Usage.takesValue(option)) {
          values.add(
              Stream.of(option.names())
                      .map(name -> "'" + command + " " + name + "'")
                      .collect(Collectors.joining(" | ", "    ", ") "))
                  + value(option)
                  + " ;;");
        }
      }
    }
    return SCRIPT
        .replace("%BELOW%", String.join("\n", below))
        .replace("%OPTIONS%", String.join("\n", options))
        .replace("%VALUES%", String.join("\n", values));
  }

  private static String branch(String command, String does) {
    return "    '" + command + "') " + does + " ;;";
  }

  private static String value(ArgSpec argument) {
    OfferedValue value = OfferedValue.of(argument);
    List<String> set = new ArrayList<>();
    if (!value.words().isEmpty()) {
      set.add("offered='" + String.join(" ", value.words()) + "'");
    }
    if (value.paths() != OfferedValue.Paths.NONE) {
      set.add("paths=" + lowerCase(value.paths()));
    }
    String optional = argument.isOption() && argument.arity().min() == 0 ? "optional-" : "";
    if (value.more() != OfferedValue.More.NOTHING || !optional.isEmpty()) {
      set.add("more=" + optional + lowerCase(value.more()));
    }
    return set.isEmpty() ? ":" : String.join(" ", set);
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
