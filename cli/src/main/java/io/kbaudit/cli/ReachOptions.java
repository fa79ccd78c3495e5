package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.inventory.FolderScanner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How far a scan of a folder goes: {@code --follow-links}. */
final class ReachOptions {
  private static final String FOLLOW_LINKS = "--follow-links";

  private ReachOptions() {}

  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
        OptionSpec.builder(FOLLOW_LINKS)
            .description(
                "Look at what is where links lead out of a folder, too. Default: such a file is"
                    + " undecided.")
            .build());
  }

  /** Returns {@code question}, which goes as far as the options say. */
  static KbAudit ask(KbAudit question, ParseResult arguments) {
    return arguments.hasMatchedOption(FOLLOW_LINKS) ? question.followingLinks() : question;
  }

  /** Returns {@code scanner}, which goes as far as the options say. */
  static FolderScanner apply(FolderScanner scanner, ParseResult arguments) {
    return arguments.hasMatchedOption(FOLLOW_LINKS) ? scanner.followingLinks() : scanner;
  }
}
