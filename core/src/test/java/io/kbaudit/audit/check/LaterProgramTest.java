package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of a later date and of another size than listed: what was done to them? */
class LaterProgramTest {
  private static final String LISTED = "6.1.7601.17514";

  private static final String HIGHER = "6.1.7601.17600";

  private static final String SIGNED_SINCE =
      "without its signature it has the listed size, so that it was signed since";

  private static final String SIGNED_ANEW =
      "only the length of its signature need differ, so that it may have been signed anew";

  private static final String TAKEN_OFF =
      "only a signature need be missing, so that it may have been taken off";

  private static final String ALTERED = "it was altered, in more than its signature";

  /** The signature begins at byte 10,000; what is padded before it is less than 8 bytes. */
  @ParameterizedTest
  @CsvSource({
    "9992, '" + ALTERED + "'",
    "9993, '" + SIGNED_SINCE + "'",
    "10000, '" + SIGNED_SINCE + "'",
    "10007, '" + SIGNED_SINCE + "'",
    "10008, '" + ALTERED + "'",
    "10992, '" + ALTERED + "'",
    "11000, '" + SIGNED_ANEW + "'",
    "11001, '" + ALTERED + "'",
    "74000, '" + SIGNED_ANEW + "'",
    "74008, '" + ALTERED + "'",
  })
  void aSignedOneOfTheListedVersionSaysWhatWasDoneToItByTheListedSize(long listed, String done) {
    PeInspection signed = signed(version(LISTED), new CertificateTable(10_000, 7_000));

    assertThat(reason(sized(listed), 17_000, signed)).endsWith(": " + done);
  }

  @ParameterizedTest
  @CsvSource({
    "17004, '" + ALTERED + "'",
    "17992, '" + ALTERED + "'",
    "18000, '" + TAKEN_OFF + "'",
    "18001, '" + ALTERED + "'",
    "81000, '" + TAKEN_OFF + "'",
    "81008, '" + ALTERED + "'",
  })
  void ofOneWithoutSignatureItMayHaveBeenTakenOff(long listed, String done) {
    assertThat(reason(sized(listed), 17_000, version(LISTED))).endsWith(": " + done);
  }

  @Test
  void aRoundedSizeDoesNotTellWhatWasDone() {
    ExpectedFile rounded =
        row(Optional.of(new ListedSize(BigDecimal.valueOf(100), ListedSize.Unit.KB)));

    assertThat(reason(rounded, 17_000, version(LISTED)))
        .endsWith(": it was signed anew, or altered");
  }

  @Test
  void oneThatNamesAnotherRowIsNoLaterVersion() {
    PeInspection other = Executables.version(HIGHER, HIGHER, Map.of("OriginalFilename", "b.dll"));

    AuditResult result =
        Given.audit(
            Given.article(sized(100), Given.row("b.dll", 300, "2011-03-10T10:04Z")),
            Given.folder(later(17_000, other), Given.file("b.dll", 300, "2011-03-10T10:04:30Z")),
            AuditPolicy.orLater());

    assertThatAudit(result)
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .fails("a.dll", Check.IDENTITY, Cause.OTHER_PACKAGE)
        .andNothingElse();
    assertThat(reason(result)).contains("names row 2, 'b.dll'");
  }

  @Test
  void whatIsOddAboutItsVersionResourceIsNotHeldAgainstALaterVersion() {
    PeInspection sound = Executables.version(HIGHER, HIGHER, Map.of("OriginalFilename", "a.dll"));
    PeProblem odd = new PeProblem(PeProblem.Kind.BAD_VALUE, "a string is too long");

    assertThatAudit(
            audit(
                sized(100),
                17_000,
                new PeInspection(sound.header(), sound.versions(), false, List.of(odd))))
        .passes();
  }

  private static String reason(ExpectedFile row, long size, PeInspection executable) {
    return reason(audit(row, size, executable));
  }

  private static String reason(AuditResult result) {
    Outcome outcome = requireNonNull(result.files().get(0).outcomes().get(Check.SIZE));
    assertThat(outcome).isInstanceOf(Outcome.Undecided.class);
    return ((Outcome.Undecided) outcome).reason();
  }

  private static AuditResult audit(ExpectedFile row, long size, PeInspection executable) {
    return Given.audit(
        Given.article(row), Given.folder(later(size, executable)), AuditPolicy.orLater());
  }

  private static ObservedFile later(long size, PeInspection executable) {
    return ((ObservedFile.Readable) Given.file("a.dll", size, "2012-03-10T10:04:30Z"))
        .withExecutable(executable);
  }

  private static PeInspection version(String version) {
    return Executables.version(version);
  }

  private static PeInspection signed(PeInspection unsigned, CertificateTable signatures) {
    PeHeader header = unsigned.header().orElseThrow();
    return new PeInspection(
        Optional.of(
            new PeHeader(
                header.format(),
                header.machine(),
                header.library(),
                header.nativeCode(),
                header.code(),
                Optional.of(signatures),
                header.signing())),
        unsigned.versions(),
        false,
        List.of());
  }

  private static ExpectedFile sized(long bytes) {
    return row(Optional.of(ListedSize.ofBytes(bytes)));
  }

  private static ExpectedFile row(Optional<ListedSize> size) {
    return Given.row("a.dll", 1, "2011-03-10T10:04Z").toBuilder()
        .size(size)
        .version(Optional.of(LISTED))
        .build();
  }
}
