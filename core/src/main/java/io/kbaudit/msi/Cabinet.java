package io.kbaudit.msi;

import io.kbaudit.msi.ole.OleFormatException;
import io.kbaudit.msi.ole.OleStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A cabinet in a stream ([MS-CAB]), whose structure is walked: its header, its folders, and the
 * headers of their data blocks.
 *
 * <p>Of a block the content is not read, and so neither is its checksum verified: that would read
 * the whole file. Zeros where a block's header should be are found; those within a block are not.
 */
final class Cabinet {
  /** The bytes {@code MSCF}, little endian ([MS-CAB] 2.1, signature). */
  private static final int SIGNATURE = 0x4643_534D;

  /** Where these fields of the header are ([MS-CAB] 2.1, CFHEADER). */
  private static final int CABINET_BYTES = 8;

  private static final int FOLDER_COUNT = 26;
  private static final int FLAGS = 30;

  /** Bytes of the header in front of its optional fields, and of those that size the reserves. */
  private static final int HEADER_BYTES = 36;

  private static final int RESERVE_SIZES_BYTES = 4;

  /** Flags: names of the cabinet before and its disk follow; of that behind; reserves there are. */
  private static final int PREVIOUS = 1;

  private static final int NEXT = 2;
  private static final int RESERVE = 4;

  /** Bytes of a name with the zero that ends it ([MS-CAB] 2.1, szCabinetPrev). */
  private static final int LONGEST_NAME = 256;

  /** Bytes of a CFFOLDER and a CFDATA without their reserves ([MS-CAB] 2.2, 2.4). */
  private static final int FOLDER_BYTES = 8;

  private static final int BLOCK_HEADER_BYTES = 8;

  /** What a block holds at most once it is expanded ([MS-CAB] 2.4, cbUncomp). */
  private static final int LARGEST_BLOCK = 32_768;

  private final String name;
  private final OleStream stream;

  /** Its own size, which a signature may follow in the stream. */
  private long sizeBytes;

  private int folderReserve;
  private int blockReserve;

  /** Bytes of blocks walked so far: each byte belongs to one block at most. */
  private long walked;

  private Cabinet(String name, OleStream stream) {
    this.name = name;
    this.stream = stream;
    this.sizeBytes = stream.sizeBytes();
  }

  /**
   * Walks a cabinet.
   *
   * @param name for people
   * @throws MsiFormatException if it is none, or breaks off
   */
  static void require(String name, OleStream stream) throws IOException {
    try {
      new Cabinet(name, stream).walk();
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }

  /** Returns whether a stream begins as a cabinet does. */
  static boolean begins(String name, OleStream stream) throws IOException {
    try {
      return new Cabinet(name, stream).hasSignature();
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }

  private void walk() throws IOException {
    if (!hasSignature()) {
      throw new MsiFormatException(
          "the stream '" + name + "' is no cabinet: it does not begin with MSCF");
    }
    ByteBuffer header = read("header", 0, HEADER_BYTES);
    requireSize(Integer.toUnsignedLong(header.getInt(CABINET_BYTES)));
    int folders = Short.toUnsignedInt(header.getShort(FOLDER_COUNT));
    long at = endOfHeader(header.getShort(FLAGS));
    for (int i = 0; i < folders; i++) {
      walkFolder(read("folder", at, FOLDER_BYTES));
      at += FOLDER_BYTES + folderReserve;
    }
  }

  private boolean hasSignature() throws IOException {
    return sizeBytes >= Integer.BYTES && stream.read(0, Integer.BYTES).getInt(0) == SIGNATURE;
  }

  private void requireSize(long stated) throws MsiFormatException {
    if (stated > sizeBytes) {
      throw new MsiFormatException(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' is said to have %,d bytes, and its stream has %,d",
              name,
              stated,
              sizeBytes));
    }
    sizeBytes = stated;
  }

  /** Returns where the folders begin: behind the fields that the flags say there are. */
  private long endOfHeader(int flags) throws IOException {
    long at = HEADER_BYTES;
    if ((flags & RESERVE) != 0) {
      ByteBuffer sizes = read("header", at, RESERVE_SIZES_BYTES);
      folderReserve = Byte.toUnsignedInt(sizes.get(2));
      blockReserve = Byte.toUnsignedInt(sizes.get(3));
      at += RESERVE_SIZES_BYTES + Short.toUnsignedInt(sizes.getShort(0));
    }
    int names = ((flags & PREVIOUS) != 0 ? 2 : 0) + ((flags & NEXT) != 0 ? 2 : 0);
    for (int i = 0; i < names; i++) {
      at = endOfName(at);
    }
    return at;
  }

  private long endOfName(long start) throws IOException {
    int room = (int) Math.max(1, Math.min(LONGEST_NAME, sizeBytes - start));
    ByteBuffer bytes = read("header", start, room);
    while (bytes.hasRemaining()) {
      if (bytes.get() == 0) {
        return start + bytes.position();
      }
    }
    throw broken("header", start);
  }

  private void walkFolder(ByteBuffer folder) throws IOException {
    long at = Integer.toUnsignedLong(folder.getInt(0));
    int blocks = Short.toUnsignedInt(folder.getShort(4));
    for (int i = 0; i < blocks; i++) {
      at += blockBytes(at);
    }
  }

  /** Returns the size of a block, header and all, that is wholly there. */
  private long blockBytes(long at) throws IOException {
    ByteBuffer header = read("data block", at, BLOCK_HEADER_BYTES);
    int content = Short.toUnsignedInt(header.getShort(4));
    int expanded = Short.toUnsignedInt(header.getShort(6));
    long bytes = (long) BLOCK_HEADER_BYTES + blockReserve + content;
    walked += bytes;
    boolean fits = bytes <= sizeBytes - at && walked <= sizeBytes;
    if (content == 0 || expanded > LARGEST_BLOCK || !fits) {
      throw broken("data block", at);
    }
    return bytes;
  }

  private ByteBuffer read(String what, long at, int length) throws IOException {
    if (at > sizeBytes - length) {
      throw broken(what, at);
    }
    return stream.read(at, length);
  }

  private MsiFormatException broken(String what, long at) {
    return new MsiFormatException(
        String.format(
            Locale.ROOT,
            "the cabinet '%s' breaks off: no %s at byte %,d of %,d",
            name,
            what,
            at,
            sizeBytes));
  }
}
