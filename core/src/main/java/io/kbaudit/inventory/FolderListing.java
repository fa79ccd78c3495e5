package io.kbaudit.inventory;

import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder, and what could not be listed, with one stat each: of those that need not
 * be opened all that is wanted, and of the others what is needed to read them. ({@link
 * Files#walkFileTree} breaks off where a provider throws what is no {@link IOException}.)
 */
final class FolderListing {
  /**
   * So many names are looked up by one thread before others help: for fewer, to start another costs
   * more than it saves.
   */
  private static final int NAMES_A_PIECE = 512;

  /**
   * A file that is still to be read. There may be a million: its path is made when it is.
   *
   * @param folder in which it is
   */
  record Unread(Path folder, ListedFile file) {
    Path path() {
      return folder.resolve(file.element());
    }
  }

  /**
   * A folder to be listed.
   *
   * @param real where it is, whatever links led to it
   * @param prefix its path with a slash behind it; empty for the scanned one
   * @param parent absent for the scanned one
   */
  private record Folder(
      Path path,
      Path real,
      String prefix,
      BasicFileAttributes attributes,
      @Nullable Folder parent) {
    String name() {
      return prefix.substring(0, prefix.length() - 1);
    }
  }

  /** A name in a folder. */
  private record Entry(Folder folder, Path path) {
    Path element() {
      return path.getFileName();
    }

    /** Returns its path below the scanned folder. */
    String name() {
      return folder.prefix() + element();
    }

    Path real() {
      return folder.real().resolve(element().toString());
    }

    Folder asFolder(BasicFileAttributes attributes) {
      return new Folder(path, real(), name() + "/", attributes, folder);
    }
  }

  /** What some names stand for. */
  private static final class Found {
    private final FileList.Builder files = new FileList.Builder();
    private final List<Unread> unread = new ArrayList<>();
    private final List<Folder> folders = new ArrayList<>();
    private final List<Folder> linkedFolders = new ArrayList<>();
    private final List<String> linksFollowed = new ArrayList<>();
    private final List<String> linkLoops = new ArrayList<>();
    private final List<Inventory.Gap> gaps = new ArrayList<>();

    /** How many are no folders. */
    private int count;

    private void addAll(Found other) {
      files.addAll(other.files);
      unread.addAll(other.unread);
      folders.addAll(other.folders);
      linkedFolders.addAll(other.linkedFolders);
      linksFollowed.addAll(other.linksFollowed);
      linkLoops.addAll(other.linkLoops);
      gaps.addAll(other.gaps);
      count += other.count;
    }
  }

  private static final String LINK_OUT = "it is a link that leads out of the folder";

  private final Path realRoot;
  private final Reach reach;
  private final FileFilter filter;
  private final FileObserver observer;
  private final Attendants attendants;
  private final StopSignal stop;
  private final ScanListener listener;
  private final SharedWork<List<Entry>, Found> work;
  private final Deque<Folder> open = new ArrayDeque<>();

  /** Those to which links lead, in an order that is not that in which they were come upon. */
  private final NavigableMap<String, Folder> linked = new TreeMap<>();

  /** Where folders out of the scanned one are that were listed, or will be. */
  private final Set<Path> reachedByLinks = new HashSet<>();

  private List<Entry> names = new ArrayList<>();
  private final FileList.Builder files = new FileList.Builder();
  private final Deque<Unread> unread = new ArrayDeque<>();
  private final List<Inventory.Gap> gaps = new ArrayList<>();
  private final List<String> foldersLeft = new ArrayList<>();
  private final List<String> linkLoops = new ArrayList<>();
  private final List<String> linksFollowed = new ArrayList<>();
  private long told;

  private FolderListing(
      Path realRoot,
      Reach reach,
      FileFilter filter,
      FileObserver observer,
      Attendants attendants,
      int mostHelpers,
      StopSignal stop,
      ScanListener listener) {
    this.realRoot = realRoot;
    this.reach = reach;
    this.filter = filter;
    this.observer = observer;
    this.attendants = attendants;
    this.stop = stop;
    this.listener = listener;
    this.work = new SharedWork<>(mostHelpers, this::lookUp, this::take, stop, stop::orGoOn);
  }

  /**
   * Lists {@code folder}.
   *
   * @param filter accepts the files that are looked at
   * @param mostHelpers how many threads may help to look up names
   * @throws IOException if it cannot be listed itself, or is stopped
   */
  static FolderListing of(
      Path folder,
      Reach reach,
      FileFilter filter,
      FileObserver observer,
      Attendants attendants,
      int mostHelpers,
      StopSignal stop,
      ScanListener listener)
      throws IOException {
    Folder root = attendants.ask(0, stop, stop::orGoOn, wanted -> root(folder));
    FolderListing listing =
        new FolderListing(
            root.real(), reach, filter, observer, attendants, mostHelpers, stop, listener);
    try (listing.work) {
      listing.open.push(root);
      listing.list();
    }
    return listing;
  }

  private static Folder root(Path folder) throws IOException {
    BasicFileAttributes attributes =
        Provider.ask(() -> Files.readAttributes(folder, BasicFileAttributes.class));
    if (!attributes.isDirectory()) {
      throw new NotDirectoryException(folder.toString());
    }
    return new Folder(folder, Provider.ask(folder::toRealPath), "", attributes, null);
  }

  /** Returns the files of which nothing has to be read, and those that cannot be. */
  FileList.Builder files() {
    return files;
  }

  /** Returns the files that are still to be read. */
  Deque<Unread> unread() {
    return unread;
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

  List<String> linksFollowed() {
    return linksFollowed;
  }

  /** Folders below are known once the names before them are looked up. */
  private void list() throws IOException {
    while (true) {
      if (!open.isEmpty()) {
        list(open.pop());
      } else if (!names.isEmpty()) {
        giveNames();
      } else if (!work.isTaken()) {
        work.takeOne();
      } else if (!linked.isEmpty()) {
        follow(linked.pollFirstEntry().getValue());
      } else {
        return;
      }
    }
  }

  private void giveNames() throws IOException {
    List<Entry> given = names;
    names = new ArrayList<>();
    work.give(given);
  }

  /** A folder whose listing breaks off keeps what it gave; the rest is a gap. */
  private void list(Folder folder) throws IOException {
    stop.orGoOn();
    try (Names entries = new Names(folder.path())) {
      Names.Some some;
      do {
        some = next(entries);
        for (Path each : some.paths()) {
          names.add(new Entry(folder, each));
          if (names.size() == NAMES_A_PIECE) {
            giveNames();
          }
        }
      } while (some.end() == null);
      if (some.end() instanceof Names.BrokenOff broken) {
        stop.orGoOn();
        if (folder.parent() == null) {
          throw broken.failure();
        }
        gaps.add(new Inventory.Gap(folder.name(), Provider.reason(broken.failure())));
      }
    }
  }

  private Names.Some next(Names entries) throws IOException {
    entries.isAsked = true;
    try {
      Names.Some some = attendants.ask(0, stop, stop::orGoOn, wanted -> entries.next());
      entries.isAsked = false;
      return some;
    } catch (Attendants.TimedOutException e) {
      return new Names.Some(List.of(), new Names.BrokenOff(e));
    }
  }

  /** The names in one folder, as its file system gives them. */
  private static final class Names implements AutoCloseable {
    /**
     * The next ones.
     *
     * @param end null where there may be more
     */
    record Some(List<Path> paths, @Nullable End end) {}

    /** Why there are no more. */
    private sealed interface End {}

    /** That was all. */
    private record Whole() implements End {}

    /** The file system gives no more of them, for a reason of its own. */
    private record BrokenOff(IOException failure) implements End {}

    private final Path folder;
    private @Nullable DirectoryStream<Path> stream;
    private @Nullable Iterator<Path> iterator;

    /** Whether somebody else may be at it, for whom whoever closes it would have to wait. */
    private boolean isAsked;

    private Names(Path folder) {
      this.folder = folder;
    }

    private Some next() {
      List<Path> paths = new ArrayList<>();
      try {
        Iterator<Path> from = opened();
        while (paths.size() < NAMES_A_PIECE) {
          if (!Provider.ask(from::hasNext)) {
            return new Some(paths, new Whole());
          }
          paths.add(Provider.ask(from::next));
        }
        return new Some(paths, null);
      } catch (IOException e) {
        return new Some(paths, new BrokenOff(e));
      }
    }

    @SuppressWarnings("StreamResourceLeak") // it is closed with these names
    private Iterator<Path> opened() throws IOException {
      if (iterator == null) {
        DirectoryStream<Path> opened = Provider.ask(() -> Files.newDirectoryStream(folder));
        stream = opened;
        iterator = Provider.ask(opened::iterator);
      }
      return iterator;
    }

    @Override
    public void close() throws IOException {
      DirectoryStream<Path> opened = stream;
      if (opened != null && !isAsked) {
        Provider.ask(
            () -> {
              opened.close();
              return opened;
            });
      }
    }
  }

  /** Looks up names; by whatever thread. Where one keeps the others waiting, each by itself. */
  private Found lookUp(List<Entry> entries, StopSignal ofThread) throws IOException {
    try {
      return attendants.ask(0, ofThread, ofThread::orGoOn, wanted -> lookUpAll(entries, wanted));
    } catch (Attendants.TimedOutException e) {
      Found found = new Found();
      for (Entry entry : entries) {
        found.addAll(lookUpInTime(entry, ofThread));
      }
      found.files.sort();
      return found;
    }
  }

  private Found lookUpInTime(Entry entry, StopSignal ofThread) throws IOException {
    try {
      return attendants.ask(
          0, ofThread, ofThread::orGoOn, wanted -> lookUpAll(List.of(entry), wanted));
    } catch (Attendants.TimedOutException e) {
      Found found = new Found();
      addUnknown(entry, found, Kind.TIMED_OUT, Provider.reason(e));
      return found;
    }
  }

  private Found lookUpAll(List<Entry> entries, StopSignal ofThread) throws IOException {
    Found found = new Found();
    for (Entry entry : entries) {
      ofThread.orGoOn();
      lookUp(entry, found, ofThread);
    }
    found.files.sort();
    return found;
  }

  private void lookUp(Entry entry, Found found, StopSignal ofThread) throws IOException {
    Optional<String> fault = WindowsNames.faultAt(entry.path());
    if (fault.isPresent()) {
      addUnknown(entry, found, Kind.NOT_READABLE, fault.get());
      return;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Provider.ask(
              () ->
                  Files.readAttributes(
                      entry.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      addUnknown(entry, found, Kind.CHANGED, "it was taken away while the folder was listed");
      return;
    } catch (IOException e) {
      ofThread.orGoOn();
      addUnknown(entry, found, Kind.NOT_READABLE, Provider.reason(e));
      return;
    }
    if (attributes.isRegularFile()) {
      addFile(entry, attributes, found, ofThread);
    } else if (attributes.isDirectory() && !attributes.isOther()) {
      found.folders.add(entry.asFolder(attributes));
    } else {
      lookUpLink(entry, attributes, found, ofThread);
    }
  }

  /** Looks up a link, or what may be one of Windows, which a reparse point need not be. */
  private void lookUpLink(Entry entry, BasicFileAttributes ofLink, Found found, StopSignal ofThread)
      throws IOException {
    BasicFileAttributes attributes;
    Path real;
    try {
      attributes =
          Provider.ask(() -> Files.readAttributes(entry.path(), BasicFileAttributes.class));
      if (attributes.isOther()) {
        addFile(entry, attributes, found, ofThread);
        return;
      }
      real = Provider.ask(entry.path()::toRealPath);
    } catch (IOException e) {
      ofThread.orGoOn();
      if (leadsNowhere(e)) {
        addFile(entry, ofLink, found, ofThread);
      } else {
        addUnknown(entry, found, Kind.NOT_READABLE, Provider.reason(e));
      }
      return;
    }
    boolean isLink = !real.equals(entry.real());
    boolean leadsOut = !real.startsWith(realRoot);
    if (attributes.isDirectory()) {
      addFolder(entry, attributes, real, isLink, leadsOut, found);
    } else if (leadsOut && !reach.followsLinks()) {
      addUnread(entry, found, Kind.LINK_LEFT, LINK_OUT);
    } else {
      if (isLink) {
        found.linksFollowed.add(entry.name());
      }
      addFile(entry, attributes, found, ofThread);
    }
  }

  private static boolean leadsNowhere(IOException failure) {
    return failure instanceof NoSuchFileException
        || failure instanceof FileSystemLoopException
        || Provider.reason(failure).startsWith("Too many levels of symbolic links");
  }

  /** A folder in the scanned one is scanned there, and no other need be where none below is. */
  private void addFolder(
      Entry entry,
      BasicFileAttributes attributes,
      Path real,
      boolean isLink,
      boolean leadsOut,
      Found found) {
    Folder folder = new Folder(entry.path(), real, entry.name() + "/", attributes, entry.folder());
    if (!isLink || !reach.recursive()) {
      found.folders.add(folder);
    } else if (!leadsOut) {
      found.linkLoops.add(entry.name());
    } else if (reach.followsLinks()) {
      found.linkedFolders.add(folder);
    } else {
      found.gaps.add(new Inventory.Gap(entry.name(), LINK_OUT));
    }
  }

  /** Adds what may be a file, or a folder with any number of them. */
  private void addUnknown(Entry entry, Found found, Kind kind, String reason) {
    addUnread(entry, found, kind, reason);
    if (reach.recursive()) {
      found.gaps.add(new Inventory.Gap(entry.name(), reason));
    }
  }

  private void addUnread(Entry entry, Found found, Kind kind, String reason) {
    found.count++;
    if (filter.accepts(entry.name())) {
      found.files.add(
          new ObservedFile.Unreadable(entry.name(), FileName.of(entry.element()), kind, reason));
    }
  }

  private void addFile(
      Entry entry, BasicFileAttributes attributes, Found found, StopSignal ofThread)
      throws IOException {
    found.count++;
    ListedFile file = ListedFile.of(entry.folder().prefix(), entry.element(), attributes);
    if (!filter.accepts(file.path())) {
      return;
    }
    if (observer.opens(file)) {
      found.unread.add(new Unread(entry.folder().path(), file));
    } else {
      found.files.add(observer.observe(entry.path(), file, ofThread, bytes -> {}));
    }
  }

  private void take(Found found) throws IOException {
    for (int i = 0; i < found.count; i++) {
      stop.orGoOn();
      told++;
      listener.listed(told);
    }
    files.addAll(found.files);
    unread.addAll(found.unread);
    found.gaps.stream().filter(gap -> !filter.leavesOut(gap.path())).forEach(gaps::add);
    linkLoops.addAll(found.linkLoops);
    linksFollowed.addAll(found.linksFollowed);
    found.linkedFolders.removeIf(folder -> filter.leavesOut(folder.name()));
    found.linkedFolders.forEach(folder -> linked.put(folder.name(), folder));
    found.folders.removeIf(folder -> filter.leavesOut(folder.name()));
    for (Folder folder : found.folders) {
      if (!reach.recursive()) {
        foldersLeft.add(folder.name());
      } else if (isWithin(folder, folder.parent())) {
        linkLoops.add(folder.name());
      } else if (folder.real().startsWith(realRoot)) {
        open.push(folder);
      } else {
        openOnce(folder);
      }
    }
  }

  private void follow(Folder link) {
    if (openOnce(link)) {
      linksFollowed.add(link.name());
    }
  }

  /**
   * Opens a folder out of the scanned one, to which many ways may lead, each with its turnings.
   *
   * @return whether it was not opened before
   */
  private boolean openOnce(Folder folder) {
    boolean isNew = reachedByLinks.add(folder.real());
    if (isNew) {
      open.push(folder);
    } else {
      linkLoops.add(folder.name());
    }
    return isNew;
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
  private static boolean isWithin(Folder entry, @Nullable Folder above) {
    for (Folder folder = above; folder != null; folder = folder.parent()) {
      Object key = entry.attributes().fileKey();
      Object other = folder.attributes().fileKey();
      if ((key != null && other != null)
          ? key.equals(other)
          : isSame(entry.path(), folder.path())) {
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
}
