package io.kbaudit.cli;

/** The entry point of the command. */
public final class Main {
  private Main() {}

  /** Runs the command with these arguments, and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = new Kbaudit(Console.ofProcess()).runProcess(args);
    ArchiveCache.makeIfWanted();
    System.exit(exitCode);
  }
}
