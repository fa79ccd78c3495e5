package io.kbaudit.msi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What each byte of a sound Windows Installer file belongs to, told by a walk of its own: this
 * shares nothing with the reader that is tried on it.
 */
final class FilePlaces {
  /** The places, in the order in which they are reported. */
  enum Place {
    HEADER,
    FAT,
    MINI_FAT,
    DIRECTORY,
    UNUSED_DIRECTORY,
    CABINET,
    TABLE,
    STRING_POOL,
    STRING_DATA,
    SUMMARY,
    OTHER_STREAM,
    UNUSED
  }

  private static final int ENTRY = 128;
  private static final int MINI = 64;

  private final ByteBuffer file;
  private final int sector;
  private final Place[] places;
  private int[] fat = {};
  private int[] miniFat = {};
  private int[] miniStream = {};

  private FilePlaces(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.sector = 1 << file.getShort(30);
    this.places = new Place[bytes.length];
  }

  /** Returns the place of each byte. */
  static Place[] of(byte[] bytes) {
    FilePlaces map = new FilePlaces(bytes);
    map.fill();
    return map.places;
  }

  private void fill() {
    Arrays.fill(places, Place.UNUSED);
    Arrays.fill(places, 0, sector, Place.HEADER);
    int fatSectors = file.getInt(44);
    if (fatSectors > 109) {
      throw new IllegalArgumentException("files with a DIFAT are not mapped");
    }
    fat = new int[fatSectors * sector / 4];
    for (int i = 0; i < fatSectors; i++) {
      int at = offset(file.getInt(76 + 4 * i));
      mark(at, sector, Place.FAT);
      for (int k = 0; k < sector / 4; k++) {
        fat[i * sector / 4 + k] = file.getInt(at + 4 * k);
      }
    }
    int[] miniFatChain = chain(file.getInt(60));
    miniFat = new int[miniFatChain.length * sector / 4];
    for (int i = 0; i < miniFatChain.length; i++) {
      mark(offset(miniFatChain[i]), sector, Place.MINI_FAT);
      for (int k = 0; k < sector / 4; k++) {
        miniFat[i * sector / 4 + k] = file.getInt(offset(miniFatChain[i]) + 4 * k);
      }
    }
    int[] directory = chain(file.getInt(48));
    miniStream = chain(file.getInt(offset(directory[0]) + 116));
    for (int each : directory) {
      for (int at = offset(each); at < offset(each) + sector; at += ENTRY) {
        byte type = file.get(at + 66);
        mark(at, ENTRY, type == 0 ? Place.UNUSED_DIRECTORY : Place.DIRECTORY);
        if (type == 2) {
          markStream(at);
        }
      }
    }
  }

  private void markStream(int entry) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < file.getShort(entry + 64) - 2; i += 2) {
      name.append(file.getChar(entry + i));
    }
    int start = file.getInt(entry + 116);
    int size = file.getInt(entry + 120);
    boolean mini = size < 4096;
    int unit = mini ? MINI : sector;
    Place place = size == 0 ? Place.OTHER_STREAM : place(name.toString(), at(start, 0, mini));
    int each = start;
    for (int done = 0; done < size; done += unit) {
      mark(at(each, 0, mini), Math.min(unit, size - done), place);
      each = mini ? miniFat[each] : fat[each];
    }
  }

  private Place place(String stored, int first) {
    String name = StreamName.decode(stored);
    if (StreamName.isTable(stored)) {
      return switch (name) {
        case "_StringPool" -> Place.STRING_POOL;
        case "_StringData" -> Place.STRING_DATA;
        default -> Place.TABLE;
      };
    }
    if (name.equals("\u0005SummaryInformation")) {
      return Place.SUMMARY;
    }
    return file.getInt(first) == 0x4643534D ? Place.CABINET : Place.OTHER_STREAM;
  }

  private int at(int each, int within, boolean mini) {
    if (!mini) {
      return offset(each) + within;
    }
    int position = each * MINI;
    return offset(miniStream[position / sector]) + position % sector + within;
  }

  private int[] chain(int first) {
    int[] sectors = new int[fat.length];
    int length = 0;
    for (int each = first; each >= 0; each = fat[each]) {
      sectors[length++] = each;
    }
    return Arrays.copyOf(sectors, length);
  }

  private int offset(int number) {
    return (number + 1) * sector;
  }

  private void mark(int from, int length, Place place) {
    Arrays.fill(places, from, Math.min(places.length, from + length), place);
  }
}
