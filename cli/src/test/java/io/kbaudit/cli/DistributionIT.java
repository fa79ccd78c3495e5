package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.script.Programs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has who unzips kbaudit.zip, and nothing else of the project. */
class DistributionIT {
  @TempDir static Path folder;

  private static Path home;

  @BeforeAll
  static void unzip() throws Exception {
    home = folder.resolve("kbaudit");
    try (ZipFile zip =
        new ZipFile(Installation.CHECKOUT.resolve("cli/target/kbaudit.zip").toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    Files.setPosixFilePermissions(
        home.resolve("bin/kbaudit"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String read(String name) throws Exception {
    return Files.readString(home.resolve(name));
  }

  private static List<Path> list(String name) throws Exception {
    try (Stream<Path> files = Files.list(home.resolve(name))) {
      return files.toList();
    }
  }

  @Test
  void theCommandsOfItsReadmeWork() throws Exception {
    RollupFolder.kb2492954().writeTo(folder.resolve("QFERollupPackage"));
    RollupFolder.kb2492954().without("Servicebase.msi").writeTo(folder.resolve("MSIShare"));
    List<String> commands =
        Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
            .matcher(read("README.md"))
            .results()
            .flatMap(block -> block.group(1).lines())
            .toList();

    for (String command : commands) {
      if (command.startsWith("man ") && !Programs.have("man")) {
        System.out.println("SKIPPED: man is not on the PATH: " + command);
        continue;
      }
      Launched run =
          Launched.run(
              home,
              Map.of("LC_ALL", "C.UTF-8", "MANPAGER", "cat"),
              List.of("sh", "-c", command.replace("/tmp", folder.toString())));

      assertThat(run.err()).as(command).isEmpty();
      assertThat(run.exitCode()).as(command).isZero();
    }
    assertThat(commands).hasSize(8);
    assertThat(folder.resolve("audit.html")).isNotEmptyFile();
  }

  @Test
  void itsReadmeIsForItsUserAndNamesWhatIsThere() throws Exception {
    String readme = read("README.md");

    assertThat(readme).doesNotContainIgnoringCase("mvn", "maven", "target/");
    for (CompletionShell shell : CompletionShell.values()) {
      assertThat(readme).contains("`" + shell.file() + "`");
      assertThat(home.resolve("completion").resolve(shell.file())).isNotEmptyFile();
    }
    assertThat(home.resolve("man/man1/kbaudit-verify.1")).isNotEmptyFile();
  }

  @Test
  void itsNoticeNamesEveryLibraryOnce() throws Exception {
    List<String> jars = new ArrayList<>();
    for (Path jar : list("lib")) {
      String name = jar.getFileName().toString().replaceFirst("-[0-9][^-]*(-SNAPSHOT)?\\.jar$", "");
      if (!name.startsWith("kbaudit-")) {
        jars.add(name);
      }
    }

    List<String> named =
        Pattern.compile("(?m)^  \\S(?: ?\\S)* {2,}(\\S+) {2,}\\S.*$")
            .matcher(read("NOTICE"))
            .results()
            .map(line -> line.group(1))
            .filter(name -> !name.equals("Jar"))
            .toList();

    assertThat(named).containsExactlyInAnyOrderElementsOf(jars);
  }

  @Test
  void itsBillOfMaterialsHasEveryJarOfOthersWithItsDigestAndLicence() throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (Path jar : list("lib")) {
      String name = jar.getFileName().toString();
      if (!name.startsWith("kbaudit-")) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        digests.put(name, HexFormat.of().formatHex(digest));
      }
    }

    Map<String, String> listed = new TreeMap<>();
    for (Object each : new JSONObject(read("kbaudit-cli.cdx.json")).getJSONArray("components")) {
      JSONObject component = (JSONObject) each;
      String name = component.getString("name");
      if (!name.startsWith("kbaudit-")) {
        listed.put(name + "-" + component.getString("version") + ".jar", sha256(component));
        assertThat(component.getJSONArray("licenses")).as(name).isNotEmpty();
      }
    }
    assertThat(listed).isEqualTo(digests);
  }

  private static String sha256(JSONObject component) {
    for (Object each : component.getJSONArray("hashes")) {
      JSONObject hash = (JSONObject) each;
      if (hash.getString("alg").equals("SHA-256")) {
        return hash.getString("content");
      }
    }
    throw new AssertionError("no SHA-256 in " + component);
  }

  /** Those that do not are named in NOTICE, with their licences. */
  @Test
  void theLicencesThatNoticeSaysAreInJarsAreThere() throws Exception {
    for (Path jar : list("lib")) {
      String name = jar.getFileName().toString();
      boolean other = name.matches("(jline|jte|picocli|progressbar|snakeyaml|SparseBitSet).*");
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        assertThat(
                zip.stream()
                    .anyMatch(each -> each.getName().matches("META-INF/(jsoup/)?LICENSE.*")))
            .as(name)
            .isEqualTo(!other);
      }
    }
  }

  @Test
  void everyJarOfOursHasItsLicenceAndNotice() throws Exception {
    String licence = read("LICENSE");
    assertThat(licence)
        .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS");

    List<Path> jars = new ArrayList<>();
    for (String module : List.of("core", "cli", "test-fixtures")) {
      try (Stream<Path> files =
          Files.list(Installation.CHECKOUT.resolve(module).resolve("target"))) {
        files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
      }
    }
    assertThat(jars).hasSize(4); // with that of core's tests
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        assertThat(text(zip, "META-INF/LICENSE")).as(jar.toString()).isEqualTo(licence);
        assertThat(text(zip, "META-INF/NOTICE")).as(jar.toString()).isEqualTo(read("NOTICE"));
      }
    }
  }

  private static String text(ZipFile zip, String name) throws Exception {
    ZipEntry entry = zip.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
