package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.file.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
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
    List<CommandSpec> commands = Usage.all(root);
    Path manual = Files.createDirectories(folder.resolve("man").resolve("man1"));
    for (CommandSpec command : commands) {
      Files.writeString(
          manual.resolve(ManPage.name(command) + ".1"), ManPage.of(command, KbAudit.version()));
    }
    Path completion = Files.createDirectories(folder.resolve("completion"));
    for (CompletionShell shell : CompletionShell.values()) {
      Files.writeString(completion.resolve(shell.file()), shell.script(root));
    }
    Path start = Files.createDirectories(folder.resolve("start"));
    Files.writeString(start.resolve("build"), build() + "\n");
  }

  /** Returns what tells this build from all others: the digest of its classes and resources. */
  private static String build() throws IOException {
    MessageDigest digest = Digest.Algorithm.SHA256.newDigest();
    for (Class<?> each : List.of(KbAudit.class, DistributionFiles.class)) {
      Path code = codeOf(each);
      List<Path> files;
      try (Stream<Path> all = Files.walk(code)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        digest.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return Digest.of(Digest.Algorithm.SHA256, digest).hex();
  }

  /** Returns the folder, or the jar, of a class. */
  private static Path codeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
