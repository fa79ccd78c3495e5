package io.kbaudit.cli;

import io.kbaudit.ArticleSearch;
import io.kbaudit.identify.ArticleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code kbaudit identify} takes.
 *
 * @param folder of the articles, as its user spelt it
 * @param names of files and folders, likewise
 */
record IdentifyOptions(String folder, List<String> names, boolean recursive) {
  /** Returns the command's options and parameters, with their help. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("identify");
    spec.usageMessage()
        .description(
            "Finds the articles of a folder that list a file, and how much of each article is here:"
                + " which rollup is on this server?")
        .footer(
            "",
            "Evidence, the strongest first: DIGEST, VERSION (with the name), SIZE_AND_DATE (with"
                + " the",
            "name), RENAMED (size and date under another name), SIZE (with the name). A file that"
                + " has",
            "other contents, another version or another platform than a row lists is not that"
                + " row's.",
            "",
            "What articles list is kept in an index, the file "
                + ArticleIndex.NAME
                + " in their folder,",
            "which is brought up to date when one is new, gone or changed.",
            "",
            "Exit codes: 0 every file is identified, 1 some file is listed by no article, 2",
            "the question could not be asked: no such file or folder, no article that lists",
            "files; 3 some file is not identified, and it, an article or a line of one could",
            "not be read.",
            "",
            "Examples:",
            "  kbaudit identify --articles D:\\articles C:\\Windows\\System32\\msado15.dll",
            "  kbaudit identify --articles D:\\articles --recursive --report csv=files.csv"
                + " C:\\MSIShare",
            "  kbaudit identify --articles \\\\server\\articles --index articles.idx c597.msi");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files, or folders with files, to identify.")
                .build())
        .addOption(
            Options.valued("--articles", "FOLDER", String.class)
                .required(true)
                .description(
                    "The folder of the articles, each a file: text, Markdown, HTML or CSV.")
                .build())
        .addOption(
            OptionSpec.builder("--recursive")
                .description("Look into the folders below too, of articles and of files.")
                .build())
        .addOption(
            Options.valued("--index", "FILE", String.class)
                .description("Keep the index in this file, and not beside the articles.")
                .build())
        .addOption(
            OptionSpec.builder("--no-index")
                .description("Keep no index, and read every article.")
                .build())
        .addOption(Reports.option(ReportTarget.TEXT, ReportTarget.JSON, ReportTarget.CSV))
        .addOption(OverwriteOption.spec())
        .addOption(Options.color())
        .addOption(
            OptionSpec.builder("-q", "--quiet")
                .description("As text, only the line that sums up; no progress.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  /** Returns what {@code arguments} ask for. */
  static IdentifyOptions of(ParseResult arguments) {
    return new IdentifyOptions(
        arguments.matchedOptionValue("--articles", ""),
        arguments.matchedPositionalValue(0, List.of()),
        arguments.hasMatchedOption("--recursive"));
  }

  /** Returns the search. */
  ArticleSearch search(ParseResult arguments) throws CannotAskException {
    Path articles = Folders.path("--articles", folder);
    if (Files.notExists(articles)) {
      throw new CannotAskException("no such folder: '" + folder + "'");
    }
    if (!Files.isDirectory(articles)) {
      throw new CannotAskException("'" + folder + "' is a file, not a folder");
    }
    String index = arguments.matchedOptionValue("--index", null);
    ArticleSearch search = ArticleSearch.in(articles);
    if (arguments.hasMatchedOption("--no-index")) {
      if (index != null) {
        throw new CannotAskException("--index and --no-index exclude each other");
      }
      search = search.withoutIndex();
    } else if (index != null) {
      search = search.withIndex(Folders.path("--index", index));
    }
    return recursive ? search.recursively() : search;
  }

  /** Returns the files and folders, each of which is there. */
  List<Path> files() throws CannotAskException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.add(InspectTargets.existing(name));
    }
    return files;
  }
}
