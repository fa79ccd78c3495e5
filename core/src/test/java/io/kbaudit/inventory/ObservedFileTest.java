package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservedFileTest {
  private static final Instant MODIFIED = Instant.parse("2011-03-10T10:04:37Z");

  @Test
  void aFileIsNamedByItsPath() {
    ObservedFile.Readable file = ObservedFile.Readable.of("sub/DNSClient.msi", 679_936, MODIFIED);

    assertThat(file)
        .isEqualTo(
            new ObservedFile.Readable(
                "sub/DNSClient.msi",
                FileName.of("DNSClient.msi"),
                679_936,
                MODIFIED,
                Digests.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void whatElseIsKnownOfAFileIsAdded() {
    Digest sha256 = Digest.sha256("a".repeat(64));
    Digest sha1 = new Digest(Digest.Algorithm.SHA1, "b".repeat(40));

    ObservedFile.Readable file =
        ObservedFile.Readable.of("a.msi", 1, MODIFIED).withDigest(sha256).withDigest(sha1);

    assertThat(file.sha256()).contains(sha256);
    assertThat(file.digests()).isEqualTo(Digests.of(sha1, sha256));
    assertThat(file.inspection()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a.msi", "a/", ".", "..", "./a.msi", "a/../b.msi", "a/.."})
  void refusesWhatIsNoPathBelowAFolder(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObservedFile.Readable.of(path, 1, MODIFIED))
        .withMessage("not a path below a folder: '" + path + "'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObservedFile.Unreadable(path, FileName.of("a.msi"), "gone"))
        .withMessage("not a path below a folder: '" + path + "'");
    assertThat(ObservedFile.nameAt(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub\\DNSClient.msi", "C:\\a.msi", "C:/a.msi", "c:a.msi"})
  void refusesToGuessWhereAPathInTheMannerOfWindowsIsParted(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObservedFile.Readable.of(path, 1, MODIFIED))
        .withMessage("a path below a folder has slashes and no drive: '" + path + "'");
  }

  @Test
  void refusesANameThatIsNotThePathsLastElement() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObservedFile.Unreadable("sub\\a.msi", FileName.of("a.msi"), "locked"))
        .withMessage("the path 'sub\\a.msi' does not end in the name 'a.msi'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObservedFile.Unreadable("sub/A.msi", FileName.of("a.msi"), "locked"))
        .withMessage("the path 'sub/A.msi' does not end in the name 'a.msi'");
  }

  @Test
  void refusesATimeBeyondAllDates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObservedFile.Readable.of("a.msi", 1, Instant.MAX))
        .withMessage("beyond all dates: " + Instant.MAX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObservedFile.Readable.of("a.msi", 1, Instant.MIN))
        .withMessage("beyond all dates: " + Instant.MIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.msi", "below/a.msi", "..a/b..", "a.msi "})
  void aFileIsInItsFolderWhereverThatIs(String path) {
    for (String folder : List.of("", ".", "..", "target", "/", "/srv/share/")) {
      assertThat(ObservedFile.placeIn(Path.of(folder), path))
          .hasValue(Path.of(folder).resolve(path));
    }
  }

  /** On a system where a backslash is a letter, these are names of files. */
  @ParameterizedTest
  @ValueSource(strings = {"..\\a.msi", "b\\..\\..\\a.msi", "C:\\a.msi", "a.msi:stream", "\\a.msi"})
  void aPathOfAnotherSystemLeadsNowhere(String path) throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      assertThat(ObservedFile.placeIn(windows.getPath("C:\\share\\below"), path)).isEmpty();
    }
  }

  @Test
  void aNameOfDotsAloneIsOne() {
    assertThat(ObservedFile.nameAt("sub/...")).map(FileName::spelling).contains("...");
  }
}
