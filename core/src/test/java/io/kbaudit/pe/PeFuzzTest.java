package io.kbaudit.pe;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.pe.Machine;
import io.kbaudit.fixtures.pe.NeFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Files in which a few bytes are changed, most of them in what the reader goes by. The build runs
 * this in a heap of 64 MB; {@code mvn -pl core test -Pcampaign} runs many times as many.
 */
class PeFuzzTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  private static final FileSystem MEMORY = Jimfs.newFileSystem(Configuration.unix());

  private static final List<byte[]> TARGETS =
      List.of(
          PeFixture.library().fileVersion("1.2.3.4").alsoInLanguage(0x0407).mui().bytes(),
          PeFixture.program().machine(Machine.X86).anyCpu().certificateTable(500).bytes(),
          PeFixture.driver().secondVersionResource(0x0407, "4.3.2.1").appended(9).bytes(),
          NeFixture.library().fileVersion("1.2.3.4").alsoInLanguage(0x0407).bytes());

  /** One change: of a byte, or of four. */
  private record Edit(int offset, int value, boolean isNumber) {
    void applyTo(ByteBuffer bytes) {
      int at = offset % (bytes.limit() - Integer.BYTES);
      if (isNumber) {
        bytes.putInt(at, value);
      } else {
        bytes.put(at, (byte) value);
      }
    }
  }

  @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
  void aFewChangedBytesAreReadOrRefused(
      @ForAll("targets") int target, @ForAll("edits") List<Edit> edits) {
    readOrRefused(target, edits);
  }

  @Property(tries = 300_000, shrinking = ShrinkingMode.BOUNDED)
  @Tag("campaign")
  void hundredsOfThousandsOfChangesAreReadOrRefused(
      @ForAll("targets") int target, @ForAll("edits") List<Edit> edits) {
    readOrRefused(target, edits);
  }

  @Provide
  Arbitrary<Integer> targets() {
    return Arbitraries.integers().between(0, TARGETS.size() - 1).withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1 << 20).withoutEdgeCases();
    Arbitrary<Edit> bytes =
        Combinators.combine(any, Arbitraries.integers().between(0, 255))
            .as((offset, value) -> new Edit(offset, value, false));
    Arbitrary<Integer> telling =
        Arbitraries.of(0, 1, -1, -2, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF, 0x1_0000, 0x1000, 0x0010);
    Arbitrary<Edit> numbers =
        Combinators.combine(any, telling).as((offset, value) -> new Edit(offset, value, true));
    return Arbitraries.oneOf(bytes, numbers).list().ofMinSize(1).ofMaxSize(6);
  }

  private static void readOrRefused(int target, List<Edit> edits) {
    ByteBuffer changed =
        ByteBuffer.wrap(TARGETS.get(target).clone()).order(ByteOrder.LITTLE_ENDIAN);
    edits.forEach(edit -> edit.applyTo(changed));
    assertTimeoutPreemptively(LONG_ENOUGH, () -> askAll(changed.array()));
  }

  private static void askAll(byte[] file) throws IOException {
    PeInspection inspection = PeInspection.of(Files.write(MEMORY.getPath("/a.dll"), file));
    for (PeKind kind : PeKind.values()) {
      boolean unused = inspection.fits(kind);
    }
    if (inspection.header().isEmpty() && inspection.problems().isEmpty()) {
      throw new AssertionError("neither read nor refused");
    }
    inspection.kind();
    inspection.strings(VersionResource.FILE_VERSION).forEach(io.kbaudit.file.FileVersion::find);
    inspection.fixed().forEach(FixedFileInfo::flagNames);
    inspection.versions().forEach(version -> version.strings().forEach(table -> table.language()));
  }
}
