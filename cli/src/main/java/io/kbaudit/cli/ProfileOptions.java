package io.kbaudit.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code kbaudit profile} takes. */
final class ProfileOptions {
  private ProfileOptions() {}

  /** Returns the command's subcommands, options and parameters, with their help. */
  static CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("profile")
            .addSubcommand("show", show())
            .addSubcommand("check", check())
            .addSubcommand("init", init())
            .addOption(Options.help());
    spec.usageMessage()
        .description("Shows, checks and begins profiles: which files belong at which location.")
        .footer(
            "",
            "Examples:",
            "  kbaudit profile show",
            "  kbaudit profile init KB2492954 -o ours.yaml",
            "  kbaudit profile check ours.yaml",
            "  kbaudit verify --profile ours.yaml --location msi-share D:\\MSIShare");
    return spec;
  }

  private static CommandSpec show() {
    CommandSpec show = CommandSpec.create().name("show");
    show.usageMessage()
        .description("Shows the locations of a profile, and which file belongs at which.");
    return show.addPositional(
            parameter("ID|FILE", "An article with a bundled profile, or a profile's file.")
                .completionCandidates(Articles.BUNDLED_IDS)
                .arity("0..1")
                .defaultValue("KB2492954")
                .build())
        .addOption(article())
        .addOption(Options.report())
        .addOption(OverwriteOption.spec())
        .addOption(Options.color())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static CommandSpec check() {
    CommandSpec check = CommandSpec.create().name("check");
    check
        .usageMessage()
        .description("Checks that a profile can be read, and fits its article.")
        .footer(
            "",
            "Exit codes: 0 it does, and which rows may have been forgotten is said; 2 it does not,",
            "and the line at fault is said.");
    return check
        .addPositional(parameter("FILE", "The profile, in YAML.").arity("1").required(true).build())
        .addOption(article())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static CommandSpec init() {
    CommandSpec init = CommandSpec.create().name("init");
    init.usageMessage()
        .description(
            "Writes a profile of an article to go on from: the bundled one, or one with a location"
                + " before the installation and one after it.");
    return init.addPositional(
            parameter("ID|FILE", "A bundled article's id, or the file of an article's text.")
                .completionCandidates(Articles.BUNDLED_IDS)
                .arity("1")
                .required(true)
                .build())
        .addOption(
            OptionSpec.builder("-o", "--output")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description("Write it to this file, which must not exist yet.")
                .build())
        .addOption(WrittenFile.quiet())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  private static PositionalParamSpec.Builder parameter(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .paramLabel(label)
        .type(String.class)
        .description(description);
  }

  private static OptionSpec article() {
    return Options.valued("--article", "ID|FILE", String.class)
        .completionCandidates(Articles.BUNDLED_IDS)
        .description(
            "The article of a profile's file: a bundled one, or an article's text. Default: the one"
                + " that the profile names, if it is bundled.")
        .build();
  }
}
