package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of classes make a start fast, and change nothing else, whatever they are. */
class ClassArchiveIT {
  @TempDir static Path folder;

  private static Path rollup;

  /** An installation for which no archive was left, as the zip has it. */
  private static Path home;

  /** An archive that fits it, and the folder of all in which it is. */
  private static Path cache;

  private static Path archive;

  @BeforeAll
  static void haveTheFirstRunMakeOne() throws Exception {
    rollup = folder.resolve("rollup");
    RollupFolder.kb2492954().without("DNSClient.msi").writeTo(rollup);
    home = folder.resolve("installed");
    copy(Installation.HOME, home);
    cache = folder.resolve("cache");

    Map<String, String> before = properties(cache);
    archive = cache.resolve(before.get("kbaudit.archive"));
    assertThat(before).doesNotContainKey("kbaudit.archive.given");
    awaitArchive();
  }

  private static void awaitArchive() throws InterruptedException {
    for (int tenths = 0; tenths < 1_800 && Files.notExists(archive); tenths++) {
      Thread.sleep(100);
    }
    assertThat(archive).isRegularFile();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        if (!each.toString().contains(".jsa")) {
          Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
      }
    }
  }

  /** Returns what Java says of itself when the launcher has started it. */
  private static Map<String, String> properties(Path cache) throws Exception {
    Launched launched =
        Launched.run(
            folder,
            Map.of("KBAUDIT_CACHE", cache.toString(), "KBAUDIT_OPTS", "-XshowSettings:properties"),
            List.of(home.resolve("bin/kbaudit").toString(), "--version"));
    Matcher lines =
        Pattern.compile("(?m)^ {4}(\\S+) = (.*)$").matcher(launched.out() + launched.err());
    Map<String, String> properties = new HashMap<>();
    while (lines.find()) {
      properties.put(lines.group(1), lines.group(2));
    }
    return properties;
  }

  private static boolean isTaken(Path cache) throws Exception {
    Map<String, String> properties = properties(cache);
    return properties.containsKey("kbaudit.archive.given")
        && properties.getOrDefault("java.vm.info", "").contains("sharing");
  }

  private static Launched audit(String cache) throws Exception {
    return Launched.run(
        folder,
        Map.of("KBAUDIT_CACHE", cache),
        List.of(home.resolve("bin/kbaudit").toString(), "verify", rollup.toString()));
  }

  /** Returns a folder of archives whose one for this Java has these bytes. */
  private static Path cacheWith(String name, byte[] bytes) throws IOException {
    Path other = folder.resolve(name);
    Path file = other.resolve(cache.relativize(archive).toString());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.writeString(bytesOf(file), bytes.length + "\n");
    return other;
  }

  private static Path bytesOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".bytes");
  }

  private static void assertChangesNothing(Path other) throws Exception {
    Launched without = audit("off");
    assertThat(without.exitCode()).isEqualTo(1);
    assertThat(audit(other.toString())).isEqualTo(without);
  }

  @Test
  void theRunAfterTheFirstTakesIt() throws Exception {
    Launched classes =
        Launched.run(
            folder,
            Map.of("KBAUDIT_CACHE", cache.toString(), "KBAUDIT_OPTS", "-Xlog:class+load"),
            List.of(home.resolve("bin/kbaudit").toString(), "verify", rollup.toString()));

    assertThat(isTaken(cache)).isTrue();
    assertThat(classes.out())
        .containsPattern("io\\.kbaudit\\.audit\\.check\\.Auditor source: shared objects file");
    assertThat(audit(cache.toString())).isEqualTo(audit("off"));
    assertThat(archive.resolveSibling(archive.getFileName() + ".claim")).doesNotExist();
    try (Stream<Path> beside = Files.list(archive.getParent())) {
      assertThat(beside).containsExactlyInAnyOrder(archive, bytesOf(archive));
    }
  }

  /**
   * Classes of picocli are of a format before Java 6. Java 17 archives such a class unless it was
   * linked before, as by a method reference into it, or a lambda in the place of its interface.
   */
  @Test
  void ofAnOrdinaryRunItHasEveryClassThatIsNotOfJava() throws Exception {
    Path whole = folder.resolve("whole");
    RollupFolder.kb2492954().writeTo(whole);

    Launched launched =
        Launched.run(
            folder,
            Map.of("KBAUDIT_CACHE", cache.toString(), "KBAUDIT_OPTS", "-Xlog:class+load"),
            List.of(
                home.resolve("bin/kbaudit").toString(),
                "verify",
                "--location",
                "package",
                whole.toString()));

    assertThat(launched.exitCode()).isZero();
    assertThat(launched.out().lines())
        .anyMatch(line -> line.contains("picocli.CommandLine source: shared objects file"))
        .filteredOn(line -> line.contains(" source: ") && line.contains("/lib/"))
        .isEmpty();
  }

  @Test
  void theBuildLeavesOneForTheJavaThatBuilds() throws Exception {
    Path built =
        Installation.HOME.resolve(
            "start" + System.getProperty("java.home").replaceFirst("/$", "") + ".jsa");

    assertThat(built).isRegularFile();
    assertThat(Files.readString(bytesOf(built))).isEqualTo(Files.size(built) + "\n");
  }

  @Test
  void oneThatIsNoneChangesNothing() throws Exception {
    Path other = cacheWith("none", "no archive".getBytes(StandardCharsets.UTF_8));

    assertThat(isTaken(other)).isFalse();
    assertChangesNothing(other);
  }

  @Test
  void oneThatIsCutChangesNothing() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    Path other = cacheWith("cut", whole);
    Path file = other.resolve(cache.relativize(archive).toString());
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThat(properties(other)).doesNotContainKey("kbaudit.archive.given");
    assertChangesNothing(other);
  }

  @Test
  void oneOfAnotherJavaChangesNothing() throws Exception {
    byte[] bytes = Files.readAllBytes(archive);
    String header = new String(bytes, 0, 8_192, StandardCharsets.ISO_8859_1);
    int version = header.indexOf("OpenJDK");
    Skip.unless(version >= 0, "archive whose header names the Java that made it");
    bytes[version] = 'X';
    Path other = cacheWith("foreign", bytes);

    assertThat(isTaken(other)).isFalse();
    assertChangesNothing(other);
  }

  @Test
  void oneOfOtherJarsChangesNothing() throws Exception {
    Path jar;
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      jar = jars.filter(each -> each.toString().contains("kbaudit-core")).findFirst().orElseThrow();
    }
    FileTime modified = Files.getLastModifiedTime(jar);
    Path other = cacheWith("stale", Files.readAllBytes(archive));
    try {
      Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofDays(7))));

      assertThat(isTaken(other)).isFalse();
      assertChangesNothing(other);
    } finally {
      Files.setLastModifiedTime(jar, modified);
    }
  }

  @Test
  void aFolderOfArchivesThatCannotBeChangesNothing() throws Exception {
    assertThat(audit("a\u0001b:c".repeat(900))).isEqualTo(audit("off"));
  }

  @Test
  void noneIsMadeForAnInstallationOfWhichNobodyKnowsTheBuild() throws Exception {
    Path build = home.resolve("start/build");
    String known = Files.readString(build);
    Launched without = audit("off");
    Files.delete(build);
    try {
      assertThat(audit(cache.toString())).isEqualTo(without);
      assertThat(properties(cache)).containsEntry("kbaudit.cache", "");
    } finally {
      Files.writeString(build, known);
    }
  }

  @Test
  void aFolderInItsPlaceChangesNothing() throws Exception {
    Path other = folder.resolve("occupied");
    Files.createDirectories(other.resolve(cache.relativize(archive).toString()));

    assertChangesNothing(other);
  }

  @Test
  void oneThatIsAnothersIsNotTaken() throws Exception {
    Skip.unless(System.getProperty("user.name").equals("root"), "root, to give a file away");
    Path other = cacheWith("given-away", Files.readAllBytes(archive));
    Path file = other.resolve(cache.relativize(archive).toString());
    Files.setOwner(
        file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertThat(properties(other)).doesNotContainKey("kbaudit.archive.given");
  }

  @Test
  void whereNoneCanBeWrittenNothingIsSaidOrLeft() throws Exception {
    Path file = Files.createFile(folder.resolve("a file"));

    assertChangesNothing(file);
    assertChangesNothing(file.resolve("below a file"));
    assertThat(file).isEmptyFile();
  }

  @Test
  void aReadOnlyFolderStaysAsItIs() throws Exception {
    Skip.unless(
        Files.exists(Path.of("/usr/bin/setpriv")) && System.getProperty("user.name").equals("root"),
        "root with setpriv, to run as a user who may not write everywhere");
    Path other = Files.createDirectory(folder.resolve("read-only"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    command.addAll(List.of(home.resolve("bin/kbaudit").toString(), "verify", rollup.toString()));

    Launched launched = Launched.run(folder, Map.of("KBAUDIT_CACHE", other.toString()), command);

    assertThat(launched).isEqualTo(audit("off"));
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void onAFullDiskNothingIsSaid() throws Exception {
    Skip.unless(System.getProperty("user.name").equals("root"), "root, to mount a small disk");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Launched mounted =
        Launched.run(
            folder,
            Map.of(),
            List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()));
    Skip.unless(mounted.exitCode() == 0, "disk of 64 KB, which root may not mount here");
    try {
      assertChangesNothing(disk);
    } finally {
      Launched.run(folder, Map.of(), List.of("umount", "-l", disk.toString()));
    }
  }
}
