package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Auditor;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.report.JsonAuditReport;
import io.kbaudit.report.TextAuditReport;
import io.kbaudit.report.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit verify}: the pass/fail audit of a folder. */
final class VerifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    return VerifyOptions.spec();
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    List<ReportTarget> reports =
        arguments.matchedOptionValue(
            "--report", List.of(new ReportTarget(ReportTarget.Format.TEXT, Optional.empty())));
    if (reports.stream().filter(report -> report.file().isEmpty()).count() > 1) {
      throw new CannotAskException(
          "only one report can go to standard output; give the others a file: --report json=FILE");
    }
    Article article = Articles.named(arguments.matchedOptionValue("--article", defaultArticle()));
    AuditRequest request = VerifyOptions.request(arguments, article);
    String target = arguments.matchedPositionalValue(0, "");
    AuditResult result = audit(request, scan(target, request.policy(), arguments, console));
    protectEvidence(reports, arguments, result, target);
    ReportOutput output =
        new ReportOutput(console, arguments.matchedOptionValue("--color", ColorChoice.AUTO));
    boolean quiet = arguments.hasMatchedOption("--quiet");
    if (!quiet && console.errIsTerminal() && reports.stream().allMatch(r -> r.file().isPresent())) {
      console.err().println(TextAuditReport.summary(result));
    }
    for (ReportTarget report : reports) {
      output.send(
          report,
          (out, style) -> writeText(result, style, quiet, out),
          out -> new JsonAuditReport().write(result, out));
    }
    return ExitCode.of(result.verdict());
  }

  private static String defaultArticle() {
    return BundledArticles.KB2492954.value();
  }

  private static Inventory scan(
      String target, AuditPolicy policy, ParseResult arguments, Console console)
      throws CannotAskException {
    FolderScanner scanner =
        arguments.hasMatchedOption("--recursive")
            ? FolderScanner.recursive()
            : FolderScanner.flat();
    if (policy.readsPackages()) {
      scanner = scanner.readingPackages();
    }
    if (target.isEmpty()) {
      throw new CannotAskException("TARGET is empty, and no folder is called ''");
    }
    boolean quiet = arguments.hasMatchedOption("--quiet");
    try (ScanProgress progress = new ScanProgress(console, quiet, System::nanoTime)) {
      return scanner.reportingTo(progress).scan(Paths.parse(target));
    } catch (NoSuchFileException e) {
      throw new CannotAskException("no such folder: '" + target + "'", e);
    } catch (NotDirectoryException e) {
      throw new CannotAskException("'" + target + "' is a file, not a folder", e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the folder '" + target + "' cannot be listed: " + Paths.reason(e), e);
    }
  }

  private static AuditResult audit(AuditRequest request, Inventory inventory)
      throws CannotAskException {
    try {
      return Auditor.audit(request, inventory);
    } catch (ProfileException e) {
      throw new CannotAskException(Paths.reason(e), e);
    }
  }

  /**
   * Refuses to write a report over the article, the profile, an audited file, or another report.
   */
  private static void protectEvidence(
      List<ReportTarget> reports, ParseResult arguments, AuditResult result, String target)
      throws CannotAskException {
    Path folder = Paths.parse(target);
    List<Path> evidence = new ArrayList<>();
    evidence.add(Paths.parse(arguments.matchedOptionValue("--article", defaultArticle())));
    if (arguments.hasMatchedOption("--profile")) {
      evidence.add(Paths.parse(arguments.matchedOptionValue("--profile", "")));
    }
    Set<FileName> listed = new HashSet<>();
    Set<String> audited = new HashSet<>();
    for (FileAudit file : result.files()) {
      listed.add(file.expected().name().best());
      file.observed().map(ObservedFile::path).ifPresent(audited::add);
    }
    for (ObservedFile file : result.inventory().files()) {
      if (listed.contains(file.name()) || audited.contains(file.path())) {
        evidence.add(folder.resolve(file.path()));
      }
    }
    Set<Path> reportFiles = new HashSet<>();
    for (ReportTarget report : reports) {
      if (report.file().isPresent()) {
        ReportFile.refuseToOverwrite(evidence, report.file().get());
        if (!reportFiles.add(Paths.parse(report.file().get()).toAbsolutePath().normalize())) {
          throw new CannotAskException(
              "two reports cannot be one file: '" + report.file().get() + "'");
        }
      }
    }
  }

  private static void writeText(AuditResult result, TextStyle style, boolean quiet, Writer out)
      throws IOException {
    if (quiet) {
      out.write(TextAuditReport.summary(result) + "\n");
      out.flush();
    } else {
      new TextAuditReport(style).write(result, out);
    }
  }
}
