package io.kbaudit.inventory.listing;

import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The files that a list has, of which there may be very many: each is kept in a few bytes. */
final class ListedEntries extends AbstractList<ListedEntry> {
  /** In front of a whole path, which may begin with slashes. */
  private static final String ABOVE = "x/";

  /** Each at its whole path. */
  private final FileList.Builder files = new FileList.Builder();

  private final BitSet ofWindows = new BitSet();
  private final BitSet eitherOrder = new BitSet();
  private int[] lines = new int[1024];

  @Override
  public boolean add(ListedEntry entry) {
    int index = files.size();
    lines = index == lines.length ? Arrays.copyOf(lines, 2 * index) : lines;
    lines[index] = entry.line();
    ofWindows.set(index, entry.path().ofWindows());
    eitherOrder.set(index, entry.modified().eitherOrder());
    files.add(asFile(entry));
    return true;
  }

  @Override
  public ListedEntry get(int index) {
    return entry(index, files.get(index));
  }

  /** Returns the last, which is kept no longer. */
  ListedEntry removeLast() {
    return entry(files.size() - 1, files.removeLast());
  }

  @Override
  public int size() {
    return files.size();
  }

  private static ObservedFile asFile(ListedEntry entry) {
    String path = ABOVE + entry.path().text();
    FileName name = FileName.ofStored(path.substring(path.lastIndexOf('/') + 1));
    return entry.problem().isPresent()
        ? new ObservedFile.Unreadable(path, name, entry.problem().get())
        : new ObservedFile.Readable(
            path,
            name,
            entry.size(),
            entry.modified().monthFirst(),
            entry.digests(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            entry.version());
  }

  private ListedEntry entry(int index, ObservedFile file) {
    ListedPath path = new ListedPath(file.path().substring(ABOVE.length()), ofWindows.get(index));
    if (file instanceof ObservedFile.Readable readable) {
      return new ListedEntry(
          lines[index],
          path,
          readable.sizeBytes(),
          new ListedTime(readable.modified(), eitherOrder.get(index)),
          readable.listedVersion(),
          readable.digests(),
          Optional.empty());
    }
    return new ListedEntry(
        lines[index],
        path,
        0,
        ListedTime.sure(Instant.EPOCH),
        Optional.empty(),
        Digests.NONE,
        Optional.of(((ObservedFile.Unreadable) file).reason()));
  }
}
