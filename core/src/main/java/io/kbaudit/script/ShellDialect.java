package io.kbaudit.script;

import io.kbaudit.file.Digest;
import java.util.List;

/**
 * How one shell says what a script does. Each command is a line or more, ended by {@code \n}; one
 * that fails prints its sentence on standard error and ends the script with exit code 1.
 */
interface ShellDialect {
  /** Returns what ends a line in the saved script. */
  String lineEnd();

  /** Returns a comment of one line, whatever the text contains. */
  String comment(String text);

  /** Returns the head as comments, both folders in variables, and what the commands need. */
  String opening(List<String> head, CopyScript script) throws UnquotableException;

  /** Returns a command that fails unless the folder exists. */
  String requireFolder(Place place, String sentence) throws UnquotableException;

  /** Returns a command that fails unless a file of this name is there. */
  String requireFile(Place place, String name, String sentence) throws UnquotableException;

  /** Returns a command that fails unless the file has this size. */
  String requireSize(Place place, String name, long bytes, String sentence)
      throws UnquotableException;

  /**
   * Returns a command that fails if a file on the share has other contents, where the machine can
   * tell.
   */
  String requireContents(String name, Digest sha256, String sentence) throws UnquotableException;

  /** Returns a command that fails if anything on the share has this name. */
  String requireFree(String name, String sentence) throws UnquotableException;

  /** Returns a command that copies a file of the package to the share, with its time. */
  String copy(String from, String to, String sentence) throws UnquotableException;

  /** Returns a command that renames a file on the share, and never onto another. */
  String rename(String from, String to, String sentence) throws UnquotableException;

  /**
   * Returns commands that print on standard output what was done and end with exit code 0: {@code
   * beginning}, from which folder to which, each in double quotes and as its variable has it, and
   * {@code rest}.
   */
  String closing(String beginning, String rest, CopyScript script) throws UnquotableException;
}
