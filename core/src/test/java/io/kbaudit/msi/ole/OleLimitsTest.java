package io.kbaudit.msi.ole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.ole.CompoundFile;
import io.kbaudit.fixtures.ole.CompoundFileDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compound file makes whoever reads it keep is not as much as it likes. */
class OleLimitsTest {
  private static final CompoundFile EMPTY = CompoundFile.ofClass(new UUID(1, 2));

  @TempDir Path folder;

  @Test
  void aStreamOfSoManyBytesIsReadWhole() throws IOException {
    byte[] content = new byte[5_000];
    content[4_999] = 1;
    Path file = Files.write(folder.resolve("a"), EMPTY.with("Stream", content).toBytes());
    try (FileContent bytes = FileContent.of(file, () -> false)) {
      OleFile ole = OleFile.of(bytes, UnaryOperator.identity());
      OleEntry stream = ole.stream("Stream").orElseThrow();

      assertThat(ole.read(stream, 5_000)).isEqualTo(content);
      assertThatExceptionOfType(OleFormatException.class)
          .isThrownBy(() -> ole.read(stream, 4_999))
          .withMessage("the stream 'Stream' has 5,000 bytes; what is read whole has at most 4,999");
    }
  }

  @Test
  void aStreamOfMoreThan256MebibytesIsNotReadWhole() throws IOException {
    Path file = folder.resolve("a");
    long size = OleFile.LARGEST_STREAM_READ + (8L << 20);
    EMPTY.sectorBytes(4096).paddedWithZerosTo(size, "Stream").writeSparseTo(file);
    try (FileContent bytes = FileContent.of(file, () -> false)) {
      OleFile ole = OleFile.of(bytes, UnaryOperator.identity());
      OleEntry stream = ole.stream("Stream").orElseThrow();

      assertThat(stream.sizeBytes()).isGreaterThan(OleFile.LARGEST_STREAM_READ);
      assertThatExceptionOfType(OleFormatException.class)
          .isThrownBy(() -> ole.read(stream))
          .withMessageEndingWith("; what is read whole has at most 268,435,456");
      assertThat(ole.open(stream).sizeBytes()).isEqualTo(stream.sizeBytes());
    }
  }

  @Test
  void tenProblemsAreToldAndHowManyMoreThereAre() throws IOException {
    int most = OleFile.MOST_PROBLEMS;

    assertThat(problems(most)).hasSize(most).allMatch(text -> text.startsWith("the stream 'S"));
    assertThat(problems(most + 1)).hasSize(most).last().isEqualTo("and there are 2 more problems");
  }

  /** Returns what is said of a file in which so many streams are longer than their sectors. */
  private List<String> problems(int streams) throws IOException {
    CompoundFile sound = EMPTY;
    for (int i = 0; i < streams; i++) {
      sound = sound.with("S" + i, new byte[] {1, 2, 3});
    }
    CompoundFileDamage damage = new CompoundFileDamage(sound.toBytes());
    for (int i = 0; i < streams; i++) {
      damage.resize("S" + i, 100);
    }
    Path file = Files.write(folder.resolve("a"), damage.toBytes());
    try (FileContent bytes = FileContent.of(file, () -> false)) {
      return OleFile.of(bytes, UnaryOperator.identity()).problems().stream()
          .map(OleProblem::text)
          .toList();
    }
  }
}
