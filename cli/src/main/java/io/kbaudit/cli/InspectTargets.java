package io.kbaudit.cli;

import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeKind;
import io.kbaudit.report.InspectedFiles.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * The files that a user's arguments name, each once.
 *
 * @param files in the order of the arguments; those of a folder by name
 * @param unreadable folders below that could not be listed
 */
record InspectTargets(List<Path> files, List<Unreadable> unreadable) {
  /** Copies the lists. */
  InspectTargets {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Finds the files.
   *
   * @param scanner lists folders
   * @throws CannotAskException if an argument names nothing, or a folder without any such file
   */
  static InspectTargets find(List<String> arguments, FolderScanner scanner)
      throws CannotAskException {
    Set<Path> files = new LinkedHashSet<>();
    Set<Unreadable> unreadable = new LinkedHashSet<>();
    for (String argument : arguments) {
      Path path = existing(argument);
      if (Files.isDirectory(path)) {
        InspectTargets found = in(path, argument, scanner);
        files.addAll(found.files);
        unreadable.addAll(found.unreadable);
      } else {
        files.add(path);
      }
    }
    return new InspectTargets(List.copyOf(files), List.copyOf(unreadable));
  }

  private static InspectTargets in(Path folder, String argument, FolderScanner scanner)
      throws CannotAskException {
    Inventory inventory = scan(scanner, folder, argument);
    List<Path> files = new ArrayList<>();
    Set<Unreadable> unreadable = new LinkedHashSet<>();
    for (ObservedFile file : inventory.files()) {
      if (isInspected(file)) {
        Optional<Path> place = ObservedFile.placeIn(folder, file.path());
        if (file instanceof ObservedFile.Unreadable unknown) {
          unreadable.add(unreadable(folder, file.path(), unknown.reason()));
        } else if (place.isEmpty()) {
          unreadable.add(unreadable(folder, file.path(), ObservedFile.NAME_IS_NO_TEXT));
        } else {
          files.add(place.get());
        }
      }
    }
    for (Inventory.Gap gap : inventory.gaps()) {
      unreadable.add(unreadable(folder, gap.path(), gap.reason()));
    }
    if (files.isEmpty() && unreadable.isEmpty()) {
      throw new CannotAskException(
          "there is no file named as a package, program, library or driver in '"
              + argument
              + "'"
              + (inventory.recursive() ? " or below" : "; --recursive looks below it too"));
    }
    return new InspectTargets(files, List.copyOf(unreadable));
  }

  /** Returns the file or folder of this name. */
  static Path existing(String argument) throws CannotAskException {
    if (argument.isEmpty()) {
      throw new CannotAskException("FILE is empty, and no file is called ''");
    }
    Path path = Paths.parse(argument);
    if (Files.notExists(path)) {
      throw new CannotAskException("no such file or folder: '" + argument + "'");
    }
    return path;
  }

  /** Returns the transform that is to be applied, if one is. */
  static Optional<Path> transform(ParseResult arguments) throws CannotAskException {
    String named = arguments.matchedOptionValue("--transform", null);
    if (named == null) {
      return Optional.empty();
    }
    Path path = existing(named);
    if (Files.isDirectory(path)) {
      throw new CannotAskException("--transform takes one FILE, and '" + named + "' is a folder");
    }
    return Optional.of(path);
  }

  private static Unreadable unreadable(Path folder, String path, String reason) {
    return new Unreadable(ObservedFile.named(folder, path), reason);
  }

  private static Inventory scan(FolderScanner scanner, Path folder, String argument)
      throws CannotAskException {
    try {
      return scanner.scan(folder);
    } catch (IOException e) {
      throw new CannotAskException(
          "the folder '" + argument + "' cannot be listed: " + Paths.reason(e), e);
    }
  }

  private static boolean isInspected(ObservedFile file) {
    String extension = file.name().extension();
    return MsiKind.ofExtension(extension).isPresent() || PeKind.ofExtension(extension).isPresent();
  }
}
