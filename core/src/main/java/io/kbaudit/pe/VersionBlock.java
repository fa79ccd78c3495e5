package io.kbaudit.pe;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One block of a version resource: a key, perhaps a value, and the blocks in it. All blocks are
 * made so ({@code VS_VERSIONINFO}, {@code StringFileInfo}, {@code StringTable}, {@code String},
 * {@code VarFileInfo}, {@code Var}), in 16 bits with narrow characters and no type.
 *
 * @param key as stored
 * @param value its bytes; of a text, those up to the end of the block, whatever its length says
 * @param statedLength of the value: bytes, and of a text characters
 * @param children the place of the first of the blocks in it
 * @param end the place behind it
 */
record VersionBlock(String key, ByteBuffer value, int statedLength, int children, int end) {
  /** Blocks and values begin at multiples of this. */
  private static final int ALIGNMENT = 4;

  /** The two ways in which version resources are written. */
  enum Width {
    /** Of 32 bits: UTF-16, and a type behind the lengths. */
    WIDE(6, 2, StandardCharsets.UTF_16LE),
    /** Of 16 bits: the code page of the translation, of which ASCII is read. */
    NARROW(4, 1, StandardCharsets.ISO_8859_1);

    private final int headerBytes;
    private final int unit;
    private final Charset charset;

    Width(int headerBytes, int unit, Charset charset) {
      this.headerBytes = headerBytes;
      this.unit = unit;
      this.charset = charset;
    }

    /** Returns the text that begins the bytes, up to the first zero or their end. */
    String text(ByteBuffer bytes) {
      int length = 0;
      while (length + unit <= bytes.limit() && !isZero(bytes, length)) {
        length += unit;
      }
      return charset.decode(bytes.duplicate().position(0).limit(length)).toString();
    }

    private boolean isZero(ByteBuffer bytes, int at) {
      return bytes.get(at) == 0 && (unit == 1 || bytes.get(at + 1) == 0);
    }
  }

  /**
   * Returns the block at {@code start}.
   *
   * @param end of the block around it
   * @return empty where there is none that fits: with nothing but zeros on, or a length that lies
   */
  static Optional<VersionBlock> at(ByteBuffer resource, int start, int end, Width width) {
    if (start + width.headerBytes > end) {
      return Optional.empty();
    }
    int length = resource.getShort(start) & 0xFFFF;
    int blockEnd = start + length;
    if (length < width.headerBytes + width.unit || blockEnd > end) {
      return Optional.empty();
    }
    int stated = resource.getShort(start + 2) & 0xFFFF;
    String key = width.text(slice(resource, start + width.headerBytes, blockEnd));
    int valueStart =
        aligned(start, start + width.headerBytes + (key.length() + 1) * width.unit, blockEnd);
    ByteBuffer value = slice(resource, valueStart, blockEnd);
    int children = aligned(start, Math.min(blockEnd, valueStart + stated), blockEnd);
    return Optional.of(new VersionBlock(key, value, stated, children, blockEnd));
  }

  /** Returns the blocks in this one; one that does not fit ends them, and is no block. */
  List<VersionBlock> blocks(ByteBuffer resource, Width width) {
    List<VersionBlock> blocks = new ArrayList<>();
    int at = children;
    Optional<VersionBlock> next = at(resource, at, end, width);
    while (next.isPresent()) {
      blocks.add(next.get());
      at = (next.get().end() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      next = at(resource, at, end, width);
    }
    return blocks;
  }

  /** Returns whether the blocks in this one end where it does, but for zeros that fill it up. */
  boolean isFilledBy(List<VersionBlock> blocks, ByteBuffer resource) {
    int from = blocks.isEmpty() ? children : blocks.get(blocks.size() - 1).end();
    for (int i = from; i < end; i++) {
      if (resource.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the value as a text. */
  String text(Width width) {
    int bytes = Math.min(value.limit(), statedLength * width.unit);
    return width.text(value.duplicate().position(0).limit(bytes));
  }

  private static int aligned(int start, int place, int end) {
    int aligned = (place + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return Math.max(start, Math.min(aligned, end));
  }

  private static ByteBuffer slice(ByteBuffer resource, int from, int to) {
    return resource
        .duplicate()
        .position(from)
        .limit(Math.max(from, to))
        .slice()
        .order(resource.order());
  }
}
