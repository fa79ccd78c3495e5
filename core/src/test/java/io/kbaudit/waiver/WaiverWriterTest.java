package io.kbaudit.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.report.Hostile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back to the same. */
class WaiverWriterTest {
  @Test
  void itIsWrittenAsPeopleWould() {
    assertThat(WaiverWriter.document(waiver("it's: rebuilt", "a b.msi")))
        .isEqualTo(
            """
            waivers:
              - location: 'it''s: rebuilt'
                file: a b.msi
                check: [SIZE, DATE]
                cause: LARGER
                reason: 'it''s: rebuilt'
                approver: 'it''s: rebuilt'
                ticket: 'it''s: rebuilt'
                from: 2026-01-01
                expiry: 2027-03-31
                undecided: true
            """);
  }

  static List<String> hostileTexts() {
    return Hostile.NAMES.stream().filter(text -> !text.contains("\uD83D")).toList();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whateverATextHoldsItComesBack(String text) throws IOException {
    Waiver waiver = waiver(text.strip(), text);

    assertThat(read(WaiverWriter.document(waiver))).containsExactly(waiver);
  }

  @Property(tries = 500)
  void everyTextComesBack(@ForAll("texts") String text) throws IOException {
    Waiver waiver = waiver(text.strip(), "a.msi");

    assertThat(read(WaiverWriter.document(waiver))).containsExactly(waiver);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(40),
            Arbitraries.of("null", "~", "- a", "a: b", "#", "{}", "[a]", "|", "&a", "true", "1e3"),
            Arbitraries.strings()
                .withChars(":-#'\"\\{}[]&*!|>%@` \n\t\u0085\u2028a")
                .ofMaxLength(9))
        .filter(text -> !text.isBlank())
        .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waivers:\n- file: a.msi # why\n",
        "waivers:\n  - file: a.msi\n    reason: >\n      - like an item\n  # the end\n",
        "# ours\n\n- file: a.msi",
        "    - file: a.msi\n    - {}\n",
        "waivers: []\n",
        "[]",
        "# ours\nwaivers: [\n]  # none yet\n",
        "waivers:\r\n  - file: a.msi\r\n    check: [SIZE,\r\n      DATE]\r\n",
        "waivers:\n  -\n    file: a.msi\n"
      })
  void oneIsAppendedToWhateverListThereIs(String list, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("waivers.yaml"), list);
    List<Waiver> before = WaiverReader.read(file).waivers();

    String appended = WaiverWriter.appended(file, waiver("because", "b.msi"));

    List<Waiver> after = read(appended);
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(after.get(before.size()).file()).contains(FileName.of("b.msi"));
    assertThat(appended.replaceAll("\\[\\s*\\]", ""))
        .startsWith(list.replaceAll(" *\\[\\s*\\].*", "").stripTrailing());
    assertThat(appended.contains("\r\n")).isEqualTo(list.contains("\r\n"));
    assertThat(appended.replace("\r\n", "").contains("\r")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waivers: [{file: a.msi}]\n", "- file: a.msi\n...\n", "{waivers: [{}]}"})
  void whereNobodyCanTellTheEndNothingIsAppended(String list, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("waivers.yaml"), list);

    assertThatExceptionOfType(WaiverFormatException.class)
        .isThrownBy(() -> WaiverWriter.appended(file, waiver("because", "b.msi")))
        .withMessage(
            "waivers.yaml: written so that nothing can be appended to it; write the waiver by"
                + " hand");
  }

  @Test
  void theSameWaiverIsNotAppendedTwice(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("waivers.yaml"),
            "# ours\n" + WaiverWriter.document(waiver("because", "b.msi")));

    assertThatExceptionOfType(WaiverFormatException.class)
        .isThrownBy(() -> WaiverWriter.appended(file, waiver("because", "b.msi")))
        .withMessage("waivers.yaml, line 3: the same waiver is there already");
    assertThat(read(WaiverWriter.appended(file, waiver("otherwise", "b.msi")))).hasSize(2);
  }

  @Test
  void toWhatCannotBeUnderstoodNothingIsAppended(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("waivers.yaml"), "- {files: a.msi}\n");

    assertThatExceptionOfType(WaiverFormatException.class)
        .isThrownBy(() -> WaiverWriter.appended(file, waiver("because", "b.msi")))
        .withMessageStartingWith("waivers.yaml, line 1: unknown key of a waiver: 'files'");
  }

  private static Waiver waiver(String text, String file) {
    return new Waiver(
        2,
        Optional.of(text),
        Optional.of(FileName.of(file)),
        Optional.empty(),
        EnumSet.of(Check.SIZE, Check.DATE),
        Set.of(Cause.LARGER),
        Optional.of(text),
        Optional.of(text),
        Optional.of(text),
        Optional.of(LocalDate.parse("2026-01-01")),
        Optional.of(LocalDate.parse("2027-03-31")),
        true);
  }

  private static List<Waiver> read(String yaml) throws IOException {
    return WaiverReader.read(
            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "waivers.yaml")
        .waivers();
  }
}
