package io.kbaudit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run of a program in a process of its own: how it ended, and what it printed. What kbaudit
 * writes in JSON is held to its schema.
 */
record Launched(int exitCode, String out, String err) {
  /** Runs a command with these changes to the environment. */
  static Launched run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("kbaudit", ".out");
    Path err = Files.createTempFile("kbaudit", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      int exitCode = builder.start().waitFor();
      String printed = Files.readString(out, StandardCharsets.UTF_8);
      WrittenJson.assertValid(exitCode != ExitCode.CANNOT_ASK.code(), printed, folder, command);
      return new Launched(exitCode, printed, Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
