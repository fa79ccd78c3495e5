package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.IOUtils;

/**
 * The header of a compound file ([MS-CFB] 2.2), looked at before POI is started for it: what is no
 * compound file, or has lost its tables with its end, is told in words.
 */
final class OleHeader {
  /** Header Signature: the bytes D0 CF 11 E0 A1 B1 1A E1. */
  private static final long SIGNATURE = 0xE11AB1A1_E011CFD0L;

  /** Bytes of the header that are in use, in both versions. */
  private static final int HEADER_BYTES = 512;

  /** Where fields are. */
  private static final int SECTOR_SHIFT = 30;

  private static final int FAT_COUNT = 44;
  private static final int DIRECTORY_START = 48;
  private static final int FAT_SECTORS = 76;

  /** How many FAT sectors the header itself lists. */
  private static final int FAT_SECTORS_IN_HEADER = 109;

  /** The Sector Shift of both versions. */
  private static final int VERSION_3_SHIFT = 9;

  private static final int VERSION_4_SHIFT = 12;

  private OleHeader() {}

  /**
   * Reads the header.
   *
   * @throws OleFormatException if this is no compound file, or one without its tables
   */
  static void require(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      throw new OleFormatException(OleProblem.Kind.EMPTY, "the file is empty");
    }
    ByteBuffer header =
        ByteBuffer.allocate((int) Math.min(HEADER_BYTES, size)).order(ByteOrder.LITTLE_ENDIAN);
    IOUtils.read(channel.position(0), header);
    channel.position(0); // where POI begins to read
    header.flip();
    if (header.remaining() < Long.BYTES || header.getLong(0) != SIGNATURE) {
      throw new OleFormatException(
          OleProblem.Kind.NOT_OLE, "it is no OLE compound file: it begins " + beginning(header));
    }
    if (header.remaining() < HEADER_BYTES) {
      throw new OleFormatException(
          OleProblem.Kind.TRUNCATED,
          "the file ends at byte " + size + ", within its header of " + HEADER_BYTES);
    }
    requireTables(header, size);
  }

  private static void requireTables(ByteBuffer header, long fileBytes) throws OleFormatException {
    int shift = Short.toUnsignedInt(header.getShort(SECTOR_SHIFT));
    if (shift != VERSION_3_SHIFT && shift != VERSION_4_SHIFT) {
      throw new OleFormatException(
          OleProblem.Kind.DAMAGED,
          "its header has sectors of 2 to the " + shift + " bytes, not 2 to the 9 or 12");
    }
    long sectors = (fileBytes - 1) >> shift; // behind the header, which takes the room of one
    long fatCount = Integer.toUnsignedLong(header.getInt(FAT_COUNT));
    if (fatCount > sectors) {
      throw new OleFormatException(
          OleProblem.Kind.TRUNCATED,
          "its header counts "
              + Numbers.grouped(fatCount)
              + " FAT sectors, and the whole file has "
              + Numbers.grouped(sectors)
              + " sectors");
    }
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

  /** Describes the first bytes of what is no compound file. */
  private static String beginning(ByteBuffer header) {
    byte[] first = new byte[Math.min(16, header.remaining())];
    header.get(0, first);
    String text = new String(first, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\003\004")) {
      return "as a ZIP archive does";
    }
    if (text.startsWith("MSCF")) {
      return "as a cabinet does";
    }
    if (text.startsWith("MZ")) {
      return "as a program does (.exe or .dll)";
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return "with zeros";
    }
    if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\t' || c == '\r' || c == '\n')) {
      return "as text does, with '" + text.replaceAll("\\s+", " ").strip() + "'";
    }
    StringBuilder hex = new StringBuilder("with the bytes");
    for (int i = 0; i < Math.min(Long.BYTES, first.length); i++) {
      hex.append(String.format(Locale.ROOT, " %02X", first[i]));
    }
    return hex.toString();
  }
}
