package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Verdict;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFormatException;
import io.kbaudit.baseline.BaselineReader;
import io.kbaudit.report.text.TextAuditReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The contents to which files are held beyond the article: a verified folder, or its baseline. */
final class BaselineOptions {
  private BaselineOptions() {}

  /** Adds the options by which a user names one. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            Options.valued("--reference", "FOLDER", String.class)
                .description(
                    "Hold the files, byte for byte, to those in this folder, which must be the"
                        + " package exactly as listed.")
                .build())
        .addOption(
            Options.valued("--baseline", "FILE", String.class)
                .description(
                    "Hold the files, byte for byte, to those that 'kbaudit baseline' wrote down.")
                .build());
  }

  /** Returns the one that the options name, if they do, and adds it to {@code inputs}. */
  static Optional<Baseline> of(
      ParseResult arguments, Article article, FolderScan scan, InputFiles inputs)
      throws CannotAskException {
    Set<Check> checks = VerifyOptions.checks(arguments);
    String reference = arguments.matchedOptionValue("--reference", null);
    String baseline = arguments.matchedOptionValue("--baseline", null);
    if (reference != null && baseline != null) {
      throw new CannotAskException("--reference and --baseline are two standards; name one");
    }
    if ((reference != null || baseline != null) && !checks.contains(Check.HASH)) {
      throw new CannotAskException(
          (reference != null ? "--reference" : "--baseline")
              + " is what HASH compares with, and --only or --skip leaves HASH out");
    }
    AuditRequest asked =
        Selection.narrow(AuditRequest.of(article, AuditPolicy.asPrinted()), arguments);
    boolean compares = reference != null || baseline != null || asked.checks().contains(Check.HASH);
    if (!compares && checks.equals(Set.of(Check.HASH))) {
      throw new CannotAskException(
          "HASH alone has nothing to compare with, since "
              + article.label()
              + " lists no digests of these files; name --reference or --baseline");
    }
    if (reference != null) {
      return Optional.of(ofFolder(reference, asked, scan, inputs));
    }
    inputs.add(arguments, "--baseline");
    return baseline == null ? Optional.empty() : Optional.of(inFile(baseline, article));
  }

  /**
   * Returns whether the folder to be audited is the reference itself. It would agree with itself,
   * whatever it holds: among several places it is held to the article alone.
   *
   * @throws CannotAskException if it is the only place, of which nothing would be learnt
   */
  static boolean isTarget(ParseResult arguments, String target, boolean only)
      throws CannotAskException {
    String reference = arguments.matchedOptionValue("--reference", null);
    boolean itself = reference != null && Paths.areSame(reference, target);
    if (itself && only) {
      throw new CannotAskException(
          "the reference '" + reference + "' is the audited folder itself, and proves nothing");
    }
    return itself;
  }

  /** A reference that is not itself the listed package would pin anything. */
  private static Baseline ofFolder(
      String folder, AuditRequest request, FolderScan scan, InputFiles inputs)
      throws CannotAskException {
    AuditResult result =
        scan.audit("--reference", folder, request, scanner -> scanner.hashing(size -> true));
    if (result.verdict() != Verdict.COMPLIANT) {
      throw new CannotAskException(
          "the reference '"
              + folder
              + "' is not the package as listed, "
              + TextAuditReport.summary(result)
              + "; 'kbaudit verify --accept exact' says why");
    }
    inputs.addAll(result.inventory());
    return result.baseline("the reference package");
  }

  private static Baseline inFile(String name, Article article) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("--baseline is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (!Files.exists(file)) {
      throw new CannotAskException("no such baseline: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException(
          "'" + name + "' is a folder, not a baseline; --reference takes a folder");
    }
    try {
      return BaselineReader.read(file, article);
    } catch (BaselineFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the baseline '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }
}
