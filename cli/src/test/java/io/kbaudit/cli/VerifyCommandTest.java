package io.kbaudit.cli;

import static io.kbaudit.cli.PackageDefects.damaged;
import static io.kbaudit.cli.PackageDefects.nondescript;
import static io.kbaudit.cli.PackageDefects.packageOf;
import static io.kbaudit.cli.PackageDefects.randomNames;
import static io.kbaudit.cli.PackageDefects.replaced;
import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whole audits through the command line, of folders as they are met. */
class VerifyCommandTest {
  private static final String OAB_NS = "Exchange2007OABResourceManagerNS.msi";
  private static final String OAB_WS = "Exchange2007OABResourceManagerWS.msi";

  @TempDir Path folder;
  @TempDir Path beside;

  private Run verify(Object... options) {
    Object[] args = new Object[options.length + 4];
    args[0] = "verify";
    System.arraycopy(options, 0, args, 1, options.length);
    args[options.length + 1] = "--report";
    args[options.length + 2] = "json";
    args[options.length + 3] = folder;
    return kbaudit(args);
  }

  private void writeRollup(Defect... defects) throws IOException {
    RollupFolder.kb2492954().with(defects).writeTo(folder);
  }

  @Test
  void passesTheWholePackage() throws Exception {
    writeRollup();

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.json().getString("verdict")).isEqualTo("COMPLIANT");
    assertThat(run.json().getJSONObject("summary").toMap())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "expected",
                22,
                "passed",
                22,
                "failed",
                0,
                "undecided",
                0,
                "unlisted",
                0,
                "unreadRows",
                0,
                "foldersNotListed",
                0));
    assertThat(run.findings()).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void failsOnlyTheMissingFile() throws Exception {
    writeRollup(Defect.missing("DNSProvider.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly("Dnsprovider.msi PRESENCE MISSING");
  }

  /** A sector that is free is no damage; no file of the listed size has one more. */
  @Test
  void failsTheSizeOfAFileOneSectorLonger() throws Exception {
    writeRollup(Defect.longerByASector("DNSProvider.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly("Dnsprovider.msi SIZE LARGER");
  }

  @Test
  void failsTheSizeOfAFileOneByteLongerAndSaysWhatFollows() throws Exception {
    writeRollup(Defect.longerByAByte("DNSProvider.msi"));

    Run run = verify();

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings())
        .containsExactly("Dnsprovider.msi SIZE LARGER", "Dnsprovider.msi FORMAT TRAILING_BYTES");
  }

  @Test
  void failsOnlyTheDateOfAFileOneHourOff() throws Exception {
    writeRollup(Defect.shifted("DNSProvider.msi", Duration.ofHours(1)));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly("Dnsprovider.msi DATE WHOLE_ZONE_OFFSET");
    assertThat(run.remarks()).isEmpty();
  }

  @Test
  void findsARenamedFileUnderItsNewName() throws Exception {
    writeRollup(Defect.renamed("DNSProvider.msi", "provider-old.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly("Dnsprovider.msi NAME RENAMED");
    assertThat(run.unlisted()).isEmpty();
  }

  @Test
  void notesAnExtraFileAndFailsItOnlyWhenAsked() throws Exception {
    writeRollup(Defect.extra("readme.txt"));

    Run noted = verify("--location", "package");
    Run forbidden = verify("--location", "package", "--unlisted", "fail");
    Run ignored = verify("--location", "package", "--unlisted", "ignore");

    assertThat(noted.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(noted.unlisted()).containsExactly("readme.txt");
    assertThat(forbidden.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(forbidden.findings()).isEmpty();
    assertThat(forbidden.unlisted()).containsExactly("readme.txt");
    assertThat(ignored.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(ignored.unlisted()).isEmpty();
  }

  @Test
  void passesAFileSpeltInAnotherCase() throws Exception {
    writeRollup(Defect.otherCase("DNSProvider.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.findings()).isEmpty();
    assertThat(run.unlisted()).isEmpty();
  }

  @Test
  void cannotTellOfAnUnreadableFile() throws Exception {
    writeRollup(Defect.unreadable("DNSProvider.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.findings()).containsExactly("Dnsprovider.msi PRESENCE UNREADABLE");
  }

  @Test
  void failsTheNamesOfTwoSwappedFilesWithOneCutName() throws Exception {
    writeRollup(Defect.swapped(OAB_NS, OAB_WS));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).containsExactly(OAB_NS + " NAME SWAPPED", OAB_WS + " NAME SWAPPED");
  }

  @Test
  void passesASecondWithinTheListedMinute() throws Exception {
    writeRollup(Defect.atSecond("DNSClient.msi", 37));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.findings()).isEmpty();
  }

  @Test
  void namesTheZoneWhenTheWholeFolderIsShiftedAlike() throws Exception {
    writeRollup(Defect.everythingShifted(Duration.ofHours(-8)));

    Run shifted = verify("--location", "package");
    Run corrected = verify("--location", "package", "--source-zone=-08:00");

    assertThat(shifted.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(shifted.findings()).hasSize(22).allMatch(f -> f.endsWith("DATE WHOLE_ZONE_OFFSET"));
    assertThat(shifted.remarks()).containsExactly("WHOLE_ZONE_OFFSET");
    assertThat(shifted.out()).contains("the source zone -08:00");
    assertThat(corrected.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(corrected.remarks()).isEmpty();
  }

  @Test
  void usesTheSpellingThatAgreesAndNamesTheOther() throws Exception {
    writeRollup(Defect.secondSpelling("DNSClient.msi", "dnsclient.MSI"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.findings()).isEmpty();
    assertThat(run.remarks()).containsExactly("OTHER_SPELLING");
    assertThat(run.out()).contains("dnsclient.MSI");
  }

  @Test
  void acceptsALaterDateWhereLaterWillDoAndRemarksIt() throws Exception {
    writeRollup(Defect.shifted("DNSClient.msi", Duration.ofDays(30)));

    Run share = verify("--location", "msi-share");
    Run exact = verify("--location", "msi-share", "--accept", "exact");

    assertThat(share.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(share.out()).contains("\"remark\": \"LATER\"");
    assertThat(exact.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(exact.findings()).containsExactly("Dnsclient.msi DATE LATER");
  }

  @Test
  void findsFilesBelowOnlyWhenRecursive() throws Exception {
    RollupFolder.kb2492954().writeTo(Files.createDirectory(folder.resolve("deeper")));

    Run flat = verify("--location", "package");
    Run recursive = verify("--location", "package", "--recursive");

    assertThat(flat.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(flat.findings()).hasSize(22).allMatch(f -> f.endsWith("PRESENCE MISSING"));
    assertThat(recursive.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void identifiesFilesOfThePackageCacheByTheirContent() throws Exception {
    writeRollup(randomNames());

    Run run = verify("--location", "installed");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.json().getJSONObject("summary").getInt("passed")).isEqualTo(17);
  }

  @Test
  void failsAnEmptyFileHoweverLate() throws Exception {
    writeRollup(Defect.missing("DNSClient.msi"));
    Files.createFile(folder.resolve("DNSClient.msi"));

    Run run = verify("--accept", "or-later");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings())
        .containsExactly("Dnsclient.msi SIZE SMALLER", "Dnsclient.msi FORMAT NOT_A_PACKAGE");
  }

  @Test
  void namesAFolderThatStandsInAFilesPlace() throws Exception {
    writeRollup(Defect.missing("DNSClient.msi"));
    Files.createDirectory(folder.resolve("DNSClient.msi"));

    Run run = verify();

    assertThat(run.findings()).containsExactly("Dnsclient.msi PRESENCE MISSING");
    assertThat(run.out()).contains("a folder of this name; no file of this name");
  }

  @Test
  void tellsFilesOfEqualSizeAndDateApartByWhatTheySayThatTheyAre() throws Exception {
    writeRollup(
        Defect.renamed("Exchange2007ResourceManagerWS.msi", "foo.msi"),
        Defect.renamed("ManagedSharePoint2007WS.msi", "bar.msi"));

    Run run = verify();

    assertThat(run.findings())
        .containsExactly(
            "Exchange2007ResourceManagerWS.msi NAME RENAMED",
            "Managedsharepoint2007ws.msi NAME RENAMED");
    assertThat(run.out())
        .contains("its size and date, under the name 'foo.msi'\"")
        .contains("its size and date, under the name 'bar.msi'\"")
        .doesNotContain("which is not known");
  }

  @Test
  void doesNotClaimToKnowWhichOfTwoLikeFilesWasRenamed() throws Exception {
    writeRollup(
        nondescript("Exchange2007ResourceManagerWS.msi"),
        nondescript("ManagedSharePoint2007WS.msi"),
        Defect.renamed("Exchange2007ResourceManagerWS.msi", "foo.msi"),
        Defect.renamed("ManagedSharePoint2007WS.msi", "bar.msi"));

    Run run = verify();

    assertThat(run.findings())
        .containsExactly(
            "Exchange2007ResourceManagerWS.msi NAME RENAMED",
            "Managedsharepoint2007ws.msi NAME RENAMED");
    assertThat(run.out())
        .contains("under the name 'bar.msi', or just as well 'foo.msi': which is not known");
  }

  @Test
  void cannotTellAnExchangeOfPackagesThatSayNothingWhichIsSaid() throws Exception {
    writeRollup(
        nondescript("Exchange2007ResourceManagerWS.msi"),
        nondescript("ManagedSharePoint2007WS.msi"),
        Defect.swapped("Exchange2007ResourceManagerWS.msi", "ManagedSharePoint2007WS.msi"));

    Run run = verify();

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.remarks()).containsExactly("METADATA_ONLY");
    assertThat(run.out()).contains("(rows 8 and 17) are listed").contains("be swapped unseen.");
  }

  @Test
  void tellsATornCopyFromAnotherBuild() throws Exception {
    writeRollup(Defect.truncated("DNSClient.msi"), replaced("DNSProvider.msi", p -> p, 359_424));

    Run run = verify("--accept", "exact");

    assertThat(run.findings())
        .containsExactly(
            "Dnsclient.msi SIZE SMALLER",
            "Dnsclient.msi FORMAT TRUNCATED",
            "Dnsprovider.msi SIZE SMALLER");
  }

  @Test
  void recognisesARenamedPackageOfAnotherSizeAndDateByItsName() throws Exception {
    writeRollup(
        Defect.replaced(
            "DNSClient.msi", packageOf("DNSClient.msi").modifiedAt("2012-05-01T08:00:00Z")),
        Defect.renamed("DNSClient.msi", "dns-new.msi"));

    Run run = verify("--accept", "or-later");

    assertThat(run.findings()).containsExactly("Dnsclient.msi NAME RENAMED");
    assertThat(run.out()).contains("its package, by its own name, under the name 'dns-new.msi'");
  }

  @Test
  void readsNoPackageWhereOnlyMetadataIsAsked() throws Exception {
    writeRollup(damaged("DNSClient.msi", MsiDamage.TEXT_FILE));

    Run metadata = verify("--accept", "exact", "--only", "PRESENCE,NAME,SIZE,DATE");
    Run all = verify("--accept", "exact");

    assertThat(metadata.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(all.findings()).containsExactly("Dnsclient.msi FORMAT NOT_A_PACKAGE");
  }

  @Test
  void advisesTheRightZoneWhereAWrongOneWasNamed() throws Exception {
    writeRollup(Defect.everythingShifted(Duration.ofHours(1)));

    Run wrong = verify("--location", "package", "--source-zone=-01:00");
    Run right = verify("--location", "package", "--source-zone=+01:00");

    assertThat(wrong.out())
        .contains("read as local times of -01:00, are 2 h later")
        .contains("audit with the source zone +01:00.");
    assertThat(right.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void advisesAgainstAZoneThatIsNotNeeded() throws Exception {
    writeRollup();

    Run run = verify("--location", "package", "--source-zone=-01:00");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("Without the source zone they may agree.");
  }

  @Test
  void matchesACutNameOnlyWithAFileOfTheOthersKind() throws Exception {
    Path article =
        ListingArticle.write(
            beside,
            ListingArticle.HEADINGS,
            "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 |\n"
                + "| Unifiedmessaging2007provide | 10-Mar-2011 | 10:03 | 407,040 |");
    writeRollup(
        Defect.renamed("UnifiedMessaging2007Provider.msi", "UnifiedMessaging2007Provide.txt"));

    Run run = verify("--article", article, "--unlisted", "ignore");

    assertThat(run.findings()).containsExactly("Unifiedmessaging2007provide NAME RENAMED");
  }

  @Test
  void saysWhichCheckTheArticlePrintsNothingFor() throws Exception {
    Path article =
        ListingArticle.write(
            beside, ListingArticle.HEADINGS, "| DNSClient.msi | 10-Mar-2011 | 10:04 | |");
    writeRollup();

    Run run = verify("--article", article);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.remarks()).containsExactly("NOT_CHECKED");
    assertThat(run.out()).contains("SIZE was not checked for any file");
  }

  @TestFactory
  List<DynamicTest> holdsEachLocationToItsRows() throws Exception {
    writeRollup();
    Map<String, Integer> rows = new TreeMap<>();
    rows.put("package", 22);
    rows.put("msi-share", 21);
    rows.put("dns", 1);
    rows.put("sharepoint", 1);
    rows.put("resource-manager", 1);
    rows.put("oab-utility", 1);
    rows.put("installed", 17);

    return rows.entrySet().stream()
        .map(
            location ->
                DynamicTest.dynamicTest(
                    location.getKey(),
                    () -> {
                      Run run = verify("--location", location.getKey());

                      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
                      assertThat(run.json().getJSONObject("summary").getInt("expected"))
                          .isEqualTo(location.getValue());
                      assertThat(run.json().getJSONObject("target").getString("location"))
                          .isEqualTo(location.getKey());
                    }))
        .toList();
  }
}
