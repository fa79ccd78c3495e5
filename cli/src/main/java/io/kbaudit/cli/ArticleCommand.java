package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.report.JsonArticleReport;
import io.kbaudit.report.TextArticleReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit article}: the table as read from an article, and the bundled articles. */
final class ArticleCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec show =
        CommandSpec.create()
            .name("show")
            .addPositional(
                PositionalParamSpec.builder()
                    .index("0")
                    .arity("1")
                    .required(true)
                    .paramLabel("ID|FILE")
                    .type(String.class)
                    .description("A bundled article, or an article's text.")
                    .build())
            .addOption(Options.report())
            .addOption(Options.color())
            .addOption(Options.debug())
            .addOption(Options.help());
    show.usageMessage()
        .description("Shows the file table of an article as it was read, with remarks.");
    CommandSpec list =
        CommandSpec.create().name("list").addOption(Options.debug()).addOption(Options.help());
    list.usageMessage().description("Lists the bundled articles.");
    CommandSpec spec =
        CommandSpec.create()
            .name("article")
            .addSubcommand("show", show)
            .addSubcommand("list", list)
            .addOption(Options.help());
    spec.usageMessage().description("Shows what articles list.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    if (!arguments.hasSubcommand()) {
      throw new CannotAskException("'article' wants to know what: show or list");
    }
    ParseResult subcommand = arguments.subcommand();
    if (subcommand.commandSpec().name().equals("list")) {
      list(console);
    } else {
      show(subcommand, console);
    }
    return ExitCode.OK;
  }

  private static void list(Console console) throws IOException {
    Writer out = console.textWriter();
    for (ArticleId id : BundledArticles.ids()) {
      Article article = BundledArticles.find(id).orElseThrow();
      out.write(id + "  " + article.rows().size() + " rows  " + article.title().orElse("") + "\n");
    }
    out.flush();
  }

  private static void show(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Article article = Articles.named(arguments.matchedPositionalValue(0, ""));
    ReportTarget report = arguments.matchedOptionValue("--report", ReportTarget.DEFAULT);
    if (report.file().isPresent()) {
      Path source = Paths.parse(arguments.matchedPositionalValue(0, ""));
      ReportFile.refuseToOverwrite(List.of(source), report.file().get());
    }
    ColorChoice color = arguments.matchedOptionValue("--color", ColorChoice.AUTO);
    new ReportOutput(console, color)
        .send(
            report,
            (out, style) -> new TextArticleReport(style).write(article, out),
            out -> new JsonArticleReport().write(article, out));
  }
}
