package io.kbaudit.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.Corpus;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.Given;
import io.kbaudit.file.Digest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows come back from bytes as files are compared with them; other bytes are refused. */
class IndexedRowsTest {
  private static final List<ExpectedFile> ROWS =
      Given.article(
              Given.row("a.msi", 100, "2011-03-10T10:04Z")
                  .withHashes(ListedHashes.of(Digest.sha256("1".repeat(64)))),
              Given.cutRow("half\uD83D", 200, "2011-03-10"),
              Given.row("x".repeat(300), 300, ""))
          .rows();

  @Test
  void everyPublishedRowComesBackAsItIsCompared() throws IOException {
    for (Path file : Corpus.articles()) {
      List<ExpectedFile> rows = ArticleReader.read(file).rows();

      assertThat(meaning(IndexedRows.decode(IndexedRows.encode(rows))))
          .as(file.toString())
          .isEqualTo(meaning(rows));
    }
  }

  @Test
  void longTextsAndHalvesOfPairsComeBack() throws IOException {
    assertThat(meaning(IndexedRows.decode(IndexedRows.encode(ROWS)))).isEqualTo(meaning(ROWS));
  }

  private static List<List<Object>> meaning(List<ExpectedFile> rows) {
    return rows.stream()
        .map(
            row ->
                List.<Object>of(
                    row.row(),
                    row.line(),
                    row.name(),
                    row.name().best().spelling(),
                    row.size(),
                    row.modified(),
                    row.version(),
                    row.hashes(),
                    row.variant().platform(),
                    row.alternativeTo(),
                    row.size().isPresent() ? "" : row.printed().size(),
                    row.modified().isPresent() ? "" : row.printed().date()))
        .toList();
  }

  @Test
  void whatBreaksOffIsRefused() throws IOException {
    byte[] whole = IndexedRows.encode(ROWS);

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(IndexFormatException.class)
          .as("%d bytes", length)
          .isThrownBy(() -> IndexedRows.decode(part));
    }
  }

  @Test
  void aRowWithADateAndAnotherThatCannotBeReadIsRefused() throws IOException {
    byte[] row =
        IndexedRows.encode(Given.article(Given.row("a.msi", 1, "2011-03-10T10:04Z")).rows());
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(row);
    IndexText.write("2011-03-11", new DataOutputStream(two));
    byte[] changed = two.toByteArray();
    changed[Integer.BYTES] |= 1 << 4; // the flag of a date that cannot be read

    assertThatExceptionOfType(IndexFormatException.class)
        .isThrownBy(() -> IndexedRows.decode(changed))
        .withMessage("a row contradicts itself");
  }

  @Test
  void whateverBytesTheyAreNothingElseIsThrown() throws IOException {
    Random random = new Random(20_110_310);
    byte[] whole = IndexedRows.encode(ROWS);

    for (int i = 0; i < 20_000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      assertThatCode(() -> decodeOrRefuse(changed)).doesNotThrowAnyException();
    }
  }

  private static void decodeOrRefuse(byte[] bytes) {
    try {
      IndexedRows.decode(bytes);
    } catch (IndexFormatException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }
}
