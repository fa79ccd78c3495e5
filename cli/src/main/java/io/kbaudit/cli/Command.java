package io.kbaudit.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it takes, and what it does. */
interface Command {
  /** Returns the command's options and parameters, with their help. */
  CommandSpec spec();

  /** Returns whether it tells of the other commands, too, and so has to know what they take. */
  default boolean tellsOfOthers() {
    return false;
  }

  /**
   * Does what was asked.
   *
   * @throws CannotAskException if it cannot be
   * @throws IOException if standard output cannot be written
   */
  ExitCode run(ParseResult arguments, Console console) throws CannotAskException, IOException;
}
