package io.kbaudit.cli;

import java.io.OutputStream;
import java.util.List;

/**
 * Calls from which a JVM learns which classes a {@link ClassArchive} has to have: what people call
 * most, on a folder with a package. They write nothing but what they print, of which standard
 * output is thrown away.
 */
final class TrainingRuns {
  private TrainingRuns() {}

  /** Runs them all on the folder that is named. */
  public static void main(String[] args) {
    String folder = args[0];
    List<List<String>> calls =
        List.of(
            List.of("--version"),
            List.of("verify", "--location", "package", folder),
            List.of("verify", "--only", "name,size,date", "--unlisted", "fail", folder),
            List.of("verify", "--quiet", "--location", "dns=" + folder),
            List.of("verify", "--report", "json", folder),
            List.of("verify", "--report", "html", folder),
            List.of("verify", "--report", "csv", folder),
            List.of("verify", "--report", "junit", folder),
            List.of("plan", "--package", folder, "--share", folder),
            List.of("collect", "--hash", folder),
            List.of("inspect", folder),
            List.of("article", "show", "KB2492954"),
            List.of("explain", "SWAPPED"),
            List.of("help", "verify"),
            List.of("verify", folder + "/none"));
    for (List<String> call : calls) {
      Main.run(
          Console.ofProcess().printingTo(OutputStream.nullOutputStream()),
          call.toArray(String[]::new));
    }
    ArchiveCache.makeIfWanted(); // as at the end of each run; here nobody wants one
  }
}
