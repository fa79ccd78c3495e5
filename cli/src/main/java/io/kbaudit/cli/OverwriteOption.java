package io.kbaudit.cli;

import io.kbaudit.report.EarlierReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Whether a report may take the place of an earlier one: {@code --overwrite}. */
final class OverwriteOption {
  static final String NAME = "--overwrite";

  /** Whether a file is what may be written over. */
  interface Test {
    boolean of(Path file) throws IOException;
  }

  private OverwriteOption() {}

  static OptionSpec spec() {
    return OptionSpec.builder(NAME)
        .description("Write reports over earlier ones of the same kind and format.")
        .build();
  }

  /**
   * Refuses a report that would take the place of something: of an earlier report unless that is
   * asked for, and of anything else always.
   */
  static void require(ReportTarget target, EarlierReport.Kind kind, ParseResult arguments)
      throws CannotAskException {
    if (target.file().isPresent() && holdsSomething(target.file().get())) {
      String name = target.file().get();
      if (!arguments.hasMatchedOption(NAME)) {
        throw new CannotAskException(
            "'" + name + "' exists already; " + NAME + " writes a report over an earlier one");
      }
      require(
          name,
          target.format() + " report of the same kind",
          file -> EarlierReport.isOne(file, kind, target.format()));
    }
  }

  /**
   * Refuses to write over a file that is not what it was written as before.
   *
   * @param kind of which an earlier one may be there: "inventory"
   */
  static void require(String name, String kind, Test isEarlier) throws CannotAskException {
    if (!holdsSomething(name)) {
      return;
    }
    try {
      if (!isEarlier.of(Paths.parse(name))) {
        throw new CannotAskException(
            "'"
                + name
                + "' is no earlier "
                + kind
                + ", and is not written over; name another file");
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** What is no regular file, such as a pipe, has nothing to lose, and neither has an empty one. */
  private static boolean holdsSomething(String name) throws CannotAskException {
    Path file = Paths.parse(name);
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static CannotAskException unreadable(String name, IOException e) {
    return new CannotAskException(
        "'" + name + "', which is there already, cannot be read: " + Paths.reason(e), e);
  }
}
