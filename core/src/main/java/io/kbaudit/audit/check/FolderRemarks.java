package io.kbaudit.audit.check;

import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;

/** Says what a scan did not see, or saw elsewhere: folders that could not be listed, links. */
final class FolderRemarks {
  private FolderRemarks() {}

  static List<Remark> on(Inventory inventory) {
    List<Remark> remarks = new ArrayList<>();
    if (inventory.files().isEmpty()) {
      remarks.add(empty(inventory.foldersLeft().size()));
    }
    inventory.gaps().forEach(gap -> remarks.add(notListed(gap)));
    inventory.linkLoops().forEach(link -> remarks.add(loop(link)));
    if (!inventory.linksFollowed().isEmpty()) {
      remarks.add(followed(inventory.linksFollowed()));
    }
    return remarks;
  }

  private static Remark empty(int folders) {
    return Remark.of(
        Remark.Kind.EMPTY_FOLDER,
        folders == 0
            ? "There is no file in the folder."
            : "There is no file in the folder itself, but "
                + (folders == 1 ? "a folder" : folders + " folders")
                + " below it; audit the folders below too.");
  }

  private static Remark notListed(Inventory.Gap gap) {
    return Remark.of(
        Remark.Kind.FOLDER_NOT_LISTED,
        "The folder "
            + English.quoted(gap.path())
            + " could not be listed ("
            + gap.reason()
            + "); what is in it was not audited.");
  }

  private static Remark loop(String link) {
    return Remark.of(
        Remark.Kind.LINK_LOOP,
        "The link " + English.quoted(link) + " leads to a folder that is audited anyway.");
  }

  private static Remark followed(List<String> links) {
    return Remark.of(
        Remark.Kind.LINKS_FOLLOWED,
        (links.size() == 1 ? "This is a link" : links.size() + " names are links")
            + ", and what is there was audited: "
            + English.enumerate(links.stream().map(English::quoted).toList())
            + ".");
  }
}
