package io.kbaudit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that does not answer is undecided, and costs the answer of no other. */
class UnreachablePlaceTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private final Path folder;
  private Path dns;

  UnreachablePlaceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void fillOneServer() throws IOException {
    dns = Files.createDirectory(folder.resolve("dns01"));
    Kb2492954.file("DNSClient.msi").toFixture().writeTo(dns.resolve("DNSClient.msi"));
  }

  @AfterEach
  void leaveTheThreadUninterrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void aFolderThatIsNotThereIsUndecidedAndTheOthersAreAudited() throws IOException {
    DeploymentResult result = audit(at("sharepoint", folder.resolve("gone")), at("dns", dns));

    AuditResult gone = result.places().get(0);
    assertThat(gone.inventory().folder()).isEqualTo(folder.resolve("gone").toString());
    assertThat(gone.inventory().unreachable()).hasValue("no such file or folder");
    assertThat(gone.files()).hasSize(1);
    assertThat(gone.files().get(0).outcomes().get(Check.PRESENCE))
        .isEqualTo(
            new Outcome.Undecided(
                "the location was not reached: no such file or folder", Cause.UNREACHABLE));
    assertThat(gone.remarks()).isEmpty();
    assertThat(result.places())
        .extracting(AuditResult::verdict)
        .containsExactly(Verdict.INDETERMINATE, Verdict.COMPLIANT);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void whereAnotherFailsTheWholeDoes() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("collab01"));

    DeploymentResult result = audit(at("dns", folder.resolve("gone")), at("sharepoint", empty));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void nobodyAnsweringIsIndeterminate() throws IOException {
    DeploymentResult result =
        audit(at("dns", folder.resolve("gone")), at("msi-share", folder.resolve("gone")));

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.tally().undecided()).isEqualTo(22);
    assertThat(result.tally().expected()).isEqualTo(22);
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = dns.resolve("DNSClient.msi");

    assertThat(reasonOf(file)).isEqualTo("it is a file, not a folder");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("c"), "permission denied"),
        Arguments.of(
            new FileSystemException("c", null, "The network path was not found"),
            "The network path was not found"),
        Arguments.of(new IOException("Host is down"), "Host is down"),
        Arguments.of(new IOException(), "IOException"),
        Arguments.of(new IOException(" "), "IOException"),
        Arguments.of(new IllegalStateException("the token has expired"), "the token has expired"),
        Arguments.of(new SecurityException("not from here"), "not from here"),
        Arguments.of(new SocketTimeoutException("Read timed out"), "Read timed out"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("failures")
  void whateverTheFileSystemThrowsIsTheReason(Exception thrown, String reason) throws IOException {
    Path collab = Files.createDirectory(folder.resolve("c"));
    Path failing =
        WatchedFileSystem.over(
            collab,
            (question, file) -> {
              if (question == Question.LISTING) {
                throwIt(thrown);
              }
            });

    assertThat(reasonOf(failing)).isEqualTo(reason);
  }

  private static void throwIt(Exception thrown) throws IOException {
    if (thrown instanceof IOException checked) {
      throw checked;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void aShareOfWindowsThatIsOfflineIsUndecided() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path share = windows.getPath("\\\\COLLAB01\\temp");

      assertThat(reasonOf(share)).isEqualTo("no such file or folder");
      assertThat(audit(at("dns", share)).places().get(0).inventory().folder())
          .isEqualTo("\\\\COLLAB01\\temp\\");
    }
  }

  /** As any file system may that answers no question at all. */
  @Test
  void aFileSystemThatAnswersNothingCostsThatPlaceAlone() throws IOException {
    Path dead =
        WatchedFileSystem.over(
            folder,
            (question, file) -> {
              throw new IllegalStateException("the session is closed");
            });

    DeploymentResult result =
        audit(at("sharepoint", dead), at("dns", dns), at("sharepoint", folder.resolve("gone")));

    assertThat(result.places())
        .extracting(AuditResult::verdict)
        .containsExactly(Verdict.INDETERMINATE, Verdict.COMPLIANT, Verdict.INDETERMINATE);
  }

  @Test
  void theFilesOfAFolderThatCanBeListedAreJudgedEach() throws IOException {
    Path failing =
        WatchedFileSystem.over(
            dns,
            (question, file) -> {
              if (question == Question.CHANNEL) {
                throw new IOException("Host is down");
              }
            });

    AuditResult result = audit(at("dns", failing)).places().get(0);

    assertThat(result.inventory().unreachable()).isEmpty();
    assertThat(requireNonNull(result.files().get(0).outcomes().get(Check.PRESENCE)).causeIfAny())
        .hasValue(Cause.UNREADABLE);
  }

  @Test
  void aSingleFolderThatIsNotThereHasNoVerdict() {
    KbAudit question = KbAudit.of(ARTICLE).at(PROFILE, location("dns"));

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> question.audit(folder.resolve("gone")));
  }

  @Test
  void theReferenceHasToAnswer() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KbAudit.of(ARTICLE).reference(folder.resolve("gone"), "the package"));
  }

  @Test
  void aStoppedScanIsNoServerThatDoesNotAnswer() {
    KbAudit stopped = KbAudit.of(ARTICLE).stoppedBy(() -> true);

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> stopped.audit(PROFILE, List.of(at("dns", dns))));
  }

  @Test
  void anInterruptedThreadIsNoServerThatDoesNotAnswer() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> audit(at("dns", dns)));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aFaultOfTheQuestionIsNoneOfAServer() throws IOException {
    Article empty =
        ArticleReader.read(
            new ByteArrayInputStream(new byte[0]), "KB2492954.txt", Optional.empty());

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(
            () -> KbAudit.of(empty).audit(PROFILE, List.of(at("dns", folder.resolve("gone")))));
  }

  @Test
  void aPatternThatNothingMatchesIsUndecidedWithItsName() throws IOException {
    DeploymentResult result =
        KbAudit.of(ARTICLE)
            .audit(
                PROFILE,
                LocatedTarget.named(
                    location("sharepoint"), folder, "collab0?/x*", Optional.empty()));

    assertThat(result.places())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.inventory().folder()).isEqualTo("collab0?/x*");
              assertThat(place.inventory().unreachable())
                  .hasValue("no folder or inventory matches it");
            });
  }

  @Test
  void aServerHasItsLabelWhetherOrNotItAnswers() throws IOException {
    DeploymentResult result =
        audit(
            at("dns", dns).withLabel("DNS01"),
            at("sharepoint", folder.resolve("gone")).withLabel("COLLAB01"));

    assertThat(result.places())
        .extracting(place -> place.inventory().label())
        .containsExactly(Optional.of("DNS01"), Optional.of("COLLAB01"));
    assertThatIllegalArgumentException().isThrownBy(() -> at("dns", dns).withLabel(" "));
  }

  @Test
  void eachServerMayHaveAZoneOfItsOwn() throws IOException {
    Path berlin = Files.createDirectory(folder.resolve("berlin"));
    MsiFixture client = Kb2492954.file("WindowsSharePointServicesWebService.msi").toFixture();
    Path file = berlin.resolve("WindowsSharePointServicesWebService.msi");
    client.writeTo(file);
    Files.setLastModifiedTime(
        file, FileTime.from(Files.getLastModifiedTime(file).toInstant().plus(Duration.ofHours(1))));
    LocatedTarget there = at("sharepoint", berlin).withSourceZone(ZoneId.of("Europe/Berlin"));

    DeploymentResult result =
        KbAudit.of(ARTICLE)
            .accepting(Acceptance.EXACT)
            .audit(PROFILE, List.of(at("dns", dns), there));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.places())
        .extracting(place -> place.request().policy().sourceZone())
        .containsExactly(Optional.empty(), Optional.of(ZoneId.of("Europe/Berlin")));
  }

  @Test
  void whoDemandsEveryLocationIsToldOfThoseLeftOut() throws IOException {
    KbAudit question = KbAudit.of(ARTICLE).complete();

    DeploymentResult result = question.audit(PROFILE, List.of(at("dns", dns)));

    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.notAudited())
        .extracting(Location::name)
        .containsExactly("package", "msi-share", "sharepoint", "resource-manager", "installed");
    assertThat(KbAudit.of(ARTICLE).audit(PROFILE, List.of(at("dns", dns))).verdict())
        .isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void anOptionalLocationMayBeLeftOutAllTheSame() throws IOException {
    Path all = folder.resolve("all");
    RollupFolder.kb2492954().writeTo(all);
    List<LocatedTarget> everyOther =
        PROFILE.locations().stream()
            .filter(place -> !place.optional())
            .map(place -> LocatedTarget.of(place, all))
            .toList();

    DeploymentResult result = KbAudit.of(ARTICLE).complete().audit(PROFILE, everyOther);

    assertThat(result.unaudited()).extracting(Location::name).containsExactly("oab-utility");
    assertThat(result.notAudited()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aFailureOutweighsWhatWasLeftOut() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(KbAudit.of(ARTICLE).complete().audit(PROFILE, List.of(at("dns", empty))).verdict())
        .isEqualTo(Verdict.NON_COMPLIANT);
  }

  /** Whether two names mean one folder is not asked of each pair. */
  @Test
  void aThousandServersAreToldApartAtOnce() throws IOException {
    List<LocatedTarget> targets =
        IntStream.range(0, 1_000)
            .mapToObj(i -> at("sharepoint", folder.resolve("gone" + i)))
            .toList();

    assertThat(LocatedTarget.requireDistinct(targets)).hasSize(1_000);
    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(
            () ->
                LocatedTarget.requireDistinct(
                    List.of(
                        at("sharepoint", folder.resolve("gone")),
                        at("sharepoint", folder.resolve("dns01/../gone")))))
        .withMessageContaining("twice");
  }

  private String reasonOf(Path place) throws IOException {
    DeploymentResult result = audit(at("dns", dns), at("sharepoint", place));
    assertThat(result.places().get(0).verdict()).isEqualTo(Verdict.COMPLIANT);
    return result.places().get(1).inventory().unreachable().orElseThrow();
  }

  private static DeploymentResult audit(LocatedTarget... targets) throws IOException {
    return KbAudit.of(ARTICLE).audit(PROFILE, List.of(targets));
  }

  private static LocatedTarget at(String location, Path folder) {
    return LocatedTarget.of(location(location), folder);
  }

  private static Location location(String name) {
    return PROFILE.location(name).orElseThrow();
  }
}
