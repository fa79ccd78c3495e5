package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.articleAsNumbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which the article lists a digest; those of "abc" are of FIPS 180-4, appendix. */
class ListedDigestTest {
  private static final Digest SHA256_OF_ABC =
      Digest.sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  private static final Digest SHA1_OF_ABC =
      new Digest(Digest.Algorithm.SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d");

  @TempDir private Path folder;

  @BeforeEach
  void writeTheFile() throws IOException {
    write("abc");
  }

  @Test
  void equalContentsPassAndArePinned() throws Exception {
    FileAudit file = audit(sha256(), AuditPolicy.asPrinted());

    assertThat(Given.worded(file, Check.HASH))
        .isEqualTo(new Outcome.Passed(SHA256_OF_ABC + ", as the article lists"));
    assertThat(file.assurance()).hasValue(Assurance.PINNED);
    assertThat(file.outcomes().get(Check.HASH))
        .isInstanceOfSatisfying(
            Outcome.Passed.class,
            passed ->
                assertThat(passed.evidence().value())
                    .hasValue(new Value.Contents(Digests.of(SHA256_OF_ABC))));
  }

  @Test
  void aSha1WillDoWhereTheArticleListsNoOther() throws Exception {
    FileAudit file = audit(sha1(), AuditPolicy.asPrinted());

    assertThat(Given.worded(file, Check.HASH))
        .isEqualTo(
            new Outcome.Passed(
                SHA1_OF_ABC
                    + ", as the article lists; SHA-1 is weak: an altered file may have the same"));
  }

  @Test
  void otherContentsOfTheListedSizeAndDateFail() throws Exception {
    write("abd");

    for (ListedHashes hashes : new ListedHashes[] {sha256(), sha1()}) {
      FileAudit file = audit(hashes, AuditPolicy.orLater());

      assertThat(file.result()).isEqualTo(FileResult.FAIL);
      assertThat(file.outcomes().get(Check.HASH))
          .hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
    }
  }

  @Test
  void aDamagedDigestLeavesTheContentsUndecided() throws Exception {
    ListedHashes damaged = ListedHashes.unread("ba7816bf");
    FileAudit file = audit(damaged, AuditPolicy.asPrinted());

    assertThat(file.result()).isEqualTo(FileResult.UNDECIDED);
    assertThat(file.outcomes().get(Check.HASH))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints 'ba7816bf', which cannot be read as a digest",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void aFileOfAnotherSizeIsOneFinding() throws Exception {
    write("abcd");

    FileAudit file = audit(sha256(), AuditPolicy.asPrinted());

    assertThat(file.outcomes().get(Check.SIZE)).isInstanceOf(Outcome.Failed.class);
    assertThat(file.outcomes().get(Check.HASH))
        .isEqualTo(
            new Outcome.NotApplicable("its size is not the listed one, and is judged as such"));
  }

  @Test
  void aFileOfAnotherSizeFailsByItsContentsWhereSizesAreLeftOut() throws Exception {
    write("abcd");

    FileAudit file = audit(sha256(), AuditPolicy.asPrinted().withChecks(EnumSet.of(Check.HASH)));

    assertThat(Given.worded(file, Check.HASH))
        .isEqualTo(
            new Outcome.Failed(
                SHA256_OF_ABC + ", as the article lists",
                "4 bytes, and so other contents",
                Cause.ALTERED));
  }

  @Test
  void nothingIsHashedWhereTheArticleListsNoDigest() throws Exception {
    FileAudit file = audit(ListedHashes.NONE, AuditPolicy.asPrinted());

    assertThat(file.outcomes().get(Check.HASH))
        .isEqualTo(
            new Outcome.NotApplicable("neither the article nor a baseline has a digest of it"));
    assertThat(file.observed().orElseThrow()).hasFieldOrPropertyWithValue("digests", Digests.NONE);
  }

  private FileAudit audit(ListedHashes hashes, AuditPolicy policy) throws Exception {
    ExpectedFile row = Given.row("a.bin", 3, "2011-03-10T10:04Z").withHashes(hashes);
    Article article = articleAsNumbered(row);
    AuditRequest request = AuditRequest.of(article, policy);
    return Auditor.audit(request, request.preparing(FolderScanner.flat()).scan(folder))
        .files()
        .get(0);
  }

  private void write(String contents) throws IOException {
    Path file = Files.writeString(folder.resolve("a.bin"), contents);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2011-03-10T10:04:00Z")));
  }

  private static ListedHashes sha256() {
    return ListedHashes.of(SHA256_OF_ABC);
  }

  private static ListedHashes sha1() {
    return ListedHashes.of(SHA1_OF_ABC);
  }

  @Test
  void oneOfTwoDigestsThatCannotBeReadLeavesEqualContentsUndecided() throws Exception {
    ListedHashes damaged = ListedHashes.unread("ba78");

    assertThat(audit(sha256().and(damaged), AuditPolicy.asPrinted()).outcomes().get(Check.HASH))
        .isEqualTo(
            new Outcome.Undecided(
                SHA256_OF_ABC
                    + " is as listed; but the article also prints 'ba78', which cannot be compared",
                Cause.CELL_UNREADABLE));
    assertThat(
            audit(sha256().and(sha1()).and(damaged), AuditPolicy.asPrinted())
                .outcomes()
                .get(Check.HASH))
        .isEqualTo(
            new Outcome.Undecided(
                SHA256_OF_ABC
                    + ", "
                    + SHA1_OF_ABC
                    + " are as listed; but the article also prints 'ba78', which cannot be compared",
                Cause.CELL_UNREADABLE));
  }

  /** As Microsoft's Update Catalog calls what it offers. */
  @Test
  void aDigestThatTheListedNameEndsWithIsSaidToBe() {
    String name = "update_a9993e364706816aba3e25717850c26c9cd0d89d.cab";
    ExpectedFile row = Given.row(name, 3, "2011-03-10T10:04Z");

    assertThat(passed(row.withHashes(sha1())))
        .startsWith(SHA1_OF_ABC + ", as its listed name ends");
    assertThat(passed(row.withHashes(sha256().and(sha1()))))
        .isEqualTo(
            SHA256_OF_ABC + ", " + SHA1_OF_ABC + ", as the article lists and its listed name ends");
    assertThat(passed(row.withHashes(sha256())))
        .isEqualTo(SHA256_OF_ABC + ", as the article lists");
  }

  private static String passed(ExpectedFile row) {
    ObservedFile file =
        ((ObservedFile.Readable)
                Given.file(row.name().best().spelling(), 3, "2011-03-10T10:04:00Z"))
            .withDigest(SHA256_OF_ABC)
            .withDigest(SHA1_OF_ABC);
    FileAudit audited = Given.audit(articleAsNumbered(row), Given.folder(file)).files().get(0);
    return ((Outcome.Passed) Given.worded(audited, Check.HASH)).evidence().text();
  }
}
