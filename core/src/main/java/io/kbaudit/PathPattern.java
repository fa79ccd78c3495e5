package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Wildcards;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern of paths, and what it matches. What is there, and does not answer, is matched; so is
 * the way to a place where the first folders of it are there: left out, nobody would miss it.
 */
final class PathPattern {
  private static final String WILDCARDS = "*?[";

  /** Links may lead to one folder by any number of ways, of which a pattern matches each. */
  static final int MOST_FOUND = 1 << 16;

  private static final Set<String> INVENTORIES = Set.of("json", "csv");

  /**
   * What a pattern matches, or, with a reason, what it could not look for.
   *
   * @param stoodFor what the wildcards stand for
   */
  record Found(Path path, List<String> stoodFor, boolean file, Optional<Target.Unmatched> none) {}

  private final Path base;
  private final String text;
  private final String separators;
  private final List<Found> found = new ArrayList<>();

  private PathPattern(Path base, String text) {
    this.base = base;
    this.text = text;
    this.separators = "/" + base.getFileSystem().getSeparator();
  }

  /** Returns whether {@code text} is a pattern, and no path that is there. */
  static boolean isPattern(Path base, String text) {
    if (hasWildcards(text)) {
      try {
        return !Files.exists(base.resolve(text));
      } catch (RuntimeException e) { // no path, or of whatever provider
        return true;
      }
    }
    return false;
  }

  /** Returns what matches, by path; at least one, which says so where nothing does. */
  static List<Found> matches(Path base, String text) {
    return new PathPattern(base, text).matches();
  }

  private List<Found> matches() {
    int prefix = endOfPrefix();
    List<String> elements = elements(text.substring(prefix));
    try {
      Path from = base.resolve(text.substring(0, prefix));
      collect(new Found(from, List.of(), false, Optional.empty()), elements);
      found.sort(Comparator.comparing(Found::path));
    } catch (InvalidPathException e) {
      found.clear();
    }
    if (found.isEmpty()) {
      addUnmatched(new Target.Unmatched(base, text, "no folder or inventory matches it"));
    }
    return found;
  }

  private void addUnmatched(Target.Unmatched none) {
    found.add(new Found(none.path(), List.of(), false, Optional.of(none)));
  }

  /** Returns where the first element with a wildcard begins. */
  private int endOfPrefix() {
    int end = 0;
    for (int i = 0; i < text.length() && WILDCARDS.indexOf(text.charAt(i)) < 0; i++) {
      end = separators.indexOf(text.charAt(i)) >= 0 ? i + 1 : end;
    }
    return end;
  }

  private List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || separators.indexOf(path.charAt(i)) >= 0) {
        if (i > begin) {
          elements.add(path.substring(begin, i));
        }
        begin = i + 1;
      }
    }
    return elements;
  }

  private void collect(Found root, List<String> elements) {
    List<Found> level = List.of(root);
    List<Target.Unmatched> deadEnds = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String element = elements.get(i);
      boolean last = i == elements.size() - 1;
      List<Found> next = new ArrayList<>();
      for (Found above : level) {
        List<String> rest = elements.subList(i, elements.size());
        int before = next.size() + found.size();
        if (hasWildcards(element)) {
          next.addAll(below(above, element, rest, last));
        } else {
          kind(above.path().resolve(element), above.stoodFor(), last, true).ifPresent(next::add);
        }
        if (next.size() + found.size() == before && !above.stoodFor().isEmpty()) {
          deadEnds.add(
              new Target.Unmatched(
                  above.path(),
                  pattern(above, rest),
                  "no folder or inventory matches it, and others match the whole pattern"));
        }
        if (next.size() + deadEnds.size() > MOST_FOUND) {
          found.clear();
          addUnmatched(
              new Target.Unmatched(
                  base, text, "more than " + English.number(MOST_FOUND) + " folders match it"));
          return;
        }
      }
      level = next;
    }
    found.addAll(level);
    if (!level.isEmpty()) {
      deadEnds.forEach(this::addUnmatched);
    }
  }

  private String pattern(Found above, List<String> rest) {
    String begun = above.path().resolve("x").toString();
    return begun.substring(0, begun.length() - 1)
        + String.join(base.getFileSystem().getSeparator(), rest);
  }

  private List<Found> below(Found above, String element, List<String> rest, boolean last) {
    Wildcards wildcards = Wildcards.asInShell(element, isWindows());
    List<Found> below = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(above.path())) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (wildcards.match(name)) {
          List<String> stoodFor = new ArrayList<>(above.stoodFor());
          stoodFor.add(name);
          boolean called = element.indexOf('.') >= 0 || INVENTORIES.contains(extension(name));
          kind(entry, stoodFor, last, called).ifPresent(below::add);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | RuntimeException e) { // of whatever provider
      addUnmatched(
          new Target.Unmatched(
              above.path(),
              pattern(above, rest),
              "what matches it cannot be listed: " + Inventory.reason(asChecked(e))));
      return List.of();
    }
    return below;
  }

  private static IOException asChecked(Exception e) {
    if (e instanceof DirectoryIteratorException inStream) {
      return requireNonNull(inStream.getCause());
    }
    return e instanceof IOException checked ? checked : new IOException(e);
  }

  private boolean isWindows() {
    return base.getFileSystem().getSeparator().equals("\\");
  }

  /** Returns what a path is; absent if it surely is not there, or no place. */
  private static Optional<Found> kind(
      Path path, List<String> stoodFor, boolean last, boolean called) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      boolean file = attributes.isRegularFile();
      return attributes.isDirectory() || (last && file && called)
          ? Optional.of(new Found(path, stoodFor, file, Optional.empty()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) // a link, or a mount, that is gone
          ? Optional.of(new Found(path, stoodFor, false, Optional.empty()))
          : Optional.empty();
    } catch (IOException | RuntimeException e) { // of whatever provider
      return Optional.of(new Found(path, stoodFor, false, Optional.empty()));
    }
  }

  private static boolean hasWildcards(String text) {
    return text.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
  }

  private static String extension(String name) {
    return Letters.small(name.substring(name.lastIndexOf('.') + 1));
  }
}
