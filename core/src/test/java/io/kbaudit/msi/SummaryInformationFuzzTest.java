package io.kbaudit.msi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries of any bytes, in a package that is sound but for them. */
class SummaryInformationFuzzTest {
  private static final String STREAM = "\u0005SummaryInformation";

  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        summary(MsiFixture.smallest()),
        summary(MsiFixture.smallest().codepage(932).titled("\u8868")),
        summary(MsiFixture.smallest().codepage(65001).comments("\u00E9")));
  }

  private static byte[] summary(MsiFixture fixture) throws IOException {
    Path file = ForeignFile.of("seed.msi", fixture.toBytes());
    try (FileContent content = FileContent.of(file, () -> false)) {
      OleFile container = OleFile.of(content, name -> name);
      return container.read(container.stream(STREAM).orElseThrow());
    }
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    byte[] msi = MsiFixture.smallest().withRawStream(STREAM, bytes).toBytes();

    MsiInspection inspection = Everything.askedOf(ForeignFile.of("a.msi", msi));

    Shown.assertReportable(new InspectedPackage("a.msi", inspection, Map.of()));
  }
}
