package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.Reference;
import io.kbaudit.article.Article;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFormatException;
import io.kbaudit.baseline.JsonBaseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** Returns whether one is named. */
  static boolean areIn(ParseResult arguments) {
    return arguments.hasMatchedOption("--reference") || arguments.hasMatchedOption("--baseline");
  }

  /**
   * Returns {@code question}, with files held to what the options name, if they do, and adds that
   * to {@code inputs}.
   */
  static KbAudit hold(
      KbAudit question, NamedDeployment deployment, Folders folders, InputFiles inputs)
      throws CannotAskException {
    Optional<String> reference = folders.option("--reference");
    Optional<String> baseline = folders.option("--baseline");
    if (reference.isPresent() && baseline.isPresent()) {
      throw new CannotAskException("--reference and --baseline exclude each other; name one");
    }
    if (reference.isPresent()) {
      Path folder = Folders.path("--reference", reference.get());
      Reference verified =
          folders.ask(
              List.of(reference.get()),
              progress ->
                  question.reportingTo(progress).reference(folder, "the reference package"));
      inputs.add("--reference", verified);
      return question.against(verified);
    }
    if (baseline.isPresent()) {
      KbAudit held = question.against(inFile(baseline.get(), deployment.article()));
      inputs.add("--baseline", baseline.get());
      return held;
    }
    return question;
  }

  private static Baseline inFile(String name, Article article) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("--baseline is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (Files.notExists(file)) {
      throw new CannotAskException("no such baseline: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException(
          "'" + name + "' is a folder, not a baseline; --reference takes a folder");
    }
    try {
      return JsonBaseline.read(file, article);
    } catch (BaselineFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the baseline '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }
}
