package io.kbaudit.identify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fuzz.ForeignFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Indexes of articles of any bytes. The first four bytes are the length of what is said of an
 * article; its rows follow. Each part has the right checksum, for one with another is refused
 * whatever it says.
 */
class IndexReaderFuzzTest {
  static Stream<byte[]> seeds() throws IOException {
    List<ExpectedFile> rows =
        BundledArticles.find(BundledArticles.KB2492954).orElseThrow().rows().subList(0, 3);
    IndexEntry entry =
        new IndexEntry(
            new FolderArticle("a.txt", Optional.empty(), rows.size(), 0, Optional.empty()),
            100,
            Instant.EPOCH,
            Set.of(),
            RowKeys.of(rows));
    byte[] first = entry.encode();
    byte[] second = IndexedRows.encode(rows);
    return Stream.of(
        ByteBuffer.allocate(4 + first.length + second.length)
            .putInt(first.length)
            .put(first)
            .put(second)
            .array());
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    if (bytes.length < Integer.BYTES) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int first = Math.floorMod(in.getInt(), in.remaining() + 1);
    int split = Integer.BYTES + first;
    byte[] index =
        index(
            Arrays.copyOfRange(bytes, Integer.BYTES, split),
            Arrays.copyOfRange(bytes, split, bytes.length));
    try (IndexReader reader = IndexReader.open(ForeignFile.of("index", index))) {
      Optional<IndexEntry> entry = reader.next();
      if (entry.isPresent()) {
        assertThat(IndexEntry.decode(entry.get().encode()).article())
            .isEqualTo(entry.get().article());
        List<ExpectedFile> rows = reader.rows();
        assertThat(IndexedRows.decode(IndexedRows.encode(rows))).isEqualTo(rows);
        assertThat(reader.next()).isEmpty();
      }
    } catch (IndexFormatException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static byte[] index(byte[] article, byte[] rows) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (IndexWriter writer = new IndexWriter(head)) {
      writer.finish();
    }
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    index.write(head.toByteArray(), 0, head.size() - 2 * Integer.BYTES);
    try (DataOutputStream out = new DataOutputStream(index)) {
      for (byte[] part : List.of(article, rows)) {
        CRC32 crc = new CRC32();
        crc.update(part);
        out.writeInt(part.length);
        out.writeInt((int) crc.getValue());
        out.write(part);
      }
      out.writeInt(0);
      out.writeInt(1);
    }
    return index.toByteArray();
  }
}
