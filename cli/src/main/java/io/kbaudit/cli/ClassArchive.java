package io.kbaudit.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of kbaudit as one JVM keeps them in a file, with which it starts in a fraction of the
 * time: class data ({@code -Xshare:dump}), and since Java 25 an ahead-of-time cache (JEP 514). A
 * JVM holds an archive to itself and to the jars, their paths, times and sizes, and goes on without
 * one that does not fit.
 *
 * <p>The build leaves one for the JVM that builds; an {@link ArchiveCache} has one for any other.
 */
final class ClassArchive {
  /** The first Java whose archives have more than class data, and are made otherwise. */
  private static final int FIRST_WITH_CACHES = 25;

  private final Path file;
  private final Path jar;

  /**
   * Names an archive of the JVM that runs this.
   *
   * @param file that it is, or will be
   * @param jar of the command line, in the {@code lib} of an installation, as the launcher names it
   */
  ClassArchive(Path file, Path jar) {
    this.file = file;
    this.jar = jar;
  }

  /**
   * Makes an archive of this program; says why where this JVM makes none.
   *
   * @param args the file to be made
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      new ClassArchive(Path.of(args[0]), ofThisProgram()).make();
    } catch (IOException e) {
      System.err.println("kbaudit: starts are slower without an archive of classes: " + e);
    }
  }

  /** Returns the class path of this process, which is one jar where the launcher made it. */
  static Path ofThisProgram() {
    return Path.of(System.getProperty("java.class.path"));
  }

  /** Returns the program that starts this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Makes the file, or replaces it.
   *
   * @throws IOException if that cannot be; then nothing is left of it
   */
  void make() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = Files.createTempFile(folder, "archive", ".part");
    Path list = Files.createTempFile(folder, "classes", ".part");
    try {
      if (Runtime.version().feature() < FIRST_WITH_CACHES) {
        train("-XX:DumpLoadedClassList=" + list);
        run(
            List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + part));
      } else {
        train("-XX:AOTCacheOutput=" + part);
      }
      replaceBy(part);
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(list);
    }
  }

  /**
   * Puts a whole archive in place. How many bytes it has is told beside it, for launchers to see
   * that it is whole still: a JVM reads on behind the end of one that was cut, and is ended for it.
   */
  private void replaceBy(Path part) throws IOException {
    long bytes;
    try (FileChannel channel = FileChannel.open(part)) {
      bytes = channel.size();
      channel.force(true);
    }
    Files.writeString(bytesOf(file), bytes + "\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns the file that tells how many bytes an archive has. */
  private static Path bytesOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".bytes");
  }

  private void train(String option) throws IOException, InterruptedException {
    Path sample = jar.resolveSibling(Path.of("..", "start", "sample")).normalize();
    run(List.of(option), TrainingRuns.class.getName(), sample.toString());
  }

  private void run(List<String> options, String... main) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", jar.toString()));
    command.addAll(List.of(main));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException("exit code " + exitCode + " of " + String.join(" ", command));
    }
  }
}
