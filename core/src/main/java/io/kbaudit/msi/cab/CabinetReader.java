package io.kbaudit.msi.cab;

import io.kbaudit.file.FileBeginning;
import io.kbaudit.msi.cab.Cabinet.Folder;
import io.kbaudit.msi.cab.Cabinet.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the header, the folders and the files of one cabinet ([MS-CAB] 2.1 to 2.3). */
public final class CabinetReader {
  /** The bytes {@code MSCF}, little endian ([MS-CAB] 2.1, signature). */
  private static final int SIGNATURE = 0x4643_534D;

  /** Where fields of the header are ([MS-CAB] 2.1, CFHEADER). */
  private static final int CABINET_BYTES = 8;

  private static final int FILES_START = 16;
  private static final int VERSION = 24;
  private static final int FOLDER_COUNT = 26;
  private static final int FILE_COUNT = 28;
  private static final int FLAGS = 30;

  /** The fields that are reserved, and zero. */
  private static final int[] RESERVED = {4, 12, 20};

  /** Version 1.3, the minor number first. */
  private static final int VERSION_1_3 = 0x0103;

  /** Bytes of the header in front of its optional fields, and of those that size the reserves. */
  private static final int HEADER_BYTES = 36;

  private static final int RESERVE_SIZES_BYTES = 4;

  /** Flags: names of the cabinet before and its disk follow; of that behind; reserves there are. */
  private static final int PREVIOUS = 1;

  private static final int NEXT = 2;
  private static final int RESERVE = 4;

  /** Bytes of a name with the zero that ends it ([MS-CAB] 2.1, szCabinetPrev; 2.3, szName). */
  static final int LONGEST_NAME = 256;

  /** Bytes of a CFFOLDER without its reserve, and of a CFFILE without its name. */
  private static final int FOLDER_BYTES = 8;

  private static final int FILE_BYTES = 16;

  /** An attribute of a file: its name is UTF-8 ([MS-CAB] 2.3, _A_NAME_IS_UTF). */
  private static final int NAME_IS_UTF8 = 0x80;

  private final String name;
  private final Window window;
  private long sizeBytes;
  private boolean previous;
  private boolean next;
  private int folderReserve;
  private int blockReserve;

  private CabinetReader(String name, CabinetSource source) {
    this.name = name;
    this.window = Window.small(source);
    this.sizeBytes = source.sizeBytes();
  }

  /**
   * Reads what stands in front of the data.
   *
   * @param name for people
   * @throws CabinetFormatException if it is no cabinet, or breaks off, or contradicts itself
   * @throws IOException if it cannot be read
   */
  public static Cabinet read(String name, CabinetSource source) throws IOException {
    return new CabinetReader(name, source).read();
  }

  /** Returns whether what is there begins as a cabinet does. */
  public static boolean begins(CabinetSource source) throws IOException {
    return source.sizeBytes() >= Integer.BYTES
        && source.read(0, Integer.BYTES).getInt(0) == SIGNATURE;
  }

  private Cabinet read() throws IOException {
    if (sizeBytes < Integer.BYTES || window.at(0, Integer.BYTES).getInt(0) != SIGNATURE) {
      throw new CabinetFormatException("'" + name + "' is no cabinet: " + beginning());
    }
    ByteBuffer header = bytes("header", 0, HEADER_BYTES);
    requireSize(Integer.toUnsignedLong(header.getInt(CABINET_BYTES)));
    requireFixedFields(header);
    int flags = header.getShort(FLAGS);
    previous = (flags & PREVIOUS) != 0;
    next = (flags & NEXT) != 0;
    long at = endOfHeader(flags);
    List<Folder> folders = new ArrayList<>();
    for (int i = 0; i < Short.toUnsignedInt(header.getShort(FOLDER_COUNT)); i++) {
      folders.add(folder(i, bytes("folder", at, FOLDER_BYTES)));
      at += FOLDER_BYTES + folderReserve;
    }
    int fileCount = Short.toUnsignedInt(header.getShort(FILE_COUNT));
    long start = Integer.toUnsignedLong(header.getInt(FILES_START));
    if (fileCount > 0 && start < at) {
      throw contradiction("its files are listed at byte %,d, within its folders", start);
    }
    List<PackedFile> files = files(start, fileCount, folders);
    return new Cabinet(name, sizeBytes, folders, files, blockReserve, previous || next);
  }

  private String beginning() throws IOException {
    int length = (int) Math.min(FileBeginning.BYTES, sizeBytes);
    if (length == 0) {
      return "it is empty";
    }
    byte[] first = new byte[length];
    window.at(0, length).get(first);
    return "it begins " + FileBeginning.describe(first);
  }

  private void requireSize(long stated) throws CabinetFormatException {
    if (stated > sizeBytes) {
      throw new CabinetFormatException(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' is said to have %,d bytes, and there are %,d",
              name,
              stated,
              sizeBytes));
    }
    sizeBytes = stated;
  }

  private void requireFixedFields(ByteBuffer header) throws CabinetFormatException {
    for (int at : RESERVED) {
      if (header.getInt(at) != 0) {
        throw contradiction("byte %,d of its header is reserved, and not zero", at);
      }
    }
    int version = Short.toUnsignedInt(header.getShort(VERSION));
    if (version != VERSION_1_3) {
      throw contradiction("it is of version %d.%d, not 1.3", version >> 8, version & 0xFF);
    }
    int unknown = header.getShort(FLAGS) & ~(PREVIOUS | NEXT | RESERVE);
    if (unknown != 0) {
      throw contradiction("its header has the flags %x, which there are not", unknown & 0xFFFF);
    }
  }

  /** Returns where the folders begin: behind the fields that the flags say there are. */
  private long endOfHeader(int flags) throws IOException {
    long at = HEADER_BYTES;
    if ((flags & RESERVE) != 0) {
      ByteBuffer sizes = bytes("header", at, RESERVE_SIZES_BYTES);
      folderReserve = Byte.toUnsignedInt(sizes.get(2));
      blockReserve = Byte.toUnsignedInt(sizes.get(3));
      at += RESERVE_SIZES_BYTES + Short.toUnsignedInt(sizes.getShort(0));
    }
    int names = ((flags & PREVIOUS) != 0 ? 2 : 0) + ((flags & NEXT) != 0 ? 2 : 0);
    for (int i = 0; i < names; i++) {
      at += nameBytes("header", at) + 1;
    }
    return at;
  }

  private Folder folder(int index, ByteBuffer fields) throws CabinetFormatException {
    int type = Short.toUnsignedInt(fields.getShort(6));
    return new Folder(
        Integer.toUnsignedLong(fields.getInt(0)),
        Short.toUnsignedInt(fields.getShort(4)),
        Compression.of(type)
            .orElseThrow(
                () ->
                    contradiction(
                        "folder %d is packed by method %d, which there is not",
                        index + 1, type & 0x0F)));
  }

  private List<PackedFile> files(long start, int count, List<Folder> folders) throws IOException {
    List<PackedFile> files = new ArrayList<>();
    long at = start;
    for (int i = 0; i < count; i++) {
      ByteBuffer fields = bytes("file", at, FILE_BYTES);
      int nameBytes = nameBytes("file", at + FILE_BYTES);
      int folder = Short.toUnsignedInt(fields.getShort(8));
      boolean isInFolder = folder < folders.size();
      if (!isInFolder && !PackedFile.goesOn(folder, previous, next)) {
        throw contradiction("file %,d is in folder %,d of %d", i + 1, folder + 1, folders.size());
      }
      boolean utf8 = (fields.getShort(14) & NAME_IS_UTF8) != 0;
      byte[] text = new byte[nameBytes];
      bytes("file", at + FILE_BYTES, nameBytes).get(text);
      files.add(
          new PackedFile(
              new String(text, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
              Integer.toUnsignedLong(fields.getInt(0)),
              Integer.toUnsignedLong(fields.getInt(4)),
              folder));
      at += FILE_BYTES + nameBytes + 1;
    }
    return files;
  }

  /** Returns how many bytes there are in front of the zero that ends a name. */
  private int nameBytes(String what, long start) throws IOException {
    int room = (int) Math.max(1, Math.min(LONGEST_NAME, sizeBytes - start));
    ByteBuffer bytes = bytes(what, start, room);
    for (int i = 0; i < room; i++) {
      if (bytes.get(i) == 0) {
        return i;
      }
    }
    throw room < LONGEST_NAME
        ? brokenOff(what, start)
        : contradiction(
            "the name at byte %,d has more than %d bytes, and none has", start, LONGEST_NAME - 1);
  }

  private ByteBuffer bytes(String what, long at, int length) throws IOException {
    if (at > sizeBytes - length) {
      throw brokenOff(what, at);
    }
    return window.at(at, length);
  }

  private CabinetFormatException brokenOff(String what, long at) {
    return brokenOff(name, what, at, sizeBytes);
  }

  static CabinetFormatException brokenOff(String name, String what, long at, long sizeBytes) {
    return new CabinetFormatException(
        String.format(
            Locale.ROOT,
            "the cabinet '%s' breaks off: no %s at byte %,d of %,d",
            name,
            what,
            at,
            sizeBytes));
  }

  private CabinetFormatException contradiction(String format, Object... values) {
    return new CabinetFormatException(
        "the cabinet '"
            + name
            + "' contradicts itself: "
            + String.format(Locale.ROOT, format, values));
  }
}
