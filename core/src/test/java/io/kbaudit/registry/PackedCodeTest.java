package io.kbaudit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read and written as the names of Windows Installer's keys. */
class PackedCodeTest {

  /** From exports of a real registry, which state both. */
  @ParameterizedTest
  @CsvSource({
    "8A3B26B1F259C0E5399202F4FFCEB5B7, {1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
    "9D1F89852C545C25794A7AC4C2E11361, {5898F1D9-45C2-52C5-97A4-A74C2C1E3116}",
    "3EF9E08BA84320950AEA08FA31581E2F, {B80E9FE3-348A-5902-A0AE-80AF1385E1F2}",
    "0123456789ABCDEF0123456789ABCDEF, {76543210-BA98-FEDC-1032-547698BADCFE}"
  })
  void whatIsPackedIsUnpackedAndBack(String packed, String code) {
    assertThat(PackedCode.unpacked(packed)).contains(code);
    assertThat(PackedCode.packed(code)).contains(packed);
  }

  @Test
  void smallLettersAreTheSameCodeInAnyLocale() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(PackedCode.unpacked("8a3b26b1f259c0e5399202f4ffceb5b7"))
          .contains("{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}");
      assertThat(PackedCode.packed("{1b62b3a8-952f-5e0c-9329-204fffec5b7b}"))
          .contains("8A3B26B1F259C0E5399202F4FFCEB5B7");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8A3B26B1F259C0E5399202F4FFCEB5B",
        "8A3B26B1F259C0E5399202F4FFCEB5B77",
        "8A3B26B1F259C0E5399202F4FFCEB5BG",
        "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
        "\u0661A3B26B1F259C0E5399202F4FFCEB5B7"
      })
  void whatIsNoPackedCodeIsNotUnpacked(String text) {
    assertThat(PackedCode.unpacked(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1B62B3A8-952F-5E0C-9329-204FFFEC5B7B",
        "{1B62B3A8952F5E0C9329204FFFEC5B7B}",
        "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}.KB2492954"
      })
  void whatIsNoCodeIsNotPacked(String text) {
    assertThat(PackedCode.packed(text)).isEmpty();
  }
}
