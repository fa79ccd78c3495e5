package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
            "Audits the files in a folder: are they the ones that the article lists, or later ones?")
        .footer(
            "",
            "Locations of KB2492954: package, msi-share, dns, sharepoint, resource-manager,",
            "oab-utility, installed.",
            "Checks: PRESENCE, NAME, SIZE, DATE; of what is inside: FORMAT, IDENTITY, LANGUAGE,",
            "PLATFORM.",
            "",
            "Exit codes: 0 compliant, 1 non-compliant, 2 the question could not be asked,",
            "3 something could not be checked.",
            "",
            "Examples:",
            "  kbaudit verify --location package C:\\temp\\QFERollupPackage",
            "  kbaudit verify --location msi-share --report text --report json=audit.json D:\\MSIShare",
            "  kbaudit verify --article KB976398.md --skip DATE download");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("TARGET")
                .type(String.class)
                .description("The folder to audit.")
                .build())
        .addOption(
            Options.valued("--article", "ID|FILE", String.class)
                .description("A bundled article, or an article's text. Default: KB2492954.")
                .build())
        .addOption(
            Options.valued("--profile", "FILE", String.class)
                .description(
                    "The locations of your own deployment, in YAML; 'kbaudit profile init' writes one"
                        + " to begin with. Default: the article's bundled profile, if any.")
                .build())
        .addOption(
            Options.valued("--location", "NAME", String.class)
                .description(
                    "Hold the folder to the rows of one location, by its policy. Default: all rows,"
                        + " by the article's own policy.")
                .build())
        .addOption(
            Options.valued("--accept", "POLICY", Acceptance.class)
                .converters(Options.acceptance())
                .description("exact: size and date as listed. or-later: later files will do.")
                .build())
        .addOption(checks("--only").description("Do these checks alone.").build())
        .addOption(checks("--skip").description("Leave these checks out.").build())
        .addOption(
            Options.valued("--unlisted", "ACTION", UnlistedFiles.class)
                .converters(Options.unlistedFiles())
                .description(
                    "What to do about files that are not listed: ignore, note, fail. Default: note.")
                .build())
        .addOption(
            OptionSpec.builder("--recursive").description("Audit the folders below too.").build())
        .addOption(
            Options.valued("--source-zone", "ZONE", ZoneId.class)
                .converters(Options.zone())
                .description(
                    "The files' times are local times of this zone, stored as UTC: +01:00,"
                        + " Europe/Berlin.")
                .build())
        .addOption(
            Options.valued("--tolerance", "DURATION", Duration.class)
                .converters(Options.tolerance())
                .description("By how much a time may miss the listed minute. Default: 2s.")
                .build())
        .addOption(
            OptionSpec.builder("--report")
                .arity("1")
                .paramLabel("FORMAT[=FILE]")
                .type(List.class)
                .auxiliaryTypes(ReportTarget.class)
                .converters(ReportTarget::parse)
                .description(
                    "text or json, to standard output or a file; repeatable. Default: text.")
                .build())
        .addOption(Options.color())
        .addOption(
            OptionSpec.builder("-q", "--quiet")
                .description("As text, only the line that sums up; no progress.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static OptionSpec.Builder checks(String name) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel("CHECKS")
        .splitRegex(" *, *")
        .splitRegexSynopsisLabel(",")
        .type(List.class)
        .auxiliaryTypes(Check.class)
        .converters(Options.check());
  }

  /** Returns the question that the options put to {@code listed}. */
  static AuditRequest request(ParseResult arguments, Article listed) throws CannotAskException {
    String profileName = arguments.matchedOptionValue("--profile", null);
    if (profileName == null) {
      return request(arguments, listed, listed.id().flatMap(BundledProfiles::find));
    }
    NamedProfile named = NamedProfile.of(profileName, listed);
    return request(arguments, named.article(), Optional.of(named.profile()));
  }

  private static AuditRequest request(
      ParseResult arguments, Article article, Optional<Profile> profile) throws CannotAskException {
    String locationName = arguments.matchedOptionValue("--location", null);
    Optional<Location> location =
        locationName == null
            ? Optional.empty()
            : Optional.of(location(locationName, arguments, article, profile));
    return new AuditRequest(article, profile, location, policy(arguments, article, location));
  }

  private static Location location(
      String name, ParseResult arguments, Article article, Optional<Profile> profile)
      throws CannotAskException {
    if (profile.isEmpty()) {
      throw new CannotAskException(
          "there is no profile for " + article.label() + ", so it has no location '" + name + "'");
    }
    Optional<Location> location = profile.get().location(name);
    if (location.isEmpty()) {
      throw new CannotAskException(
          "unknown location '"
              + name
              + "'; "
              + (arguments.hasMatchedOption("--profile") ? profile.get().source() : article.label())
              + " has "
              + profile.get().locations().stream()
                  .map(Location::name)
                  .collect(Collectors.joining(", ")));
    }
    return location.get();
  }

  private static AuditPolicy policy(
      ParseResult arguments, Article article, Optional<Location> location)
      throws CannotAskException {
    AuditPolicy byDefault = AuditPolicy.of(article);
    AuditPolicy policy =
        byDefault
            .withAcceptance(
                arguments.matchedOptionValue(
                    "--accept", location.map(Location::acceptance).orElse(byDefault.acceptance())))
            .withUnlistedFiles(
                arguments.matchedOptionValue("--unlisted", byDefault.unlistedFiles()))
            .withTolerance(arguments.matchedOptionValue("--tolerance", byDefault.tolerance()))
            .withChecks(checks(arguments));
    ZoneId sourceZone = arguments.matchedOptionValue("--source-zone", null);
    return sourceZone == null ? policy : policy.withSourceZone(sourceZone);
  }

  private static Set<Check> checks(ParseResult arguments) throws CannotAskException {
    Set<Check> checks = EnumSet.allOf(Check.class);
    if (arguments.hasMatchedOption("--only")) {
      checks.retainAll(arguments.<List<Check>>matchedOptionValue("--only", List.of()));
    }
    checks.removeAll(arguments.<List<Check>>matchedOptionValue("--skip", List.of()));
    if (checks.isEmpty()) {
      throw new CannotAskException("--only and --skip leave no check to do");
    }
    return checks;
  }
}
