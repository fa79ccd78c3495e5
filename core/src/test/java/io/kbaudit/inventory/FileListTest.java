package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.msi.MsiInspection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileListTest {
  private static final Instant TIME = Instant.parse("2011-03-10T10:04:37.123456789Z");

  private static ObservedFile.Readable file(String path) {
    return ObservedFile.Readable.of(path, 1, TIME);
  }

  @Test
  void returnsEachFileWithAllThatIsKnownOfIt() {
    List<ObservedFile> files =
        List.of(
            file("a.msi"),
            ObservedFile.Readable.of("b/sub/b.msi", Long.MAX_VALUE, Instant.EPOCH.minusNanos(1)),
            file("c.dll").withListedVersion(new FileVersion(65_535, 0, 32_768, 1)),
            file("d.dll")
                .withListedVersion(new FileVersion(6, 1, 7600, 16_385))
                .withDigest(Digest.sha256("f0".repeat(32)))
                .withDigest(new Digest(Digest.Algorithm.MD5, "0f".repeat(16))),
            file("e.msi")
                .withInspection(
                    new MsiInspection(
                        Optional.empty(), List.of(), Optional.empty(), List.of(), Map.of())),
            new ObservedFile.Unreadable("f.msi", FileName.of("f.msi"), "permission denied"));

    assertThat(FileList.of(files)).isEqualTo(files);
  }

  @Test
  void keepsEveryNameAsItIsSpelt() {
    List<ObservedFile> files =
        List.of(
            file("\u00DCbersicht \u8CC7\u6599 \uD83D\uDE00.msi"),
            file("half \uD83D.msi"),
            file(". ."),
            withBackslash("a\\b.msi"));

    assertThat(FileList.of(files))
        .isEqualTo(files)
        .extracting(each -> each.name().spelling())
        .containsExactly(
            "\u00DCbersicht \u8CC7\u6599 \uD83D\uDE00.msi", "half \uD83D.msi", ". .", "a\\b.msi");
  }

  private static ObservedFile withBackslash(String name) {
    return new ObservedFile.Readable(
        name,
        FileName.of(name),
        1,
        TIME,
        Digests.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void isSortedByPathsWithWhateverBesides() {
    ObservedFile unreadable = new ObservedFile.Unreadable("b", FileName.of("b"), "gone");
    ObservedFile hashed = file("c").withDigest(Digest.sha256("0".repeat(64)));

    assertThat(
            FileList.of(
                    List.of(file("d"), hashed, file("\uFF5E"), unreadable, file("\uD83D\uDE00")))
                .sorted())
        .extracting(ObservedFile::path)
        .containsExactly("b", "c", "d", "\uD83D\uDE00", "\uFF5E");
  }

  @Test
  void isFilteredAndChanged() {
    FileList files = FileList.of(List.of(file("a"), file("b")));
    Digest digest = Digest.sha256("0".repeat(64));

    assertThat(files.filter(each -> each.path().equals("b"))).containsExactly(file("b"));
    assertThat(files.map(each -> each.path().equals("a") ? file("a").withDigest(digest) : each))
        .containsExactly(file("a").withDigest(digest), file("b"));
  }

  @Test
  void ofSomeMoreIsKnownThanTheirMetadata() {
    ObservedFile unreadable = new ObservedFile.Unreadable("a", FileName.of("a"), "gone");
    ObservedFile hashed = file("b").withDigest(Digest.sha256("0".repeat(64)));
    ObservedFile lookedInto = file("c.msi").withInspection(MsiInspection.OF_EMPTY_FILE);

    assertThat(FileList.of(List.of(unreadable, hashed, lookedInto)).beyondMetadata())
        .containsExactly(unreadable, lookedInto);
  }

  @Test
  void isLeftWithoutThoseAtSomePaths() {
    ObservedFile unreadable = new ObservedFile.Unreadable("a", FileName.of("a"), "gone");
    FileList files = FileList.of(List.of(unreadable, file("B/c"), file("b/c")));

    assertThat(files.without(Set.of("a", "b/c", "d"))).containsExactly(file("B/c"));
    assertThat(files.without(Set.of())).isEqualTo(files);
  }
}
