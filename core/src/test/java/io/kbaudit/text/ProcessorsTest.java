package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Itanium (64-bit), ia64",
    "64-bit (Itanium), ia64",
    "Intel Itanium, ia64",
    "Intel(R) Itanium 64-bit, ia64",
    "IA-64 64 bit edition, ia64",
    "Intel (64-bit), x64",
    "Intel 64-bit, x64",
    "x64 (64-bit), x64",
    "AMD64(x64), x64",
    "x86 (32-bit), x86",
    "ARM (32-bit), arm",
    "ARM64 (64-bit), arm64",
    "Alpha (64-bit), alpha",
    "64-bit, x64",
    "32 bit, x86",
    "Windows 7 (64-bit), x64",
  })
  void wordsBesideOneNameNoOther(String printed, String name) {
    assertThat(Processors.namedBy(printed)).containsExactly(name);
  }

  @ParameterizedTest(name = "{0}: {1} and {2}")
  @CsvSource({
    "x86 and x64, x64, x86",
    "x86/x64, x64, x86",
    "x86+x64, x64, x86",
    "x86 and 64-bit, x64, x86",
    "32-bit and 64-bit, x64, x86",
    "Intel and Itanium, ia64, x86",
    "x86 (i386) and Alpha, alpha, x86",
  })
  void severalAreSeveral(String printed, String first, String second) {
    assertThat(Processors.namedBy(printed)).containsExactly(first, second);
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
