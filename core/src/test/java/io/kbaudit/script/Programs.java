package io.kbaudit.script;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of this machine by which what is written for others can be tried. */
public final class Programs {
  private Programs() {}

  /** Returns whether a program is on the path. */
  public static boolean have(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Says on the console too what a report of tests hides. */
  public static void skipAloudWithout(String name, String consequence) {
    skipAloudIf(!have(name), name + " is not on the PATH: " + consequence);
  }

  /**
   * Returns a file of the packages that {@code .ci/package.json} names, or skips aloud where they
   * are not installed.
   */
  public static Path ofNpm(String file, String consequence) {
    Path program = Path.of(System.getProperty("kbaudit.npm", "../.ci/node_modules"), file);
    skipAloudIf(
        !Files.isRegularFile(program),
        program.getFileName() + " is not in .ci/node_modules: " + consequence);
    return program;
  }

  /** Says on the console too what a report of tests hides. */
  public static void skipAloudIf(boolean missing, String what) {
    if (missing) {
      String reason = "SKIPPED: " + what;
      System.out.println(reason);
      abort(reason);
    }
  }
}
