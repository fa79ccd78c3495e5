package io.kbaudit.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of one fuzz test.
 *
 * @param exitCode 0 if nothing was found
 * @param log what Jazzer and libFuzzer wrote
 * @param folder where the input is that fails it
 */
record FuzzedTest(String name, int exitCode, List<String> log, Path folder) {
  /** How libFuzzer begins a line: how many inputs there were so far, and why it says so. */
  private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\p{Upper}+ .*");

  private static final Pattern FOUND = Pattern.compile("== Java Exception: (.*)|ERROR: (.*)");

  FuzzedTest {
    log = List.copyOf(log);
  }

  boolean isClean() {
    return exitCode == 0;
  }

  String line() {
    String found =
        isClean() ? "nothing found" : "FAILED, see " + folder.resolve("log.txt") + ": " + reason();
    return String.format("  %-32s %,12d inputs  %s", name, inputs(), found);
  }

  private long inputs() {
    long inputs = 0;
    for (String line : log) {
      Matcher progress = PROGRESS.matcher(line);
      if (progress.matches()) {
        inputs = Math.max(inputs, Long.parseLong(progress.group(1)));
      }
    }
    return inputs;
  }

  private String reason() {
    for (String line : log) {
      Matcher found = FOUND.matcher(line);
      if (found.find()) {
        return found.group().strip();
      }
    }
    return "exit code " + exitCode;
  }
}
