package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a compound file ([MS-CFB] 2.6): storages and streams, each storage's as a tree
 * of siblings. What cannot be right is noted and passed over; what is left can be read.
 */
final class OleDirectory {
  /** Bytes of one entry ([MS-CFB] 2.6.1). */
  private static final int ENTRY_BYTES = 128;

  /** The Name field, its terminating zero included ([MS-CFB] 2.6.1). */
  private static final int MAX_NAME_BYTES = 64;

  /** No sibling, no child ([MS-CFB] 2.6.1). */
  private static final int NO_STREAM = 0xFFFFFFFF;

  private static final int ROOT_INDEX = 0;

  /** Sectors of this size have a Stream Size of 32 bits ([MS-CFB] 2.6.1). */
  private static final int VERSION_3_SECTOR_BYTES = 512;

  private final Map<Integer, OleEntry> entries = new HashMap<>();
  private final Map<Integer, List<OleEntry>> children = new HashMap<>();
  private final List<OleProblem> problems = new ArrayList<>();

  private OleDirectory() {}

  /**
   * Reads the directory.
   *
   * @throws OleFormatException if it has no root, or its chain breaks off before the root
   */
  static OleDirectory read(SectorStore store) throws IOException {
    OleDirectory directory = new OleDirectory();
    directory.readEntries(store);
    if (directory.entries.get(ROOT_INDEX) == null
        || directory.root().type() != OleEntry.Type.ROOT) {
      throw new OleFormatException(
          OleProblem.Kind.DAMAGED, "its directory does not begin with the root storage");
    }
    directory.walk();
    return directory;
  }

  OleEntry root() {
    OleEntry root = entries.get(ROOT_INDEX);
    if (root == null) {
      throw new IllegalStateException("a directory without root was not refused");
    }
    return root;
  }

  /** Returns what a storage holds, in the order of its tree. */
  List<OleEntry> childrenOf(OleEntry storage) {
    return children.getOrDefault(storage.index(), List.of());
  }

  List<OleProblem> problems() {
    return problems;
  }

  private void readEntries(SectorStore store) throws IOException {
    BitSet seen = new BitSet();
    int sector = store.directoryStart();
    int index = 0;
    while (store.isDescribed(sector) && !seen.get(sector)) {
      seen.set(sector);
      long missing = store.offsetOf(sector) + store.sectorBytes() - store.fileBytes();
      if (missing > 0) {
        throw new OleFormatException(
            OleProblem.Kind.TRUNCATED,
            "the file ends at byte "
                + Numbers.grouped(store.fileBytes())
                + ", within its directory");
      }
      ByteBuffer bytes = store.read(sector);
      for (int offset = 0; offset < store.sectorBytes(); offset += ENTRY_BYTES) {
        readEntry(index++, bytes.slice(offset, ENTRY_BYTES).order(bytes.order()), store);
      }
      sector = store.next(sector);
    }
    if (sector != SectorStore.END_OF_CHAIN) {
      damaged(
          "its directory goes on in sector "
              + Numbers.sector(sector)
              + ", which "
              + (store.isDescribed(sector) ? "is part of it already" : "there is not"));
    }
  }

  /** Offsets are those of [MS-CFB] 2.6.1. */
  private void readEntry(int index, ByteBuffer bytes, SectorStore store) {
    byte objectType = bytes.get(66);
    if (objectType == 0) {
      return;
    }
    OleEntry.Type type =
        switch (objectType) {
          case 1 -> OleEntry.Type.STORAGE;
          case 2 -> OleEntry.Type.STREAM;
          case 5 -> OleEntry.Type.ROOT;
          default -> null;
        };
    int nameBytes = Short.toUnsignedInt(bytes.getShort(64));
    boolean nameFits = nameBytes >= 2 && nameBytes <= MAX_NAME_BYTES && nameBytes % 2 == 0;
    if (type == null || !nameFits || (type == OleEntry.Type.ROOT) != (index == ROOT_INDEX)) {
      damaged(
          "directory entry "
              + index
              + (nameFits
                  ? " has type " + Byte.toUnsignedInt(objectType)
                  : ": name length " + nameBytes + ", not an even 2 to " + MAX_NAME_BYTES));
      return;
    }
    unlikeEntries(type, bytes, nameBytes)
        .ifPresent(how -> damaged("directory entry " + index + " " + how));
    long sizeBytes = bytes.getLong(120);
    if (store.sectorBytes() == VERSION_3_SECTOR_BYTES) {
      sizeBytes &= 0xFFFF_FFFFL;
    }
    if (sizeBytes < 0) {
      damaged("directory entry " + index + " has a size of more than 63 bits");
      return;
    }
    entries.put(
        index,
        new OleEntry(
            index,
            name(bytes, nameBytes),
            type,
            guid(bytes, 80),
            bytes.getInt(96),
            bytes.getLong(100),
            bytes.getLong(108),
            bytes.getInt(68),
            bytes.getInt(72),
            bytes.getInt(76),
            bytes.getInt(116),
            sizeBytes));
  }

  /**
   * Returns what no entry is like ([MS-CFB] 2.6.1), in half a sentence: a stream has neither class
   * nor child nor times, and its flags are for others; the name ends where its length says.
   */
  private static Optional<String> unlikeEntries(
      OleEntry.Type type, ByteBuffer bytes, int nameBytes) {
    if (!isZero(bytes, nameBytes - 2, MAX_NAME_BYTES)) {
      return Optional.of("has a name that goes on behind its end");
    }
    if (bytes.get(67) != 0 && bytes.get(67) != 1) {
      return Optional.of("has the color " + Byte.toUnsignedInt(bytes.get(67)));
    }
    if (type == OleEntry.Type.STREAM
        && (!isZero(bytes, 80, 116) || bytes.getInt(76) != NO_STREAM)) {
      return Optional.of(
          "is a stream, and has what storages have: a class, flags, a time or a child");
    }
    boolean hasSiblings = bytes.getInt(68) != NO_STREAM || bytes.getInt(72) != NO_STREAM;
    return type == OleEntry.Type.ROOT && hasSiblings
        ? Optional.of("is the root storage, and has a sibling")
        : Optional.empty();
  }

  private static boolean isZero(ByteBuffer bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes.get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(ByteBuffer bytes, int nameBytes) {
    StringBuilder name = new StringBuilder();
    for (int offset = 0; offset < nameBytes - 2; offset += 2) {
      name.append(bytes.getChar(offset));
    }
    return name.toString();
  }

  /** The packet form of a GUID ([MS-DTYP] 2.3.4.2): three groups little endian, two as printed. */
  static UUID guid(ByteBuffer bytes, int offset) {
    long high =
        ((long) bytes.getInt(offset) << 32)
            | ((long) Short.toUnsignedInt(bytes.getShort(offset + 4)) << 16)
            | Short.toUnsignedInt(bytes.getShort(offset + 6));
    return new UUID(high, Long.reverseBytes(bytes.getLong(offset + 8)));
  }

  /** Collects each storage's children, and tells the entries that no tree leads to. */
  private void walk() {
    BitSet reached = new BitSet();
    reached.set(ROOT_INDEX);
    Deque<OleEntry> storages = new ArrayDeque<>(List.of(root()));
    while (!storages.isEmpty()) {
      OleEntry storage = storages.pop();
      List<OleEntry> found = siblings(storage, reached);
      requireOrder(found);
      children.put(storage.index(), found);
      found.stream().filter(entry -> entry.type() == OleEntry.Type.STORAGE).forEach(storages::push);
    }
    entries.keySet().stream()
        .sorted()
        .filter(index -> !reached.get(index))
        .findFirst()
        .ifPresent(index -> damaged("directory entry " + index + " is in no storage's tree"));
  }

  /** Returns the entries of the tree under a storage, left ones first. */
  private List<OleEntry> siblings(OleEntry storage, BitSet reached) {
    List<OleEntry> found = new ArrayList<>();
    Deque<OleEntry> open = new ArrayDeque<>();
    int next = storage.child();
    OleEntry from = storage;
    while (next != NO_STREAM || !open.isEmpty()) {
      OleEntry entry = reach(next, from, reached);
      if (entry != null) {
        open.push(entry);
        from = entry;
        next = entry.left();
      } else if (open.isEmpty()) {
        break;
      } else {
        OleEntry leftmost = open.pop();
        found.add(leftmost);
        from = leftmost;
        next = leftmost.right();
      }
    }
    return found;
  }

  /** Siblings are in the order of their names, without which Windows does not find them. */
  private void requireOrder(List<OleEntry> siblings) {
    for (int i = 1; i < siblings.size(); i++) {
      OleEntry before = siblings.get(i - 1);
      OleEntry entry = siblings.get(i);
      if (compareNames(before.name(), entry.name()) >= 0) {
        damaged(
            "directory entry "
                + entry.index()
                + " does not follow entry "
                + before.index()
                + " by name, and stands behind it in the tree");
        return;
      }
    }
  }

  /** Shorter names come first, then those of lower upper-case units ([MS-CFB] 2.6.4). */
  private static int compareNames(String one, String other) {
    int compared = Integer.compare(one.length(), other.length());
    for (int i = 0; compared == 0 && i < one.length(); i++) {
      compared =
          Character.compare(
              Character.toUpperCase(one.charAt(i)), Character.toUpperCase(other.charAt(i)));
    }
    return compared;
  }

  private @Nullable OleEntry reach(int index, OleEntry from, BitSet reached) {
    if (index == NO_STREAM) {
      return null;
    }
    OleEntry entry = entries.get(index);
    if (entry == null || reached.get(index)) {
      damaged(
          "directory entry "
              + from.index()
              + " leads to entry "
              + Integer.toUnsignedString(index)
              + ", which is "
              + (entry == null ? "none" : "reached already"));
      return null;
    }
    reached.set(index);
    return entry;
  }

  private void damaged(String text) {
    problems.add(new OleProblem(OleProblem.Kind.DAMAGED, text));
  }
}
