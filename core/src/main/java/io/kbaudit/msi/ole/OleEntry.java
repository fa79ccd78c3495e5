package io.kbaudit.msi.ole;

import java.util.UUID;

/**
 * A directory entry in use ([MS-CFB] 2.6.1).
 *
 * @param index in the directory, counted from 0
 * @param name as stored
 * @param classId all zeros where none is set
 * @param stateBits what an application set, 0 where nothing
 * @param created FILETIME, 0 where none is kept
 * @param modified likewise
 * @param firstSector of its chain: a mini sector if {@link #isMini()}, which the root never is
 * @param sizeBytes of its content; of the root, of the mini stream
 */
public record OleEntry(
    int index,
    String name,
    Type type,
    UUID classId,
    int stateBits,
    long created,
    long modified,
    int left,
    int right,
    int child,
    int firstSector,
    long sizeBytes) {

  /** Streams below this size live in the mini stream ([MS-CFB] 2.2, Mini Stream Cutoff Size). */
  private static final int MINI_STREAM_CUTOFF_BYTES = 4096;

  /** What an entry is. */
  public enum Type {
    /** A folder of entries. */
    STORAGE,
    /** A sequence of bytes. */
    STREAM,
    /** The storage that holds all else, and owns the mini stream. */
    ROOT
  }

  boolean isMini() {
    return type == Type.STREAM && sizeBytes < MINI_STREAM_CUTOFF_BYTES;
  }
}
