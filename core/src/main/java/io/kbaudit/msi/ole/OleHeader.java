package io.kbaudit.msi.ole;

import io.kbaudit.file.FileBeginning;
import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a compound file ([MS-CFB] 2.2). What is no compound file, or has lost its tables
 * with its end, is told in words.
 */
final class OleHeader {
  /** Header Signature: the bytes D0 CF 11 E0 A1 B1 1A E1. */
  private static final long SIGNATURE = 0xE11AB1A1_E011CFD0L;

  /** Bytes of the header that are in use, in both versions. */
  private static final int HEADER_BYTES = 512;

  /** Where fields are. */
  private static final int CLASS = 8;

  private static final int MAJOR_VERSION = 26;
  private static final int BYTE_ORDER = 28;
  private static final int SECTOR_SHIFT = 30;
  private static final int MINI_SECTOR_SHIFT = 32;
  private static final int RESERVED = 34;
  private static final int DIRECTORY_COUNT = 40;

  private static final int FAT_COUNT = 44;
  private static final int DIRECTORY_START = 48;
  private static final int MINI_STREAM_CUTOFF = 56;
  private static final int MINI_FAT_START = 60;
  private static final int MINI_FAT_COUNT = 64;
  private static final int DIFAT_START = 68;
  private static final int DIFAT_COUNT = 72;
  private static final int FAT_SECTORS = 76;

  /** How many FAT sectors the header itself lists. */
  private static final int FAT_SECTORS_IN_HEADER = 109;

  /** The Sector Shift of both versions. */
  private static final int VERSION_3_SHIFT = 9;

  private static final int VERSION_4_SHIFT = 12;

  /** The values of fields that have one alone, in both versions. */
  private static final int LITTLE_ENDIAN_MARK = 0xFFFE;

  private static final int MINI_SHIFT = 6;
  private static final int CUTOFF_BYTES = 4096;

  private final ByteBuffer header;

  private OleHeader(ByteBuffer header) {
    this.header = header;
  }

  /**
   * Reads the header.
   *
   * @throws OleFormatException if this is no compound file, or one without its tables
   */
  static OleHeader read(FileContent file) throws IOException {
    long size = file.sizeBytes();
    if (size == 0) {
      throw new OleFormatException(OleProblem.OF_EMPTY_FILE);
    }
    ByteBuffer header =
        ByteBuffer.allocate((int) Math.min(HEADER_BYTES, size)).order(ByteOrder.LITTLE_ENDIAN);
    file.read(0, header);
    header.flip();
    if (header.remaining() < Long.BYTES || header.getLong(0) != SIGNATURE) {
      throw new OleFormatException(
          OleProblem.Kind.NOT_OLE,
          "it is no OLE compound file: it begins " + FileBeginning.describe(bytes(header)));
    }
    if (header.remaining() < HEADER_BYTES) {
      throw new OleFormatException(
          OleProblem.Kind.TRUNCATED,
          "the file ends at byte " + size + ", within its header of " + HEADER_BYTES);
    }
    requireTables(header, size);
    return new OleHeader(header);
  }

  /** Returns how many bytes a sector has: 512 or 4096. */
  int sectorBytes() {
    return 1 << unsigned(SECTOR_SHIFT);
  }

  /** Returns how many sectors the FAT has. */
  long fatCount() {
    return Integer.toUnsignedLong(header.getInt(FAT_COUNT));
  }

  /** Returns the first of them, those that the header itself lists. */
  int[] fatSectors() {
    int[] sectors = new int[(int) Math.min(fatCount(), FAT_SECTORS_IN_HEADER)];
    for (int i = 0; i < sectors.length; i++) {
      sectors[i] = header.getInt(FAT_SECTORS + i * Integer.BYTES);
    }
    return sectors;
  }

  int directoryStart() {
    return header.getInt(DIRECTORY_START);
  }

  int miniFatStart() {
    return header.getInt(MINI_FAT_START);
  }

  int miniFatCount() {
    return header.getInt(MINI_FAT_COUNT);
  }

  /** Returns the first sector of the chain that lists the others of the FAT. */
  int difatStart() {
    return header.getInt(DIFAT_START);
  }

  int difatCount() {
    return header.getInt(DIFAT_COUNT);
  }

  /** Returns which fields do not have the only value that they may have ([MS-CFB] 2.2). */
  List<OleProblem> problems() {
    List<OleProblem> problems = new ArrayList<>();
    int shift = unsigned(SECTOR_SHIFT);
    hold(problems, "major version", unsigned(MAJOR_VERSION), shift == VERSION_3_SHIFT ? 3 : 4);
    hold(problems, "byte order", unsigned(BYTE_ORDER), LITTLE_ENDIAN_MARK);
    hold(problems, "mini sector shift", unsigned(MINI_SECTOR_SHIFT), MINI_SHIFT);
    hold(problems, "mini stream cutoff", header.getInt(MINI_STREAM_CUTOFF), CUTOFF_BYTES);
    hold(problems, "class", header.getLong(CLASS) | header.getLong(CLASS + Long.BYTES), 0);
    hold(problems, "reserved field", header.getInt(RESERVED) | header.getShort(RESERVED + 4), 0);
    if (shift == VERSION_3_SHIFT) {
      hold(problems, "count of directory sectors", header.getInt(DIRECTORY_COUNT), 0);
    }
    for (int i = (int) Math.min(fatCount(), FAT_SECTORS_IN_HEADER);
        i < FAT_SECTORS_IN_HEADER;
        i++) {
      int sector = header.getInt(FAT_SECTORS + i * Integer.BYTES);
      if (sector != SectorStore.FREE) {
        String place = "sector number in place " + (i + 1) + " of its FAT, behind the last one,";
        hold(problems, place, sector, SectorStore.FREE);
      }
    }
    return problems;
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(header.getShort(at));
  }

  private static void hold(List<OleProblem> problems, String field, long found, long wanted) {
    if (found != wanted) {
      problems.add(
          new OleProblem(
              OleProblem.Kind.DAMAGED,
              "its header has the "
                  + field
                  + " "
                  + Numbers.grouped(found)
                  + ", which is "
                  + Numbers.grouped(wanted)
                  + " in every compound file"
                  + (field.contains("version") ? " of its sector size" : "")));
    }
  }

  private static byte[] bytes(ByteBuffer header) {
    byte[] bytes = new byte[header.remaining()];
    header.get(0, bytes);
    return bytes;
  }

  private static long requireCount(String table, int stated, long sectors)
      throws OleFormatException {
    long count = Integer.toUnsignedLong(stated);
    if (count > sectors) {
      throw new OleFormatException(
          OleProblem.Kind.TRUNCATED,
          "its header counts "
              + Numbers.grouped(count)
              + " "
              + table
              + " sectors, and the whole file has "
              + Numbers.grouped(sectors)
              + " sectors");
    }
    return count;
  }

  private static void requireTables(ByteBuffer header, long fileBytes) throws OleFormatException {
    int shift = Short.toUnsignedInt(header.getShort(SECTOR_SHIFT));
    if (shift != VERSION_3_SHIFT && shift != VERSION_4_SHIFT) {
      throw new OleFormatException(
          OleProblem.Kind.DAMAGED,
          "its header has sectors of 2 to the " + shift + " bytes, not 2 to the 9 or 12");
    }
    long sectors = (fileBytes - 1) >> shift; // behind the header, which takes the room of one
    long fatCount = requireCount("FAT", header.getInt(FAT_COUNT), sectors);
    requireCount("mini FAT", header.getInt(MINI_FAT_COUNT), sectors);
    requireCount("DIFAT", header.getInt(DIFAT_COUNT), sectors);
    for (int i = 0; i < Math.min(fatCount, FAT_SECTORS_IN_HEADER); i++) {
      requireWithin("FAT sector", header.getInt(FAT_SECTORS + i * Integer.BYTES), sectors);
    }
    requireWithin("directory", header.getInt(DIRECTORY_START), sectors);
  }

  private static void requireWithin(String what, int sector, long sectors)
      throws OleFormatException {
    if (Integer.toUnsignedLong(sector) >= sectors) {
      throw new OleFormatException(
          OleProblem.Kind.TRUNCATED,
          "its header has the "
              + what
              + " in sector "
              + Numbers.sector(sector)
              + ", and the file ends with sector "
              + Numbers.grouped(sectors - 1));
    }
  }
}
