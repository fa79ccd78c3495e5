package io.kbaudit.msi.ole;

import java.util.Arrays;

/** The sectors of a stream, as runs of those that follow one another in the file. */
final class SectorRuns {
  /** Of each run, which sector of the stream it begins with, and which of the file that is. */
  private final int[] starts;

  private final int[] sectors;
  private final int count;

  private SectorRuns(int[] starts, int[] sectors, int count) {
    this.starts = starts;
    this.sectors = sectors;
    this.count = count;
  }

  /**
   * Follows the chain of a stream.
   *
   * @throws OleFormatException if it is shorter than the stream
   */
  static SectorRuns of(SectorStore store, String owner, OleEntry stream) throws OleFormatException {
    int count =
        Math.toIntExact((stream.sizeBytes() + store.sectorBytes() - 1) / store.sectorBytes());
    int[] starts = new int[4];
    int[] sectors = new int[4];
    int runs = 0;
    int sector = stream.firstSector();
    for (int i = 0, before = SectorStore.FREE; i < count; i++) {
      if (!store.isDescribed(sector)) {
        throw new OleFormatException(
            OleProblem.Kind.DAMAGED,
            owner + " goes on in sector " + Numbers.sector(sector) + ", which there is not");
      }
      if (i == 0 || sector != before + 1) {
        starts = runs == starts.length ? Arrays.copyOf(starts, 2 * runs) : starts;
        sectors = runs == sectors.length ? Arrays.copyOf(sectors, 2 * runs) : sectors;
        starts[runs] = i;
        sectors[runs++] = sector;
      }
      before = sector;
      sector = store.next(sector);
    }
    return new SectorRuns(Arrays.copyOf(starts, runs), Arrays.copyOf(sectors, runs), count);
  }

  /** Returns the run that has a sector of the stream. */
  int runOf(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the sector of the file that is sector {@code index} of the stream, in that run. */
  int sector(int run, int index) {
    return sectors[run] + index - starts[run];
  }

  /** Returns how many sectors of a run there are from that one on. */
  int sectorsLeft(int run, int index) {
    return (run + 1 < starts.length ? starts[run + 1] : count) - index;
  }
}
