package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that packages install, in each format. */
class InspectFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void writeFolder() throws IOException {
    MsiFixture.smallest()
        .row("File", "=b", "Payload", "B~1.TXT|b c.txt", 12, "1.2.3.4", "1033", 512, 2)
        .writeTo(folder.resolve("a.msi"));
    MsiFixture.smallest().withoutTable("File").writeTo(folder.resolve("b.msi"));
    PeFixture.program().writeTo(folder.resolve("c.exe"));
    Files.writeString(folder.resolve("d.msi"), "text");
  }

  @Test
  void asCsvEachHasALineWithItsPackageInFront() {
    Run run = kbaudit("inspect", "--files", "--report", "csv", folder);

    assertThat(run.out().replace(folder + "/", "").split("\r\n", -1))
        .containsExactly(
            "package,folder,name,short_name,size,version,language,md5,file,component,attributes,"
                + "problems",
            "a.msi,,,,,,,,,,,there is no Component table | there is no Directory table",
            "a.msi,,b c.txt,B~1.TXT,12,1.2.3.4,1033,,'=b,Payload,512,",
            "a.msi,,payload.txt,,1,,,,payload.txt,Payload,,",
            "b.msi,,,,,,,,,,,there is no File table",
            "c.exe,,,,,,,,,,,it is no package that can be read",
            "d.msi,,,,,,,,,,,it is no package that can be read",
            "");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void asJsonAbsentIsNull() {
    Run run = kbaudit("inspect", "--files", "--report", "json", folder.resolve("a.msi"));
    Run none = kbaudit("inspect", "--files", "--report", "json", folder.resolve("b.msi"));

    JSONObject file = run.json().getJSONArray("files").getJSONObject(0);
    assertThat(file.keySet())
        .containsExactlyInAnyOrder(
            "path", "kind", "sound", "problems", "installedFiles", "installedFilesProblems");
    assertThat(file.getJSONArray("installedFiles")).hasSize(2);
    assertThat(file.getJSONArray("installedFiles").getJSONObject(1).isNull("version")).isTrue();
    assertThat(file.getJSONArray("installedFiles").getJSONObject(0).getInt("size")).isEqualTo(12);
    assertThat(none.json().getJSONArray("files").getJSONObject(0).isNull("installedFiles"))
        .isTrue();
  }

  @Test
  void asTextTheyAreNamedWithWhatIsStatedOfThem() {
    Run run = kbaudit("inspect", "--files", folder.resolve("a.msi"));

    assertThat(run.out())
        .contains("  Files\n", "    payload.txt, 1 byte\n", "    b c.txt, 12 bytes\n")
        .contains("version 1.2.3.4; language 1033; file =b; component Payload; attributes 512")
        .doesNotContain("Summary", "Properties");
  }

  @Test
  void unaskedNothingIsSaidOfThem() {
    assertThat(kbaudit("inspect", folder.resolve("a.msi")).out()).doesNotContain("Files");
    assertThat(kbaudit("inspect", "--report", "json", folder.resolve("a.msi")).out())
        .doesNotContain("installedFiles");
  }
}
