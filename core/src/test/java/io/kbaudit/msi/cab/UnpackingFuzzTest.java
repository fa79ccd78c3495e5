package io.kbaudit.msi.cab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocks of MSZIP of any bytes, in a cabinet that is sound but for them. The first two bytes are
 * the size to which the block is said to unpack; what does is held to the JDK's reading of it.
 */
class UnpackingFuzzTest {
  private static final int BLOCK = 32_768;

  private static final int BLOCK_HEADER = 8;

  static Stream<byte[]> seeds() {
    return Stream.of(
        block("a small file, and a small file".getBytes(US_ASCII)),
        block(new byte[BLOCK]),
        block(new byte[1]));
  }

  private static byte[] block(byte[] content) {
    CabinetBytes cabinet = CabinetBytes.zipped().with("a", content);
    byte[] bytes = cabinet.make().array();
    int packed = cabinet.firstBlock() + BLOCK_HEADER;
    return ByteBuffer.allocate(2 + bytes.length - packed)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) content.length)
        .put(bytes, packed, bytes.length - packed)
        .array();
  }

  @MethodSource("seeds")
  @FuzzTest
  void isUnpackedAsTheJdkUnpacksIt(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes.length > BLOCK) {
      return;
    }
    int size = ((bytes[0] & 0xFF) | ((bytes[1] & 0xFF) << 8)) % (BLOCK + 1);
    byte[] packed = Arrays.copyOfRange(bytes, 2, bytes.length);
    CabinetSource source = CabinetExaminationFuzzTest.source(cabinet(packed, size));
    Map<String, String> unpacked = new HashMap<>();

    CabinetExamination examination =
        CabinetExamination.of(
            CabinetReader.read("a.cab", source),
            source,
            Optional.of((file, md5) -> unpacked.put(file.name(), HexFormat.of().formatHex(md5))));

    if (examination.problems().isEmpty()) {
      assertThat(unpacked).isEqualTo(Map.of("a", md5(inflated(packed, size))));
    } else {
      assertThat(examination.problems()).noneMatch(String::isBlank);
    }
  }

  /** A cabinet of one file, which is what {@code packed} unpacks to. */
  private static byte[] cabinet(byte[] packed, int size) {
    CabinetBytes model = CabinetBytes.packedBy(1).with("a", new byte[0]);
    int block = model.firstBlock();
    byte[] head = Arrays.copyOf(model.make().array(), block);
    ByteBuffer cabinet =
        ByteBuffer.allocate(block + BLOCK_HEADER + packed.length).order(ByteOrder.LITTLE_ENDIAN);
    cabinet.put(head).putInt(0).putShort((short) packed.length).putShort((short) size).put(packed);
    cabinet.putInt(CabinetBytes.SIZE, cabinet.capacity());
    cabinet.putShort(CabinetBytes.FOLDER + 4, (short) 1);
    cabinet.putInt(CabinetBytes.FOLDER + 8, size);
    return cabinet.array();
  }

  private static byte[] inflated(byte[] packed, int size) {
    Inflater inflater = new Inflater(true);
    try {
      assertThat(packed).startsWith('C', 'K');
      inflater.setInput(packed, 2, packed.length - 2);
      byte[] content = new byte[size];
      int done = 0;
      int more;
      do {
        more = inflater.inflate(content, done, size - done);
        done += more;
      } while (more > 0);
      assertThat(done).isEqualTo(size);
      return content;
    } catch (DataFormatException e) {
      throw new AssertionError("unpacked, and damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }
}
