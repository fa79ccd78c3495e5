package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * All that one scan of a folder found, in the order of the paths.
 *
 * @param folder as the caller named it
 * @param recursive whether the folders below were scanned too
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

  /** Sorts everything by path, so that the order of a directory never shows. */
  public Inventory {
    requireNonNull(folder, "folder");
    files = files.stream().sorted(Comparator.comparing(ObservedFile::path)).toList();
    gaps = gaps.stream().sorted(Comparator.comparing(Gap::path)).toList();
    foldersLeft = foldersLeft.stream().sorted().toList();
    linkLoops = linkLoops.stream().sorted().toList();
  }
}
