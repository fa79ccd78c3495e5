package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that one scan of a folder found, in the order of the paths. Immutable.
 *
 * @param folder as the caller named it
 * @param recursive whether the folders below were scanned too
 * @param files each at a path of its own
 * @param gaps paths below {@code folder} whose contents could not be listed, and why
 * @param foldersLeft paths of folders that were not scanned, since the scan was not recursive
 * @param linkLoops paths below {@code folder} of links that lead back to a folder above them
 */
public record Inventory(
    String folder,
    boolean recursive,
    List<ObservedFile> files,
    List<Gap> gaps,
    List<String> foldersLeft,
    List<String> linkLoops) {

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
   * @throws IllegalArgumentException if two files have one path
   */
  public Inventory {
    requireNonNull(folder, "folder");
    files = files.stream().sorted(Comparator.comparing(ObservedFile::path)).toList();
    gaps = gaps.stream().sorted(Comparator.comparing(Gap::path)).toList();
    foldersLeft = foldersLeft.stream().sorted().toList();
    linkLoops = linkLoops.stream().sorted().toList();
    Set<String> paths = new HashSet<>();
    for (ObservedFile file : files) {
      if (!paths.add(file.path())) {
        throw new IllegalArgumentException("two files have the path '" + file.path() + "'");
      }
    }
  }

  /**
   * Returns the inventory of a folder whose files are known from elsewhere, such as a database.
   *
   * @param files all that there are, those in folders below too
   */
  public static Inventory of(String folder, List<? extends ObservedFile> files) {
    boolean below = files.stream().anyMatch(file -> file.path().contains("/"));
    return new Inventory(folder, below, List.copyOf(files), List.of(), List.of(), List.of());
  }
}
