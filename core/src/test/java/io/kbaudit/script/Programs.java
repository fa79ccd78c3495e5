package io.kbaudit.script;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of this machine by which scripts can be tried. */
final class Programs {
  private Programs() {}

  static boolean have(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Says on the console too what a report of tests hides. */
  static void skipAloudWithout(String name, String consequence) {
    if (!have(name)) {
      String reason = "SKIPPED: " + name + " is not on the PATH: " + consequence;
      System.out.println(reason);
      abort(reason);
    }
  }
}
