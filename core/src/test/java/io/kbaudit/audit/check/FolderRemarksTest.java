package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a folder as a whole: that it is empty, or where its files are. */
class FolderRemarksTest {
  private static final List<ObservedFile> ONE_FILE =
      List.of(Given.file("a.msi", 100, "2011-03-10T10:04:30Z"));

  @Test
  void anEmptyFolderSaysWhetherThereAreFoldersBelow() {
    assertThat(said(List.of(), List.of(), List.of()))
        .containsExactly("There is no file in the folder.");
    assertThat(said(List.of(), List.of("sub"), List.of()))
        .containsExactly(
            "There is no file in the folder itself, but a folder below it; audit the folders below"
                + " too.");
    assertThat(said(List.of(), List.of("sub", "top"), List.of()))
        .containsExactly(
            "There is no file in the folder itself, but 2 folders below it; audit the folders below"
                + " too.");
  }

  @Test
  void linksThatWereFollowedAreNamed() {
    assertThat(said(ONE_FILE, List.of("sub"), List.of("a.msi")))
        .containsExactly("This is a link, and what is there was audited: 'a.msi'.");
    assertThat(said(ONE_FILE, List.of("sub"), List.of("a.msi", "b")))
        .containsExactly("2 names are links, and what is there was audited: 'a.msi' and 'b'.");
  }

  private static List<String> said(
      List<ObservedFile> files, List<String> foldersLeft, List<String> linksFollowed) {
    Inventory inventory =
        new Inventory(
            "folder",
            false,
            files,
            List.of(),
            foldersLeft,
            List.of(),
            linksFollowed,
            Optional.empty(),
            Extent.METADATA,
            Optional.empty());
    return FolderRemarks.on(inventory).stream().map(Remark::text).toList();
  }
}
