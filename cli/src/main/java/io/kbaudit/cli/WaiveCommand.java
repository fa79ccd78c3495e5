package io.kbaudit.cli;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.waiver.WaiverFormatException;
import io.kbaudit.waiver.WaiverWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit waive}: writes down that a finding of a saved audit is accepted for a time. */
final class WaiveCommand implements Command {
  private static final String FILE = "--file";
  private static final String REASON = "--reason";
  private static final String APPROVER = "--approver";
  private static final String EXPIRY = "--expiry";
  private static final String TICKET = "--ticket";
  private static final String FROM = "--from";
  private static final String UNDECIDED = "--undecided";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("waive");
    spec.usageMessage()
        .description(
            "Writes a waiver, as YAML, of a finding in an audit that 'verify --report json=FILE'"
                + " saved: until its last day, 'verify --waivers' does not fail for that.")
        .footer(
            "",
            "Exit codes: 0 it is written; 2 there is no such finding, or it cannot be written.",
            "",
            "Example:",
            "  kbaudit waive audit.json --file DNSClient.msi --check SIZE --expiry 2027-03-31 \\",
            "    --reason 'rebuilt by the vendor' --approver 'J. Doe' --ticket CHG-1 -o"
                + " waivers.yaml");
    spec.addPositional(
        SavedAuditFile.parameter(0, "AUDIT", "The JSON report of an audit. - is standard input."));
    return spec.addOption(
            required(FILE, "NAME", "The file, as the article lists it, or as it was found."))
        .addOption(
            Options.oneOf(
                    Options.valued(AuditFindings.CHECK, "CHECK", Check.class),
                    Check.values(),
                    Check::name)
                .required(true)
                .description("The check that failed.")
                .build())
        .addOption(required(REASON, "TEXT", "Why that is accepted."))
        .addOption(required(APPROVER, "NAME", "Who accepted it."))
        .addOption(
            Options.valued(EXPIRY, "DATE", LocalDate.class)
                .required(true)
                .converters(Options.day())
                .description("The last day on which it is, 2027-03-31, in UTC.")
                .build())
        .addOption(
            Options.valued(AuditFindings.LOCATION, "NAME", String.class)
                .description(
                    "The location, or the label of the server, where the audit has the finding at"
                        + " several.")
                .build())
        .addOption(
            Options.valued(AuditFindings.ROW, "ROW", Integer.class)
                .description("The article's row, where several have the name.")
                .build())
        .addOption(
            Options.oneOf(
                    Options.valued(AuditFindings.CAUSE, "CAUSE", Cause.class),
                    Cause.values(),
                    Cause::name)
                .description("The cause, where the audit has several.")
                .build())
        .addOption(
            Options.valued(TICKET, "ID", String.class)
                .description("Where the decision is written down.")
                .build())
        .addOption(
            Options.valued(FROM, "DATE", LocalDate.class)
                .converters(Options.day())
                .description("The first day, in UTC. Default: valid at once.")
                .build())
        .addOption(
            OptionSpec.builder(UNDECIDED)
                .description("Accept what could not be decided, too, and not a failure alone.")
                .build())
        .addOption(
            OptionSpec.builder("-o", "--output")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description(
                    "The list of waivers to append it to, or to begin. Default: standard output.")
                .build())
        .addOption(SigningOptions.verifyKey())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static OptionSpec required(String name, String label, String description) {
    return Options.valued(name, label, String.class)
        .required(true)
        .description(description)
        .build();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Waiver waiver = waiver(arguments, console);
    String output = arguments.matchedOptionValue("--output", ReportTarget.STANDARD_OUTPUT);
    if (output.equals(ReportTarget.STANDARD_OUTPUT)) {
      Writer out = console.utf8Writer();
      out.write(WaiverWriter.document(waiver));
      out.flush();
    } else {
      console.say(write(waiver, output));
    }
    return ExitCode.OK;
  }

  private static Waiver waiver(ParseResult arguments, Console console) throws CannotAskException {
    String file = arguments.matchedOptionValue(FILE, "");
    Optional<FileName> name = FileName.find(file);
    if (name.isEmpty()) {
      throw new CannotAskException(FILE + " '" + file + "' is no name of a file");
    }
    Optional<LocalDate> from = Optional.ofNullable(arguments.matchedOptionValue(FROM, null));
    LocalDate expiry = requireNonNull(arguments.matchedOptionValue(EXPIRY, (LocalDate) null));
    if (from.isPresent() && from.get().isAfter(expiry)) {
      throw new CannotAskException("the waiver would end, by " + EXPIRY + ", before it begins");
    }
    LocalDate today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
    if (expiry.isBefore(today)) {
      throw new CannotAskException(
          EXPIRY + " " + expiry + " is over already: the waiver would cover nothing");
    }
    Check check = requireNonNull(arguments.matchedOptionValue(AuditFindings.CHECK, (Check) null));
    boolean undecided = arguments.hasMatchedOption(UNDECIDED);
    AuditFindings.Meant finding = finding(arguments, name.get(), check, console);
    if (finding.undecided() && !undecided) {
      throw new CannotAskException(
          check
              + " of '"
              + file
              + "' did not fail, but stayed undecided; "
              + UNDECIDED
              + " accepts that too");
    }
    return new Waiver(
        1,
        finding.location(),
        name,
        finding.row(),
        Set.of(check),
        Set.of(finding.cause()),
        Optional.of(text(arguments, REASON)),
        Optional.of(text(arguments, APPROVER)),
        arguments.hasMatchedOption(TICKET)
            ? Optional.of(text(arguments, TICKET))
            : Optional.empty(),
        from,
        Optional.of(expiry),
        undecided);
  }

  /** Returns what somebody is to read later; what nobody can see says nothing. */
  private static String text(ParseResult arguments, String option) throws CannotAskException {
    String text = arguments.matchedOptionValue(option, "");
    if (!Waiver.says(text)) {
      throw new CannotAskException(option + " is empty, and a waiver has to say it");
    }
    return text.strip();
  }

  private static Optional<Integer> row(ParseResult arguments) throws CannotAskException {
    Optional<Integer> row =
        Optional.ofNullable(arguments.matchedOptionValue(AuditFindings.ROW, null));
    if (row.filter(number -> number < 1).isPresent()) {
      throw new CannotAskException(
          AuditFindings.ROW + " " + row.get() + ": rows are counted from 1");
    }
    return row;
  }

  private static AuditFindings.Meant finding(
      ParseResult arguments, FileName file, Check check, Console console)
      throws CannotAskException {
    SavedAuditFile audit = new SavedAuditFile(arguments.matchedPositionalValue(0, ""));
    try (SavedAudit saved = audit.open(SigningOptions.verifyingKey(arguments), console)) {
      return AuditFindings.of(file, saved.audit())
          .only(
              check,
              Optional.ofNullable(arguments.matchedOptionValue(AuditFindings.LOCATION, null)),
              row(arguments),
              Optional.ofNullable(arguments.matchedOptionValue(AuditFindings.CAUSE, null)));
    } catch (IOException e) {
      throw audit.cannotBeRead(e);
    } catch (UncheckedIOException e) {
      throw audit.cannotBeRead(requireNonNull(e.getCause()));
    }
  }

  /** Somebody else's waiver is not lost where two are appended at the same time. */
  private static void requireUnchanged(Path file, byte[] before) throws IOException {
    if (!Arrays.equals(before, Files.readAllBytes(file))) {
      throw new IOException("somebody else has just changed it; do it again");
    }
  }

  /** Writes the waiver into the file, whole or not at all; returns what was done. */
  private static String write(Waiver waiver, String output) throws CannotAskException {
    Path file = Paths.parse(output);
    if (Files.notExists(file)) {
      ReportFile.writeNew(output, out -> out.write(WaiverWriter.document(waiver)));
      return "a waiver until " + waiver.expiry().orElseThrow() + " begins '" + output + "'";
    }
    try {
      byte[] before = Files.readAllBytes(file);
      String list = WaiverWriter.appended(file, waiver);
      ReportFile.writeOver(
          output,
          out -> {
            out.write(list);
            requireUnchanged(file, before);
          });
    } catch (WaiverFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the waivers '" + output + "' cannot be read: " + Paths.reason(e), e);
    }
    return "a waiver until " + waiver.expiry().orElseThrow() + " is appended to '" + output + "'";
  }
}
