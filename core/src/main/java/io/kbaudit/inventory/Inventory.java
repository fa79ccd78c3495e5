package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that one scan of a folder found, in the order of the paths; or why there is none. Immutable.
 *
 * @param folder as the caller named it
 * @param recursive whether the folders below were scanned too
 * @param files each at a path of its own
 * @param gaps paths below {@code folder} whose contents could not be listed, and why
 * @param foldersLeft paths of folders that were not scanned, since the scan was not recursive
 * @param linkLoops paths below {@code folder} of links to folders that were scanned anyway, above
 *     them or elsewhere
 * @param linksFollowed paths below {@code folder} of links to what was looked at in their place:
 *     files in the folder itself, and, where that was asked for, files and folders out of it
 * @param label what its owner calls the computer that it is of; absent where nobody said
 * @param extent how far the files were looked into
 * @param unreachable why the folder as a whole could not be looked at, half a sentence: nothing is
 *     known of what is in it; absent where it was
 */
public record Inventory(
    String folder,
    boolean recursive,
    List<ObservedFile> files,
    List<Gap> gaps,
    List<String> foldersLeft,
    List<String> linkLoops,
    List<String> linksFollowed,
    Optional<String> label,
    Extent extent,
    Optional<String> unreachable) {

  /**
   * A folder that could not be listed.
   *
   * @param reason half a sentence
   */
  public record Gap(String path, String reason) {
    /** Checks that nothing is null. */
    public Gap {
      requireNonNull(path, "path");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * Sorts everything by path, so that the order of a directory never shows.
   *
   * @throws IllegalArgumentException if two files have one path, or if something was found in what
   *     could not be looked at
   */
  public Inventory {
    requireNonNull(folder, "folder");
    requireNonNull(label, "label");
    requireNonNull(extent, "extent");
    requireNonNull(unreachable, "unreachable");
    FileList sorted = FileList.of(files).sorted();
    files = sorted;
    gaps = gaps.stream().sorted((one, other) -> one.path().compareTo(other.path())).toList();
    foldersLeft = foldersLeft.stream().sorted().toList();
    linkLoops = linkLoops.stream().sorted().toList();
    linksFollowed = linksFollowed.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.repeatsPath(i)) {
        throw new IllegalArgumentException("two files have the path '" + sorted.path(i) + "'");
      }
    }
    if (unreachable.isPresent()
        && !(files.isEmpty() && gaps.isEmpty() && foldersLeft.isEmpty() && linkLoops.isEmpty())) {
      throw new IllegalArgumentException("something was found in what could not be looked at");
    }
  }

  /** Creates the inventory of a folder that was looked at, in which no link was followed. */
  public Inventory(
      String folder,
      boolean recursive,
      List<ObservedFile> files,
      List<Gap> gaps,
      List<String> foldersLeft,
      List<String> linkLoops,
      Optional<String> label,
      Extent extent) {
    this(
        folder,
        recursive,
        files,
        gaps,
        foldersLeft,
        linkLoops,
        List.of(),
        label,
        extent,
        Optional.empty());
  }

  /** Creates the inventory of a computer without label, whose files were only listed. */
  public Inventory(
      String folder,
      boolean recursive,
      List<ObservedFile> files,
      List<Gap> gaps,
      List<String> foldersLeft,
      List<String> linkLoops) {
    this(folder, recursive, files, gaps, foldersLeft, linkLoops, Optional.empty(), Extent.METADATA);
  }

  /** Returns this inventory of a computer that its owner calls so. */
  public Inventory withLabel(String name) {
    return new Inventory(
        folder,
        recursive,
        files,
        gaps,
        foldersLeft,
        linkLoops,
        linksFollowed,
        Optional.of(name),
        extent,
        unreachable);
  }

  /** Returns this inventory as a scan that looks at these files alone would have taken it. */
  public Inventory only(FileFilter filter) {
    return filter.acceptsAll()
        ? this
        : new Inventory(
            folder,
            recursive,
            FileList.of(files).filter(file -> filter.accepts(file.path())),
            gaps.stream().filter(gap -> !filter.leavesOut(gap.path())).toList(),
            foldersLeft.stream().filter(each -> !filter.leavesOut(each)).toList(),
            linkLoops,
            linksFollowed.stream().filter(filter::accepts).toList(),
            label,
            extent,
            unreachable);
  }

  /**
   * Returns this inventory as a scan that leaves the folders below would have taken it. An empty
   * folder below, of which a scan of all folders keeps nothing, is not known.
   */
  public Inventory withoutFoldersBelow() {
    if (!recursive) {
      return this;
    }
    Set<String> below = new TreeSet<>(linkLoops.stream().map(Inventory::first).toList());
    gaps.stream().map(gap -> first(gap.path())).forEach(below::add);
    linksFollowed.stream()
        .filter(path -> path.contains("/"))
        .map(Inventory::first)
        .forEach(below::add);
    files.stream()
        .map(ObservedFile::path)
        .filter(path -> path.contains("/"))
        .map(Inventory::first)
        .forEach(below::add);
    return new Inventory(
        folder,
        false,
        FileList.of(files).filter(file -> !file.path().contains("/")),
        List.of(),
        List.copyOf(below),
        List.of(),
        linksFollowed.stream().filter(path -> !path.contains("/")).toList(),
        label,
        extent,
        unreachable);
  }

  private static String first(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /**
   * Returns this inventory as an answer on all folders below: those that were left when it was
   * taken could not be listed.
   */
  public Inventory withFoldersBelow() {
    if (recursive) {
      return this;
    }
    List<Gap> all = new ArrayList<>(gaps);
    foldersLeft.forEach(
        path -> all.add(new Gap(path, "the inventory was taken without the folders below")));
    return new Inventory(
        folder, true, files, all, List.of(), linkLoops, linksFollowed, label, extent, unreachable);
  }

  /** Returns this inventory with these files alone. */
  public Inventory withFiles(List<ObservedFile> others) {
    return new Inventory(
        folder,
        recursive,
        others,
        gaps,
        foldersLeft,
        linkLoops,
        linksFollowed,
        label,
        extent,
        unreachable);
  }

  /**
   * Returns the inventory of a folder whose files are known from elsewhere, such as a database.
   *
   * @param files all that there are, those in folders below too
   */
  public static Inventory of(String folder, List<? extends ObservedFile> files) {
    boolean below = files.stream().anyMatch(file -> file.path().contains("/"));
    return new Inventory(folder, below, FileList.of(files), List.of(), List.of(), List.of());
  }

  /**
   * Returns the inventory of a folder that could not be looked at. An audit of it is undecided.
   *
   * @param folder as the caller named it
   * @param recursive whether the folders below were to be scanned too
   * @param reason half a sentence
   */
  public static Inventory unreachable(String folder, boolean recursive, String reason) {
    return new Inventory(
        folder,
        recursive,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Extent.METADATA,
        Optional.of(reason));
  }

  /**
   * Returns the same of a folder, or a saved inventory of one, that {@code failure} kept from being
   * looked at.
   *
   * @throws InterruptedIOException if that is not what happened: a scan was stopped, or its thread
   *     interrupted
   */
  public static Inventory unreachable(String folder, boolean recursive, IOException failure)
      throws InterruptedIOException {
    StopSignal.rethrow(failure);
    return unreachable(folder, recursive, reason(failure));
  }

  /** Returns why a folder, or a file that tells of one, could not be opened: half a sentence. */
  public static String reason(IOException failure) {
    return Provider.reasonOfWhole(failure);
  }
}
