package io.kbaudit.pe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.pe.Machine;
import io.kbaudit.fixtures.pe.NeFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.report.InspectedFiles.InspectedProgram;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs and libraries of any bytes, of 16 bits and more. */
class PeInspectionFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
        PeFixture.library().smallest().fileVersion("1.2.3.4").alsoInLanguage(0x0407).bytes(),
        PeFixture.program().smallest().machine(Machine.X86).anyCpu().bytes(),
        PeFixture.program().smallest().certificateTable(64).mui().bytes(),
        PeFixture.driver().smallest().secondVersionResource(0x0407, "4.3.2.1").bytes(),
        NeFixture.library().smallest().fileVersion("1.2.3.4").alsoInLanguage(0x0407).bytes());
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    PeInspection inspection = PeInspection.of(ForeignFile.of("a.dll", bytes));

    assertThat(inspection.header().isPresent() || !inspection.problems().isEmpty()).isTrue();
    assertThat(inspection.problems()).noneMatch(problem -> problem.text().isBlank());
    for (PeKind kind : PeKind.values()) {
      boolean fits = inspection.fits(kind);
      assertThat(fits && inspection.header().isEmpty()).isFalse();
    }
    for (String version : inspection.strings(VersionResource.FILE_VERSION)) {
      assertThat(FileVersion.find(version)).isNotNull();
    }
    Shown.assertReportable(new InspectedProgram("a.dll", inspection));
  }
}
