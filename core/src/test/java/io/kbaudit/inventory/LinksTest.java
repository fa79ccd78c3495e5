package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class LinksTest {
  private static final Instant MODIFIED = Instant.parse("2011-03-10T10:04:00Z");

  private static final String LEADS_OUT = "it is a link that leads out of the folder";

  private final Path folder;
  private final Path elsewhere;

  LinksTest(@TempDir Path parent) {
    folder = parent.resolve("audited");
    elsewhere = parent.resolve("elsewhere");
  }

  @BeforeEach
  void makeTwoFolders() throws IOException {
    Files.createDirectory(folder);
    Files.createDirectory(elsewhere);
  }

  @Test
  void aLinkInTheFolderIsTheFileItLeadsTo() throws IOException {
    file(folder.resolve("a.msi"), 7);
    Files.createSymbolicLink(folder.resolve("link.msi"), Path.of("a.msi"));

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("a.msi", 7), readable("link.msi", 7));
    assertThat(inventory.linksFollowed()).containsExactly("link.msi");
  }

  @Test
  void aLinkOutOfTheFolderIsLeft() throws IOException {
    file(elsewhere.resolve("target.msi"), 7);
    Files.createSymbolicLink(folder.resolve("link.msi"), elsewhere.resolve("target.msi"));

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(left("link.msi"));
    assertThat(inventory.linksFollowed()).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsFollowedOnDemand() throws IOException {
    file(elsewhere.resolve("target.msi"), 7);
    Files.createSymbolicLink(folder.resolve("link.msi"), elsewhere.resolve("target.msi"));

    Inventory inventory = FolderScanner.flat().followingLinks().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("link.msi", 7));
    assertThat(inventory.linksFollowed()).containsExactly("link.msi");
  }

  @Test
  void theFolderItselfMayBeNamedByALink() throws IOException {
    file(folder.resolve("a.msi"), 7);
    Path named = Files.createSymbolicLink(elsewhere.resolve("current"), folder);

    Inventory inventory = FolderScanner.recursive().scan(named);

    assertThat(inventory.files()).containsExactly(readable("a.msi", 7));
    assertThat(inventory.linksFollowed()).isEmpty();
  }

  @Test
  void aFolderWhoseNameBeginsAsTheScannedOnesIsOutOfIt() throws IOException {
    Path similar = Files.createDirectory(folder.resolveSibling("audited2"));
    file(similar.resolve("a.msi"), 7);
    Files.createSymbolicLink(folder.resolve("a.msi"), similar.resolve("a.msi"));

    assertThat(FolderScanner.flat().scan(folder).files()).containsExactly(left("a.msi"));
  }

  @Test
  void aLinkToNothingCannotBeRead() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.msi"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("self.msi"), Path.of("self.msi"));

    Inventory inventory = FolderScanner.recursive().scan(folder);

    assertThat(inventory.files())
        .containsExactly(
            unreadable("gone.msi", "it is a link that leads nowhere"),
            unreadable("self.msi", "it is a link that leads nowhere"));
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void aLinkThatLeadsBackIsNotedAndLeft() throws IOException {
    Path below = Files.createDirectory(folder.resolve("below"));
    file(below.resolve("a.msi"), 1);
    Files.createSymbolicLink(below.resolve("back"), folder);

    Inventory inventory = FolderScanner.recursive().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("below/a.msi", 1));
    assertThat(inventory.linkLoops()).containsExactly("below/back");
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void aLinkToAFolderBesideIsNotedAndLeft() throws IOException {
    Path beside = Files.createDirectory(folder.resolve("z"));
    file(beside.resolve("a.msi"), 1);
    Files.createSymbolicLink(folder.resolve("b"), beside);

    Inventory inventory = FolderScanner.recursive().followingLinks().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("z/a.msi", 1));
    assertThat(inventory.linkLoops()).containsExactly("b");
  }

  @Test
  void aFolderOutOfTheScannedOneIsAGap() throws IOException {
    file(elsewhere.resolve("a.msi"), 1);
    Files.createSymbolicLink(folder.resolve("link"), elsewhere);

    Inventory inventory = FolderScanner.recursive().scan(folder);

    assertThat(inventory.files()).isEmpty();
    assertThat(inventory.gaps()).containsExactly(new Inventory.Gap("link", LEADS_OUT));
  }

  @Test
  void aLinkThatIsLeftOutIsNeitherAGapNorFollowed() throws IOException {
    file(elsewhere.resolve("a.msi"), 1);
    Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    FolderScanner scanner =
        FolderScanner.recursive().only(new FileFilter(List.of(), List.of("link/**")));

    assertThat(scanner.scan(folder).gaps()).isEmpty();
    assertThat(scanner.followingLinks().scan(folder).linksFollowed()).isEmpty();
  }

  @Test
  void aFolderOutOfTheScannedOneIsFollowedOnDemandAndOnce() throws IOException {
    file(Files.createDirectory(elsewhere.resolve("inner")).resolve("a.msi"), 1);
    Files.createSymbolicLink(elsewhere.resolve("inner").resolve("home"), folder);
    Files.createSymbolicLink(folder.resolve("two"), elsewhere.resolve("inner"));
    Files.createSymbolicLink(folder.resolve("one"), elsewhere);

    Inventory inventory = FolderScanner.recursive().followingLinks().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("one/inner/a.msi", 1));
    assertThat(inventory.linkLoops()).containsExactly("one/inner/home", "two");
    assertThat(inventory.linksFollowed()).containsExactly("one");
    assertThat(inventory.gaps()).isEmpty();
  }

  /** Two links in each folder to the next are more ways than anybody can go. */
  @Test
  void fortyFoldersToWhichTwoWaysLeadFromEachAreScannedOnce() throws IOException {
    for (int i = 0; i < 40; i++) {
      Path one = Files.createDirectory(elsewhere.resolve("f" + i));
      file(one.resolve("a.msi"), 1);
      Files.createSymbolicLink(one.resolve("x"), elsewhere.resolve("f" + (i + 1)));
      Files.createSymbolicLink(one.resolve("y"), elsewhere.resolve("f" + (i + 1)));
    }
    Files.createSymbolicLink(folder.resolve("first"), elsewhere.resolve("f0"));

    Inventory inventory = FolderScanner.recursive().followingLinks().scan(folder);

    assertThat(ObservedFile.Readable.among(inventory.files())).hasSize(40);
    assertThat(inventory.linkLoops()).hasSize(39);
  }

  @Test
  void aFlatScanMeetsNoFolder() throws IOException {
    file(folder.resolve("a.msi"), 1);
    Files.createSymbolicLink(folder.resolve("back"), folder);
    Files.createSymbolicLink(folder.resolve("out"), elsewhere);

    Inventory inventory = FolderScanner.flat().scan(folder);

    assertThat(inventory.files()).containsExactly(readable("a.msi", 1));
    assertThat(inventory.linkLoops()).isEmpty();
    assertThat(inventory.foldersLeft()).containsExactly("back", "out");
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void oneFileThatIsNamedIsTheOneThatItsLinkLeadsTo() throws IOException {
    file(elsewhere.resolve("target.msi"), 7);
    Path link = Files.createSymbolicLink(folder.resolve("a.msi"), elsewhere.resolve("target.msi"));

    assertThat(FolderScanner.flat().scanFile(link)).isEqualTo(readable("a.msi", 7));
  }

  @Test
  void onWindowsTooALinkOutOfTheFolderIsLeft() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path share = Files.createDirectory(windows.getPath("C:\\MSIShare"));
      file(Files.createDirectory(windows.getPath("C:\\other")).resolve("a.msi"), 7);
      Files.createSymbolicLink(share.resolve("a.msi"), windows.getPath("C:\\other\\a.msi"));
      Files.createSymbolicLink(share.resolve("sub"), windows.getPath("c:\\OTHER"));
      Files.createSymbolicLink(share.resolve("same"), windows.getPath("c:\\msishare"));

      Inventory inventory = FolderScanner.recursive().scan(share);

      assertThat(inventory.files()).containsExactly(left("a.msi"));
      assertThat(inventory.gaps()).containsExactly(new Inventory.Gap("sub", LEADS_OUT));
      assertThat(inventory.linkLoops()).containsExactly("same");
    }
  }

  private static void file(Path path, int size) throws IOException {
    Files.write(path, new byte[size]);
    Files.setLastModifiedTime(path, FileTime.from(MODIFIED));
  }

  private static ObservedFile readable(String path, long size) {
    return ObservedFile.Readable.of(path, size, MODIFIED);
  }

  private static ObservedFile unreadable(String path, String reason) {
    return new ObservedFile.Unreadable(path, ObservedFile.nameAt(path).orElseThrow(), reason);
  }

  private static ObservedFile left(String path) {
    return new ObservedFile.Unreadable(
        path, ObservedFile.nameAt(path).orElseThrow(), Kind.LINK_LEFT, LEADS_OUT);
  }
}
