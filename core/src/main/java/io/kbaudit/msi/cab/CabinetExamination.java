package io.kbaudit.msi.cab;

import io.kbaudit.msi.cab.Cabinet.Folder;
import io.kbaudit.msi.cab.Cabinet.PackedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;

/**
 * Reads all blocks of a cabinet, and holds them to their checksums, to the files that lie in them,
 * and if asked to, to what they unpack to. What is wrong is collected, at most a few findings.
 */
public final class CabinetExamination {
  /** So many blocks whose bytes were changed are told one by one. */
  private static final int MOST_BLOCKS_TOLD = 3;

  private final Cabinet cabinet;
  private final Window window;
  private final Optional<UnpackedFiles> unpacked;
  private final Map<Integer, List<PackedFile>> filesByFolder = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Compression> notUnpacked = EnumSet.noneOf(Compression.class);

  /** Bytes of blocks read so far: each byte belongs to one block at most. */
  private long walked;

  private int blocks;
  private int withoutChecksum;
  private int changed;

  private CabinetExamination(
      Cabinet cabinet, CabinetSource source, Optional<UnpackedFiles> unpacked) {
    this.cabinet = cabinet;
    this.window = Window.large(source);
    this.unpacked = unpacked;
    List<PackedFile> inOrder = new ArrayList<>(cabinet.files());
    inOrder.sort(CabinetExamination::compareByPlace);
    for (PackedFile file : inOrder) {
      filesByFolder.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(file);
    }
  }

  /**
   * Examines a cabinet.
   *
   * @param unpacked hears of each file that was unpacked; absent if none is to be
   * @throws IOException if it cannot be read
   */
  public static CabinetExamination of(
      Cabinet cabinet, CabinetSource source, Optional<UnpackedFiles> unpacked) throws IOException {
    CabinetExamination examination = new CabinetExamination(cabinet, source, unpacked);
    for (int i = 0; i < cabinet.folders().size(); i++) {
      examination.examineFolder(i);
    }
    examination.tellHowManyMore();
    return examination;
  }

  /**
   * Returns what is wrong, each in half a sentence that names the place; nothing if all is well.
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns how many blocks it has, as far as they could be read. */
  public int blocks() {
    return blocks;
  }

  /**
   * Returns how many of its blocks have no checksum, so that nothing tells whether they changed.
   */
  public int withoutChecksum() {
    return withoutChecksum;
  }

  /** Returns by what methods those folders are packed that were to be unpacked, and were not. */
  public Set<Compression> notUnpacked() {
    return notUnpacked;
  }

  private void examineFolder(int index) throws IOException {
    Folder folder = cabinet.folders().get(index);
    List<PackedFile> files = filesByFolder.getOrDefault(index, List.of());
    if (unpacked.isPresent() && canUnpack(folder) && lieInARow(files)) {
      try (Unpacking unpacking = new Unpacking(folder.compression(), files, unpacked.get())) {
        examineBlocks(index, files, Optional.of(unpacking));
      }
    } else {
      examineBlocks(index, files, Optional.empty());
    }
  }

  private void examineBlocks(int index, List<PackedFile> files, Optional<Unpacking> unpacking)
      throws IOException {
    Folder folder = cabinet.folders().get(index);
    boolean unpack = unpacking.isPresent();
    try {
      long total = 0;
      long at = folder.offset();
      for (int i = 0; i < folder.blocks(); i++) {
        Block block = block(at, index, i, folder);
        at += Block.HEADER_BYTES + block.reserve().remaining() + block.content().remaining();
        total += block.unpackedBytes();
        unpack =
            holdToChecksum(block, index, i) && unpack && unpack(unpacking.get(), block, index, i);
      }
      holdToFiles(index, files, total);
    } catch (CabinetFormatException e) {
      problems.add(e.text());
    }
  }

  private static int compareByPlace(PackedFile one, PackedFile other) {
    int byOffset = Long.compare(one.offset(), other.offset());
    return byOffset != 0 ? byOffset : Long.compare(one.sizeBytes(), other.sizeBytes());
  }

  private boolean canUnpack(Folder folder) {
    if (!Unpacking.knows(folder.compression())) {
      notUnpacked.add(folder.compression());
      return false;
    }
    return !cabinet.continued();
  }

  /** Equal files may lie in one place: makers of cabinets store them once. */
  private static boolean lieInARow(List<PackedFile> files) {
    long end = 0;
    for (int i = 0; i < files.size(); i++) {
      PackedFile file = files.get(i);
      boolean isStoredAlready = i > 0 && file.liesWhere(files.get(i - 1));
      if (!isStoredAlready) {
        if (file.offset() != end) {
          return false;
        }
        end += file.sizeBytes();
      }
    }
    return true;
  }

  /** Reads a block, header and all, that is wholly there. */
  private Block block(long at, int folder, int index, Folder inFolder) throws IOException {
    ByteBuffer header = bytes(at, Block.HEADER_BYTES);
    int content = Short.toUnsignedInt(header.getShort(4));
    int expanded = Short.toUnsignedInt(header.getShort(6));
    int reserve = cabinet.blockReserveBytes();
    long bytes = (long) Block.HEADER_BYTES + reserve + content;
    walked += bytes;
    boolean fits = bytes <= cabinet.sizeBytes() - at && walked <= cabinet.sizeBytes();
    if (content == 0 || expanded > Cabinet.BLOCK_CONTENT_BYTES || !fits) {
      throw CabinetReader.brokenOff(cabinet.name(), "data block", at, cabinet.sizeBytes());
    }
    blocks++;
    boolean isLast = index == inFolder.blocks() - 1;
    boolean isFull = expanded == Cabinet.BLOCK_CONTENT_BYTES || isLast;
    boolean isSplit = cabinet.continued() && (isLast || index == 0);
    boolean isStored = inFolder.compression() == Compression.NONE;
    if (!isSplit
        && (!isFull
            || expanded == 0
            || (isStored && content != expanded)
            || content > inFolder.compression().largestBlockBytes())) {
      throw new CabinetFormatException(
          place(folder, index, at)
              + String.format(
                  Locale.ROOT,
                  " has %,d bytes for %,d unpacked, which no block of %s has there",
                  content,
                  expanded,
                  inFolder.compression().label()));
    }
    ByteBuffer rest = bytes(at + Block.HEADER_BYTES, reserve + content);
    return new Block(
        at,
        header.getInt(0),
        header.getInt(4),
        rest.slice(0, reserve).order(rest.order()),
        rest.slice(reserve, content).order(rest.order()));
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    if (at > cabinet.sizeBytes() - length) {
      throw CabinetReader.brokenOff(cabinet.name(), "data block", at, cabinet.sizeBytes());
    }
    return window.at(at, length);
  }

  private boolean holdToChecksum(Block block, int folder, int index) {
    if (!block.hasChecksum()) {
      withoutChecksum++;
      return true;
    }
    boolean agrees = block.agrees();
    if (!agrees && ++changed <= MOST_BLOCKS_TOLD) {
      problems.add(
          place(folder, index, block.offset())
              + ": its bytes are not those that its checksum was made of");
    }
    return agrees;
  }

  private void tellHowManyMore() {
    if (changed > MOST_BLOCKS_TOLD) {
      problems.add(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' has %,d blocks whose bytes are not those that their checksums were"
                  + " made of",
              cabinet.name(),
              changed));
    }
  }

  private boolean unpack(Unpacking unpacking, Block block, int folder, int index) {
    try {
      unpacking.add(block);
      return true;
    } catch (DataFormatException e) {
      problems.add(
          place(folder, index, block.offset())
              + " cannot be unpacked"
              + (e.getMessage() == null ? "" : ": " + e.getMessage()));
      return false;
    }
  }

  /** The files of a folder take up all that its blocks unpack to, each byte of it once. */
  private void holdToFiles(int folder, List<PackedFile> files, long unpackedBytes) {
    if (cabinet.continued()) {
      return; // what is missing here is in the cabinet before, or behind
    }
    long end = files.stream().mapToLong(file -> file.offset() + file.sizeBytes()).max().orElse(0);
    if (end != unpackedBytes) {
      problems.add(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' contradicts itself: the files of folder %d end at byte %,d, and its"
                  + " blocks unpack to %,d",
              cabinet.name(),
              folder + 1,
              end,
              unpackedBytes));
    } else if (!lieInARow(files)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' contradicts itself: the files of folder %d do not lie one behind the"
                  + " other",
              cabinet.name(),
              folder + 1));
    }
  }

  private String place(int folder, int index, long at) {
    return String.format(
        Locale.ROOT,
        "the cabinet '%s', data block %,d%s at byte %,d",
        cabinet.name(),
        index + 1,
        cabinet.folders().size() == 1 ? "" : " of folder " + (folder + 1),
        at);
  }
}
