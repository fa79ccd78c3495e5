package io.kbaudit.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A shell that completes what is typed, by a script that it is given. */
enum CompletionShell {
  BASH("bash", "kbaudit.bash"),
  ZSH("zsh", "_kbaudit"),
  FISH("fish", "kbaudit.fish"),
  POWERSHELL("powershell", "kbaudit.ps1");

  private final String id;
  private final String file;

  CompletionShell(String id, String file) {
    this.id = id;
    this.file = file;
  }

  String id() {
    return id;
  }

  /** Returns the name under which the shell looks for the script. */
  String file() {
    return file;
  }

  /** Returns the script for a command, with all that are below it. */
  String script(CommandSpec root) {
    return switch (this) {
      case BASH -> BashCompletion.of(root);
      case ZSH -> ZshCompletion.of(root);
      case FISH -> FishCompletion.of(root);
      case POWERSHELL -> PowerShellCompletion.of(root);
    };
  }
}
