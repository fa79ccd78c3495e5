package io.kbaudit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Profile;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that does not hold what it seems to hold is not found compliant. */
class FaultyFolderAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private final Path rollup;
  private final Path folder;

  FaultyFolderAuditTest(@TempDir Path parent) {
    rollup = parent.resolve("rollup");
    folder = parent.resolve("folder");
  }

  @BeforeEach
  void extractTheRollup() throws IOException {
    RollupFolder.kb2492954().writeTo(Files.createDirectory(rollup));
    Files.createDirectory(folder);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linksOutOfTheFolderProveNothingOfIt() throws IOException {
    linkAllTo(rollup);

    AuditResult result = KbAudit.of(ARTICLE).audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.files())
        .allSatisfy(file -> assertThat(presence(file)).isEqualTo(Cause.LINK_NOT_FOLLOWED));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linksAreFollowedOnDemandAndSaidToBeLinks() throws IOException {
    linkAllTo(rollup);

    AuditResult result = KbAudit.of(ARTICLE).followingLinks().audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.remarks()).extracting(Remark::id).contains("LINKS_FOLLOWED");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aLinkToTheRollupIsNoFolderOfTheAuditedOne() throws IOException {
    Files.createSymbolicLink(folder.resolve("below"), rollup);

    AuditResult result = KbAudit.of(ARTICLE).recursively().audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.files())
        .allSatisfy(file -> assertThat(presence(file)).isEqualTo(Cause.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatCannotBeAskedAboutMayBeAFolder(boolean denied) throws IOException {
    Files.createDirectory(rollup.resolve("below"));
    Path watched =
        WatchedFileSystem.over(
            rollup,
            (question, name) -> {
              if (question == Question.ATTRIBUTES && name.equals("below")) {
                throw denied
                    ? new AccessDeniedException(name)
                    : new FileSystemException(name, null, "File name too long");
              }
            });

    AuditResult result =
        KbAudit.of(ARTICLE).recursively().withUnlistedFiles(UnlistedFiles.IGNORE).audit(watched);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.inventory().gaps()).hasSize(1);
  }

  @Test
  void aFileThatIsWrittenToWhileItIsAuditedIsUndecided() throws IOException {
    AtomicBoolean happened = new AtomicBoolean();
    Path watched =
        WatchedFileSystem.over(
            rollup,
            (question, name) -> {
              if (question == Question.READ
                  && name.equals("DNSClient.msi")
                  && happened.compareAndSet(false, true)) {
                Files.write(
                    rollup.resolve("DNSClient.msi"), new byte[1], StandardOpenOption.APPEND);
              }
            });

    AuditResult result = KbAudit.of(ARTICLE).audit(watched);

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.tally().undecided()).isEqualTo(1);
    assertThat(presence(result.files().get(0))).isEqualTo(Cause.CHANGED_DURING_AUDIT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aFileThatIsTheReferencesOwnIsNotHeldToItself(boolean hard) throws IOException {
    for (Path file : files(rollup)) {
      Path name = folder.resolve(file.getFileName().toString());
      if (!name.endsWith("DNSClient.msi")) {
        Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
      } else if (hard) {
        Files.createLink(name, file);
      } else {
        Files.createSymbolicLink(name, file);
      }
    }
    KbAudit question = KbAudit.of(ARTICLE).followingLinks();
    KbAudit held = question.against(question.reference(rollup, "the reference"));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> held.audit(folder))
        .withMessageStartingWith("'DNSClient.msi' in the audited folder '")
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.REFERENCE_ITSELF);
  }

  /** Only where folders below are looked into is what is in one audited twice. */
  @Test
  void aFolderBelowOneThatIsAnotherLocationIsSaid() throws IOException {
    Path below = Files.createDirectories(rollup.resolve("a/dns"));
    List<LocatedTarget> places =
        List.of(
            LocatedTarget.of(PROFILE.location("msi-share").orElseThrow(), rollup),
            LocatedTarget.of(PROFILE.location("dns").orElseThrow(), below),
            LocatedTarget.of(PROFILE.location("oab-utility").orElseThrow(), folder));

    assertThat(sameFolders(KbAudit.of(ARTICLE).recursively().audit(PROFILE, places)))
        .containsExactly(
            "The folder 'dns' was audited as 'dns', and as a part of 'rollup' as 'msi-share' too.");
    assertThat(sameFolders(KbAudit.of(ARTICLE).audit(PROFILE, places))).isEmpty();
  }

  private static List<String> sameFolders(DeploymentResult result) {
    return result.places().stream()
        .flatMap(place -> place.remarks().stream())
        .filter(remark -> remark.id().equals(Remark.Kind.SAME_FOLDER.name()))
        .map(Remark::text)
        .toList();
  }

  @Test
  void oneFolderThatIsTwoLocationsIsSaid() throws IOException {
    DeploymentResult result =
        KbAudit.of(ARTICLE)
            .audit(
                PROFILE,
                List.of(
                    LocatedTarget.of(PROFILE.location("msi-share").orElseThrow(), rollup),
                    LocatedTarget.of(
                        PROFILE.location("dns").orElseThrow(), rollup.resolve("../rollup")),
                    LocatedTarget.of(PROFILE.location("oab-utility").orElseThrow(), folder)));

    Remark said =
        Remark.of(
            Remark.Kind.SAME_FOLDER,
            "One folder, or one inventory, was audited as 'msi-share' and 'dns'.");
    assertThat(result.places().get(0).remarks()).contains(said);
    assertThat(result.places().get(1).remarks()).contains(said);
    assertThat(result.places().get(2).remarks()).doesNotContain(said);
  }

  private void linkAllTo(Path other) throws IOException {
    for (Path file : files(other)) {
      Files.createSymbolicLink(folder.resolve(file.getFileName().toString()), file);
    }
  }

  private static List<Path> files(Path in) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
      List<Path> files = new ArrayList<>();
      entries.forEach(files::add);
      return files;
    }
  }

  private static Cause presence(FileAudit file) {
    return ((Outcome.Undecided) requireNonNull(file.outcomes().get(Check.PRESENCE))).cause();
  }
}
