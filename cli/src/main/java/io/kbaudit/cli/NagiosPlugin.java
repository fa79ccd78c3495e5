package io.kbaudit.cli;

import io.kbaudit.report.monitoring.NagiosAuditReport;
import java.io.IOException;
import java.io.Writer;

/**
 * How the command behaves where monitoring calls it: with {@code --report nagios} on standard
 * output. Monitoring reads nothing but that line and the exit code, so that a question that could
 * not be asked is told there too.
 */
final class NagiosPlugin {
  private static final String OPTION = "--report";

  private NagiosPlugin() {}

  /** Returns whether {@code args} ask for it; also where they are wrong in any other way. */
  static boolean isCalledBy(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals(OPTION) && i + 1 < args.length && isPrinted(args[i + 1])) {
        return true;
      }
      if (args[i].startsWith(OPTION + "=") && isPrinted(args[i].substring(OPTION.length() + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrinted(String report) {
    return report.equalsIgnoreCase("nagios") || report.equalsIgnoreCase("nagios=-");
  }

  /** Prints that the state is unknown, and why. */
  static void sayUnknown(String sentence, Console console) {
    try {
      Writer out = console.utf8Writer();
      out.write(NagiosAuditReport.unknown(sentence) + "\n");
      out.flush();
    } catch (IOException e) {
      console.complain("standard output cannot be written: " + Paths.reason(e));
    }
  }
}
