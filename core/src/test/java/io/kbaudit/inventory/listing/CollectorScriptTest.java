package io.kbaudit.inventory.listing;

import static io.kbaudit.inventory.listing.Listed.NO_CULTURE;
import static io.kbaudit.inventory.listing.Listed.files;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.Inventory.Gap;
import io.kbaudit.script.CollectorScript;
import io.kbaudit.script.Programs;
import io.kbaudit.script.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the scripts for computers without Java write can be read here. */
class CollectorScriptTest {
  private static final Path PREFIX = Path.of("target", "wine").toAbsolutePath();

  private static final Map<String, String> VARIABLES =
      Map.of(
          "WINEPREFIX", PREFIX.toString(),
          "WINEDEBUG", "-all",
          "WINEDLLOVERRIDES", "mscoree,mshtml=",
          "TZ", "UTC",
          "DISPLAY", "");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CollectorScript.class)
  void aScriptIsShortAndOfAsciiAlone(CollectorScript script) {
    assertThat(script.text()).matches("(?s)\\p{ASCII}+\\R").hasSizeLessThan(3_000);
    assertThat(script.text()).contains(script.fileName());
  }

  @Test
  void theScriptForCmdListsAFolderThatIsReadHere() throws Exception {
    Programs.skipAloudWithout("wine", "the collector for cmd is not run");
    Path share = Files.createDirectories(folder.resolve("MSI Share & more"));
    file(share.resolve("DNSClient.msi"), 679_936, "2011-03-10T10:04:37Z");
    file(share.resolve("123 a, b.txt"), 46, "2011-10-03T22:04:37Z");
    file(
        Files.createDirectories(share.resolve("sub")).resolve("Gr\u00F6\u00DFe.msi"),
        0,
        "2011-03-10T00:04:37Z");
    Path list = folder.resolve("list.txt");

    Run run = collect(share, list);

    assertThat(run.exitCode()).as("%s", run).isZero();
    Inventory inventory = ListingReader.read(list, NO_CULTURE);
    assertThat(files(inventory))
        .containsExactly(
            "123 a, b.txt 46 2011-10-03T22:04:00Z",
            "DNSClient.msi 679936 2011-03-10T10:04:00Z",
            "sub/Gr\u00F6\u00DFe.msi 0 2011-03-10T00:04:00Z");
    assertThat(inventory.folder()).isEqualTo("MSI Share & more");
    assertThat(inventory.recursive()).isTrue();
    assertThat(folder.resolve("list.txt.part")).doesNotExist();
  }

  @Test
  void theScriptForCmdOverwritesNothingAndWritesNothingOfNoFolder() throws Exception {
    Programs.skipAloudWithout("wine", "the collector for cmd is not run");
    Path list = Files.writeString(folder.resolve("list.txt"), "mine");

    assertThat(collect(folder, list).exitCode()).isEqualTo(1);
    assertThat(collect(folder.resolve("none"), folder.resolve("other.txt")).exitCode())
        .isEqualTo(1);

    assertThat(list).hasContent("mine");
    assertThat(folder.resolve("other.txt")).doesNotExist();
  }

  private Run collect(Path share, Path list) throws Exception {
    Path script = folder.resolve("collect.cmd");
    Files.writeString(script, CollectorScript.CMD.text(), US_ASCII);
    Files.createDirectories(PREFIX);
    return Run.of(
        List.of("wine", "cmd", "/c", windows(script), windows(share), windows(list)),
        folder,
        VARIABLES);
  }

  /** Returns the path as Wine names it, whose drive Z is the root. */
  private static String windows(Path path) {
    return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
  }

  private static void file(Path file, int size, String time) throws Exception {
    Files.write(file, new byte[size]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
  }

  /** As the script for PowerShell writes it on Windows. */
  @Test
  void whatTheScriptForPowerShellWritesIsRead() throws Exception {
    String csv =
        """
        "Root","FullName","Attributes","Length","LastWriteTimeUtc","Version","Hash"
        "C:\\MSIShare","C:\\MSIShare\\link","Directory, ReparsePoint","","2011-03-10T10:04:37.0000000Z","",""
        "C:\\MSIShare","C:\\MSIShare\\sub","Directory","","2011-03-10T10:04:37.0000000Z","",""
        "C:\\MSIShare","C:\\MSIShare\\sub\\DNSClient.msi","Archive","5","2011-03-10T10:04:37.1234567Z","0.0.0.0","9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"
        """;

    Inventory inventory = Listed.read(folder, "\uFEFF" + csv, UTF_16LE, NO_CULTURE);

    assertThat(files(inventory))
        .containsExactly(
            "sub/DNSClient.msi 5 2011-03-10T10:04:37.123456700Z SHA-256"
                + " 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    assertThat(inventory.folder()).isEqualTo("MSIShare");
    assertThat(inventory.gaps())
        .containsExactly(new Gap("link", "a link to a folder, whose files are not listed"));
    assertThat(csv.lines().findFirst().orElseThrow().replace("\"", "'").replace(",", ", "))
        .isSubstringOf(CollectorScript.POWERSHELL.text());
  }
}
