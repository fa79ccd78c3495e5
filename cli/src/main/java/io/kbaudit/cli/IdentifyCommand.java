package io.kbaudit.cli;

import io.kbaudit.ArticleSearch;
import io.kbaudit.identify.ArticleIndex;
import io.kbaudit.identify.FolderArticle;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.IdentifiedFile.State;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.csv.CsvIdentificationReport;
import io.kbaudit.report.json.JsonIdentificationReport;
import io.kbaudit.report.text.TextIdentificationReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit identify}: which articles of a folder list a file. */
final class IdentifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    return IdentifyOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    IdentifyOptions options = IdentifyOptions.of(arguments);
    boolean quiet = arguments.hasMatchedOption("--quiet");
    Reports reports =
        Reports.of(
            EarlierReport.Kind.IDENTIFICATION, arguments, console, List.of(ReportTarget.DEFAULT));
    ArticleSearch search = options.search(arguments);
    List<Path> files = options.files();
    List<Path> inputFiles = inputFiles(options, files);
    reports.refuseToOverwrite(inputFiles);
    String index = arguments.matchedOptionValue("--index", null);
    if (index != null) {
      reports.refuseToBe("the index", index);
    }
    Identification identification = identify(search, files, quiet, console);
    identification.warnings().forEach(console::complain);
    requireArticles(identification, options);
    if (identification.count(State.UNREADABLE) == identification.files().size()) {
      sayUnreadable(identification, console);
      return ExitCode.CANNOT_ASK;
    }
    reports.send(
        (out, style) -> writeText(identification, quiet, style, out),
        (format, out) -> {
          if (format.equals(ReportTarget.CSV)) {
            new CsvIdentificationReport().write(identification, out);
          } else {
            new JsonIdentificationReport().write(identification, out);
          }
        });
    if (!quiet && console.errIsTerminal() && reports.allGoToFiles()) {
      console.say(TextIdentificationReport.summary(identification));
    }
    return ExitCode.of(identification.outcome());
  }

  /** Returns the files that the answer rests on, as far as they can be listed. */
  private static List<Path> inputFiles(IdentifyOptions options, List<Path> files)
      throws CannotAskException {
    List<Path> all = new ArrayList<>(filesIn(Paths.parse(options.folder()), options.recursive()));
    for (int i = 0; i < files.size(); i++) {
      if (!Files.isDirectory(files.get(i))) {
        all.add(files.get(i));
        continue;
      }
      List<Path> below = filesIn(files.get(i), options.recursive());
      if (below.isEmpty() && Files.isReadable(files.get(i))) {
        throw new CannotAskException(
            "there is no file in '"
                + options.names().get(i)
                + "'"
                + (options.recursive() ? " or below" : "; --recursive looks below it too"));
      }
      all.addAll(below);
    }
    return all;
  }

  /** What cannot be listed is said by whoever has to read it. */
  private static List<Path> filesIn(Path folder, boolean recursive) {
    try (Stream<Path> listed = Files.walk(folder, recursive ? Integer.MAX_VALUE : 1)) {
      return listed
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> !ArticleIndex.isNamedAsIndex(String.valueOf(file.getFileName())))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(folder);
    }
  }

  private static Identification identify(
      ArticleSearch search, List<Path> files, boolean quiet, Console console)
      throws CannotAskException {
    try (ScanProgress progress = new ScanProgress(console, quiet, System::nanoTime)) {
      return search.reportingTo(progress, progress::articleRead).identify(files);
    } catch (IOException e) {
      String file = e instanceof FileSystemException inFileSystem ? inFileSystem.getFile() : null;
      throw new CannotAskException(
          (file == null ? "the files" : "'" + file + "'") + " cannot be read: " + Paths.reason(e),
          e);
    }
  }

  private static void requireArticles(Identification identification, IdentifyOptions options)
      throws CannotAskException {
    if (identification.articlesRead() > 0) {
      return;
    }
    List<FolderArticle> unread = identification.unread();
    String first =
        unread.isEmpty()
            ? ""
            : ": '"
                + unread.get(0).path()
                + "', "
                + unread.get(0).problem().orElseThrow()
                + (unread.size() > 1 ? "; and " + (unread.size() - 1) + " more" : "");
    throw new CannotAskException(
        "no article in '"
            + options.folder()
            + "'"
            + (options.recursive() ? " or below" : "")
            + " lists files that can be read"
            + first
            + (options.recursive() ? "" : "; --recursive looks below it too"));
  }

  private static void sayUnreadable(Identification identification, Console console) {
    for (IdentifiedFile file : identification.files()) {
      console.complain("'" + file.path() + "' cannot be read: " + file.unreadable().orElseThrow());
    }
  }

  private static void writeText(
      Identification identification, boolean quiet, TextStyle style, Writer out)
      throws IOException {
    if (quiet) {
      out.write(TextIdentificationReport.summary(identification) + "\n");
      out.flush();
    } else {
      new TextIdentificationReport(style).write(identification, out);
    }
  }
}
