package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The stream of the root storage that small streams share, and the mini FAT that chains them. */
final class MiniStream {
  /** Bytes of a mini sector ([MS-CFB] 2.2, Mini Sector Shift). */
  static final int SECTOR_BYTES = 64;

  private final SectorStore store;
  private final OleEntry root;
  private final int[] miniFat;
  private final int[] sectors;

  private MiniStream(SectorStore store, OleEntry root, int[] miniFat, int[] sectors) {
    this.store = store;
    this.root = root;
    this.miniFat = miniFat;
    this.sectors = sectors;
  }

  /** Reads the mini FAT, as far as its chain goes and the file has its sectors. */
  static MiniStream read(SectorStore store, OleEntry root) throws IOException {
    store.requireMiniFat();
    int[] tableSectors = chain(store, store.miniFatStart());
    int perSector = store.sectorBytes() / Integer.BYTES;
    int[] miniFat = new int[tableSectors.length * perSector];
    Arrays.fill(miniFat, SectorStore.FREE);
    int filled = 0;
    for (int sector : tableSectors) {
      if (store.offsetOf(sector) >= store.fileBytes()) {
        break;
      }
      store.read(sector).asIntBuffer().get(miniFat, filled, perSector);
      filled += perSector;
    }
    return new MiniStream(store, root, miniFat, chain(store, root.firstSector()));
  }

  /** Returns a small stream's bytes. */
  byte[] read(String owner, OleEntry stream) throws IOException {
    Optional<String> problem = check(owner, stream, new BitSet());
    if (problem.isPresent()) {
      throw new OleFormatException(OleProblem.Kind.DAMAGED, problem.get());
    }
    ByteBuffer content = ByteBuffer.allocate((int) stream.sizeBytes());
    int miniSector = stream.firstSector();
    int loaded = -1;
    ByteBuffer bytes = ByteBuffer.allocate(0);
    while (content.hasRemaining()) {
      long offset = (long) miniSector * SECTOR_BYTES;
      int sector = sectors[(int) (offset / store.sectorBytes())];
      int within = (int) (offset % store.sectorBytes());
      int length = Math.min(SECTOR_BYTES, content.remaining());
      if (store.offsetOf(sector) + within + length > store.fileBytes()) {
        throw new OleFormatException(
            OleProblem.Kind.TRUNCATED,
            "the file ends at byte " + Numbers.grouped(store.fileBytes()) + ", within " + owner);
      }
      if (sector != loaded) { // a sector holds many mini sectors, mostly in a row
        bytes = store.read(sector);
        loaded = sector;
      }
      content.put(bytes.slice(within, length));
      miniSector = miniFat[miniSector];
    }
    return content.array();
  }

  /** Claims a small stream's mini sectors, and returns what is wrong with its chain. */
  Optional<String> check(String owner, OleEntry stream, BitSet claimed) {
    long available =
        Math.min(root.sizeBytes() / SECTOR_BYTES, (long) sectors.length * sectorsPerSector());
    long wanted = (stream.sizeBytes() + SECTOR_BYTES - 1) / SECTOR_BYTES;
    int miniSector = stream.firstSector();
    for (long step = 0; step < wanted; step++) {
      if (miniSector < 0 || miniSector >= Math.min(available, miniFat.length)) {
        return Optional.of(
            owner
                + " goes on in mini sector "
                + Numbers.sector(miniSector)
                + ", and there are "
                + Numbers.grouped(Math.min(available, miniFat.length)));
      }
      if (claimed.get(miniSector)) {
        return Optional.of(
            owner + " goes on in mini sector " + Numbers.sector(miniSector) + ", which is in use");
      }
      claimed.set(miniSector);
      miniSector = miniFat[miniSector];
    }
    return Optional.empty();
  }

  /**
   * Returns how many mini sectors within the mini stream are in a chain, and in none that is known.
   */
  int allocatedWithout(BitSet claimed) {
    int available = (int) Math.min(miniFat.length, (long) sectors.length * sectorsPerSector());
    int allocated = 0;
    for (int sector = 0; sector < available; sector++) {
      if (miniFat[sector] != SectorStore.FREE && !claimed.get(sector)) {
        allocated++;
      }
    }
    return allocated;
  }

  private int sectorsPerSector() {
    return store.sectorBytes() / SECTOR_BYTES;
  }

  /** Returns the sectors of a chain up to its end, or up to where it goes wrong. */
  private static int[] chain(SectorStore store, int first) {
    BitSet seen = new BitSet();
    int[] sectors = new int[16];
    int length = 0;
    for (int sector = first;
        store.isDescribed(sector) && !seen.get(sector);
        sector = store.next(sector)) {
      seen.set(sector);
      sectors = length == sectors.length ? Arrays.copyOf(sectors, 2 * length) : sectors;
      sectors[length++] = sector;
    }
    return Arrays.copyOf(sectors, length);
  }
}
