package io.kbaudit.cli;

import io.kbaudit.file.Digest;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A file that a command wrote for later use, which nobody has seen: what it is, and its SHA-256, by
 * which it is known again.
 *
 * @param name as the user spelt it
 * @param contents what is in it, in a few words: "22 files"
 */
record WrittenFile(String name, String contents, Digest sha256) {
  private static final String QUIET = "--quiet";

  /** Returns the option by which nothing is said of it. */
  static OptionSpec quiet() {
    return OptionSpec.builder("-q", QUIET)
        .description("Show no progress, and do not say what was written.")
        .build();
  }

  /** Says on standard error that it is written, unless {@code arguments} want quiet. */
  void say(ParseResult arguments, Console console) {
    if (!arguments.hasMatchedOption(QUIET)) {
      console.say("wrote '" + name + "': " + contents + ", SHA-256 " + sha256.hex());
    }
  }
}
