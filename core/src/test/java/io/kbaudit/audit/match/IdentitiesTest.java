package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row a file says that it is of. */
class IdentitiesTest {
  private static final String TIME = "2011-03-10T10:04:30Z";

  @Test
  void ofRowsThatFitTheOneIsNamedThatFitsBest() {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 100, ""),
            Given.row("AlphaAgent.msi", 200, ""),
            Given.row("Agent.msi", 300, ""));

    assertThat(rowNamedBy(article, named("Alpha Agent"))).contains(2);
    assertThat(rowNamedBy(article, named("Alpha"))).contains(1);
  }

  @Test
  void ofRowsThatFitAlikeNoneIsNamed() {
    Article article =
        Given.article(Given.row("Alpha.msi", 100, ""), Given.row("Alpha.msi", 200, ""));

    assertThat(rowNamedBy(article, named("Alpha"))).isEmpty();
  }

  @Test
  void aNameThatFitsNoRowNamesNone() {
    Article article =
        Given.article(Given.row("Alpha.msi", 100, ""), Given.row("Beta.msi", 200, ""));

    assertThat(rowNamedBy(article, named("Gamma"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // It is all of the row's name, and more than the other's.
    "Microsoft DNS Client, DNSClient.msi, Client.msi, true",
    // The other's name fits better, though the row's fits.
    "Managed Data Web Services, ManagedDataWS.msi, ManagedDataWebServices.msi, false",
    // Both names are among other words.
    "Contoso AlphaAgent Beta, AlphaAgent.msi, Beta.msi, false",
  })
  void aPackageIsTheRowsWhoseNameFitsWhollyAndBest(
      String stated, String row, String other, boolean own) {
    Article article = Given.article(Given.row(row, 100, ""), Given.row(other, 200, ""));
    ObservedFile file = named(stated);
    Identity identity =
        identities(article, Given.folder(file)).of(article.rows().get(0), readable(file));

    assertThat(identity instanceof Identity.Own).isEqualTo(own);
  }

  @Test
  void onlyAnInstallationPackageIsOfNoProduct() {
    ObservedFile text = Given.unreadFile("a.txt", 100, TIME);
    ObservedFile program =
        ((ObservedFile.Readable) Given.unreadFile("a.dll", 100, TIME))
            .withExecutable(Executables.silent(PeKind.LIBRARY));

    assertThat(Identities.isOfNoProduct(readable(named("")))).isTrue();
    assertThat(Identities.isOfNoProduct(readable(named("Alpha")))).isFalse();
    assertThat(Identities.isOfNoProduct(readable(text))).isFalse();
    assertThat(Identities.isOfNoProduct(readable(program))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.dll, a.dll, true",
    "a.dll, A, true",
    "a.dll, evil.dll, false",
    "a.dll, a.dll.bak, false",
    "a.dll, a.exe, false"
  })
  void aProgramIsTheRowsByItsNameOrByThatWithoutItsExtension(
      String listed, String original, boolean own) {
    assertThat(isOwn(Given.row(listed, 100, ""), original)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({"alphaws.dll, true", "alpha, true", "alp, false", "beta.dll, false"})
  void aProgramIsTheRowsWhoseCutNameItsOwnBeginsWith(String original, boolean own) {
    assertThat(isOwn(Given.cutRow("alpha", 100, ""), original)).isEqualTo(own);
  }

  @Test
  void aProgramThatNamesNoRowSaysWhatItStates() {
    ExpectedFile row = Given.row("a.dll", 100, "");

    assertThat(identity(row, "evil.dll"))
        .isEqualTo(
            new Identity.Silent("the file states OriginalFilename 'evil.dll', which names no row"));
  }

  private static boolean isOwn(ExpectedFile row, String original) {
    return identity(row, original) instanceof Identity.Own;
  }

  private static Identity identity(ExpectedFile row, String original) {
    ObservedFile.Readable file =
        ((ObservedFile.Readable) Given.unreadFile("x.dll", 100, TIME))
            .withExecutable(
                Executables.version("1.0.0.0", "1.0.0.0", Map.of("OriginalFilename", original)));
    Article article = Given.article(row);
    return identities(article, Given.folder(file)).of(article.rows().get(0), file);
  }

  private static Optional<Integer> rowNamedBy(Article article, ObservedFile file) {
    return identities(article, Given.folder(file))
        .rowNamedBy(readable(file))
        .map(ExpectedFile::row);
  }

  private static Identities identities(Article article, Inventory folder) {
    return Identities.of(AuditRequest.of(article, AuditPolicy.asPrinted()), folder);
  }

  private static ObservedFile named(String productName) {
    return Given.file("x.msi", 100, TIME, Given.packageNamed(productName));
  }

  private static ObservedFile.Readable readable(ObservedFile file) {
    return (ObservedFile.Readable) file;
  }
}
