package io.kbaudit.plan;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the share, by name. */
final class ShareFolder {
  private final Inventory inventory;
  private final Map<FileName, List<ObservedFile>> files = new HashMap<>();
  private final Set<FileName> folders = new HashSet<>();

  ShareFolder(Inventory inventory) {
    this.inventory = inventory;
    for (ObservedFile file : inventory.files()) {
      files.computeIfAbsent(file.name(), name -> new ArrayList<>(1)).add(file);
    }
    inventory.foldersLeft().forEach(this::addFolder);
    inventory.linkLoops().forEach(this::addFolder);
    inventory.gaps().forEach(gap -> addFolder(gap.path()));
  }

  private void addFolder(String path) {
    FileName.find(path).ifPresent(folders::add);
  }

  /**
   * Returns the file of this name; of two spellings, which are one name to Windows, the audited
   * one.
   */
  Optional<ObservedFile> fileNamed(FileName name, Optional<ObservedFile> audited) {
    List<ObservedFile> named = files.getOrDefault(name, List.of());
    return audited.filter(named::contains).or(() -> named.stream().findFirst());
  }

  boolean hasFolder(FileName name) {
    return folders.contains(name);
  }

  /** Returns whether anything has this name. */
  boolean has(FileName name) {
    return files.containsKey(name) || hasFolder(name);
  }

  /** Returns the files of other names than these, by path, each with the row that lists it. */
  List<UnplannedFile> filesBesides(Set<FileName> planned, Article article) {
    Map<FileName, ExpectedFile> rows = new HashMap<>();
    article.rows().forEach(row -> rows.putIfAbsent(row.name().best(), row));
    return inventory.files().stream()
        .filter(file -> !planned.contains(file.name()))
        .map(file -> new UnplannedFile(file, Optional.ofNullable(rows.get(file.name()))))
        .toList();
  }
}
