package io.kbaudit.inventory.listing;

import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.Inventory.Gap;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.PortablePath;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The files and folders of one list, until all of them are known. */
final class ListedFiles {
  private static final String LINK = "a link to a folder, whose files are not listed";

  private final String source;
  private final ListedTimes times;
  private final ListedEntries files = new ListedEntries();
  private final List<ListedPath> folders = new ArrayList<>();
  private final List<ListedPath> linkedFolders = new ArrayList<>();
  private Optional<String> root = Optional.empty();

  /** The folder that all are in, as far as they were read; its path ends with a slash. */
  private Optional<ListedPath> common = Optional.empty();

  private Optional<ListedPath> anyFolder = Optional.empty();
  private boolean recursive;

  ListedFiles(String source, ListedTimes times) {
    this.source = source;
    this.times = times;
  }

  void add(ListedEntry file) throws InventoryFormatException {
    Optional<String> problem = file.path().problem();
    if (problem.isPresent()) {
      throw wrong(file.line(), problem.get());
    }
    widen(file.line(), file.path(), file.path().parent());
    files.add(file);
  }

  /**
   * Adds a folder.
   *
   * @param isLink whether it stands for another one, and its files are not listed here
   */
  void addFolder(int line, ListedPath folder, boolean isLink) throws InventoryFormatException {
    widen(line, folder, folder.parent());
    (isLink ? linkedFolders : folders).add(folder);
  }

  /** Adds a folder whose files are listed. */
  void addListedFolder(int line, ListedPath folder) throws InventoryFormatException {
    widen(line, folder, folder.asFolder());
  }

  /** Says that folders below are listed too. */
  void setRecursive() {
    recursive = true;
  }

  /** Says which folder was listed, where the list states it. */
  void setRoot(int line, ListedPath folder) throws InventoryFormatException {
    String path = folder.asFolder();
    if (root.isPresent() && !root.get().equalsIgnoreCase(path)) {
      throw wrong(line, "a second folder that was listed, " + Printable.quoted(folder.text()));
    }
    root = Optional.of(path);
  }

  private void widen(int line, ListedPath path, String folder) throws InventoryFormatException {
    ListedPath shared = common.orElse(new ListedPath(folder, path.ofWindows()));
    ListedPath inside = new ListedPath(folder, path.ofWindows());
    boolean apart = anyFolder.orElse(inside).isAbsolute() != inside.isAbsolute();
    while (!apart && !shared.text().isEmpty() && !inside.isBelow(shared.text())) {
      shared = new ListedPath(above(shared.text()), path.ofWindows());
      apart = inside.isAbsolute() && !shared.isFolder();
    }
    if (apart) {
      throw wrong(
          line,
          Printable.quoted(path.text())
              + " is in no folder with those above; one folder is audited at a time");
    }
    common = Optional.of(shared);
    anyFolder = Optional.of(anyFolder.orElse(inside));
  }

  private static String above(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }

  /**
   * Returns the inventory, once.
   *
   * @param otherwise what the folder is called where the list does not say it
   */
  Inventory inventory(String otherwise) throws InventoryFormatException {
    OptionalInt undecided = times.undecidedLine();
    if (undecided.isPresent()) {
      throw wrong(undecided.getAsInt(), times.undecided());
    }
    String folder = root.orElse(common.map(ListedPath::text).orElse(""));
    int below = anyFolder.filter(ListedPath::isAbsolute).isPresent() ? folder.length() : 0;
    for (ListedEntry file : files) {
      if (below > 0 && !file.path().isBelow(folder)) {
        throw wrong(
            file.line(), Printable.quoted(file.path().text()) + " is not in the listed folder");
      }
    }
    requireDistinct(below);
    FileList.Builder observed = new FileList.Builder();
    boolean deep = recursive;
    while (!files.isEmpty()) { // each is let go, since there may be very many
      ObservedFile file = observed(files.removeLast(), below);
      deep |= file.path().indexOf('/') >= 0;
      observed.add(file);
    }
    return new Inventory(
        folder.isEmpty() ? otherwise : PortablePath.of(folder),
        deep,
        observed.build(),
        deep ? relative(linkedFolders, below).map(path -> new Gap(path, LINK)).toList() : List.of(),
        deep
            ? List.of()
            : Stream.of(folders, linkedFolders).flatMap(each -> relative(each, below)).toList(),
        List.of());
  }

  private static Stream<String> relative(List<ListedPath> paths, int below) {
    return paths.stream().map(path -> path.text().substring(below));
  }

  private ObservedFile observed(ListedEntry file, int below) {
    String path = file.path().text().substring(below);
    FileName name = FileName.ofStored(path.substring(path.lastIndexOf('/') + 1));
    return file.problem().isPresent()
        ? new ObservedFile.Unreadable(path, name, file.problem().get())
        : new ObservedFile.Readable(
            path,
            name,
            file.size(),
            times.decided(file.modified()),
            file.digests(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            file.version());
  }

  /** Keeps no more than a number of each path, but of those whose numbers are equal. */
  private void requireDistinct(int below) throws InventoryFormatException {
    long[] hashes = new long[files.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(files.get(i).path().canonical(below));
    }
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.add(sorted[i]);
      }
    }
    Map<String, ListedEntry> first = new HashMap<>();
    for (int i = 0; i < hashes.length && !repeated.isEmpty(); i++) {
      ListedEntry file = files.get(i);
      if (repeated.contains(hashes[i])) {
        ListedEntry before = first.putIfAbsent(file.path().canonical(below), file);
        if (before != null) {
          throw twice(file, before, below);
        }
      }
    }
  }

  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 0x9E3779B97F4A7C15L * (hash + text.charAt(i) + 1);
    }
    return hash;
  }

  private InventoryFormatException twice(ListedEntry file, ListedEntry before, int below) {
    return wrong(
        file.line(),
        Printable.quoted(file.path().text().substring(below))
            + " is there twice, in line "
            + before.line()
            + " too"
            + (below == 0 ? "; files of several folders are told apart by whole paths alone" : ""));
  }

  InventoryFormatException wrong(int line, String problem) {
    return new InventoryFormatException(source, line, problem);
  }
}
