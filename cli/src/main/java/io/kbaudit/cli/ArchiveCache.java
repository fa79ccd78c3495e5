package io.kbaudit.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user's own {@linkplain ClassArchive archives}, one for each build of kbaudit, place where it
 * is installed, and JVM. Where the launcher finds none that the JVM takes, the run that was slow
 * for want of it has one made, in a process of its own, for the next.
 */
final class ArchiveCache {
  /** Set by the launcher: the folder of all archives. */
  private static final String FOLDER = "kbaudit.cache";

  /** Set by the launcher: below that folder, the archive of this build, place and JVM. */
  private static final String FILE = "kbaudit.archive";

  /** Set by the launcher where it found an archive that is whole, here or as the build left it. */
  private static final String GIVEN = "kbaudit.archive.given";

  /** An archive that was not taken, or could not be made, is not made again at once. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  /** Longer, nobody needs those of builds and JVMs that are gone. */
  private static final Duration KEPT = Duration.ofDays(60);

  private ArchiveCache() {}

  /**
   * Makes an archive, and deletes those that are out of use.
   *
   * @param args the archive's file, and the folder of all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Path.of(args[0]);
    new ClassArchive(file, ClassArchive.ofThisProgram()).make();
    Files.deleteIfExists(claimOn(file));
    deleteUnused(Path.of(args[1]));
  }

  /**
   * Has an archive made if the launcher wants one, and found none or one that this JVM did not
   * take. A run ends as it would without: if nothing can be made, the next one is as slow as this.
   */
  static void makeIfWanted() {
    String folder = System.getProperty(FOLDER, "");
    if (folder.isEmpty() || isOneTaken()) {
      return;
    }
    try {
      Path file = Path.of(folder, System.getProperty(FILE)).toAbsolutePath();
      if (isOfThisUser(file) && claim(file)) {
        new ProcessBuilder(
                ClassArchive.java(),
                "-XX:+UseSerialGC",
                "-cp",
                ClassArchive.ofThisProgram().toString(),
                ArchiveCache.class.getName(),
                file.toString(),
                Path.of(folder).toAbsolutePath().toString())
            .directory(Path.of(folder).toFile()) // and not where a disk may be taken out
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
      }
    } catch (IOException | RuntimeException e) {
      // Nobody asked for it, and the folder may be none.
    }
  }

  /** A JVM that was given an archive which does not fit has no class data at all. */
  private static boolean isOneTaken() {
    return Boolean.getBoolean(GIVEN) && System.getProperty("java.vm.info", "").contains("sharing");
  }

  /** Under another user's name, such as by sudo, nothing is left among what is theirs. */
  private static boolean isOfThisUser(Path file) throws IOException {
    Path folder = file;
    while (Files.notExists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return !Files.getFileStore(folder).supportsFileAttributeView("posix")
        || Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
  }

  /** Returns whether it is this process that is to make {@code file}. */
  private static boolean claim(Path file) throws IOException {
    Path claim = claimOn(file);
    boolean isRefused = Boolean.getBoolean(GIVEN) && isYounger(file, PATIENCE);
    if (isRefused || isYounger(claim, PATIENCE)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(claim);
    try {
      Files.createFile(claim);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static Path claimOn(Path file) {
    return file.resolveSibling(file.getFileName() + ".claim");
  }

  private static boolean isYounger(Path file, Duration age) throws IOException {
    return Files.exists(file)
        && Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(age));
  }

  private static void deleteUnused(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (!isYounger(file, KEPT)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
