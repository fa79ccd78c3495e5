package io.kbaudit.cli;

import io.kbaudit.report.EarlierReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The reports that a command was asked for: at most one to standard output, no two to one file. */
final class Reports {
  private final List<ReportTarget> targets;
  private final ReportOutput output;

  private Reports(List<ReportTarget> targets, ReportOutput output) {
    this.targets = targets;
    this.output = output;
  }

  /** Returns the option that asks for them, in these formats. */
  static OptionSpec option(String... formats) {
    return OptionSpec.builder("--report")
        .arity("1")
        .paramLabel("FORMAT[=FILE]")
        .type(List.class)
        .auxiliaryTypes(ReportTarget.class)
        .converters(Conversion.by(text -> ReportTarget.parse(text, formats)))
        .completionCandidates(List.of(formats))
        .description(
            Options.listed(formats) + ", to standard output or a file; repeatable. Default: text.")
        .build();
  }

  /**
   * Returns those that {@code arguments} ask for.
   *
   * @param kind of what they are reports
   * @param otherwise if they ask for none
   */
  static Reports of(
      EarlierReport.Kind kind, ParseResult arguments, Console console, List<ReportTarget> otherwise)
      throws CannotAskException {
    List<ReportTarget> targets = arguments.matchedOptionValue("--report", otherwise);
    if (targets.stream().filter(report -> report.file().isEmpty()).count() > 1) {
      throw new CannotAskException(
          "only one report can go to standard output; give the others a file: --report json=FILE");
    }
    Set<Path> files = new HashSet<>();
    for (ReportTarget target : targets) {
      OverwriteOption.require(target, kind, arguments);
      if (target.file().isPresent() && !files.add(place(target.file().get()))) {
        throw new CannotAskException(
            "two reports cannot be one file: '" + target.file().get() + "'");
      }
    }
    ColorChoice color = arguments.matchedOptionValue("--color", ColorChoice.AUTO);
    return new Reports(targets, new ReportOutput(console, color));
  }

  /** Returns whether one is in this format. */
  boolean include(String format) {
    return targets.stream().anyMatch(target -> target.format().equals(format));
  }

  /** Returns whether nothing of them goes to standard output. */
  boolean allGoToFiles() {
    return targets.stream().allMatch(target -> target.file().isPresent());
  }

  /**
   * Refuses those that would be another file that is written.
   *
   * @param what it is, as in {@code the script's file}
   */
  void refuseToBe(String what, String name) throws CannotAskException {
    for (ReportTarget target : targets) {
      if (target.file().isPresent() && place(target.file().get()).equals(place(name))) {
        throw new CannotAskException("a report cannot be " + what + ": '" + name + "'");
      }
    }
  }

  private static Path place(String name) throws CannotAskException {
    Path file = Paths.parse(name);
    try {
      return Paths.place(file);
    } catch (IOException e) {
      throw new CannotAskException(
          "where '" + name + "' really is cannot be told: " + Paths.reason(e), e);
    }
  }

  /** Refuses those that would be written over something that they are about. */
  void refuseToOverwrite(List<Path> inputFiles) throws CannotAskException {
    for (ReportTarget target : targets) {
      if (target.file().isPresent()) {
        ReportFile.refuseToOverwrite(inputFiles, target.file().get());
      }
    }
  }

  /** Writes each, as {@link #sendEach} does. */
  void send(ReportOutput.Text text, ReportOutput.Data data) throws CannotAskException, IOException {
    sendEach(target -> output.send(target, text, data));
  }

  /** Writes each, as {@link #sendEach} does. */
  void send(ReportOutput.Document document) throws CannotAskException, IOException {
    sendEach(target -> output.send(target, document));
  }

  private interface Sending {
    void send(ReportTarget target) throws CannotAskException, IOException;
  }

  /**
   * Writes each, in the {@linkplain #inOrder order} in which that is safe. One that cannot be
   * written costs no other file; to standard output, where it would be the last word, nothing goes
   * then.
   *
   * @throws CannotAskException that names all that were not written
   */
  private void sendEach(Sending sending) throws CannotAskException, IOException {
    List<String> unwritten = new ArrayList<>();
    CannotAskException first = null;
    for (ReportTarget target : inOrder()) {
      if (first != null && target.file().isEmpty()) {
        unwritten.add("and nothing is printed");
        break;
      }
      try {
        sending.send(target);
      } catch (CannotAskException e) {
        unwritten.add(e.sentence());
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw new CannotAskException(String.join("; ", unwritten), first);
    }
  }

  /**
   * Returns the files as they were asked for, and then what goes to standard output: its last word
   * must not be that all is well where a file cannot be written.
   */
  private List<ReportTarget> inOrder() {
    List<ReportTarget> inOrder = new ArrayList<>();
    List<ReportTarget> toStandardOutput = new ArrayList<>();
    for (ReportTarget target : targets) {
      (target.file().isPresent() ? inOrder : toStandardOutput).add(target);
    }
    inOrder.addAll(toStandardOutput);
    return inOrder;
  }
}
