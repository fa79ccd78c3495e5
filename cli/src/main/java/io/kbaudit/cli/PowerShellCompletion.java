package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for PowerShell, by {@code Register-ArgumentCompleter -Native}. Where it offers
 * nothing, PowerShell offers files.
 */
final class PowerShellCompletion {
  private static final String BEGIN =
      """
      # Completion of kbaudit for PowerShell. Load it, perhaps in $PROFILE, with:
      # kbaudit completion powershell | Out-String | Invoke-Expression

      Register-ArgumentCompleter -Native -CommandName kbaudit, kbaudit.cmd -ScriptBlock {
        param($wordToComplete, $commandAst, $cursorPosition)

        $below = @{
      """;

  private static final String END =
      """
        }

        $command = ''
        $option = ''
        $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
          Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
        foreach ($word in $typed) {
          if ($option) {
            $option = ''
          } elseif ($word.StartsWith('-')) {
            if ($takesValue["$command"] -ccontains $word) { $option = $word }
          } elseif ($below["$command"] -ccontains $word) {
            $command = "$command $word".Trim()
          }
        }

        $start = ''
        $current = "$wordToComplete"
        if (-not $option -and $current -match '^(--[a-z-]+)=(.*)$') {
          $option = $Matches[1]
          $start = "$option="
          $current = $Matches[2]
        }
        if ($option) {
          $offered = @($values["$command $option"])
        } elseif ($current.StartsWith('-')) {
          $offered = @($options["$command"])
        } else {
          $offered = @($below["$command"]) + @($values["$command"])
        }
        if ($current -match '^(.*,)([^,]*)$') {
          $start = $start + $Matches[1]
          $current = $Matches[2]
        }
        $offered | Where-Object { $_ -and $_.StartsWith($current, 'OrdinalIgnoreCase') } |
          ForEach-Object {
            [System.Management.Automation.CompletionResult]::new("$start$_", $_, 'ParameterValue', $_)
          }
      }
      """;

  private PowerShellCompletion() {}

  /** Returns the script. */
  static String of(CommandSpec root) {
    List<String> below = new ArrayList<>();
    List<String> options = new ArrayList<>();
    List<String> takesValue = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (CommandSpec spec : Usage.all(root)) {
      String command = Usage.words(spec);
      List<OptionSpec> valued =
          spec.options().stream().filter(option -> option.arity().min() > 0).toList();
      if (!spec.subcommands().isEmpty()) {
        below.add(entry(command, Usage.names(spec)));
      }
      options.add(entry(command, spec.optionsMap().keySet().stream().toList()));
      takesValue.add(
          entry(command, valued.stream().flatMap(option -> Stream.of(option.names())).toList()));
      spec.positionalParameters().forEach(each -> add(values, command, each));
      for (OptionSpec option : spec.options()) {
        for (String name : option.names()) {
          add(values, command + " " + name, option);
        }
      }
    }
    return BEGIN
        + String.join("\n", below)
        + "\n  }\n  $options = @{\n"
        + String.join("\n", options)
        + "\n  }\n  $takesValue = @{\n"
        + String.join("\n", takesValue)
        + "\n  }\n  $values = @{\n"
        + String.join("\n", values)
        + "\n"
        + END;
  }

  private static void add(List<String> values, String key, ArgSpec argument) {
    List<String> words = OfferedValue.of(argument).words();
    if (!words.isEmpty()) {
      values.add(entry(key, words));
    }
  }

  private static String entry(String key, List<String> words) {
    return "    '"
        + key
        + "' = "
        + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ", "@(", ")"));
  }
}
