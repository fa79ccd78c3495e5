package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNoteTest {
  @ParameterizedTest
  @CsvSource({
    "a.dll, a.dll, ''",
    "a.dll*, a.dll, ''",
    "a.dll**, a.dll, ''",
    "a.dll 1, a.dll, ''",
    "a.dll [12], a.dll, ''",
    "a.dll \u2020, a.dll, ''",
    "a.dll X86, a.dll, X86",
    "a.dll 1 (with SP1), a.dll, (with SP1)"
  })
  void aNoteStandsBehindTheName(String cell, String name, String note) {
    assertThat(FileNote.find(cell)).hasValue(new FileNote(name, note));
    assertThat(FileNote.withoutNote(cell)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Setup", "a.dll /quiet", "a.dll (or b.dll)", "a.dll b.dll", "x a.dll"})
  void whatIsNoNoteLeavesTheCellWhole(String cell) {
    assertThat(FileNote.find(cell)).isEmpty();
    assertThat(FileNote.withoutNote(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({"494, true", "495, false"})
  void aCellOfFiveHundredCharactersMayHaveOne(int characters, boolean found) {
    assertThat(FileNote.find("a.dll " + "x".repeat(characters)).isPresent()).isEqualTo(found);
  }
}
