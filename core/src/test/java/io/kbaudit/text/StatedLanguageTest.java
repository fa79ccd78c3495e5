package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedLanguageTest {
  private static List<String> understood(String text) {
    return StatedLanguage.in(List.of(text)).stream()
        .filter(StatedLanguage::understood)
        .map(StatedLanguage::words)
        .toList();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "Die englische Version dieses Sicherheitsupdates besitzt, English",
    "The German edition of this update has, German",
    "The Swiss German release of the hotfix has, Swiss German",
    "Die französische\u00A0Version dieses Hotfixes, French",
    "DIE ENGLISCHE VERSION DIESES HOTFIXES, English",
    "Die englische 32-Bit Version dieses Hotfixes, English",
    "Die englische und die deutsche Version dieses Hotfixes, English and German",
    "'Die englischen, deutschen und französischen Versionen dieser Updates', English and German and French",
    "Siehe die deutsche Version dieses Artikels. Die englische Version dieses Updates, English",
    "La version anglaise de ce correctif, English",
    "La version en langue anglaise de cette mise à jour, English",
    "La versión en inglés de esta revisión, English",
    "I file della versione inglese di questo aggiornamento, English",
    "A versão inglesa desta actualização de segurança, English",
    "De Engelse versie van deze hotfix, English",
    "Den engelska versionen av den här snabbkorrigeringen, English",
    "Den engelske version af dette hotfix, English",
    "Den engelske versjonen av denne hurtigreparasjonen, English",
    "Angielska wersja tej poprawki, English",
    "Wersja tej poprawki. Pliki tej aktualizacji w języku angielskim mają, English",
    "Anglická verze této opravy hotfix, English",
    "Английская версия данного исправления, English",
    "Немецкая версия этого обновления, German",
    "Версия этого исправления на английском языке, English",
    "Англійська версія цього виправлення, English",
    "Η αγγλική έκδοση αυτής της επείγουσας επιδιόρθωσης, English",
    "Bu düzeltmenin İngilizce sürümü, English",
    "この更新プログラムの日本語版のファイル属性, Japanese",
    "この修正プログラムの英語版には, English",
    "この修正プログラムの英語版および日本語版, English and Japanese",
    "이 핫픽스의 영어 버전에는, English",
    "此更新的英文版, English",
    "此修补程序的英语版具有, English",
  })
  void aSentenceOfAnotherLanguageNamesItInEnglish(String text, String words) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(understood(text)).containsExactly(words);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "Die klingonische Version dieses Updates, klingonische",
    "La version klingonne de ce correctif, klingonne",
    "La versión en klingon de esta revisión, klingon",
    "Клингонская версия данного исправления, Клингонская",
    "この修正プログラムのクリンゴン語版には, クリンゴン語",
    "이 핫픽스의 클링온어 버전에는, 클링온어",
    "此更新的克林贡语版, 克林贡语",
    "Die englische (Atlantis) Version dieses Updates, englische (Atlantis)",
    "The Klingon version of SQL Server 2000 has the file attributes, Klingon",
  })
  void wordsThatAreNotUnderstoodAreReturnedAsPrinted(String text, String words) {
    assertThat(StatedLanguage.in(List.of(text)))
        .singleElement()
        .isEqualTo(new StatedLanguage(words, false, !text.contains("SQL"), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die aktuelle Version dieses Updates",
        "The Enterprise edition of this update",
        "The second release of this update",
        "Die deutsche Version dieses Artikels",
        "Die neueste Version dieser Seite",
        "Die 32-Bit Version dieses Updates",
        "Die Windows Version dieses Updates",
        "La dernière version de ce correctif",
        "La version actuelle de ce correctif",
        "La version anglaise de cet article",
        "La versión más reciente de esta revisión",
        "Последняя версия данного обновления",
        "Английская версия этой статьи",
        "Сведения о том, что новая версия этого файла",
        "この更新プログラムの最新版",
        "此更新的最新版本",
        "Bu düzeltmenin son sürümü",
        "",
      })
  void versionsOfOtherKindsAndOfTextsAreNoLanguages(String text) {
    assertThat(StatedLanguage.in(List.of(text))).isEmpty();
  }

  @Test
  void theLineOnWhichALanguageIsNamedIsTold() {
    List<StatedLanguage> stated =
        StatedLanguage.in(
            List.of(
                "# File information",
                "",
                "The Klingon",
                "version of",
                "this hotfix.",
                "",
                "Die englische Version",
                "dieses Hotfixes"));

    assertThat(stated)
        .containsExactly(
            new StatedLanguage("Klingon", false, true, 2),
            new StatedLanguage("English", true, true, 6));
  }

  @Test
  void aHugeTextIsReadInOneGo() {
    String hostile = "la version de ce die version dieses the the version of this ".repeat(200_000);

    assertThat(StatedLanguage.in(List.of(hostile))).isEmpty();
    assertThat(StatedLanguage.in(Collections.nCopies(200_000, ""))).isEmpty();
    assertThat(understood("the ".repeat(1_000_000) + "English version of this fix"))
        .containsExactly("English");
  }
}
