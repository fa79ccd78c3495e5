package io.kbaudit.msi.ole;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Holds the tables of a compound file to each other and to the file's size, without reading the
 * content of its streams: every chain is as long as its stream, within the file, and alone in its
 * sectors; nothing follows the sectors that there are. Sectors that nothing refers to are said, and
 * so are those at the end that are free: the format allows both.
 */
final class ContainerCheck {
  private final SectorStore store;
  private final MiniStream miniStream;
  private final UnaryOperator<String> naming;

  /** Where the range lock sector begins ([MS-CFB] 2.9.1). */
  private static final long RANGE_LOCK = 0x7FFF_FF00L;

  /** Zeros at the end that fill so many bytes of streams are no content. */
  private static final int FEWEST_ZEROS = 1024;

  private final BitSet claimed = new BitSet();

  private final long zerosFrom;

  /** Whether there are zeros enough to be more than the rest of a sector. */
  private final boolean endsWithZeros;

  private final Set<String> streamsInZeros = new HashSet<>();

  /** What the format allows, which is said only of a file that is whole. */
  private final List<OleProblem> unused = new ArrayList<>();

  private int inZeros;

  private final BitSet claimedMini = new BitSet();
  private final List<OleProblem> problems = new ArrayList<>();
  private String cutStream = "";
  private long endOfCut;

  /**
   * Creates the check.
   *
   * @param naming makes stored names fit for people
   * @param zerosFrom where the zeros begin that the file ends with
   */
  ContainerCheck(
      SectorStore store, MiniStream miniStream, UnaryOperator<String> naming, long zerosFrom) {
    this.zerosFrom = zerosFrom;
    this.endsWithZeros = ZeroTail.explains(zerosFrom, store.fileBytes());
    this.store = store;
    this.miniStream = miniStream;
    this.naming = naming;
  }

  /**
   * Returns what is wrong; nothing in a sound file.
   *
   * @param ofHeader what is wrong with the header
   */
  List<OleProblem> run(List<OleProblem> ofHeader, OleDirectory directory) throws IOException {
    problems.addAll(ofHeader);
    problems.addAll(directory.problems());
    claimed.or(store.tableSectors());
    claim("the directory", store.directoryStart(), 0);
    claim("the mini FAT", store.miniFatStart(), 0);
    OleEntry root = directory.root();
    claim("the mini stream", root.firstSector(), root.sizeBytes());
    Deque<Located> storages = new ArrayDeque<>(List.of(new Located("", root)));
    while (!storages.isEmpty()) {
      Located storage = storages.pop();
      for (OleEntry entry : directory.childrenOf(storage.entry())) {
        String path = storage.path() + naming.apply(entry.name());
        if (entry.type() == OleEntry.Type.STORAGE) {
          storages.push(new Located(path + "/", entry));
        } else if (entry.sizeBytes() > 0) {
          claimStream(path, entry);
        }
      }
    }
    tellWhereTheFileEnds();
    findUnused();
    if (problems.stream().noneMatch(ContainerCheck::breaksChains)) {
      problems.addAll(unused);
    }
    return problems;
  }

  /** Returns what is in the zeros that the file ends with; after {@link #run}. */
  ZeroTail zeroTail() {
    return new ZeroTail(zerosFrom, store.fileBytes(), inZeros > 0, streamsInZeros);
  }

  /** Returns whether a sector holds nothing but zeros of those that the file ends with. */
  private boolean isInZeros(int sector) {
    return endsWithZeros
        && store.offsetOf(sector) >= zerosFrom
        && store.offsetOf(sector + 1) <= store.fileBytes();
  }

  private record Located(String path, OleEntry entry) {}

  private void claimStream(String path, OleEntry stream) {
    String owner = "the stream '" + path + "'";
    if (stream.isMini()) {
      miniStream.check(owner, stream, claimedMini).ifPresent(this::damaged);
    } else {
      int before = inZeros;
      claim(owner, stream.firstSector(), stream.sizeBytes());
      if ((long) (inZeros - before) * store.sectorBytes() >= FEWEST_ZEROS) {
        streamsInZeros.add(path);
      }
    }
  }

  /** Follows one chain to its end; a stream may have more sectors than it needs, but not fewer. */
  private void claim(String owner, int first, long sizeBytes) {
    int sectorBytes = store.sectorBytes();
    long wanted = (sizeBytes + sectorBytes - 1) / sectorBytes;
    long steps = 0;
    int sector = first;
    while (store.isDescribed(sector)) {
      if (claimed.get(sector)) {
        damaged(owner + " goes on in sector " + Numbers.sector(sector) + ", which is in use");
        return;
      }
      claimed.set(sector);
      steps++;
      long used = steps < wanted ? sectorBytes : lastSectorBytes(sizeBytes, steps, wanted);
      noteIfCut(owner, store.offsetOf(sector) + used);
      if (used == sectorBytes && isInZeros(sector)) {
        inZeros++;
      }
      sector = store.next(sector);
    }
    if (steps < wanted) {
      damaged(
          owner
              + " has "
              + Numbers.grouped(steps)
              + " of the "
              + Numbers.grouped(wanted)
              + " sectors that its size needs");
    } else if (sizeBytes > 0 && steps > wanted) {
      unused.add(
          new OleProblem(
              OleProblem.Kind.UNUSED_SECTORS,
              owner
                  + " has "
                  + Numbers.grouped(steps)
                  + " sectors, and its size needs "
                  + Numbers.grouped(wanted)));
    } else if (sector != SectorStore.END_OF_CHAIN && steps > 0) {
      damaged(owner + " ends in " + Numbers.sector(sector) + ", which is no end of a chain");
    }
  }

  /** The last sector of a file need only be there as far as it is used. */
  private long lastSectorBytes(long sizeBytes, long steps, long wanted) {
    if (sizeBytes == 0) {
      return store.sectorBytes();
    }
    return steps == wanted ? sizeBytes - (wanted - 1) * store.sectorBytes() : 0;
  }

  private void noteIfCut(String owner, long end) {
    if (end > store.fileBytes() && end > endOfCut) {
      cutStream = cutStream.isEmpty() ? owner : cutStream;
      endOfCut = end;
    }
  }

  private void tellWhereTheFileEnds() {
    if (endOfCut > 0) {
      problems.add(
          new OleProblem(
              OleProblem.Kind.TRUNCATED,
              "the file ends at byte "
                  + Numbers.grouped(store.fileBytes())
                  + ", but "
                  + cutStream
                  + " goes on; "
                  + Numbers.grouped(endOfCut - store.fileBytes())
                  + " bytes are missing"));
      return;
    }
    long endOfUse = store.offsetOf(store.lastInUse() + 1);
    long endOfFree = store.offsetOf(endOfWholeSectors());
    if (store.fileBytes() > Math.max(endOfUse, endOfFree)) {
      long trailing = store.fileBytes() - endOfUse;
      problems.add(
          new OleProblem(
              OleProblem.Kind.TRAILING_BYTES,
              Numbers.grouped(trailing)
                  + (trailing == 1 ? " byte follows" : " bytes follow")
                  + " the last sector in use, which ends at byte "
                  + Numbers.grouped(endOfUse)));
    } else if (endOfFree > endOfUse) {
      addUnused((endOfFree - endOfUse) / store.sectorBytes(), "at its end", "free");
    }
  }

  /** Returns the number of sectors that the file has whole, as far as the FAT describes them. */
  private int endOfWholeSectors() {
    return (int) Math.min(store.fileBytes() / store.sectorBytes() - 1, store.described());
  }

  private void findUnused() {
    int end = endOfWholeSectors();
    long sectors = 0;
    for (int sector = 0; sector < end; sector++) {
      int next = store.next(sector);
      boolean isOfTables = next == SectorStore.OF_FAT || next == SectorStore.OF_DIFAT;
      boolean isUsed = isOfTables || claimed.get(sector) || isRangeLock(sector);
      if (next != SectorStore.FREE && !isUsed) {
        sectors++;
      }
    }
    if (sectors > 0) {
      addUnused(
          sectors, "in it", "allocated, and nothing refers to " + (sectors == 1 ? "it" : "them"));
    }
    int unusedMini = miniStream.allocatedWithout(claimedMini);
    if (unusedMini > 0) {
      unused.add(
          new OleProblem(
              OleProblem.Kind.UNUSED_SECTORS,
              Numbers.grouped(unusedMini)
                  + (unusedMini == 1
                      ? " mini sector in it is allocated, and nothing refers to it: "
                      : " mini sectors in it are allocated, and nothing refers to them: ")
                  + Numbers.grouped((long) unusedMini * MiniStream.SECTOR_BYTES)
                  + " bytes"));
    }
  }

  /** In a file of that size no program uses this sector: its bytes stand for locks. */
  private boolean isRangeLock(int sector) {
    return store.offsetOf(sector) <= RANGE_LOCK && store.offsetOf(sector + 1) > RANGE_LOCK;
  }

  private static boolean breaksChains(OleProblem problem) {
    return problem.isDamage() && problem.kind() != OleProblem.Kind.TRAILING_BYTES;
  }

  private void addUnused(long sectors, String where, String how) {
    unused.add(
        new OleProblem(
            OleProblem.Kind.UNUSED_SECTORS,
            Numbers.grouped(sectors)
                + (sectors == 1 ? " sector " : " sectors ")
                + where
                + (sectors == 1 ? " is " : " are ")
                + how
                + ": "
                + Numbers.grouped(sectors * store.sectorBytes())
                + " bytes"));
  }

  private void damaged(String text) {
    problems.add(new OleProblem(OleProblem.Kind.DAMAGED, text));
  }
}
