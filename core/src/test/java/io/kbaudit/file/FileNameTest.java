package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

  @Test
  void namesThatDifferInCaseAloneAreEqual() {
    FileName listed = FileName.of("Dnsclient.msi");

    FileName found = FileName.of("DNSClient.MSI");

    assertThat(found).isEqualTo(listed).hasSameHashCodeAs(listed).isEqualByComparingTo(listed);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"ärzte.msi, ÄRZTE.MSI", "ωmega.msi, Ωmega.msi", "дns.msi, Дns.msi"})
  void caseDoesNotMatterBeyondAscii(String lower, String upper) {
    assertThat(FileName.of(lower)).isEqualTo(FileName.of(upper));
  }

  @Test
  void aTurkishDefaultLocaleChangesNoName() {
    Locale before = Locale.getDefault();
    Locale.setDefault(TURKISH);
    try {
      FileName upper = FileName.of("ADMIN.MSI");

      FileName lower = FileName.of("admin.msi");

      assertThat(lower).isEqualTo(upper);
      assertThat(lower.canonical()).isEqualTo("ADMIN.MSI");
      assertThat(upper.extension()).isEqualTo("msi");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theDotlessIAndTheLongSStayApartFromIAndS() {
    assertThat(FileName.of("adm\u0131n.msi")).isNotEqualTo(FileName.of("admin.msi"));
    assertThat(FileName.of("dn\u017F.msi")).isNotEqualTo(FileName.of("dns.msi"));
  }

  @Test
  void composedAndDecomposedSpellingsAreEqual() {
    FileName composed = FileName.of("caf\u00E9.msi");

    FileName decomposed = FileName.of("cafe\u0301.msi");

    assertThat(decomposed).isEqualTo(composed).hasSameHashCodeAs(composed);
  }

  @ParameterizedTest(name = "{0} in either case")
  @ValueSource(strings = {"i\u0307.msi", "h\u0331.msi", "w\u030A.msi"})
  void caseDoesNotMatterUnderACombiningMark(String lower) {
    FileName upper = FileName.of(lower.toUpperCase(Locale.ROOT));

    assertThat(FileName.of(lower)).isEqualTo(upper);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"a.msi.", "a.msi ", "a.msi. . ..", "a.msi      "})
  void trailingDotsAndBlanksDoNotCount(String spelling) {
    assertThat(FileName.of(spelling)).isEqualTo(FileName.of("a.msi"));
    assertThat(FileName.of(spelling).spelling()).isEqualTo(spelling);
  }

  @Test
  void leadingDotsAndBlanksCount() {
    assertThat(FileName.of(" a.msi")).isNotEqualTo(FileName.of("a.msi"));
    assertThat(FileName.of(".a.msi")).isNotEqualTo(FileName.of("a.msi"));
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", ".", "...", " ", " . ", "\t", "\u001C.", "\u2003"})
  void textOfWhichNothingIsLeftIsNoName(String spelling) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileName.of(spelling))
        .withMessage("not a file name: '" + spelling + "'");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Windows has no file of such a name")
  void aFileOfNothingButDotsOrBlanksStandsForItself() {
    FileName dots = FileName.of(Path.of("folder", "..."));

    FileName blanks = FileName.of(Path.of("folder", "  "));

    assertThat(dots.canonical()).isEqualTo("...");
    assertThat(blanks.canonical()).isEqualTo("  ");
    assertThat(dots).isNotEqualTo(blanks);
  }

  @Test
  void aPathIsKnownByItsLastElement() {
    assertThat(FileName.of(Path.of("some", "folder", "a.msi"))).isEqualTo(FileName.of("a.msi"));
  }

  @Test
  void aRootHasNoName() {
    Path root = Path.of("").toAbsolutePath().getRoot();

    assertThatIllegalArgumentException().isThrownBy(() -> FileName.of(root));
  }

  @ParameterizedTest(name = "{0}: ''{1}''")
  @CsvSource({"a.MSI, msi", "archive.tar.GZ, gz", "Exchange2007mobilityprovide, ''", ".msi, msi"})
  void theExtensionFollowsTheLastDot(String spelling, String extension) {
    assertThat(FileName.of(spelling).extension()).isEqualTo(extension);
  }

  @Test
  void aNameBeginsWithItsCutFormInAnyCase() {
    FileName whole = FileName.of("Exchange2007OABResourceManagerNS.msi");

    assertThat(whole.startsWith(FileName.of("Exchange2007oabresourcemana"))).isTrue();
    assertThat(whole.startsWith(whole)).isTrue();
    assertThat(whole.startsWith(FileName.of("Exchange2007resourcemanager"))).isFalse();
  }

  @Property
  void equalityHashCodeAndOrderAgree(@ForAll("names") FileName one, @ForAll("names") FileName two) {
    assertThat(one.equals(two)).isEqualTo(one.compareTo(two) == 0);
    assertThat(Integer.signum(one.compareTo(two))).isEqualTo(-Integer.signum(two.compareTo(one)));
    if (one.equals(two)) {
      assertThat(one).hasSameHashCodeAs(two);
    }
  }

  @Property
  void theCanonicalFormIsANameEqualToTheSpelling(@ForAll("names") FileName name) {
    assertThat(FileName.of(name.canonical())).isEqualTo(name);
  }

  /** Few characters, so that equal names come up: cases, marks, what the ends lose. */
  @Provide
  Arbitrary<FileName> names() {
    return Arbitraries.strings()
        .withChars("aAiI\u0130\u0131sS\u017F\u00E9\u00C9eE\u0301\u0307 .")
        .ofMinLength(0)
        .ofMaxLength(4)
        .map(ending -> FileName.of("n" + ending));
  }
}
