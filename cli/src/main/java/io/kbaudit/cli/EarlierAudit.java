package io.kbaudit.cli;

import static java.util.Objects.requireNonNull;

import io.kbaudit.attestation.VerifyingKey;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.json.SavedAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The saved audit whose findings reports for people hold beside those of the audit at hand. */
final class EarlierAudit {
  static final String SINCE = "--since";
  private static final Set<String> SHOWN_IN = Set.of(ReportTarget.TEXT, "html", "markdown");

  private final SavedAuditFile file;
  private final Optional<VerifyingKey> key;
  private final Console console;

  private EarlierAudit(SavedAuditFile file, Optional<VerifyingKey> key, Console console) {
    this.file = file;
    this.key = key;
    this.console = console;
  }

  /** What is done with it while it is open. */
  interface Use {
    void run(Optional<AuditRecord> earlier) throws CannotAskException, IOException;
  }

  /** Returns the option that names one. */
  static OptionSpec option() {
    return Options.valued(SINCE, "AUDIT.json", String.class)
        .description(
            "Say besides, as text, html or markdown, what is new, fixed or still there since this"
                + " audit, the JSON report of an earlier one. The verdict and the exit code stay"
                + " what they are.")
        .build();
  }

  /**
   * Returns the one that {@code arguments} name, if any; one that cannot be read is told at once,
   * and not when an audit has been made.
   */
  static Optional<EarlierAudit> of(ParseResult arguments, Reports reports, Console console)
      throws CannotAskException, IOException {
    if (!arguments.hasMatchedOption(SINCE)) {
      return Optional.empty();
    }
    if (SHOWN_IN.stream().noneMatch(reports::include)) {
      throw new CannotAskException(
          SINCE + " is shown as text, html or markdown; ask for one: --report html=FILE");
    }
    SavedAuditFile file = new SavedAuditFile(arguments.matchedOptionValue(SINCE, ""));
    if (file.isStandardInput()) {
      throw new CannotAskException(SINCE + " names a file, and not standard input");
    }
    EarlierAudit earlier = new EarlierAudit(file, SigningOptions.verifyingKey(arguments), console);
    earlier.open().close();
    return Optional.of(earlier);
  }

  private SavedAudit open() throws CannotAskException {
    return file.open(key, console);
  }

  /** Returns the file, over which no report may be written. */
  List<Path> files() throws CannotAskException {
    return file.files();
  }

  /** Hands it over, or nothing where none was named. */
  static void use(Optional<EarlierAudit> earlier, Use use) throws CannotAskException, IOException {
    if (earlier.isEmpty()) {
      use.run(Optional.empty());
      return;
    }
    try (SavedAudit saved = earlier.get().open()) {
      use.run(Optional.of(saved.audit()));
    } catch (UncheckedIOException e) {
      throw earlier.get().file.cannotBeRead(requireNonNull(e.getCause()));
    }
  }
}
