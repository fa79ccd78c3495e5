package io.kbaudit.msi;

import static io.kbaudit.msi.MsiProblem.Kind.BAD_VALUE;
import static io.kbaudit.msi.MsiProblem.Kind.DAMAGED;
import static io.kbaudit.msi.MsiProblem.Kind.EMPTY;
import static io.kbaudit.msi.MsiProblem.Kind.NOT_OLE;
import static io.kbaudit.msi.MsiProblem.Kind.OTHER_DOCUMENT;
import static io.kbaudit.msi.MsiProblem.Kind.TRAILING_BYTES;
import static io.kbaudit.msi.MsiProblem.Kind.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file in which one thing is broken. */
class MsiDamageTest {
  /**
   * Has tables, and a mini stream of more than one sector. Its cabinet has one block, too few for a
   * break to show.
   */
  private static final MsiFixture SOUND = MsiFixture.sized(20_480);

  @TempDir private Path folder;

  static Stream<Arguments> problems() {
    return Stream.of(
        one(MsiDamage.EMPTY, EMPTY, "the file is empty"),
        one(MsiDamage.TEXT_FILE, NOT_OLE, "it begins as text does, with 'This is no packa'"),
        one(MsiDamage.WORD_DOCUMENT, OTHER_DOCUMENT, "of Microsoft Word"),
        one(MsiDamage.TRUNCATED_HEADER, TRUNCATED, "ends at byte 100, within its header of 512"),
        one(
            MsiDamage.TRUNCATED_HALF,
            TRUNCATED,
            "ends at byte 10,240, but the stream 'Data1.cab' goes on; 10,240 bytes are missing"),
        one(
            MsiDamage.LAST_SECTOR_MISSING,
            TRUNCATED,
            "ends at byte 19,968, but the stream 'Data1.cab' goes on; 512 bytes are missing"),
        one(MsiDamage.TRAILING_BYTES, TRAILING_BYTES, "100 bytes follow the last sector in use"),
        one(MsiDamage.LINE_ENDINGS_CONVERTED, DAMAGED, "it was sent as text"),
        several(MsiDamage.FAT_LOOP, 4, "the mini stream goes on in sector 5, which is in use"),
        several(
            MsiDamage.FAT_CHAIN_PAST_END,
            4,
            "the mini stream has 1 of the 3 sectors that its size needs"),
        several(
            MsiDamage.FAT_CHAIN_TOO_SHORT,
            4,
            "the mini stream has 1 of the 3 sectors that its size needs"),
        several(MsiDamage.SHARED_SECTOR, 2, "the stream '_StringData' goes on in mini sector"),
        one(
            MsiDamage.DIRECTORY_LOOP,
            DAMAGED,
            "directory entry 1 leads to entry 5, which is reached already"),
        one(
            MsiDamage.DIRECTORY_ID_OUT_OF_RANGE,
            DAMAGED,
            "directory entry 1 leads to entry 16777215, which is none"),
        one(MsiDamage.STREAM_SIZE_LIES, DAMAGED, "the stream 'SummaryInformation' goes on"),
        one(
            MsiDamage.LYING_FAT_COUNT,
            TRUNCATED,
            "its header counts 16,777,215 FAT sectors, and the whole file has 39 sectors"),
        one(
            MsiDamage.DIFAT_LOOP,
            DAMAGED,
            "its DIFAT goes on in sector 38, which is in use already"),
        one(
            MsiDamage.MINI_FAT_LOOP,
            DAMAGED,
            "the stream 'SummaryInformation' goes on in mini sector 15, which is in use"),
        one(
            MsiDamage.WRONG_CLASS,
            OTHER_DOCUMENT,
            "its class is {00000000-0000-0000-0000-000000000000}, of a program that is not known"),
        one(MsiDamage.NO_SUMMARY, DAMAGED, "it has no summary information"),
        one(MsiDamage.EMPTY_SUMMARY, DAMAGED, "the summary information is damaged: it does not"),
        one(MsiDamage.SUMMARY_GARBAGE, DAMAGED, "the summary information is damaged: it does not"),
        one(
            MsiDamage.SUMMARY_COUNT_LIES,
            DAMAGED,
            "it counts 16,777,215 properties, and has room for 54"),
        one(
            MsiDamage.SUMMARY_OFFSET_OUTSIDE,
            DAMAGED,
            "its set begins at byte 16,777,215, behind its end"),
        one(MsiDamage.PROPERTY_OFFSET_OUTSIDE, BAD_VALUE, "property 3 begins at byte 16,777,215"),
        one(MsiDamage.BAD_FILETIME, BAD_VALUE, "property 13 is no time"),
        one(MsiDamage.BAD_PROPERTY_TYPE, BAD_VALUE, "property 3 has type 4095"),
        one(MsiDamage.CODEPAGE_UNKNOWN, BAD_VALUE, "property 1: code page 12345 is not known"),
        one(MsiDamage.NO_STRING_POOL, DAMAGED, "there is no stream _StringPool"),
        one(MsiDamage.NO_STRING_DATA, DAMAGED, "there is no stream _StringData"),
        one(
            MsiDamage.STRING_LENGTHS_LIE,
            DAMAGED,
            "the 32 entries of _StringPool do not add up to the 334 bytes of _StringData"),
        one(
            MsiDamage.STRING_ID_OUT_OF_RANGE,
            DAMAGED,
            "table Property, column Value, row 6: text 65,535 of 32"),
        one(
            MsiDamage.TABLE_REMAINDER,
            DAMAGED,
            "table Property has 23 bytes, no whole number of rows of 4"),
        one(MsiDamage.COLUMNS_GARBAGE, DAMAGED, "table _Columns, column Table, row 1: text"),
        arguments(
            MsiDamage.ZEROS_FROM_HALF,
            List.of(TRUNCATED, DAMAGED, DAMAGED),
            "zeros from byte 251,648 on, to its end at byte 495,104: the copy was broken off"),
        one(
            MsiDamage.CABINET_GARBAGE,
            DAMAGED,
            "'Data1.cab' is no cabinet: it begins with the bytes"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void isTold(MsiDamage damage, List<MsiProblem.Kind> kinds, String place) throws IOException {
    MsiInspection inspection = inspect(damage);

    assertThat(inspection.problems()).extracting(MsiProblem::kind).containsExactlyElementsOf(kinds);
    assertThat(inspection.problems().get(0).text()).contains(place);
    assertThat(inspection.sound()).isEqualTo(!damage.mustBeRefused());
  }

  @Test
  void isToldForEveryWayThatThereIs() {
    assertThat(problems().map(row -> row.get()[0]))
        .containsExactlyInAnyOrder((Object[]) MsiDamage.values());
  }

  @ParameterizedTest
  @EnumSource
  void isToldInWordsOfItsOwn(MsiDamage damage) throws IOException {
    assertThat(inspect(damage).problems())
        .allSatisfy(
            problem -> assertThat(problem.text()).doesNotContain("Exception", "ndex ", "null"));
  }

  @Test
  void isNoneInTheSoundFile() throws IOException {
    Path file = folder.resolve("a.msi");
    SOUND.writeTo(file);

    assertThat(MsiInspection.of(file).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"package", "patch", "module"})
  void aCabinetThatBreaksOffIsToldInEveryKind(String kind) throws IOException {
    MsiFixture sized = MsiFixture.sized(495_104);
    MsiFixture sound =
        switch (kind) {
          case "patch" -> sized.patch(new UUID(1, 2));
          case "module" -> sized.module();
          default -> sized;
        };
    Path file = folder.resolve("a.msi");
    sound.writeTo(file);
    assertThat(MsiInspection.of(file).problems()).isEmpty();

    MsiDamage.ZEROS_FROM_HALF.write(sound, file);

    List<MsiProblem> problems = MsiInspection.of(file).problems();
    assertThat(problems).extracting(MsiProblem::kind).containsExactly(TRUNCATED, DAMAGED, DAMAGED);
    assertThat(problems.get(2).text()).contains("breaks off: no data block at byte 262,280 of");
  }

  /** Other programs do not open such a file, though nothing needs the count. */
  @ParameterizedTest
  @CsvSource({"64, mini FAT", "72, DIFAT"})
  void isToldOfAHeaderThatCountsMoreSectorsThanThereAre(int offset, String table)
      throws IOException {
    Path file = folder.resolve("a.msi");
    SOUND.writeTo(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset + 3] = (byte) 0x80;
    Files.write(file, bytes);

    assertThat(MsiInspection.of(file).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(TRUNCATED))
        .satisfies(
            problem ->
                assertThat(problem.text())
                    .startsWith("its header counts 2,147,483,64")
                    .endsWith(" " + table + " sectors, and the whole file has 39 sectors"));
  }

  private MsiInspection inspect(MsiDamage damage) throws IOException {
    Path file = folder.resolve("a.msi");
    damage.write(damage == MsiDamage.ZEROS_FROM_HALF ? SOUND.resized(495_104) : SOUND, file);
    return MsiInspection.of(file);
  }

  private static Arguments one(MsiDamage damage, MsiProblem.Kind kind, String place) {
    return arguments(damage, List.of(kind), place);
  }

  /** Damage of tables that shows in many places; the first is where it is. */
  private static Arguments several(MsiDamage damage, int count, String place) {
    return arguments(damage, Collections.nCopies(count, DAMAGED), place);
  }
}
