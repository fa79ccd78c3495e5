package io.kbaudit.msi.ole;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The sectors of a compound file, and how its FAT chains them ([MS-CFB] 2.3). */
interface Sectors {
  /** The end of a chain ([MS-CFB] 2.1). */
  int END_OF_CHAIN = 0xFFFFFFFE;

  /** A sector of the FAT, and one of the DIFAT ([MS-CFB] 2.1). */
  int OF_FAT = 0xFFFFFFFD;

  int OF_DIFAT = 0xFFFFFFFC;

  /** A sector nothing uses ([MS-CFB] 2.1). */
  int FREE = 0xFFFFFFFF;

  int sectorBytes();

  long fileBytes();

  /** Returns whether {@code sector} is one, and no mark such as {@link #END_OF_CHAIN}. */
  boolean isDescribed(int sector);

  /** Returns what the FAT says follows a {@linkplain #isDescribed described} sector. */
  int next(int sector) throws IOException;

  /** Returns a sector's bytes, little endian; zeros stand for what the file lacks of its last. */
  ByteBuffer read(int sector) throws IOException;

  int directoryStart();

  int miniFatStart();

  /** Returns the offset in the file at which a sector begins; the header is as long as a sector. */
  default long offsetOf(int sector) {
    return (sector + 1L) * sectorBytes();
  }
}
