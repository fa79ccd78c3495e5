package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What {@code kbaudit verify} takes, and the audit that this asks for. */
final class VerifyOptions {
  private VerifyOptions() {}

  /** Returns the command's options and parameters, with their help. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("verify");
    spec.usageMessage()
        .description(
            "Audits the files in a folder: are they the ones that the article lists, or later"
                + " ones?")
        .footer(
            "",
            "Locations of KB2492954: package, msi-share, dns, sharepoint, resource-manager,",
            "oab-utility, installed.",
            "",
            "Checks: PRESENCE, NAME, SIZE, DATE; with --reference or --baseline, or where the"
                + " article",
            "lists digests: HASH; of what is inside: VERSION, FORMAT, IDENTITY, LANGUAGE,"
                + " PLATFORM,",
            "SIGNATURE; of what else is known of the computer: INSTALLED, DATABASE.",
            "",
            "Exit codes: 0 compliant, 1 non-compliant, 2 the question could not be asked,",
            "3 something could not be checked.",
            "",
            "Examples:",
            "  kbaudit verify --location package C:\\temp\\QFERollupPackage",
            "  kbaudit verify --location msi-share --report text --report json=audit.json"
                + " D:\\MSIShare",
            "  kbaudit verify --location dns=D:\\dns --location msi-share=D:\\MSIShare",
            "  kbaudit verify --locations servers.csv --complete",
            "  kbaudit verify --location msi-share --reference C:\\temp\\QFERollupPackage"
                + " D:\\MSIShare",
            "  kbaudit verify --article KB976398.md --platform x64 --skip DATE download");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("FOLDER")
            .type(String.class)
            .description("The folder to audit.")
            .build());
    NamedPlaces.addOptionsTo(NamedDeployment.addOptionsTo(spec));
    InventoryOptions.addOptionsTo(spec);
    EvidenceOptions.addOptionsTo(spec);
    Selection.addOptionsTo(spec);
    BaselineOptions.addOptionsTo(spec);
    spec.addOption(
        Options.acceptance(List.of(Acceptance.values()))
            .description(
                "exact: size and date as listed. or-later: later files will do; held to a baseline"
                    + " or a reference, only the verified ones. later-than-baseline: later ones"
                    + " than those too.")
            .build());
    WaiverOptions.addOptionsTo(spec);
    spec.addOption(Options.thorough());
    SignatureOptions.addOptionsTo(addTimesTo(spec))
        .addOption(checks("--only").description("Do these checks alone.").build())
        .addOption(checks("--skip").description("Leave these checks out.").build())
        .addOption(
            Options.oneOf(
                    Options.valued("--unlisted", "ACTION", UnlistedFiles.class),
                    UnlistedFiles.values(),
                    UnlistedFiles::id)
                .description(
                    "What to do about files that are not listed: ignore, note, fail. Default:"
                        + " note.")
                .build())
        .addOption(
            OptionSpec.builder("--recursive").description("Audit the folders below too.").build());
    ReachOptions.addOptionsTo(FilterOptions.addOptionsTo(spec));
    ProvenanceOptions.addOptionsTo(RequestedReports.addOptionsTo(spec));
    return spec.addOption(Options.debug()).addOption(Options.help());
  }

  /** Adds the options that say how strictly files are judged that are held to no others. */
  static CommandSpec addPolicyTo(CommandSpec spec) {
    spec.addOption(
        Options.acceptance(Acceptance.ofLocations())
            .description("exact: size and date as listed. or-later: later files will do.")
            .build());
    spec.addOption(Options.thorough());
    return SignatureOptions.addOptionsTo(addTimesTo(spec));
  }

  /** Adds the options that say how the times of files are read. */
  static CommandSpec addTimesTo(CommandSpec spec) {
    return spec.addOption(
            Options.valued("--source-zone", "ZONE", ZoneId.class)
                .converters(Options.zone())
                .description(
                    "The files' times are local times of this zone, stored as UTC: +01:00,"
                        + " Europe/Berlin.")
                .build())
        .addOption(
            Options.valued("--tolerance", "DURATION", Duration.class)
                .converters(Options.tolerance())
                .description(
                    "By how much a time may miss the listed minute: 5m, 500ms, or a number of"
                        + " seconds. Default: 2s.")
                .build());
  }

  private static OptionSpec.Builder checks(String name) {
    return Options.oneOf(OptionSpec.builder(name), Check.values(), Check::name)
        .arity("1")
        .paramLabel("CHECKS")
        .splitRegex(" *, *")
        .splitRegexSynopsisLabel(",")
        .type(List.class)
        .auxiliaryTypes(Check.class);
  }

  /** Returns the question that the options put, about every selected row. */
  static KbAudit question(ParseResult arguments, NamedDeployment deployment)
      throws CannotAskException {
    refuseNothingToBeLaterThan(arguments);
    KbAudit all = KbAudit.of(deployment.article());
    KbAudit question =
        timesOf(
            arguments,
            deployment
                .profile()
                .map(all::with)
                .orElse(all)
                .selecting(Selection.of(arguments, deployment.article()))
                .checking(checks(arguments)),
            KbAudit::withTolerance,
            KbAudit::withSourceZone);
    KbAudit strict = given(arguments, "--accept", question, KbAudit::accepting);
    KbAudit decided = given(arguments, "--unlisted", strict, KbAudit::withUnlistedFiles);
    KbAudit filtered = decided.withFiles(FilterOptions.in(arguments));
    KbAudit signed = SignatureOptions.ask(filtered, arguments);
    KbAudit deep = Options.isThorough(arguments) ? signed.thoroughly() : signed;
    KbAudit below = arguments.hasMatchedOption("--recursive") ? deep.recursively() : deep;
    KbAudit wide = ReachOptions.ask(below, arguments);
    return arguments.hasMatchedOption(NamedPlaces.COMPLETE) ? wide.complete() : wide;
  }

  private static void refuseNothingToBeLaterThan(ParseResult arguments) throws CannotAskException {
    Acceptance acceptance = arguments.matchedOptionValue("--accept", Acceptance.EXACT);
    if (!acceptance.makesSenseWithoutBaseline() && !BaselineOptions.areIn(arguments)) {
      throw new CannotAskException(
          "--accept "
              + acceptance.id()
              + " is later than what --baseline or --reference names; name one");
    }
  }

  /** Returns {@code policy}, reading times as the options say. */
  static AuditPolicy timesOf(ParseResult arguments, AuditPolicy policy) {
    return timesOf(arguments, policy, AuditPolicy::withTolerance, AuditPolicy::withSourceZone);
  }

  private static <T> T timesOf(
      ParseResult arguments,
      T judged,
      BiFunction<T, Duration, T> withTolerance,
      BiFunction<T, ZoneId, T> withSourceZone) {
    T tolerant = given(arguments, "--tolerance", judged, withTolerance);
    return given(arguments, "--source-zone", tolerant, withSourceZone);
  }

  /** Returns {@code asked}, changed by the value of an option that was given. */
  private static <T, V> T given(
      ParseResult arguments, String option, T asked, BiFunction<T, V, T> change) {
    V value = arguments.matchedOptionValue(option, null);
    return value == null ? asked : change.apply(asked, value);
  }

  /** Returns the checks that are asked for, at least one. */
  static Set<Check> checks(ParseResult arguments) throws CannotAskException {
    Set<Check> checks = EnumSet.allOf(Check.class);
    if (arguments.hasMatchedOption("--only")) {
      checks.retainAll(arguments.<List<Check>>matchedOptionValue("--only", List.of()));
    }
    checks.removeAll(arguments.<List<Check>>matchedOptionValue("--skip", List.of()));
    if (checks.isEmpty()) {
      throw new CannotAskException("--only and --skip leave no check to do");
    }
    return SignatureOptions.in(arguments, checks);
  }
}
