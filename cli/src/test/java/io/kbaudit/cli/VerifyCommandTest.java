package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Cause;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.SummaryProperty;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole audits through the command line, one defect each: DESIGN's defects, and every cause. */
class VerifyCommandTest {
  private static final String OAB_NS = "Exchange2007OABResourceManagerNS.msi";
  private static final String OAB_WS = "Exchange2007OABResourceManagerWS.msi";

  private static final String EXCHANGE_WS = "Exchange2007ResourceManagerWS.msi";
  private static final String MANAGED_WS = "ManagedSharePoint2007WS.msi";

  @TempDir Path folder;
  @TempDir Path reference;

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

  @Test
  void failsTheSizeOfAFileOneSectorLongerAndSaysWhatFollows() throws Exception {
    writeRollup(Defect.longerByASector("DNSProvider.msi"));

    Run run = verify("--location", "package");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings())
        .containsExactly("Dnsprovider.msi SIZE LARGER", "Dnsprovider.msi FORMAT TRAILING_BYTES");
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
    assertThat(shifted.out()).contains("--source-zone=-08:00");
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
    writeRollup();
    giveRandomNames();

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
            "DNSClient.msi",
            Kb2492954.file("DNSClient.msi").toFixture().modifiedAt("2012-05-01T08:00:00Z")),
        Defect.renamed("DNSClient.msi", "dns-new.msi"));

    Run run = verify("--accept", "or-later");

    assertThat(run.findings()).containsExactly("Dnsclient.msi NAME RENAMED");
    assertThat(run.out()).contains("its package, by its own name, under the name 'dns-new.msi'");
  }

  @Test
  void readsNoPackageWhereOnlyMetadataIsAsked() throws Exception {
    writeRollup(Defect.damaged("DNSClient.msi", packageOf("DNSClient.msi"), MsiDamage.TEXT_FILE));

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
        .contains("audit with --source-zone=+01:00.");
    assertThat(right.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void advisesAgainstAZoneThatIsNotNeeded() throws Exception {
    writeRollup();

    Run run = verify("--location", "package", "--source-zone=-01:00");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("Without --source-zone they may agree.");
  }

  @Test
  void matchesACutNameOnlyWithAFileOfTheOthersKind() throws Exception {
    Path article =
        articleListing(
            "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 |\n"
                + "| Unifiedmessaging2007provide | 10-Mar-2011 | 10:03 | 407,040 |");
    writeRollup(
        Defect.renamed("UnifiedMessaging2007Provider.msi", "UnifiedMessaging2007Provide.txt"));

    Run run = verify("--article", article, "--unlisted", "ignore");

    assertThat(run.findings()).containsExactly("Unifiedmessaging2007provide NAME RENAMED");
  }

  @Test
  void saysWhichCheckTheArticlePrintsNothingFor() throws Exception {
    Path article = articleListing("| DNSClient.msi | 10-Mar-2011 | 10:04 | |");
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

  /** What an audit of a folder with one defect must find, and nothing else. */
  private record Expected(Run run, ExitCode exitCode, List<String> findings) {}

  /** A package that was not read is met by those who scan folders themselves, and not here. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_READ")
  void findsEachCauseAloneWithItsExitCode(Cause cause) throws Exception {
    Expected expected =
        switch (cause) {
          case MISSING -> {
            writeRollup(Defect.missing("ManagedHelpers.msi"));
            yield failing(verify(), "Managedhelpers.msi PRESENCE MISSING");
          }
          case UNREADABLE -> {
            writeRollup(Defect.unreadable("ManagedHelpers.msi"));
            yield undecided(verify(), "Managedhelpers.msi PRESENCE UNREADABLE");
          }
          case AMBIGUOUS -> {
            writeRollup();
            MsiFixture.sized(600_064)
                .modifiedAt("2010-01-01T00:00:00Z")
                .writeTo(Files.createDirectory(folder.resolve("old")).resolve("DNSClient.msi"));
            yield undecided(verify("--recursive"), "Dnsclient.msi PRESENCE AMBIGUOUS");
          }
          case UNIDENTIFIED -> {
            writeRollup(Defect.missing("DNSProvider.msi"));
            giveRandomNames();
            yield undecided(
                verify("--location", "installed"), "Dnsprovider.msi PRESENCE UNIDENTIFIED");
          }
          case RENAMED -> {
            writeRollup(Defect.renamed("ManagedHelpers.msi", "helpers.bak"));
            yield failing(verify(), "Managedhelpers.msi NAME RENAMED");
          }
          case SWAPPED -> {
            writeRollup(Defect.swapped("DNSClient.msi", "DNSProvider.msi"));
            yield failing(verify(), "Dnsclient.msi NAME SWAPPED", "Dnsprovider.msi NAME SWAPPED");
          }
          case SMALLER -> {
            writeRollup(replaced("ManagedHelpers.msi", sound -> sound, 317_440));
            yield failing(verify("--accept", "exact"), "Managedhelpers.msi SIZE SMALLER");
          }
          case LARGER -> {
            writeRollup(replaced("ManagedHelpers.msi", sound -> sound, 318_464));
            yield failing(verify("--accept", "or-later"), "Managedhelpers.msi SIZE LARGER");
          }
          case UNCORROBORATED -> {
            writeRollup(
                replaced(
                    "DNSClient.msi",
                    sound ->
                        sound
                            .modifiedAt("2012-05-01T08:00:00Z")
                            .without(SummaryProperty.LAST_SAVED),
                    700_416));
            yield undecided(verify(), "Dnsclient.msi SIZE UNCORROBORATED");
          }
          case SUPERSEDED -> {
            writeRollup(
                replaced(
                    "DNSClient.msi", sound -> sound.modifiedAt("2012-05-01T08:00:00Z"), 700_416));
            Run run = verify();
            assertThat(run.out()).contains("\"remark\": \"SUPERSEDED\"");
            yield new Expected(run, ExitCode.OK, List.of());
          }
          case SAVED_EARLIER -> {
            writeRollup(
                replaced(
                    "DNSClient.msi",
                    sound ->
                        sound
                            .modifiedAt("2012-05-01T08:00:00Z")
                            .lastSavedAt("2011-03-10T10:03:59Z"),
                    700_416));
            yield failing(verify(), "Dnsclient.msi SIZE SAVED_EARLIER");
          }
          case OLDER_VERSION -> {
            writeRollup();
            yield failing(
                verify("--article", articleOfVersion("99.0")),
                "DNSClient.msi VERSION OLDER_VERSION");
          }
          case NEWER_VERSION -> {
            writeRollup();
            yield failing(
                verify("--accept", "exact", "--article", articleOfVersion("0.0.1")),
                "DNSClient.msi VERSION NEWER_VERSION");
          }
          case NOT_A_PACKAGE -> {
            writeRollup(damaged("DNSClient.msi", MsiDamage.WORD_DOCUMENT));
            yield failing(verify(), "Dnsclient.msi FORMAT NOT_A_PACKAGE");
          }
          case TRUNCATED -> {
            writeRollup(Defect.truncated("DNSClient.msi"));
            Path article = articleListing("| DNSClient.msi | 10-Mar-2011 | 10:04 | |");
            yield failing(verify("--article", article), "DNSClient.msi FORMAT TRUNCATED");
          }
          case TRAILING_BYTES -> {
            writeRollup(damaged("DNSClient.msi", MsiDamage.TRAILING_BYTES));
            Path article = articleListing("| DNSClient.msi | 10-Mar-2011 | 10:04 | |");
            yield failing(verify("--article", article), "DNSClient.msi FORMAT TRAILING_BYTES");
          }
          case DAMAGED -> {
            writeRollup(damaged("DNSClient.msi", MsiDamage.STRING_LENGTHS_LIE));
            yield failing(verify(), "Dnsclient.msi FORMAT DAMAGED");
          }
          case CABINET_MISSING -> {
            writeRollup(replaced("DNSClient.msi", MsiFixture::withoutCabinet, 679_936));
            Path article = articleListing("| DNSClient.msi | 10-Mar-2011 | 10:04 | |");
            yield failing(verify("--article", article), "DNSClient.msi FORMAT CABINET_MISSING");
          }
          case OTHER_KIND -> {
            MsiFixture module =
                MsiFixture.sized(679_936).modifiedAt("2011-03-10T10:04:30Z").module();
            writeRollup(Defect.replaced("DNSClient.msi", module));
            yield failing(verify(), "Dnsclient.msi FORMAT OTHER_KIND");
          }
          case ALTERED -> {
            RollupFolder.kb2492954().writeTo(reference);
            writeRollup(
                replaced("DNSClient.msi", sound -> sound.property("Payload", "x"), 679_936));
            yield failing(verify("--reference", reference), "Dnsclient.msi HASH ALTERED");
          }
          case UNPINNED -> {
            writeRollup();
            Path baseline = reference.resolve("baseline.json");
            kbaudit("baseline", folder, "-o", baseline);
            Files.writeString(baseline, withoutFirstFile(Files.readString(baseline)));
            yield undecided(verify("--baseline", baseline), "Dnsclient.msi HASH UNPINNED");
          }
          case OTHER_CONTENTS -> {
            Defect[] silent = {nondescript(MANAGED_WS), nondescript(EXCHANGE_WS)};
            RollupFolder.kb2492954().with(silent).writeTo(reference);
            writeRollup(silent);
            Files.copy(
                folder.resolve(EXCHANGE_WS),
                folder.resolve(MANAGED_WS),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
            yield failing(
                verify("--reference", reference, "--skip", "IDENTITY"),
                "Managedsharepoint2007ws.msi HASH OTHER_CONTENTS");
          }
          case OTHER_PACKAGE -> {
            writeRollup(
                Defect.swapped("Exchange2007ResourceManagerWS.msi", "ManagedSharePoint2007WS.msi"));
            yield failing(
                verify(),
                "Exchange2007ResourceManagerWS.msi IDENTITY OTHER_PACKAGE",
                "Managedsharepoint2007ws.msi IDENTITY OTHER_PACKAGE");
          }
          case SAME_PACKAGE -> {
            MsiFixture silent = packageOf("ManagedSharePoint2007WS.msi").nondescript();
            writeRollup(
                Defect.replaced("ManagedSharePoint2007WS.msi", silent),
                Defect.replaced("Exchange2007ResourceManagerWS.msi", silent));
            yield undecided(
                verify(),
                "Exchange2007ResourceManagerWS.msi IDENTITY SAME_PACKAGE",
                "Managedsharepoint2007ws.msi IDENTITY SAME_PACKAGE");
          }
          case OTHER_LANGUAGE -> {
            writeRollup(replaced("DNSClient.msi", sound -> sound.template("Intel;1031"), 679_936));
            yield failing(verify(), "Dnsclient.msi LANGUAGE OTHER_LANGUAGE");
          }
          case OTHER_PLATFORM -> {
            writeRollup();
            Path article =
                articleListing(
                    "| File name | Date | Time | File size | Platform |",
                    "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 | x64 |");
            yield failing(verify("--article", article), "DNSClient.msi PLATFORM OTHER_PLATFORM");
          }
          case NOT_STATED -> {
            writeRollup(
                replaced(
                    "DNSClient.msi", sound -> sound.without(SummaryProperty.TEMPLATE), 679_936));
            yield undecided(verify(), "Dnsclient.msi LANGUAGE NOT_STATED");
          }
          case OLDER -> {
            writeRollup(Defect.shifted("ManagedHelpers.msi", Duration.ofDays(-30)));
            yield failing(verify("--accept", "or-later"), "Managedhelpers.msi DATE OLDER");
          }
          case LATER -> {
            writeRollup(Defect.shifted("ManagedHelpers.msi", Duration.ofDays(30)));
            yield failing(verify("--accept", "exact"), "Managedhelpers.msi DATE LATER");
          }
          case WHOLE_ZONE_OFFSET -> {
            writeRollup(Defect.shifted("ManagedHelpers.msi", Duration.ofMinutes(-345)));
            yield failing(verify(), "Managedhelpers.msi DATE WHOLE_ZONE_OFFSET");
          }
          case NOT_READ -> throw new IllegalArgumentException("no cause of the command's");
          case CELL_UNREADABLE -> {
            writeRollup();
            Path article = articleListing("| DNSClient.msi | 16-2 | 10:04 | 679,936 |");
            yield undecided(verify("--article", article), "DNSClient.msi DATE CELL_UNREADABLE");
          }
        };

    assertThat(expected.run().findings()).isEqualTo(expected.findings());
    assertThat(expected.run().exitCode()).isEqualTo(expected.exitCode());
    assertThat(expected.run().err()).isEmpty();
  }

  private static Expected failing(Run run, String... findings) {
    return new Expected(run, ExitCode.NON_COMPLIANT, List.of(findings));
  }

  private static Expected undecided(Run run, String... findings) {
    return new Expected(run, ExitCode.INDETERMINATE, List.of(findings));
  }

  private static String withoutFirstFile(String baseline) {
    int first = baseline.indexOf("    {\n      \"row\": 1,");
    return baseline.substring(0, first) + baseline.substring(baseline.indexOf("    {", first + 5));
  }

  private static MsiFixture packageOf(String name) {
    return Kb2492954.file(name).toFixture();
  }

  /** The file is the listed one, changed, and of another size. */
  private static Defect replaced(String name, UnaryOperator<MsiFixture> change, long sizeBytes) {
    return Defect.replaced(name, change.apply(packageOf(name).resized(sizeBytes)));
  }

  private static Defect damaged(String name, MsiDamage damage) {
    return Defect.damaged(name, packageOf(name), damage);
  }

  /** The package says nothing of what it is. */
  private static Defect nondescript(String name) {
    return Defect.replaced(name, packageOf(name).nondescript());
  }

  /** As Windows Installer names its cached packages. */
  private void giveRandomNames() throws IOException {
    int number = 0x1000;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.move(file, folder.resolve(Integer.toHexString(number++) + ".msi"));
      }
    }
  }

  private Path articleListing(String row) throws IOException {
    return articleListing("| File name | Date | Time | File size |", row);
  }

  private Path articleOfVersion(String version) throws IOException {
    return articleListing(
        "| File name | File version | Date | Time | File size |",
        "| DNSClient.msi | " + version + " | 10-Mar-2011 | 10:04 | 679,936 |");
  }

  private Path articleListing(String headings, String row) throws IOException {
    return Files.writeString(
        folder.resolveSibling(folder.getFileName() + "-article.txt"),
        """
        The dates and times for these files are listed in Coordinated Universal Time (UTC).

        %s
        |---|
        %s

        End of the article.
        """
            .formatted(headings, row));
  }
}
