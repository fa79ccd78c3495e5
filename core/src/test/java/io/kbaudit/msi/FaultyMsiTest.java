package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packages with one thing wrong each, which only what is in them tells, from the folder {@code
 * faults} beside the one that system property {@code kbaudit.corpus} names.
 */
class FaultyMsiTest {
  private static final Path FAULTS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolveSibling("faults/msi");

  @BeforeAll
  static void skipAloudWithoutTheFaults() {
    if (!Files.isDirectory(FAULTS)) {
      abort("no faulty packages at " + FAULTS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bitflip-in-cab.msi | DAMAGED | the cabinet 'S.cab', data block 3 at byte 65,628: its bytes"
            + " are not those that its checksum was made of",
        "zero-hole-4k-in-cab.msi | DAMAGED | the cabinet 'S.cab', data block 3 at byte 65,628: its"
            + " bytes are not those that its checksum was made of",
        "dupkey.msi | DAMAGED | table Property, row 2 has the key of another row",
        "hdr-minishift.msi | DAMAGED | its header has the mini sector shift 7, which is 6 in every"
            + " compound file",
        "zero-tail.msi | TRUNCATED | zeros from byte 125,696 on, to its end at byte 251,392: the copy"
            + " was broken off",
        "git-lfs-pointer.msi | NOT_OLE | it is no OLE compound file: it begins as a Git LFS pointer"
            + " does: the file that it stands for, of 5,074,944 bytes, was not fetched",
      })
  void isNotSound(String file, MsiProblem.Kind kind, String text) throws IOException {
    MsiInspection inspection = MsiInspection.of(FAULTS.resolve(file));

    assertThat(inspection.problems()).containsExactly(new MsiProblem(kind, text));
    assertThat(inspection.sound()).isFalse();
  }

  @Test
  void isNotSoundWithoutTheTableOfItsProperties() throws IOException {
    MsiInspection inspection = MsiInspection.of(FAULTS.resolve("property-table-lost.msi"));

    assertThat(inspection.problems())
        .containsExactly(
            new MsiProblem(
                MsiProblem.Kind.DAMAGED,
                "there is a stream of a table 'Prooerty', which _Tables does not name"),
            new MsiProblem(
                MsiProblem.Kind.DAMAGED,
                "table Property has no stream, and every package has properties"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orphan-chain20.msi | UNUSED_SECTORS | 20 sectors in it are allocated, and nothing refers to"
            + " them: 10,240 bytes",
        "free-sectors-at-end.msi | UNUSED_SECTORS | 2 sectors at its end are free: 8,192 bytes",
        "external-cab-absent.msi | CABINET_ELSEWHERE | its files are in the cabinet"
            + " 'msi_with_external_cab.cab' beside it, which is not there",
      })
  void isSoundWithSomethingToBeSaid(String file, MsiProblem.Kind kind, String text)
      throws IOException {
    MsiInspection inspection = MsiInspection.of(FAULTS.resolve(file));

    assertThat(inspection.problems()).first().isEqualTo(new MsiProblem(kind, text));
    assertThat(inspection.sound()).isTrue();
  }

  @Test
  void missesNoCabinetOfAnAdministrativeImage() throws IOException {
    MsiInspection inspection = MsiInspection.of(FAULTS.resolve("admin-image.msi"));

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.cabinets()).hasValue(List.of());
  }
}
