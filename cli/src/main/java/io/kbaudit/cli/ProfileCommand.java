package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.deployment.FirstProfile;
import io.kbaudit.file.Digest;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.Wording;
import io.kbaudit.report.json.JsonProfileReport;
import io.kbaudit.report.text.TextProfileReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit profile}: which files belong where, as a profile says. */
final class ProfileCommand implements Command {
  @Override
  public CommandSpec spec() {
    return ProfileOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    if (!arguments.hasSubcommand()) {
      throw new CannotAskException("'profile' wants to know what: show, check or init");
    }
    ParseResult subcommand = arguments.subcommand();
    switch (subcommand.commandSpec().name()) {
      case "show" -> show(subcommand, console);
      case "check" -> check(subcommand, console);
      default -> init(subcommand, console);
    }
    return ExitCode.OK;
  }

  private static void show(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String name = arguments.matchedPositionalValue(0, BundledArticles.KB2492954.value());
    Optional<String> articleName = articleName(arguments);
    NamedProfile named = NamedProfile.named(name, articleName, console);
    ReportTarget report = arguments.matchedOptionValue("--report", ReportTarget.DEFAULT);
    OverwriteOption.require(report, EarlierReport.Kind.PROFILE, arguments);
    if (report.file().isPresent()) {
      List<Path> inputFiles = new ArrayList<>(List.of(Paths.parse(name)));
      Articles.fileOf(articleName.orElse(name)).ifPresent(inputFiles::add);
      ReportFile.refuseToOverwrite(inputFiles, report.file().get());
    }
    ColorChoice color = arguments.matchedOptionValue("--color", ColorChoice.AUTO);
    new ReportOutput(console, color)
        .send(
            report,
            (out, style) ->
                new TextProfileReport(style).write(named.profile(), named.article(), out),
            (format, out) -> new JsonProfileReport().write(named.profile(), named.article(), out));
  }

  private static Optional<String> articleName(ParseResult arguments) {
    return Optional.ofNullable(arguments.matchedOptionValue("--article", null));
  }

  private static void check(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    NamedProfile named =
        NamedProfile.inFile(
            arguments.matchedPositionalValue(0, ""), articleName(arguments), console);
    new TextProfileReport(console.style(ColorChoice.NEVER))
        .writeSummary(named.profile(), named.article(), console.textWriter());
  }

  private static void init(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Article article = Articles.named(arguments.matchedPositionalValue(0, ""), console);
    String yaml = FirstProfile.of(article);
    String file = arguments.matchedOptionValue("--output", ReportTarget.STANDARD_OUTPUT);
    if (file.equals(ReportTarget.STANDARD_OUTPUT)) {
      Writer out = console.utf8Writer();
      out.write(yaml);
      out.flush();
    } else {
      Digest sha256 = ReportFile.writeNew(file, out -> out.write(yaml));
      String contents = "a profile of " + Wording.counted(article.rows().size(), "row");
      new WrittenFile(file, contents, sha256).say(arguments, console);
    }
  }
}
