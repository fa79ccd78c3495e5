package io.kbaudit.cli;

import java.io.IOException;

/** Sends signals to processes. */
final class Signals {
  private Signals() {}

  /**
   * Skips a test, aloud, where a process that is started here ignores the signal, as HUP under
   * nohup and INT in the background of a script: Java then ignores it, too.
   *
   * @param signal its name without SIG
   */
  static void requireHeeded(String signal) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "kill -" + signal + " $$").start();
    Skip.unless(shell.waitFor() != 0, "process here that heeds SIG" + signal);
  }

  /** Sends {@code signal}, by its name without SIG. */
  static void send(String signal, Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
