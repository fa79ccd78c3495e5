package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what the distribution holds beside the program, and the program itself tells: pages of the
 * manual, and scripts by which shells complete.
 */
final class DistributionFiles {
  private DistributionFiles() {}

  /** Writes them into the folder that is named, as the build asks. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /** Writes them below {@code folder}. */
  static void write(Path folder) throws IOException {
    CommandSpec root = new Kbaudit(Console.ofProcess()).spec();
    List<CommandSpec> commands = Usage.all(root).toList();
    Path manual = Files.createDirectories(folder.resolve("man").resolve("man1"));
    for (CommandSpec command : commands) {
      Files.writeString(
          manual.resolve(ManPage.name(command) + ".1"), ManPage.of(command, KbAudit.version()));
    }
    Path completion = Files.createDirectories(folder.resolve("completion"));
    for (CompletionShell shell : CompletionShell.values()) {
      Files.writeString(completion.resolve(shell.file()), shell.script(root));
    }
  }
}
