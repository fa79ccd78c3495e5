package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFilterTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          *.msi,          DNSClient.MSI,         true
          *.msi,          sub/deep/a.msi,        true
          *.msi,          a.msi.bak,             false
          a?.msi,         ab.msi,                true
          a?.msi,         a.msi,                 false
          [a-c]*.msi,     Bad.msi,               true
          [!a-c]*.msi,    Bad.msi,               false
          *,              .hidden,               true
          sub/*.msi,      sub/a.msi,             true
          sub/*.msi,      a.msi,                 false
          sub/*.msi,      sub/deep/a.msi,        false
          sub\\*.msi,     sub/a.msi,             true
          sub/**,         sub/deep/a.msi,        true
          sub/**/a.msi,   sub/a.msi,             true
          **/a.msi,       a.msi,                 true
          **/deep/*,      one/two/deep/a.msi,    true
          **/deep/*,      one/two/shallow/a.msi, false
          """)
  void aPatternIsOneOfNamesOrOfPaths(String pattern, String path, boolean matches) {
    assertThat(new FileFilter(List.of(pattern), List.of()).accepts(path)).isEqualTo(matches);
    assertThat(new FileFilter(List.of(), List.of(pattern)).accepts(path)).isEqualTo(!matches);
  }

  @Test
  void whatIsExcludedIsNotIncluded() {
    FileFilter filter = new FileFilter(List.of("*.msi", "*.cab"), List.of("old*"));

    assertThat(filter.accepts("new.cab")).isTrue();
    assertThat(filter.accepts("old.cab")).isFalse();
    assertThat(filter.accepts("new.txt")).isFalse();
  }

  @Test
  void caseIsThatOfWindowsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(new FileFilter(List.of("*.MSI"), List.of()).accepts("install.msi")).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aLongPatternOfManyStarsEnds() {
    String pattern = "*a".repeat(2_000);

    assertThat(new FileFilter(List.of(pattern), List.of()).accepts("a".repeat(1_999))).isFalse();
    assertThat(
            new FileFilter(List.of("**/".repeat(200) + "b"), List.of()).accepts("a/".repeat(200)))
        .isFalse();
  }

  @Test
  void aBlankPatternIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileFilter(List.of(" "), List.of()))
        .withMessage("a blank pattern");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sub/**,       sub,           true
          SUB\\**,      sub,           true
          sub/**,       sub/deep,      true
          **/deep/**,   sub/deep,      true
          s*/**,        sub,           true
          sub/**,       other,         false
          sub/**,       other/sub,     false
          sub/deep/**,  sub,           false
          sub/**/a,     sub,           false
          sub/*,        sub/deep,      false
          sub,          sub,           false
          **,           sub,           false
          """)
  void aFolderIsLeftOutWithAllThatIsBelowIt(String pattern, String folder, boolean leftOut) {
    assertThat(new FileFilter(List.of(), List.of(pattern)).leavesOut(folder)).isEqualTo(leftOut);
    assertThat(new FileFilter(List.of(pattern), List.of()).leavesOut(folder)).isFalse();
  }

  @Test
  void anInventoryKeepsTheFoldersThatAreNotLeftOut() {
    Inventory inventory =
        new Inventory(
            "folder",
            true,
            List.of(
                ObservedFile.Readable.of("a.msi", 1, Instant.EPOCH),
                ObservedFile.Readable.of("b.txt", 1, Instant.EPOCH)),
            List.of(
                new Inventory.Gap("closed", "permission denied"),
                new Inventory.Gap("left/closed", "permission denied")),
            List.of("below", "left"),
            List.of());

    Inventory only =
        inventory.only(new FileFilter(List.of(), List.of("*.txt", "closed/*.msi", "left/**")));

    assertThat(only.files()).extracting(ObservedFile::path).containsExactly("a.msi");
    assertThat(only.gaps()).containsExactly(new Inventory.Gap("closed", "permission denied"));
    assertThat(only.foldersLeft()).containsExactly("below");
  }
}
