package io.kbaudit.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kbaudit.file.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A package folder and a share, beside each other in a folder of nothing else. */
final class Scene {
  private static final FileTime NEW = FileTime.from(Instant.parse("2011-03-10T10:04:37Z"));
  private static final FileTime OLD = FileTime.from(Instant.parse("2009-01-02T03:04:05Z"));

  private final Path root;
  private final Path packageFolder;
  private final Path share;

  /** A scene in a folder that does not exist yet. */
  Scene(Path root, String packageFolder, String share) throws IOException {
    this.root = root;
    this.packageFolder = Files.createDirectories(root.resolve(packageFolder));
    this.share = Files.createDirectory(root.resolve(share));
  }

  Path root() {
    return root;
  }

  Path packageFolder() {
    return packageFolder;
  }

  Path share() {
    return share;
  }

  /** Puts a file into the package, and returns how {@link #tree} shows it wherever it is. */
  String ship(String name) throws IOException {
    return write(packageFolder.resolve(name), "new " + name, NEW);
  }

  /** Puts a file onto the share, and returns how {@link #tree} shows it wherever it is. */
  String install(String name) throws IOException {
    return write(share.resolve(name), "old " + name, OLD);
  }

  private static String write(Path file, String text, FileTime time) throws IOException {
    Files.writeString(file, text, UTF_8);
    Files.setLastModifiedTime(file, time);
    return shown(file);
  }

  /**
   * Returns steps that replace or add a file of each name, and puts the files where they belong.
   */
  List<CopyStep> stepsFor(List<String> names) throws IOException {
    List<CopyStep> steps = new ArrayList<>();
    for (String name : names) {
      ship(name);
      install(name);
      steps.add(step(name, name, Optional.of(name + ".before")));
    }
    for (String name : names) {
      steps.add(step(name, "another " + name, Optional.empty()));
    }
    return steps;
  }

  /** Returns a step that copies a file of the package, as it is now. */
  CopyStep step(String from, String to, Optional<String> backUp) throws IOException {
    byte[] contents = Files.readAllBytes(packageFolder.resolve(from));
    MessageDigest digest = Digest.Algorithm.SHA256.newDigest();
    digest.update(contents);
    return new CopyStep(
        from, to, backUp, contents.length, Optional.of(Digest.of(Digest.Algorithm.SHA256, digest)));
  }

  /** Cuts a file of the package short, and keeps its time. */
  void cut(String name) throws IOException {
    write(packageFolder.resolve(name), "new", NEW);
  }

  /** Returns every file and folder by its path from the root, with its content and time. */
  SortedMap<String, String> tree() throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        tree.put(root.relativize(path).toString(), shown(path));
      }
    }
    return tree;
  }

  /** Returns the tree that is expected once the steps are done. */
  SortedMap<String, String> treeAfter(List<CopyStep> steps) throws IOException {
    SortedMap<String, String> tree = tree();
    for (CopyStep step : steps) {
      step.backUp().ifPresent(kept -> tree.put(onShare(kept), tree.get(onShare(step.to()))));
      tree.put(onShare(step.to()), shown(packageFolder.resolve(step.from())));
    }
    return tree;
  }

  private String onShare(String name) {
    return root.relativize(share.resolve(name)).toString();
  }

  private static String shown(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return "folder";
    }
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    return Files.readString(path, UTF_8)
        + " @ "
        + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
  }
}
