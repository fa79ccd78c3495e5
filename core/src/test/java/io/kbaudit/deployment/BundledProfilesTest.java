package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledProfilesTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theRollupLivesInSevenPlaces() {
    assertThat(PROFILE.locations())
        .extracting(Location::name)
        .containsExactly(
            "package",
            "msi-share",
            "dns",
            "sharepoint",
            "resource-manager",
            "oab-utility",
            "installed");
    assertThat(PROFILE.article()).contains(BundledArticles.KB2492954);
    assertThat(PROFILE.source()).isEqualTo("bundled");
    assertThat(PROFILE.names()).isEmpty();
  }

  @Test
  void whatIsNotBundledHasNoDigest() {
    ArticleId other = new ArticleId("KB976398");

    assertThat(BundledProfiles.sha256(BundledArticles.KB2492954)).isPresent();
    assertThat(BundledArticles.sha256(BundledArticles.KB2492954)).isPresent();
    assertThat(BundledProfiles.sha256(other)).isEmpty();
    assertThat(BundledArticles.sha256(other)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} rows")
  @CsvSource({
    "package,          22, PRE_INSTALL,  EXACT,    AS_LISTED, false, false",
    "msi-share,        21, POST_INSTALL, OR_LATER, AS_LISTED, false, false",
    "dns,               1, POST_INSTALL, OR_LATER, AS_LISTED, false, false",
    "sharepoint,        1, POST_INSTALL, OR_LATER, AS_LISTED, false, true",
    "resource-manager,  1, POST_INSTALL, OR_LATER, AS_LISTED, false, false",
    "oab-utility,       1, POST_INSTALL, OR_LATER, AS_LISTED, true,  false",
    "installed,        17, POST_INSTALL, OR_LATER, RANDOM,    false, true",
  })
  void eachPlaceHoldsItsRows(
      String name,
      int rows,
      Phase phase,
      Acceptance acceptance,
      FileNaming naming,
      boolean optional,
      boolean several)
      throws ProfileException {
    Location location = PROFILE.location(name).orElseThrow();

    List<ExpectedFile> there = location.rowsOf(ARTICLE);

    assertThat(there).hasSize(rows).isSubsetOf(ARTICLE.rows());
    assertThat(there).extracting(ExpectedFile::row).isSorted();
    assertThat(location.phase()).isEqualTo(phase);
    assertThat(location.acceptance()).isEqualTo(acceptance);
    assertThat(location.naming()).isEqualTo(naming);
    assertThat(location.optional()).isEqualTo(optional);
    assertThat(location.several()).isEqualTo(several);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " | ",
      value = {
        "package | the extracted rollup, C:\\temp\\QFERollupPackage",
        "msi-share | the first MPS server, MPS01, C:\\MSIShare",
        "dns | DNS01",
        "sharepoint | each SharePoint front end, COLLAB0n",
        "resource-manager | MPSSQL, the resource manager database server",
        "oab-utility | MPS01",
        "installed | the package cache of the MPS Engine server, C:\\Windows\\Installer",
      })
  void eachPlaceSaysWhereItIs(String name, String description) {
    assertThat(PROFILE.location(name).orElseThrow().description()).isEqualTo(description);
  }

  @Test
  void theTextIsWhatTheProfileIsReadFrom() throws Exception {
    String text = BundledProfiles.text(BundledArticles.KB2492954).orElseThrow();

    Profile read =
        ProfileReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "bundled", ARTICLE);

    assertThat(read).isEqualTo(PROFILE);
  }

  @ParameterizedTest(name = "{0} holds {1}")
  @CsvSource({
    "dns, DNSClient.msi",
    "sharepoint, WindowsSharePointServicesWebService.msi",
    "resource-manager, ResourceManageDatabase.msi",
    "oab-utility, SharedOABUtility.msi",
  })
  void thePlacesOfOneFileHoldTheRightOne(String location, String file) {
    assertThat(PROFILE.location(location).orElseThrow().files()).containsExactly(FileName.of(file));
  }

  @Test
  void servicebaseIsNeverCopied() {
    FileName servicebase = FileName.of("Servicebase.msi");

    assertThat(PROFILE.locations())
        .filteredOn(location -> location.files().contains(servicebase))
        .extracting(Location::name)
        .containsExactly("package");
  }

  @Test
  void everyFileButServicebaseHasItsComponent() {
    List<FileName> withComponent =
        ARTICLE.rows().stream()
            .map(row -> row.name().best())
            .filter(name -> !name.equals(FileName.of("Servicebase.msi")))
            .toList();

    assertThat(PROFILE.components()).containsOnlyKeys(withComponent);
    assertThat(PROFILE.components())
        .containsEntry(FileName.of("HostedEmail2007NS.msi"), "Hosted Email 2007 Namespace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package",
        "msi-share",
        "dns",
        "sharepoint",
        "resource-manager",
        "oab-utility",
        "installed"
      })
  void anArticleThatLacksAFileOfThePlaceDoesNotFit(String name) {
    Location location = PROFILE.location(name).orElseThrow();
    FileName first = location.files().stream().sorted().findFirst().orElseThrow();
    List<ExpectedFile> others =
        ARTICLE.rows().stream().filter(row -> !row.name().best().equals(first)).toList();
    Article article =
        new Article(
            Optional.of(new ArticleId("KB1234567")),
            Optional.empty(),
            "other.txt",
            ARTICLE.statements(),
            others,
            List.of());

    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> location.rowsOf(article))
        .withMessage(
            "location '"
                + name
                + "' holds '"
                + first
                + "', which the article KB1234567 (from other.txt) does not list");
  }

  @Test
  void anArticleWithoutAProfileHasNone() {
    assertThat(BundledProfiles.find(new ArticleId("KB976398"))).isEmpty();
    assertThat(BundledProfiles.text(new ArticleId("KB976398"))).isEmpty();
  }

  @Test
  void aPlaceThatTheProfileDoesNotNameIsAbsent() {
    assertThat(PROFILE.location("Package")).isEmpty();
  }

  @Test
  void whatTheBuildCompiledIsWhatTheTextSays() throws Exception {
    InputStream text =
        new ByteArrayInputStream(
            BundledProfiles.text(BundledArticles.KB2492954)
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8));

    assertThat(PROFILE).isEqualTo(ProfileReader.read(text, "bundled", ARTICLE));
  }
}
