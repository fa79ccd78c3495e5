package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest(name = "{1} is {0}")
  @CsvSource({
    "Arabic, 1025",
    "Bulgarian, 1026",
    "Chinese, 1028",
    "Chinese, 2052",
    "Chinese, 3076",
    "Croatian, 1050",
    "Czech, 1029",
    "Danish, 1030",
    "Dutch, 1043",
    "English, 1033",
    "Estonian, 1061",
    "Finnish, 1035",
    "French, 1036",
    "German, 1031",
    "Greek, 1032",
    "Hebrew, 1037",
    "Hindi, 1081",
    "Hungarian, 1038",
    "Indonesian, 1057",
    "Italian, 1040",
    "Japanese, 1041",
    "Korean, 1042",
    "Latvian, 1062",
    "Lithuanian, 1063",
    "Norwegian, 1044",
    "Norwegian, 2068",
    "Polish, 1045",
    "Portuguese, 1046",
    "Portuguese, 2070",
    "Romanian, 1048",
    "Russian, 1049",
    "Serbian, 2074",
    "Serbian, 3098",
    "Slovak, 1051",
    "Slovenian, 1060",
    "Spanish, 1034",
    "Spanish, 3082",
    "Swedish, 1053",
    "Thai, 1054",
    "Turkish, 1055",
    "Ukrainian, 1058",
    "Vietnamese, 1066",
  })
  void aLanguageThatWindowsWasLocalizedInIsKnownByItsNumber(String name, int identifier) {
    assertThat(Language.namedBy(name)).singleElement().matches(one -> one.covers(identifier));
    assertThat(Language.namesIn(name + " edition")).containsExactly(name);
  }

  @ParameterizedTest(name = "{0}: {1}, not {2}")
  @CsvSource({
    "English, 2057, 1031",
    "English (United States), 1033, 2057",
    "U.S. English, 1033, 2057",
    "Brazilian Portuguese, 1046, 2070",
    "Portuguese (Portugal), 2070, 1046",
    "Traditional Chinese, 1028, 2052",
    "Chinese (Traditional), 3076, 2052",
    "Simplified Chinese, 2052, 1028",
    "Chinese - Hong Kong SAR, 3076, 1028",
    "French Canadian, 3084, 1036",
    "German, 3079, 1033",
    "german-language, 1031, 1030",
    "Croatian, 1050, 2074",
    "Serbian (Cyrillic), 3098, 2074",
    "Norwegian (Bokmål), 1044, 2068",
    "Norwegian Nynorsk, 2068, 1044",
    "English, 9, 7",
    "English (Jamaica), 8201, 1033",
    "ENGLISH (UK), 2057, 1033",
    "Chinese (Hong Kong SAR), 3076, 2052",
    "'Chinese (Traditional, Taiwan)', 1028, 3076",
    "Spanish - Modern Sort, 3082, 1034",
    "Spanish (Traditional Sort), 1034, 3082",
    "Spanish, 2058, 1046",
    "Latin American Spanish, 11274, 3082",
    "Farsi, 1065, 1025",
    "Persian (Iran), 1065, 1025",
    "Bengali, 1093, 1081",
    "Bangla (Bangladesh), 2117, 1093",
    "'Serbian (Latin, Serbia)', 9242, 10266",
    "Serbian, 10266, 1050",
    "Bosnian (Cyrillic), 8218, 5146",
    "Upper Sorbian, 1070, 2094",
    "Inari Sami, 9275, 1083",
    "Northern Sami (Norway), 1083, 2107",
    "Central Kurdish, 1170, 1025",
    "Scottish Gaelic, 1169, 2108",
    "Welsh (United Kingdom), 1106, 1033",
    "K'iche', 1158, 1131",
    "Māori, 1153, 1086",
  })
  void aLanguageIsThatOfEveryRegionUnlessOneIsNamed(String words, int covered, int other) {
    assertThat(Language.namedBy(words))
        .singleElement()
        .matches(language -> language.covers(covered))
        .matches(language -> !language.covers(other));
  }

  @Test
  void severalLanguagesAreUnderstoodWhereEachIs() {
    List<Language> languages = Language.namedBy("English, French and Swiss German");

    assertThat(languages)
        .extracting(language -> language.identifiers().get(0))
        .containsExactly(1033, 1036, 2055);
    assertThat(Language.namedBy("English and the German")).hasSize(2);
    assertThat(Language.namedBy("Chinese (Traditional, Taiwan), Thai")).hasSize(2);
    assertThat(Language.namedBy("English, Klingon")).isEmpty();
    assertThat(Language.namedBy("English, ".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Klingon", "English (Atlantis)", "ICP1", "German Windows", "Neutral"})
  void whatIsNoLanguageIsNotUnderstood(String words) {
    assertThat(Language.namedBy(words)).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "The Thai version of this hotfix has the file attributes, Thai",
    "The English-language version of this fix should have, English",
    "the updated English versions of this package, English",
    "The English (United States) version or the global version of this hotfix, English (United States)",
    "The Brazilian Portuguese version of this hotfix, Brazilian Portuguese",
    "The German post-SMS 2.0 Service Pack 3 version of this fix should, German",
    "The ICP1 post-SMS 2.0 Service Pack 3 version of this fix should, ICP1",
    "Look it up. The Windows 2000 update replaces the French version of this file., French",
    "It replaces U.S. English. The U.S. English version of this fix, U.S. English",
    "The Klingon version of this hotfix, Klingon",
    "The Klingon language version of this hotfix, Klingon",
    "The English (Atlantis) version of this hotfix, English (Atlantis)",
    "'The English, French and German versions of this fix', 'English, French and German'",
    "The English and the German versions of this hotfix, English and German",
    "The English version and the German version of this hotfix, English and German",
    "The English version of this hotfix, English",
    "THE ENGLISH VERSION OF THIS HOTFIX HAS, ENGLISH",
    "the english version of this hotfix, english",
    "An English version of this hotfix, English",
    "**The English version** of this hotfix, English",
    "The English version of the hotfix has, English",
    "The English version of the SQL Server 2000 hotfix has, English",
    "The English version for this hotfix has, English",
    "The English version of hotfix 841874 has, English",
    "English versions of this software update have, English",
    "The English version of these updates, English",
    "The Simplified Chinese version of this hotfix, Simplified Chinese",
    "The Chinese (Hong Kong SAR) version of this update, Chinese (Hong Kong SAR)",
    "The Norwegian Bokmål version of this update, Norwegian Bokmål",
    "The Windows 2000 German version of this hotfix, German",
    "The German Windows XP Service Pack 2 version of this hotfix, German",
    "The German (x86) version of this hotfix, German",
    "The German version of SQL Server 2000 has the file attributes, German",
    "The German version of SQL Server 2000 Service Pack 3 should have the following files, German",
    "The German version of Windows XP has the following files. The French version of this hotfix, French",
    "See also the German version of this article. The English version of this hotfix, English",
    "See the German version of this Microsoft Knowledge Base article. An English version of this fix, English",
    "The German version of this page. The Klingon version of this fix, Klingon",
    "The Elvish (Quenya) version of this hotfix, Elvish (Quenya)",
    "The Klingon and English versions of this hotfix, Klingon and English",
  })
  void theSentenceOfAnArticleNamesItsLanguage(String text, String words) {
    assertThat(StatedLanguage.firstIn(text)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The global version of this hotfix",
        "The Windows Server 2003 version of this hotfix",
        "The Itanium version of this hotfix",
        "The English text. A version of this hotfix",
        "The English edition, and no version of that",
        "The German version of this article",
        "See the French version of this security bulletin for more",
        "The Japanese version of this Web site",
        "The Latest Version of this hotfix",
        "THE LATEST VERSION OF THIS HOTFIX",
        "The Internet Explorer version of this fix",
        "The Language-neutral version of this hotfix",
        "The German version of Windows XP stops responding",
        "This occurs in the German version of Windows XP. The following files are listed",
        "A German subversion of this hotfix",
        "Previous versions of this hotfix",
      })
  void aSentenceAboutSomethingElseNamesNone(String text) {
    assertThat(StatedLanguage.firstIn(text)).isEmpty();
  }

  @Test
  void headingsNameLanguagesInTheirOrderAndByWholeWords() {
    assertThat(Language.namesIn("x86, GERMAN and ChineseSimplified; German"))
        .containsExactly("German", "Chinese");
    assertThat(Language.namesIn("Germany, Finnishing, Malayala")).isEmpty();
    assertThat(Language.namesIn("Malayalam")).containsExactly("Malayalam");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Latin", "Lao", "Yi", "Edo", "Tamil", "Zulu", "Mohawk", "Dari", "Brazilian"})
  void aShortNameInAHeadingIsNoLanguage(String name) {
    assertThat(Language.namesIn(name + " edition")).isEmpty();
    assertThat(Language.namedBy(name)).hasSize(1);
  }

  @Test
  void theNamesOfLanguagesAndRegionsAreKeptAsTheyAreLookedUp() {
    assertThat(WindowsLanguages.all().names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(WindowsLanguages.words(name)).isEqualTo(name));
  }
}
