package io.kbaudit.cli;

import io.kbaudit.report.monitoring.NagiosAuditReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the command behaves where monitoring calls it: with {@code --report nagios} on standard
 * output. Monitoring reads nothing but that line and the exit code, so that a question that could
 * not be asked is told there too; and there is one line, whatever fails while it is made.
 */
final class NagiosPlugin {
  private static final String OPTION = "--report";

  /** Those that have the format. */
  private static final Set<String> COMMANDS = Set.of("verify", "report");

  /** A command that prints on a console. */
  interface Asked {
    ExitCode run(Console console) throws CannotAskException, IOException;
  }

  private NagiosPlugin() {}

  /** Returns whether {@code args} ask for it; also where they are wrong in any other way. */
  static boolean isCalledBy(List<String> args) {
    return reports(args).stream().anyMatch(NagiosPlugin::isPrinted);
  }

  /**
   * Returns whether what was typed asks for it, or would with the variable that {@code environment}
   * has for reports: it is not known yet what else is taken.
   */
  static boolean isMeantBy(List<String> typed, Map<String, String> environment) {
    String byVariable = environment.getOrDefault(OptionDefault.variable(OPTION), "");
    return isCalledBy(typed)
        || (reports(typed).isEmpty()
            && COMMANDS.contains(typed.isEmpty() ? "" : typed.get(0))
            && isPrinted(byVariable));
  }

  private static List<String> reports(List<String> args) {
    int end = args.indexOf("--");
    List<String> options = end < 0 ? args : args.subList(0, end);
    List<String> reports = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).equals(OPTION)) {
        reports.add(i + 1 < options.size() ? options.get(i + 1) : "");
      } else if (options.get(i).startsWith(OPTION + "=")) {
        reports.add(options.get(i).substring(OPTION.length() + 1));
      }
    }
    return reports;
  }

  /** Has {@code asked} printed where nothing else is, once it is known to be the whole line. */
  static ExitCode run(Asked asked, Console console) throws CannotAskException, IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ExitCode exitCode = asked.run(console.printingTo(line));
    console.out().write(line.toByteArray());
    console.out().flush();
    return exitCode;
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
