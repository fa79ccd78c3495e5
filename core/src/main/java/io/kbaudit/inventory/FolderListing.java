package io.kbaudit.inventory;

import io.kbaudit.file.FileName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder, and what could not be listed, with one stat each. ({@link
 * Files#walkFileTree} breaks off where a provider throws what is no {@link IOException}.)
 */
final class FolderListing {
  /** A file, which may still have to be read. */
  record Entry(Path file, String path, BasicFileAttributes attributes) {}

  /**
   * A folder to be listed.
   *
   * @param prefix its path with a slash behind it; empty for the scanned one
   * @param parent absent for the scanned one
   */
  private record Folder(
      Path path, String prefix, BasicFileAttributes attributes, @Nullable Folder parent) {
    String name() {
      return prefix.substring(0, prefix.length() - 1);
    }
  }

  private final boolean recursive;
  private final StopSignal stop;
  private final ScanListener listener;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final List<Entry> files = new ArrayList<>();
  private final List<ObservedFile> unreadable = new ArrayList<>();
  private final List<Inventory.Gap> gaps = new ArrayList<>();
  private final List<String> foldersLeft = new ArrayList<>();
  private final List<String> linkLoops = new ArrayList<>();

  private FolderListing(boolean recursive, StopSignal stop, ScanListener listener) {
    this.recursive = recursive;
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Lists {@code folder}.
   *
   * @throws IOException if it cannot be listed itself, or is stopped
   */
  static FolderListing of(Path folder, boolean recursive, StopSignal stop, ScanListener listener)
      throws IOException {
    FolderListing listing = new FolderListing(recursive, stop, listener);
    listing.open.push(new Folder(folder, "", attributes(folder), null));
    while (!listing.open.isEmpty()) {
      listing.list(listing.open.pop());
    }
    return listing;
  }

  List<Entry> files() {
    return files;
  }

  /** Returns the files of which not even the metadata can be read. */
  List<ObservedFile> unreadable() {
    return unreadable;
  }

  List<Inventory.Gap> gaps() {
    return gaps;
  }

  List<String> foldersLeft() {
    return foldersLeft;
  }

  List<String> linkLoops() {
    return linkLoops;
  }

  /** A folder whose listing breaks off keeps what it gave; the rest is a gap. */
  private void list(Folder folder) throws IOException {
    stop.orGoOn();
    List<Path> entries = new ArrayList<>();
    try {
      Provider.ask(() -> addEntries(folder.path(), entries));
    } catch (IOException e) {
      stop.orGoOn();
      if (folder.parent() == null) {
        throw e;
      }
      gaps.add(new Inventory.Gap(folder.name(), Provider.reason(e)));
    }
    for (Path entry : entries) {
      stop.orGoOn();
      take(entry, folder);
    }
  }

  private static boolean addEntries(Path folder, List<Path> entries) throws IOException {
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
      listed.forEach(entries::add);
      return true;
    }
  }

  private void take(Path entry, Folder folder) throws IOException {
    String path = folder.prefix() + entry.getFileName();
    BasicFileAttributes attributes;
    try {
      attributes = attributes(entry);
    } catch (IOException e) {
      stop.orGoOn();
      unreadable.add(new ObservedFile.Unreadable(path, FileName.of(entry), Provider.reason(e)));
      tellOfOneMore();
      return;
    }
    if (!attributes.isDirectory()) {
      files.add(new Entry(entry, path, attributes));
      tellOfOneMore();
    } else if (!recursive) {
      foldersLeft.add(path);
    } else if (isWithin(entry, attributes, folder)) {
      linkLoops.add(path);
    } else {
      open.push(new Folder(entry, path + "/", attributes, folder));
    }
  }

  /** Returns the attributes of what a link leads to; of the link itself if it leads nowhere. */
  static BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Provider.ask(() -> Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException e) {
      return Provider.ask(
          () -> Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }
  }

  /** Returns whether a folder is {@code above} or one above that, to which a link leads back. */
  private static boolean isWithin(Path entry, BasicFileAttributes attributes, Folder above) {
    for (Folder folder = above; folder != null; folder = folder.parent()) {
      Object key = attributes.fileKey();
      Object other = folder.attributes().fileKey();
      if ((key != null && other != null) ? key.equals(other) : isSame(entry, folder.path())) {
        return true;
      }
    }
    return false;
  }

  /** Two folders that cannot be told apart are taken for two. */
  private static boolean isSame(Path entry, Path folder) {
    try {
      return Provider.ask(() -> Files.isSameFile(entry, folder));
    } catch (IOException e) {
      return false;
    }
  }

  private void tellOfOneMore() {
    listener.listed((long) files.size() + unreadable.size());
  }
}
