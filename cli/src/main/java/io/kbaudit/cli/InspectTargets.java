package io.kbaudit.cli;

import io.kbaudit.file.FileName;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeKind;
import io.kbaudit.report.InspectedFiles.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
   * @throws CannotAskException if an argument names nothing, or a folder without any such file
   */
  static InspectTargets find(List<String> arguments, boolean recursive) throws CannotAskException {
    Set<Path> files = new LinkedHashSet<>();
    Set<Unreadable> unreadable = new LinkedHashSet<>();
    for (String argument : arguments) {
      Path path = existing(argument);
      if (Files.isDirectory(path)) {
        Visitor visitor = visit(path, argument, recursive);
        files.addAll(visitor.files.values());
        unreadable.addAll(visitor.unreadable);
      } else {
        files.add(path);
      }
    }
    return new InspectTargets(List.copyOf(files), List.copyOf(unreadable));
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

  /** Returns a path as its user named it, with slashes. */
  static String named(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static Visitor visit(Path folder, String argument, boolean recursive)
      throws CannotAskException {
    Visitor visitor = new Visitor(folder);
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          recursive ? Integer.MAX_VALUE : 1,
          visitor);
    } catch (IOException e) {
      throw new CannotAskException(
          "the folder '" + argument + "' cannot be listed: " + Paths.reason(e), e);
    }
    if (visitor.files.isEmpty() && visitor.unreadable.isEmpty()) {
      throw new CannotAskException(
          "there is no file named as a package, program, library or driver in '"
              + argument
              + "'"
              + (recursive ? " or below" : "; --recursive looks below it too"));
    }
    return visitor;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final Set<Unreadable> unreadable = new LinkedHashSet<>();

    Visitor(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isDirectory() && isInspected(FileName.of(file).extension())) {
        files.put(named(file), file);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isInspected(String extension) {
      return MsiKind.ofExtension(extension).isPresent()
          || PeKind.ofExtension(extension).isPresent();
    }

    /** A link that leads back is left: nothing is lost. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(folder)) {
        throw failure;
      }
      if (!(failure instanceof FileSystemLoopException)) {
        unreadable.add(new Unreadable(named(file), Paths.reason(failure)));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder whose listing breaks off keeps what it gave. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
      if (failure != null) {
        unreadable.add(new Unreadable(named(directory), Paths.reason(failure)));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
