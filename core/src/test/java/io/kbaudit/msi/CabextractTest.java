package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.msi.cab.Cabinet;
import io.kbaudit.msi.cab.CabinetExamination;
import io.kbaudit.msi.cab.CabinetFormatException;
import io.kbaudit.msi.cab.CabinetReader;
import io.kbaudit.msi.cab.CabinetSource;
import io.kbaudit.msi.ole.OleStream;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cabinets of real packages, whole and changed, which cabextract unpacks or finds damaged: it
 * must come to the same.
 */
class CabextractTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi/files");

  private static final int CHANGES_OF_EACH = 4;

  @TempDir private Path folder;

  @BeforeAll
  static void skipAloud() {
    Programs.skipAloudWithout("cabextract", "no outside reader has judged the cabinets");
    Programs.skipAloudIf(!Files.isDirectory(CORPUS), "no real packages at " + CORPUS);
  }

  @Test
  void agreesOnWhichCabinetsAreDamaged() throws Exception {
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    int damaged = 0;
    for (var cabinet : cabinets().entrySet()) {
      byte[] sound = cabinet.getValue();
      Random random = new Random(sound.length);
      int firstBlock = (int) CabinetReader.read("a", source(sound)).folders().get(0).offset();
      for (int i = 0; i <= CHANGES_OF_EACH; i++) {
        byte[] changed = sound.clone();
        if (i > 0) {
          int at = firstBlock + 8 + random.nextInt(changed.length - firstBlock - 8);
          changed[at] ^= (byte) (1 << random.nextInt(8));
        }
        boolean here = isSound(changed);
        compared++;
        damaged += here ? 0 : 1;
        if (here != cabextractUnpacks(changed)) {
          disagreements.add(cabinet.getKey() + ", change " + i + ": sound here is " + here);
        }
      }
    }

    assertThat(disagreements).isEmpty();
    assertThat(damaged).isGreaterThan(compared / 2);
  }

  private boolean cabextractUnpacks(byte[] cabinet) throws Exception {
    Path file = Files.write(folder.resolve("a.cab"), cabinet);
    Process process =
        new ProcessBuilder("cabextract", "-t", "-q", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }

  private static boolean isSound(byte[] cabinet) throws IOException {
    try {
      Cabinet read = CabinetReader.read("a", source(cabinet));
      return CabinetExamination.of(read, source(cabinet), Optional.empty()).problems().isEmpty();
    } catch (CabinetFormatException e) {
      return false;
    }
  }

  /** Returns the cabinets of the corpus by their packages' names, those of 500 bytes to 1 MB. */
  private static Map<String, byte[]> cabinets() throws IOException {
    Map<String, byte[]> cabinets = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(CORPUS)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      if (!MsiInspection.of(file).sound()) {
        continue;
      }
      try (MsiFile msi = MsiFile.open(file)) {
        for (String name : msi.streamNames()) {
          OleStream stream = msi.stream(name).orElseThrow();
          byte[] bytes = stream.read(0, (int) Math.min(1 << 20, stream.sizeBytes())).array();
          boolean isWhole = bytes.length == stream.sizeBytes() && bytes.length > 500;
          if (isWhole
              && CabinetReader.begins(source(bytes))
              && !CabinetReader.read(name, source(bytes)).folders().isEmpty()) {
            cabinets.put(file.getFileName() + "/" + name, bytes);
          }
        }
      }
    }
    return cabinets;
  }

  private static CabinetSource source(byte[] bytes) {
    return new CabinetSource() {
      @Override
      public long sizeBytes() {
        return bytes.length;
      }

      @Override
      public ByteBuffer read(long offset, int length) {
        return ByteBuffer.wrap(bytes, (int) offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }
}
