package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @ParameterizedTest
  @CsvSource({
    "5, PT5S",
    "5s, PT5S",
    "5 s, PT5S",
    "500ms, PT0.5S",
    "5m, PT5M",
    "5min, PT5M",
    "1h, PT1H",
    "24h, PT24H",
    "PT5S, PT5S",
  })
  void aToleranceIsInSecondsIfNothingElseIsSaid(String text, Duration duration) throws Exception {
    assertThat(Options.tolerance().convert(text)).isEqualTo(duration);
  }
}
