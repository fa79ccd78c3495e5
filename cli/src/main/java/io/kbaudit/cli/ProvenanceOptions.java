package io.kbaudit.cli;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Whether reports are to say when, where, by whom and with what an audit was made. */
final class ProvenanceOptions {
  private static final String PROVENANCE = "--provenance";
  private static final String OPERATOR = "--operator";
  private static final String NOTE = "--note";

  private final ParseResult arguments;
  private final Console console;
  private final Instant time;
  private final Optional<EvidenceDigests> digests;

  private ProvenanceOptions(
      ParseResult arguments, Console console, Optional<EvidenceDigests> digests) {
    this.arguments = arguments;
    this.console = console;
    this.time = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    this.digests = digests;
  }

  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder(PROVENANCE)
                .description(
                    "Say in the reports when, on which computer, under which account and by which"
                        + " command the audit was made, and the SHA-256 of each file that it rests"
                        + " on, but for those audited. "
                        + OptionDefault.variable(PROVENANCE)
                        + "=1 in the environment does the same.")
                .build())
        .addOption(
            Options.valued(OPERATOR, "NAME", String.class)
                .description("Say besides who made it.")
                .build())
        .addOption(
            Options.valued(NOTE, "TEXT", String.class)
                .description("Say besides what there is to say of it: a ticket's number.")
                .build());
  }

  /** Returns what {@code arguments} ask for, now that the audit begins. */
  static ProvenanceOptions of(ParseResult arguments, Console console) throws CannotAskException {
    for (String option : List.of(OPERATOR, NOTE)) {
      if (text(arguments, option).filter(String::isBlank).isPresent()) {
        throw new CannotAskException(option + " is empty; leave it out, or say something");
      }
    }
    boolean wanted =
        Stream.of(PROVENANCE, OPERATOR, NOTE)
            .anyMatch(option -> arguments.hasMatchedOption(option));
    return new ProvenanceOptions(
        arguments,
        console,
        wanted ? Optional.of(new EvidenceDigests(console.in())) : Optional.empty());
  }

  private static Optional<String> text(ParseResult arguments, String option) {
    return Optional.ofNullable(arguments.matchedOptionValue(option, null));
  }

  /** Returns the console from which evidence is to be read. */
  Console console() {
    return digests.map(each -> console.reading(each.standardInput())).orElse(console);
  }

  /** Returns where evidence is to be added that was read; absent where nobody asks for it. */
  Optional<EvidenceDigests> digests() {
    return digests;
  }

  /** Returns {@code audit}, with what it rests on and the rest of what is asked for. */
  AuditRecord addTo(AuditRecord audit) {
    return digests.map(evidence -> audit.madeAs(provenance(evidence))).orElse(audit);
  }

  private Provenance provenance(EvidenceDigests evidence) {
    return new Provenance(
        time,
        HostName.find(console.environment()),
        Optional.ofNullable(System.getProperty("user.name"))
            .filter(name -> !name.isBlank() && !name.equals("?")), // of an account without a name
        Optional.of(Path.of("").toAbsolutePath().toString()),
        arguments.originalArgs(),
        Runtime.version().toString(),
        evidence.files(),
        text(arguments, OPERATOR),
        text(arguments, NOTE));
  }
}
