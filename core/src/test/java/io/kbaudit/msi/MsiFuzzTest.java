package io.kbaudit.msi;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.ole.CompoundFileDamage;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.json.JsonInspectionReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
class MsiFuzzTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  /** The header of a compound file, and where it says what sectors are ([MS-CFB] 2.2). */
  private static final int HEADER_BYTES = 512;

  private static final int SECTOR_SHIFT = 30;
  private static final int DIRECTORY_START = 48;
  private static final int FIRST_FAT_SECTOR = 76;

  private static final FileSystem MEMORY = Jimfs.newFileSystem(Configuration.unix());

  private static final List<Target> TARGETS =
      Stream.of(
              package512(),
              package512().longStringReferences().withEmptyStringSlots(3),
              package512().sectorBytes(4096),
              MsiFixture.smallest().patch(new UUID(0, 1), new UUID(0, 2)),
              MsiFixture.smallest().module(),
              MsiFixture.smallest().transform())
          .map(MsiFuzzTest::target)
          .toList();

  /** A sound file, and the parts of it that the reader goes by. */
  private static final class Target {
    private final byte[] sound;
    private final List<Part> parts;

    Target(byte[] sound, List<Part> parts) {
      this.sound = sound;
      this.parts = List.copyOf(parts);
    }

    byte[] changed(List<Edit> edits) {
      ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
      for (Edit edit : edits) {
        edit.applyTo(bytes, parts);
      }
      return bytes.array();
    }
  }

  private record Part(int start, int length) {}

  /** A byte, or four, to be put into a part; its numbers are taken modulo what there is. */
  private record Edit(int part, int offset, int value, boolean four) {
    void applyTo(ByteBuffer bytes, List<Part> parts) {
      Part chosen = parts.get(part % parts.size());
      if (four) {
        int slot = offset % (chosen.length() / Integer.BYTES);
        bytes.putInt(chosen.start() + slot * Integer.BYTES, value);
      } else {
        bytes.put(chosen.start() + offset % chosen.length(), (byte) value);
      }
    }
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
  void aFewChangedBytesAreReadOrRefused(
      @ForAll("targets") int target, @ForAll("edits") List<Edit> edits) throws IOException {
    MsiInspection inspection = readOrRefused(target, edits);

    Schemas.assertValid("inspection", json(inspection));
  }

  @Property(tries = 300_000, shrinking = ShrinkingMode.BOUNDED)
  @Tag("campaign")
  void hundredsOfThousandsOfChangesAreReadOrRefused(
      @ForAll("targets") int target, @ForAll("edits") List<Edit> edits) {
    MsiInspection unused = readOrRefused(target, edits);
  }

  @Provide
  Arbitrary<Integer> targets() {
    return Arbitraries.integers().between(0, TARGETS.size() - 1).withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1 << 20).withoutEdgeCases();
    Arbitrary<Edit> bytes =
        Combinators.combine(any, any, Arbitraries.integers().between(0, 255))
            .as((part, offset, value) -> new Edit(part, offset, value, false));
    Arbitrary<Integer> telling =
        Arbitraries.of(0, 1, -1, -2, -3, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF, 0x1_0000, 0x00FF_FFFF);
    Arbitrary<Edit> numbers =
        Combinators.combine(any, any, telling)
            .as((part, offset, value) -> new Edit(part, offset, value, true));
    return Arbitraries.oneOf(
        bytes.list().ofMinSize(1).ofMaxSize(8),
        numbers.list().ofMinSize(1).ofMaxSize(2),
        Arbitraries.oneOf(bytes, numbers).list().ofMinSize(1).ofMaxSize(4));
  }

  private static MsiInspection readOrRefused(int target, List<Edit> edits) {
    byte[] changed = TARGETS.get(target).changed(edits);
    return assertTimeoutPreemptively(
        LONG_ENOUGH, () -> Everything.askedOf(Files.write(MEMORY.getPath("/a.msi"), changed)));
  }

  private static String json(MsiInspection inspection) throws IOException {
    InspectedFiles.InspectedPackage file =
        new InspectedFiles.InspectedPackage("a.msi", inspection, Map.of());
    StringWriter out = new StringWriter();
    new JsonInspectionReport(Set.of()).write(new InspectedFiles(List.of(file), List.of()), out);
    return out.toString();
  }

  private static MsiFixture package512() {
    TableFixture table =
        TableFixture.named("Kinds")
            .text("Key", 72, ColumnFlag.KEY)
            .integer16("Short", ColumnFlag.NULLABLE)
            .integer32("Long", ColumnFlag.NULLABLE)
            .binary("Data", ColumnFlag.NULLABLE)
            .row("a", 1, 2, new byte[70])
            .row("b", null, null, null);
    return MsiFixture.smallest().table(table);
  }

  private static Target target(MsiFixture fixture) {
    byte[] sound = fixture.toBytes();
    ByteBuffer header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
    int sectorBytes = 1 << header.getShort(SECTOR_SHIFT);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(0, HEADER_BYTES));
    for (int field : List.of(FIRST_FAT_SECTOR, DIRECTORY_START)) {
      parts.add(new Part((header.getInt(field) + 1) * sectorBytes, sectorBytes));
    }
    CompoundFileDamage streams = new CompoundFileDamage(sound);
    for (String name : streamsOf(sound)) {
      ByteBuffer content = streams.stream(name);
      if (content.remaining() >= Integer.BYTES) {
        parts.add(new Part(content.arrayOffset(), content.remaining()));
      }
    }
    return new Target(sound, parts);
  }

  private static List<String> streamsOf(byte[] sound) {
    try {
      Path file = Files.write(MEMORY.getPath("/sound.msi"), sound);
      try (FileContent content = FileContent.of(file, () -> false)) {
        return OleFile.of(content, name -> name).streams().stream().map(OleEntry::name).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }
}
