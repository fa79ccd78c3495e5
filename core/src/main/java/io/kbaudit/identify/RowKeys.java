package io.kbaudit.identify;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hashes of all by which files are found among the rows of an article: names, sizes and digests.
 * Rows of which no hash is sought need not be read. Immutable.
 */
final class RowKeys {
  /** Tells sizes from other numbers, as most are small. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final int[] hashes;

  /** Whether a name is cut, of which files are found by the beginning. */
  private final boolean anyName;

  private RowKeys(int[] hashes, boolean anyName) {
    this.hashes = hashes;
    this.anyName = anyName;
  }

  static RowKeys of(List<ExpectedFile> rows) {
    return new RowKeys(
        rows.stream().flatMapToInt(RowKeys::of).sorted().distinct().toArray(),
        rows.stream().anyMatch(row -> !row.name().isKnown()));
  }

  private static IntStream of(ExpectedFile row) {
    IntStream.Builder keys = IntStream.builder();
    keys.add(of(row.name().best()));
    row.hashes().digests().all().forEach(digest -> keys.add(of(digest)));
    OptionalLong size = row.size().map(ListedSize::exactBytes).orElse(OptionalLong.empty());
    if (size.isPresent() && row.modified().isPresent()) {
      keys.add(of(size.getAsLong()));
    }
    return keys.build();
  }

  static int of(FileName name) {
    return name.canonical().hashCode();
  }

  static int of(Digest digest) {
    return digest.hex().hashCode();
  }

  static int of(long sizeBytes) {
    return Long.hashCode(sizeBytes * SPREAD);
  }

  /** Returns whether a row of the article may be found by one of these hashes. */
  boolean mayBeAmong(Set<Integer> sought) {
    return anyName || Arrays.stream(hashes).anyMatch(sought::contains);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(anyName);
    out.writeInt(hashes.length);
    for (int hash : hashes) {
      out.writeInt(hash);
    }
  }

  static RowKeys read(DataInputStream in) throws IOException {
    boolean anyName = in.readBoolean();
    int count = in.readInt();
    byte[] bytes = in.readNBytes(Math.multiplyExact(count, Integer.BYTES));
    if (bytes.length < count * Integer.BYTES) {
      throw new EOFException();
    }
    int[] hashes = new int[count];
    ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
    return new RowKeys(hashes, anyName);
  }
}
