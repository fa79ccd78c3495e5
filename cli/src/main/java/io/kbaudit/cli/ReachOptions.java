package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.inventory.FolderScanner;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How far a scan of a folder goes, and how long it waits. */
final class ReachOptions {
  static final String FOLLOW_LINKS = "--follow-links";

  private static final String TIMEOUT = "--timeout";

  /** Long enough for a disk to wake, or a server to be asked again. */
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

  private ReachOptions() {}

  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder(FOLLOW_LINKS)
                .description(
                    "Look at what is where links lead out of a folder, too. Default: such a file"
                        + " is undecided.")
                .build())
        .addOption(
            Options.valued(TIMEOUT, "DURATION", Duration.class)
                .converters(Options.timeout())
                .description(
                    "How long to wait for a file: 60s, 5m, or a number of seconds, and a second"
                        + " more for each MiB of it; then it is undecided. Default: 60s.")
                .build());
  }

  /** Returns {@code question}, which goes as far as the options say. */
  static KbAudit ask(KbAudit question, ParseResult arguments) {
    KbAudit limited = question.within(timeout(arguments));
    return arguments.hasMatchedOption(FOLLOW_LINKS) ? limited.followingLinks() : limited;
  }

  /** Returns {@code scanner}, which goes as far as the options say. */
  static FolderScanner apply(FolderScanner scanner, ParseResult arguments) {
    return following(scanner.within(timeout(arguments)), arguments);
  }

  /** Returns {@code scanner}, which goes where links lead if the options say so. */
  static FolderScanner following(FolderScanner scanner, ParseResult arguments) {
    return arguments.hasMatchedOption(FOLLOW_LINKS) ? scanner.followingLinks() : scanner;
  }

  /** Returns what scans a folder, and those below it if the options say so. */
  static FolderScanner scanner(ParseResult arguments) {
    return arguments.hasMatchedOption("--recursive")
        ? FolderScanner.recursive()
        : FolderScanner.flat();
  }

  private static Duration timeout(ParseResult arguments) {
    return arguments.matchedOptionValue(TIMEOUT, USUAL_TIMEOUT);
  }
}
