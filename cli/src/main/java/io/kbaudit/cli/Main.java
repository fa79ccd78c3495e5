package io.kbaudit.cli;

/** The entry point of the command. */
public final class Main {
  /**
   * Set by the launcher to what it subtracts from the code with which the process ends: by a code
   * that no Java ends with, it knows that this is an answer.
   */
  private static final String ANSWERS = "kbaudit.answers";

  private Main() {}

  /** Runs the command with these arguments, and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = Integer.getInteger(ANSWERS, 0) + run(Console.ofProcess(), args);
    try {
      ArchiveCache.makeIfWanted();
    } finally {
      System.exit(exitCode); // whatever becomes of that
    }
  }

  static int run(Console console, String... args) {
    return new Kbaudit(console).runProcess(args);
  }
}
