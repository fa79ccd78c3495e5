package io.kbaudit.cli;

/** The entry point of the command. */
public final class Main {
  private Main() {}

  /** Runs the command with these arguments, and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = run(Console.ofProcess(), args);
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
