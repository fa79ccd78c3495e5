package io.kbaudit.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kbaudit.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema of waivers, held to YAML as another reader of it makes it JSON. */
class WaiversSchemaTest {
  private static final String WHOLE =
      "file: a.msi, check: SIZE, reason: r, approver: a, expiry: 2027-03-31";

  @Test
  void itAllowsWhatIsReadAndWritten() throws IOException {
    String golden = Files.readString(WaiverReaderTest.GOLDEN);
    String written =
        WaiverWriter.document(WaiverReader.read(WaiverReaderTest.GOLDEN).waivers().get(0));

    assertThat(Schemas.problems("waivers", json(golden))).isEmpty();
    assertThat(Schemas.problems("waivers", json(written))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "waivers: []",
        "- {" + WHOLE + "}",
        "- {" + WHOLE + ", cause: [LARGER, SMALLER], undecided: false, from: 2026-01-01}",
      })
  void itAllowsAWholeWaiver(String yaml) throws IOException {
    assertThat(Schemas.problemsAsShipped("waivers", json(yaml))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waiver: []",
        "nonsense",
        "- {}",
        "- {" + WHOLE + ", files: b.msi}",
        "- {" + WHOLE + ", cause: LUCK}",
        "- {" + WHOLE + ", cause: []}",
        "- {" + WHOLE + ", undecided: 'true'}",
        "- {" + WHOLE + ", from: 1.1.2026}",
        "- {" + WHOLE + ", location: ' '}",
        "- {file: a.msi, check: LUCK, reason: r, approver: a, expiry: 2027-03-31}",
        "- {file: a.msi, check: SIZE, reason: '', approver: a, expiry: 2027-03-31}",
        "- {file: a.msi, check: SIZE, reason: r, approver: a}",
        "- {check: SIZE, reason: r, approver: a, expiry: 2027-03-31}",
      })
  void itRefusesWhatCoversNothing(String yaml) throws IOException {
    assertThat(Schemas.problemsAsShipped("waivers", json(yaml))).isNotEmpty();
  }

  private static String json(String yaml) throws IOException {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new ObjectMapper().writeValueAsString(value);
  }
}
