package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.text.Processors;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {
  @ParameterizedTest
  @CsvSource({
    "ARM720 (Debug), arm720",
    "SA1100 (Retail), sa1100",
    "ARM-based, arm",
    "ARM64-based, arm64",
    "VR4111, vr4111",
    "MIPS16, mips16",
    "MPC821, mpc821",
    "SH-3, sh3",
    "Power PC, ppc",
    "Itanium-based, ia64",
    "x86-64, x64",
    "Alpha AXP, alpha",
  })
  void areKnownByTheNamesThatArticlesPrint(String printed, String name) {
    assertThat(Processors.namedBy(printed)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sh3.dll", "r4000.exe", "based", "Any", "Foo", "4300", "SH", "PC", ""})
  void areNoOtherWords(String text) {
    assertThat(Processors.namedBy(text)).isEmpty();
  }

  @Test
  void aModelHasItsFamilyInCommonAndNoOtherModel() {
    assertThat(Processors.haveCommon(Set.of("r3000"), Set.of("mips"))).isTrue();
    assertThat(Processors.haveCommon(Set.of("mips"), Set.of("r3000"))).isTrue();
    assertThat(Processors.haveCommon(Set.of("r3000"), Set.of("r4100"))).isFalse();
    assertThat(Processors.haveCommon(Set.of("arm"), Set.of("arm64"))).isFalse();
    assertThat(Processors.haveCommon(Set.of("x86"), Set.of())).isFalse();
  }
}
