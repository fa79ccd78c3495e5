package io.kbaudit.msi.cab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Cabinets of any bytes, which are unpacked as far as that goes. */
class CabinetExaminationFuzzTest {
  private static final byte[] SMALL = "a small file, and a small file".getBytes(US_ASCII);

  /** A cabinet in memory. */
  static CabinetSource source(byte[] bytes) {
    return new CabinetSource() {
      @Override
      public long sizeBytes() {
        return bytes.length;
      }

      @Override
      public ByteBuffer read(long offset, int length) {
        int start = Math.toIntExact(offset);
        assertThat(start + length).isLessThanOrEqualTo(bytes.length);
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, start + length))
            .order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            CabinetBytes.stored().with("a", SMALL).with("b", new byte[5]),
            CabinetBytes.zipped().with("a", SMALL).with("b", new byte[500]),
            CabinetBytes.zipped().withoutChecksums().with("a", SMALL),
            CabinetBytes.zipped().withoutChecksums().with("two blocks", new byte[33_000]),
            CabinetBytes.packedBy(0x1503).with("a", SMALL))
        .map(cabinet -> cabinet.make().array());
  }

  @MethodSource("seeds")
  @FuzzTest
  void isExaminedOrRefused(byte[] bytes) throws IOException {
    CabinetSource source = source(bytes);
    Cabinet cabinet;
    try {
      cabinet = CabinetReader.read("a.cab", source);
    } catch (CabinetFormatException refused) {
      assertThat(refused.text()).isNotBlank();
      return;
    }
    Set<Cabinet.PackedFile> unpacked = new HashSet<>();

    CabinetExamination checked = CabinetExamination.of(cabinet, source, Optional.empty());
    CabinetExamination thorough =
        CabinetExamination.of(
            cabinet,
            source,
            Optional.of(
                (file, md5) -> {
                  assertThat(md5).hasSize(16);
                  unpacked.add(file);
                }));

    assertThat(checked.problems()).noneMatch(String::isBlank);
    assertThat(thorough.problems()).noneMatch(String::isBlank);
    assertThat(thorough.blocks()).isEqualTo(checked.blocks());
    assertThat(cabinet.files()).containsAll(unpacked);
    assertThat(checked.withoutChecksum()).isBetween(0, checked.blocks());
  }
}
