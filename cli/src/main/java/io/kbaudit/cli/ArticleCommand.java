package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.csv.CsvArticleReport;
import io.kbaudit.report.json.JsonArticleReport;
import io.kbaudit.report.text.TextArticleCheck;
import io.kbaudit.report.text.TextArticleReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit article}: what articles list, what is odd about them, and which are bundled. */
final class ArticleCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec show =
        about(
            CommandSpec.create().name("show"),
            Options.report(ReportTarget.TEXT, ReportTarget.JSON, ReportTarget.CSV)
                .description(
                    "text, json or csv, to standard output or a file. csv is a table that kbaudit"
                        + " reads back to the same rows. Default: text.")
                .build());
    show.usageMessage()
        .description("Shows the file tables of an article as they were read, with remarks.");
    CommandSpec check = about(CommandSpec.create().name("check"), Options.report());
    check.addOption(
        OptionSpec.builder("-q", "--quiet")
            .description("Print nothing but the line that sums up.")
            .build());
    check
        .usageMessage()
        .description(
            "Says what is odd about an article: rows and values that cannot be read, names that its"
                + " table cuts, files that its text and its table do not agree on.")
        .footer(
            "",
            "Exit codes: 0 all was read, 1 a line or column had to be left unread, or rows are not",
            "those of the bundled article, 2 nothing can be audited by it: there is no such"
                + " article,",
            "it lists no file that can be read, or nothing that a file could be held to.");
    CommandSpec list =
        CommandSpec.create().name("list").addOption(Options.debug()).addOption(Options.help());
    list.usageMessage().description("Lists the bundled articles.");
    CommandSpec spec =
        CommandSpec.create()
            .name("article")
            .addSubcommand("show", show)
            .addSubcommand("check", check)
            .addSubcommand("list", list)
            .addOption(Options.help());
    spec.usageMessage().description("Shows what articles list.");
    return spec;
  }

  private static CommandSpec about(CommandSpec spec, OptionSpec report) {
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("ID|FILE")
                .completionCandidates(Articles.BUNDLED_IDS)
                .type(String.class)
                .description(
                    "A bundled article, or the file of one: text, Markdown, HTML or CSV. - is"
                        + " standard input.")
                .build())
        .addOption(Options.dates())
        .addOption(report)
        .addOption(OverwriteOption.spec())
        .addOption(Options.color())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    if (!arguments.hasSubcommand()) {
      throw new CannotAskException("'article' wants to know what: show, check or list");
    }
    ParseResult subcommand = arguments.subcommand();
    return switch (subcommand.commandSpec().name()) {
      case "list" -> list(console);
      case "check" -> check(subcommand, console);
      default -> show(subcommand, console);
    };
  }

  private static ExitCode list(Console console) throws IOException {
    Writer out = console.textWriter();
    for (ArticleId id : BundledArticles.ids()) {
      Article article = BundledArticles.find(id).orElseThrow();
      out.write(id + "  " + article.rows().size() + " rows  " + article.title().orElse("") + "\n");
    }
    out.flush();
    return ExitCode.OK;
  }

  private static ExitCode show(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    Article article = Options.withDates(Articles.any(name, console), arguments);
    ReportTarget target = target(arguments, name);
    if (target.format().equals(ReportTarget.CSV)) {
      sayWhatNoTableHolds(article, console);
    }
    output(arguments, console)
        .send(
            target,
            (out, style) -> new TextArticleReport(style).write(article, out),
            (format, out) -> {
              if (format.equals(ReportTarget.CSV)) {
                new CsvArticleReport().write(article, out);
              } else {
                new JsonArticleReport().write(article, out);
              }
            });
    return ExitCode.OK;
  }

  /** A table has rows alone; what the article says of all of them stays behind. */
  private static void sayWhatNoTableHolds(Article article, Console console) {
    List<String> left = new ArrayList<>();
    if (article.statements().laterAccepted()) {
      left.add("that later files will do ('verify --accept or-later')");
    }
    article.statements().language().ifPresent(language -> left.add("its language " + language));
    article
        .id()
        .ifPresent(id -> left.add("its id (give the table's file a name such as " + id + ".csv)"));
    if (!left.isEmpty()) {
      console.complain(
          "the table does not hold what the article says beside it: " + String.join(", ", left));
    }
  }

  private static ExitCode check(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    Article article = Options.withDates(Articles.examined(name, console), arguments);
    output(arguments, console)
        .send(
            target(arguments, name),
            (out, style) -> writeCheck(article, arguments.hasMatchedOption("--quiet"), style, out),
            (format, out) -> new JsonArticleReport().write(article, out));
    if (!article.listsValues()) {
      console.complain("nothing can be audited by it: " + whyNothing(article));
      return ExitCode.CANNOT_ASK;
    }
    return article.gaps().areNone() ? ExitCode.OK : ExitCode.NON_COMPLIANT;
  }

  private static String whyNothing(Article article) {
    try {
      return article.requireRows().source()
          + ": none of its rows lists a size, date, version or digest that can be read";
    } catch (ArticleFormatException e) {
      return Paths.reason(e);
    }
  }

  private static void writeCheck(Article article, boolean quiet, TextStyle style, Writer out)
      throws IOException {
    if (quiet) {
      out.write(TextArticleCheck.summary(article) + "\n");
      out.flush();
    } else {
      new TextArticleCheck(style).write(article, out);
    }
  }

  /** Returns where the report goes, which is not over the article. */
  private static ReportTarget target(ParseResult arguments, String name) throws CannotAskException {
    ReportTarget target = arguments.matchedOptionValue("--report", ReportTarget.DEFAULT);
    OverwriteOption.require(target, EarlierReport.Kind.ARTICLE, arguments);
    Optional<Path> source = Articles.fileOf(name);
    if (target.file().isPresent() && source.isPresent()) {
      ReportFile.refuseToOverwrite(List.of(source.get()), target.file().get());
    }
    return target;
  }

  private static ReportOutput output(ParseResult arguments, Console console) {
    return new ReportOutput(console, arguments.matchedOptionValue("--color", ColorChoice.AUTO));
  }
}
