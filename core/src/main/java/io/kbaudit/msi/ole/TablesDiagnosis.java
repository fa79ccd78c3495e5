package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.io.IOUtils;

/**
 * Goes through the tables of a file that cannot be read, and finds in words where they go wrong.
 */
final class TablesDiagnosis implements Sectors {
  private final FileChannel channel;
  private final OleHeader header;
  private final long fileBytes;
  private final int sectorBytes;
  private final List<Integer> fat = new ArrayList<>();

  private TablesDiagnosis(FileChannel channel, OleHeader header) throws IOException {
    this.channel = channel;
    this.header = header;
    this.fileBytes = channel.size();
    this.sectorBytes = header.sectorBytes();
  }

  /** Returns half a sentence that names the first thing that is wrong. */
  static String of(FileChannel channel, OleHeader header) throws IOException {
    try {
      TablesDiagnosis tables = new TablesDiagnosis(channel, header);
      tables.listFat();
      tables.walk("its directory", tables.directoryStart());
      List<OleProblem> problems = OleDirectory.read(tables).problems();
      if (!problems.isEmpty()) {
        return problems.get(0).text();
      }
      tables.walk("its mini FAT", tables.miniFatStart());
      return "its header, FAT and directory contradict each other";
    } catch (OleFormatException e) {
      return e.problem().text();
    }
  }

  @Override
  public int sectorBytes() {
    return sectorBytes;
  }

  @Override
  public long fileBytes() {
    return fileBytes;
  }

  @Override
  public boolean isDescribed(int sector) {
    return sector >= 0 && sector / entriesPerSector() < fat.size();
  }

  @Override
  public int next(int sector) throws IOException {
    int table = fat.get(sector / entriesPerSector());
    return bytes(
            offsetOf(table) + (long) sector % entriesPerSector() * Integer.BYTES, Integer.BYTES)
        .getInt(0);
  }

  @Override
  public ByteBuffer read(int sector) throws IOException {
    return bytes(offsetOf(sector), sectorBytes);
  }

  @Override
  public int directoryStart() {
    return header.directoryStart();
  }

  @Override
  public int miniFatStart() {
    return header.miniFatStart();
  }

  /** Finds the FAT's sectors: the first in the header, the others in the chain of the DIFAT. */
  private void listFat() throws IOException {
    BitSet listed = new BitSet();
    long count = header.fatCount();
    for (int sector : header.fatSectors()) {
      fat.add(claim("its FAT", sector, listed));
    }
    int difat = header.difatStart();
    for (int i = 0; i < header.difatCount(); i++) {
      ByteBuffer list = read(claim("its DIFAT", difat, listed));
      int link = sectorBytes - Integer.BYTES;
      for (int at = 0; at < link && fat.size() < count; at += Integer.BYTES) {
        fat.add(claim("its FAT", list.getInt(at), listed));
      }
      difat = list.getInt(link);
    }
  }

  /** Follows a chain to its end. */
  private void walk(String owner, int first) throws IOException {
    BitSet seen = new BitSet();
    for (int sector = first; sector != END_OF_CHAIN; sector = next(sector)) {
      if (sector == FREE && seen.isEmpty()) {
        return; // as a file without mini FAT has it
      }
      claim(owner, sector, seen);
      if (!isDescribed(sector)) {
        throw damaged(
            owner + " goes on in sector " + Numbers.sector(sector) + ", which its FAT leaves out");
      }
    }
  }

  private int claim(String owner, int sector, BitSet claimed) throws OleFormatException {
    if (sector < 0 || offsetOf(sector) >= fileBytes) {
      throw damaged(
          owner
              + " goes on in sector "
              + Numbers.sector(sector)
              + ", and the file ends with sector "
              + Numbers.grouped((fileBytes - 1) / sectorBytes - 1));
    }
    if (claimed.get(sector)) {
      throw damaged(
          owner + " goes on in sector " + Numbers.sector(sector) + ", which is in use already");
    }
    claimed.set(sector);
    return sector;
  }

  private ByteBuffer bytes(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    IOUtils.read(channel.position(offset), bytes);
    return bytes.clear();
  }

  private int entriesPerSector() {
    return sectorBytes / Integer.BYTES;
  }

  private static OleFormatException damaged(String text) {
    return new OleFormatException(OleProblem.Kind.DAMAGED, text);
  }
}
