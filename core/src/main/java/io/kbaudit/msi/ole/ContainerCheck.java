package io.kbaudit.msi.ole;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Holds the tables of a compound file to each other and to the file's size, without reading the
 * content of its streams: every chain is as long as its stream, within the file, and alone in its
 * sectors; nothing follows the last sector in use.
 */
final class ContainerCheck {
  private final SectorStore store;
  private final MiniStream miniStream;
  private final UnaryOperator<String> naming;
  private final BitSet claimed = new BitSet();
  private final BitSet claimedMini = new BitSet();
  private final List<OleProblem> problems = new ArrayList<>();
  private String cutStream = "";
  private long endOfCut;

  /** Creates the check; {@code naming} makes stored names fit for people. */
  ContainerCheck(SectorStore store, MiniStream miniStream, UnaryOperator<String> naming) {
    this.store = store;
    this.miniStream = miniStream;
    this.naming = naming;
  }

  /** Returns what is wrong; nothing in a sound file. */
  List<OleProblem> run(OleDirectory directory) throws IOException {
    problems.addAll(directory.problems());
    for (int sector : store.fatSectorsInHeader()) {
      claimed.set(sector);
    }
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
          claimStream("the stream '" + path + "'", entry);
        }
      }
    }
    tellWhereTheFileEnds();
    return problems;
  }

  private record Located(String path, OleEntry entry) {}

  private void claimStream(String owner, OleEntry stream) {
    if (stream.isMini()) {
      miniStream.check(owner, stream, claimedMini).ifPresent(this::damaged);
    } else {
      claim(owner, stream.firstSector(), stream.sizeBytes());
    }
  }

  /** Follows one chain to its end; a stream may have more sectors than it needs, but not fewer. */
  private void claim(String owner, int first, long sizeBytes) {
    long wanted = (sizeBytes + store.sectorBytes() - 1) / store.sectorBytes();
    long steps = 0;
    int sector = first;
    while (store.isDescribed(sector)) {
      if (claimed.get(sector)) {
        damaged(owner + " goes on in sector " + Numbers.sector(sector) + ", which is in use");
        return;
      }
      claimed.set(sector);
      steps++;
      long used = steps < wanted ? store.sectorBytes() : lastSectorBytes(sizeBytes, steps, wanted);
      noteIfCut(owner, store.offsetOf(sector) + used);
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
    } else if (sector != Sectors.END_OF_CHAIN && steps > 0) {
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
    if (store.fileBytes() > endOfUse) {
      problems.add(
          new OleProblem(
              OleProblem.Kind.TRAILING_BYTES,
              Numbers.grouped(store.fileBytes() - endOfUse)
                  + (store.fileBytes() - endOfUse == 1 ? " byte follows" : " bytes follow")
                  + " the last sector in use, which ends at byte "
                  + Numbers.grouped(endOfUse)));
    }
  }

  private void damaged(String text) {
    problems.add(new OleProblem(OleProblem.Kind.DAMAGED, text));
  }
}
