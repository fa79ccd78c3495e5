package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digest.Algorithm;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeKind;
import io.kbaudit.signature.SignatureInspection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An audit of files that were looked at before knows no more of them than it has to. */
class FileNeedsTest {
  private static final Digest SHA1 =
      new Digest(Algorithm.SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d");

  private static final Digest SHA256 = Digest.sha256("a".repeat(64));

  private static final Instant TIME = Instant.parse("2011-03-10T10:04:00Z");

  /** Of both kinds, so that all is known that there is to know. */
  private static final ObservedFile.Readable FILE =
      ((ObservedFile.Readable) Given.file("Alpha.msi", 100, TIME))
          .withExecutable(Executables.silent(PeKind.LIBRARY))
          .withSignatures(new SignatureInspection(List.of(), List.of()))
          .withDigest(SHA1)
          .withDigest(SHA256);

  @Test
  void whatIsInTheFilesIsKnownOnlyIfItIsAskedFor() {
    ObservedFile.Readable known = known(new FileNeeds(true, false, size -> Set.of()));
    ObservedFile.Readable unknown = known(new FileNeeds(false, false, size -> Set.of()));

    assertThat(known.inspection()).isEqualTo(FILE.inspection());
    assertThat(known.executable()).isEqualTo(FILE.executable());
    assertThat(unknown.inspection()).isEmpty();
    assertThat(unknown.executable()).isEmpty();
  }

  @Test
  void signaturesAreKnownOnlyIfTheyAndContentsAreAskedFor() {
    assertThat(known(new FileNeeds(true, true, size -> Set.of())).signatures())
        .isEqualTo(FILE.signatures());
    assertThat(known(new FileNeeds(true, false, size -> Set.of())).signatures()).isEmpty();
    assertThat(known(new FileNeeds(false, true, size -> Set.of())).signatures()).isEmpty();
  }

  @Test
  void digestsAreKnownByTheAlgorithmsThatAreWantedForTheSize() {
    assertThat(digests(new FileNeeds(false, false, size -> Set.of()))).isEqualTo(Digests.NONE);
    assertThat(digests(new FileNeeds(false, false, FileNeedsTest::ofHundredBytes)).all())
        .containsExactly(SHA1);
    assertThat(digests(new FileNeeds(false, false, size -> ofHundredBytes(size + 1))))
        .isEqualTo(Digests.NONE);
  }

  @Test
  void whatAFolderSaysOfAFileIsAlwaysKnown() {
    assertThat(known(new FileNeeds(false, false, size -> Set.of())))
        .isEqualTo(Given.unreadFile("Alpha.msi", 100, TIME.toString()));
  }

  @Test
  void aFileThatCannotBeReadStaysOne() {
    ObservedFile locked = Given.unreadable("Alpha.msi", "it is locked");

    assertThat(new FileNeeds(true, true, size -> Set.of()).of(Given.folder(locked)).files())
        .containsExactly(locked);
  }

  private static Set<Algorithm> ofHundredBytes(long size) {
    return size == 100 ? Set.of(Algorithm.SHA1) : Set.of();
  }

  private static Digests digests(FileNeeds needs) {
    return known(needs).digests();
  }

  private static ObservedFile.Readable known(FileNeeds needs) {
    Inventory folder = needs.of(Given.folder(FILE));
    return ObservedFile.Readable.among(folder.files()).get(0);
  }
}
