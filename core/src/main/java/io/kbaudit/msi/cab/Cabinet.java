package io.kbaudit.msi.cab;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a cabinet says of itself in front of its data: its folders, and the files in them.
 * Immutable.
 *
 * @param name for people
 * @param sizeBytes its own, which a signature may follow where it is
 * @param blockReserveBytes in the header of each block, between its fields and its content
 * @param continued whether a cabinet before or behind it has parts of its files
 */
public record Cabinet(
    String name,
    long sizeBytes,
    List<Folder> folders,
    List<PackedFile> files,
    int blockReserveBytes,
    boolean continued) {

  /** What a block holds at most once it is unpacked ([MS-CAB] 2.4, cbUncomp). */
  static final int BLOCK_CONTENT_BYTES = 32_768;

  /**
   * A row of blocks, in which files lie one behind the other.
   *
   * @param offset at which its first block begins
   * @param blocks how many it has
   */
  public record Folder(long offset, int blocks, Compression compression) {}

  /**
   * A file in a folder.
   *
   * @param name as stored; in a package's cabinet, the key of its row in the File table
   * @param sizeBytes unpacked
   * @param offset in what its folder unpacks to
   * @param folder counted from 0; as {@link #FROM_BEFORE}, {@link #INTO_NEXT} or both where a part
   *     is in another cabinet
   */
  public record PackedFile(String name, long sizeBytes, long offset, int folder) {
    /** A file's folder where it began in the cabinet before ([MS-CAB] 2.3, iFolder). */
    static final int FROM_BEFORE = 0xFFFD;

    static final int INTO_NEXT = 0xFFFE;
    static final int FROM_BEFORE_INTO_NEXT = 0xFFFF;

    /** Returns whether all of it is in this cabinet. */
    public boolean isWhole() {
      return folder < FROM_BEFORE;
    }

    /** Returns whether a folder's number says that a part is in a cabinet that there is. */
    static boolean goesOn(int folder, boolean previous, boolean next) {
      return switch (folder) {
        case FROM_BEFORE -> previous;
        case INTO_NEXT -> next;
        case FROM_BEFORE_INTO_NEXT -> previous && next;
        default -> false;
      };
    }

    /** Returns whether it is made of the same bytes: equal files are stored once. */
    boolean liesWhere(PackedFile other) {
      return offset == other.offset && sizeBytes == other.sizeBytes;
    }
  }

  /** Copies the lists. */
  public Cabinet {
    requireNonNull(name, "name");
    folders = List.copyOf(folders);
    files = List.copyOf(files);
  }
}
