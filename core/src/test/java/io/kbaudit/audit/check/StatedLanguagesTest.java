package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The languages that a file states, if it states any. */
class StatedLanguagesTest {
  private static final int X86 = 0x014c;

  private static final int GERMAN = 0x0407;

  private static final StringTable GERMAN_STRINGS = new StringTable("040704b0", Map.of());

  private static final StringTable ENGLISH_STRINGS = new StringTable("040904b0", Map.of());

  @Test
  void translationsCountBeforeTheTablesOfStrings() {
    assertThat(of(resource(List.of(ENGLISH_STRINGS), List.of(new Translation(GERMAN, 1200)))))
        .contains(new StatedLanguages(List.of(GERMAN), ""));
  }

  @Test
  void whereThereAreNoTranslationsTheTablesOfStringsSayIt() {
    assertThat(of(resource(List.of(GERMAN_STRINGS, GERMAN_STRINGS), List.of())))
        .contains(new StatedLanguages(List.of(GERMAN), ""));
  }

  @Test
  void whatHasNeitherStatesNone() {
    assertThat(of(resource(List.of(), List.of()))).isEmpty();
  }

  @Test
  void whatHasItsTextsBesideItIsOfNoLanguageAndTheTextsAre() {
    VersionResource german = resource(List.of(), List.of(new Translation(GERMAN, 1200)));
    PeInspection library = Executables.saying(PeKind.LIBRARY, X86, List.of(german));
    PeInspection beside = new PeInspection(library.header(), library.versions(), true, List.of());

    assertThat(StatedLanguages.of(program("a.dll").withExecutable(beside)))
        .contains(new StatedLanguages(List.of(), "its texts are in files beside it"));
    assertThat(StatedLanguages.of(program("a.dll.mui").withExecutable(beside)))
        .contains(new StatedLanguages(List.of(GERMAN), ""));
  }

  @Test
  void aPatchStatesNoneAndAPackageDoes() {
    assertThat(StatedLanguages.of(file(Given.packageFor("Intel;1031"))))
        .contains(new StatedLanguages(List.of(GERMAN), "no language is named"));
    assertThat(StatedLanguages.of(file(Given.patch()))).isEmpty();
  }

  private static Optional<StatedLanguages> of(VersionResource resource) {
    PeInspection library = Executables.saying(PeKind.LIBRARY, X86, List.of(resource));
    return StatedLanguages.of(program("a.dll").withExecutable(library));
  }

  private static ObservedFile.Readable program(String name) {
    return (ObservedFile.Readable) Given.unreadFile(name, 100, "2011-03-10T10:04:30Z");
  }

  private static ObservedFile.Readable file(MsiInspection inspection) {
    return (ObservedFile.Readable) Given.file("a.msi", 100, "2011-03-10T10:04:30Z", inspection);
  }

  private static VersionResource resource(
      List<StringTable> strings, List<Translation> translations) {
    return new VersionResource(GERMAN, Optional.empty(), strings, translations);
  }
}
