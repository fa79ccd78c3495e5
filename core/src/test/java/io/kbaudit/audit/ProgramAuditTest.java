package io.kbaudit.audit;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static io.kbaudit.audit.Executables.resource;
import static io.kbaudit.audit.Executables.saying;
import static io.kbaudit.audit.Executables.version;
import static io.kbaudit.audit.Given.article;
import static io.kbaudit.audit.Given.audit;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static io.kbaudit.audit.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PeHeader.Code;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs, libraries and drivers held to rows that list their versions. */
class ProgramAuditTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String AS_LISTED = "2011-03-10T10:04:30Z";
  private static final String LATER = "2012-05-01T08:00:00Z";
  private static final int X64 = 0x8664;

  private static final ExpectedFile ROW = versioned("a.dll", "6.1.7601.17514");

  @ParameterizedTest(name = "listed as {0}, the file states {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6.1.7600.16385                        | 6.1.7600.16385
          6.1.7600.16385 (win7_rtm.090713-1255) | 6.1.7600.16385
          4.00.02.7523                          | 4.0.2.7523
          5,3,16,8                              | 5.3.16.8
          7.01.1056                             | 7.1.1056.0
          """)
  void theListedVersionPassesHoweverItIsPrinted(String listed, String stated) {
    assertThatAudit(audit(article(versioned("a.dll", listed)), folder(dll(version(stated)))))
        .passes();
  }

  @Test
  void oneBuildLowerFailsInItsVersionAlone() {
    for (AuditPolicy policy : List.of(AuditPolicy.asPrinted(), AuditPolicy.orLater())) {
      AuditResult result = audit(article(ROW), folder(dll(version("6.1.7601.17513"))), policy);

      assertThatAudit(result).fails("a.dll", Check.VERSION, Cause.OLDER_VERSION).andNothingElse();
      assertThat(Given.worded(result.files().get(0), Check.VERSION))
          .isEqualTo(
              new Outcome.Failed(
                  "6.1.7601.17514", "FileVersion 6.1.7601.17513", Cause.OLDER_VERSION));
    }
  }

  @Test
  void oneBuildHigherFailsUnlessLaterFilesWillDo() {
    Article article = article(ROW);

    assertThatAudit(audit(article, folder(dll(version("6.1.7601.17515")))))
        .fails("a.dll", Check.VERSION, Cause.NEWER_VERSION)
        .andNothingElse();
    assertThatAudit(audit(article, folder(dll(version("6.1.7601.17515"))), AuditPolicy.orLater()))
        .passes();
  }

  @Test
  void aStringThatAloneAgreesPassesWithARemark() {
    AuditResult result =
        audit(
            article(versioned("a.dll", "4.00")),
            folder(
                dll(version("6.1.7600.16385", "6.1.7600.16385", Map.of("FileVersion", "4.00")))));

    assertThatAudit(result).passes();
    assertThat(Given.worded(result.files().get(0), Check.VERSION))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of(
                    "FileVersion 4.0.0.0 as a string, while the fixed one is 6.1.7600.16385"),
                Optional.of(Cause.STRING_VERSION)));
  }

  @Test
  void whereTheNumbersAgreeTheStringIsNotAsked() {
    assertThatAudit(
            audit(
                article(versioned("a.dll", "6.1.7600.16385")),
                folder(
                    dll(
                        version(
                            "6.1.7600.16385", "6.1.7600.16385", Map.of("FileVersion", "4.00"))))))
        .passes();
  }

  @Test
  void aProductVersionThatAloneAgreesFailsAndIsNamedWhateverThePolicy() {
    for (AuditPolicy policy : List.of(AuditPolicy.asPrinted(), AuditPolicy.orLater())) {
      AuditResult result =
          audit(
              article(versioned("a.dll", "2.8.3.0")),
              folder(
                  dll(version("2.8.50926.602", "2.8.3.0", Map.of("FileVersion", "2.8.50926.602")))),
              policy);

      assertThatAudit(result).fails("a.dll", Check.VERSION, Cause.PRODUCT_VERSION).andNothingElse();
      assertThat(Given.worded(result.files().get(0), Check.VERSION))
          .isEqualTo(
              new Outcome.Failed(
                  "2.8.3.0",
                  "ProductVersion 2.8.3.0, while the fixed one is 2.8.50926.602",
                  Cause.PRODUCT_VERSION));
    }
  }

  @Test
  void aStringProductVersionThatAloneAgreesFailsToo() {
    assertThatAudit(
            audit(
                article(versioned("a.dll", "3.1")),
                folder(dll(version("6.2.1.0", "0.0.0.0", Map.of("ProductVersion", "3.1"))))))
        .fails("a.dll", Check.VERSION, Cause.PRODUCT_VERSION)
        .andNothingElse();
  }

  @Test
  void withoutAVersionResourceItIsUndecided() {
    AuditResult result =
        audit(article(ROW), folder(dll(saying(PeKind.LIBRARY, 0x014c, List.of()))));

    assertThatAudit(result)
        .leavesUndecided("a.dll", Check.VERSION, Cause.NOT_STATED)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.VERSION))
        .isEqualTo(new Outcome.Undecided("the file does not state its version", Cause.NOT_STATED));
  }

  @Test
  void severalResourcesThatDisagreeAreAllNamed() {
    PeInspection both =
        saying(
            PeKind.LIBRARY,
            0x014c,
            List.of(
                resource("6.1.7601.17514", "6.1.7601.17514", Map.of()),
                resource("6.1.7601.17515", "6.1.7601.17514", Map.of())));

    AuditResult result = audit(article(ROW), folder(dll(both)));

    assertThatAudit(result)
        .leavesUndecided("a.dll", Check.VERSION, Cause.VERSIONS_DISAGREE)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.VERSION))
        .isEqualTo(
            new Outcome.Undecided(
                "the file has several version resources, which state 6.1.7601.17514 and"
                    + " 6.1.7601.17515",
                Cause.VERSIONS_DISAGREE));
  }

  @Test
  void aListedVersionOfAFileThatStatesNoneIsUndecidedWhateverTheFile() {
    AuditResult result =
        audit(article(versioned("a.txt", "6.1.7601.17514")), folder(file("a.txt", 100, AS_LISTED)));

    assertThatAudit(result)
        .leavesUndecided("a.txt", Check.VERSION, Cause.NOT_STATED)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.VERSION))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints a version, and 'a.txt', neither a package nor a program, states"
                    + " none",
                Cause.NOT_STATED));
  }

  @ParameterizedTest
  @CsvSource({"Not applicable", "N/A", "''"})
  void aVersionThatTheArticleSaysThereIsNotIsNotAsked(String printed) {
    assertThatAudit(
            audit(article(versioned("a.dll", printed)), folder(file("a.dll", 100, AS_LISTED))))
        .passes();
  }

  @Test
  void aPrintedVersionThatIsNoneIsUndecided() {
    assertThatAudit(audit(article(versioned("a.dll", "Gen 1.35")), folder(dll(version("1.35")))))
        .leavesUndecided("a.dll", Check.VERSION, Cause.CELL_UNREADABLE)
        .andNothingElse();
  }

  @Test
  void junkFailsItsFormatAndItsVersionIsUndecided() {
    PeInspection junk =
        Executables.broken(
            new PeProblem(
                PeProblem.Kind.NOT_A_PROGRAM,
                "it does not begin as a program, library or driver does"));

    assertThatAudit(audit(article(ROW), folder(dll(junk))))
        .fails("a.dll", Check.FORMAT, Cause.NOT_A_PROGRAM)
        .leavesUndecided("a.dll", Check.VERSION, Cause.NOT_STATED)
        .andNothingElse();
  }

  @Test
  void aProgramUnderTheNameOfALibraryIsOfAnotherKind() {
    assertThatAudit(
            audit(
                article(row("a.dll", 100, LISTED)),
                folder(dll(saying(PeKind.PROGRAM, 0x014c, List.of())))))
        .fails("a.dll", Check.FORMAT, Cause.OTHER_KIND)
        .andNothingElse();
  }

  @ParameterizedTest(name = "{0} is listed, the file is for {1}")
  @CsvSource({"x86, 34404", "IA-64, 34404", "x64, 332", "ARM64, 34404", "MSIL, 34404"})
  void aFileForAnotherPlatformFails(String listed, int machine) {
    ExpectedFile row = Given.variant(row("a.dll", 100, LISTED), Variant.of("").onPlatform(listed));

    assertThatAudit(audit(article(row), folder(dll(saying(PeKind.LIBRARY, machine, List.of())))))
        .fails("a.dll", Check.PLATFORM, Cause.OTHER_PLATFORM)
        .andNothingElse();
  }

  @ParameterizedTest
  @CsvSource({"x86", "x64", "IA-64", "MSIL", "Any CPU"})
  void whatIsForAnyMachineIsForEach(String listed) {
    ExpectedFile row = Given.variant(row("a.dll", 100, LISTED), Variant.of("").onPlatform(listed));
    PeInspection silent = saying(PeKind.LIBRARY, 0x014c, List.of());
    PeHeader header = silent.header().orElseThrow();
    PeInspection anyCpu =
        withHeader(
            silent,
            new PeHeader(
                header.format(),
                header.machine(),
                true,
                false,
                Code.MSIL_ANY_CPU,
                Optional.empty(),
                Optional.empty()));

    AuditResult result = audit(article(row), folder(dll(anyCpu)));

    assertThatAudit(result).passes();
    assertThat(Given.worded(result.files().get(0), Check.PLATFORM))
        .isEqualTo(new Outcome.Passed("platform x86 (MSIL, for any CPU)"));
  }

  @Test
  void theRowsOfTwoPlatformsEachWantAFileOfTheirOwn() {
    ExpectedFile x86 = Given.variant(row("a.sys", 100, LISTED), Variant.of("").onPlatform("x86"));
    ExpectedFile x64 = Given.variant(row("a.sys", 100, LISTED), Variant.of("").onPlatform("x64"));
    ObservedFile own = driver("x86/a.sys", 0x014c);

    assertThatAudit(audit(article(x86, x64), folder(own, driver("x64/a.sys", X64)))).passes();
    assertThatAudit(audit(article(x86, x64), folder(own)))
        .fails("a.sys", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  @Test
  void theOriginalNameOfTheRowIsIdentity() {
    AuditResult result = audit(article(ROW), folder(dll(named("6.1.7601.17514", "A.DLL.MUI"))));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.IDENTITY);
    assertThat(Given.worded(result.files().get(0), Check.IDENTITY))
        .isEqualTo(new Outcome.Passed("its OriginalFilename 'A.DLL.MUI' names this row"));
  }

  @Test
  void theOriginalNameOfAnotherRowFails() {
    Article article = article(ROW, versioned("b.dll", "6.1.7601.17514"));

    AuditResult result =
        audit(
            article,
            folder(
                dll(named("6.1.7601.17514", "b.dll")),
                ((ObservedFile.Readable) file("b.dll", 100, AS_LISTED))
                    .withExecutable(named("6.1.7601.17514", "b.dll"))));

    assertThatAudit(result).fails("a.dll", Check.IDENTITY, Cause.OTHER_PACKAGE).andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.IDENTITY))
        .isEqualTo(
            new Outcome.Failed(
                "the file 'a.dll'",
                "its OriginalFilename 'b.dll' names row 2, 'b.dll'",
                Cause.OTHER_PACKAGE));
  }

  @Test
  void anOriginalNameThatNamesNoRowSaysNothing() {
    AuditResult result = audit(article(ROW), folder(dll(named("6.1.7601.17514", "ntkrnlmp.exe"))));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).assurance()).contains(Assurance.METADATA);
  }

  @Test
  void aRenamedLibraryIsFoundByItsOriginalName() {
    ObservedFile renamed =
        ((ObservedFile.Readable) file("a.old", 99, LATER))
            .withExecutable(named("6.1.7601.17514", "a.dll"));

    AuditResult result = audit(article(ROW), folder(renamed));

    assertThatAudit(result)
        .fails("a.dll", Check.NAME, Cause.RENAMED)
        .fails("a.dll", Check.SIZE, Cause.SMALLER)
        .fails("a.dll", Check.DATE, Cause.LATER)
        .andNothingElse();
  }

  @Test
  void aFileInAnotherLanguageFails() {
    PeInspection german =
        saying(
            PeKind.LIBRARY,
            0x014c,
            List.of(
                new VersionResource(
                    0x0407,
                    resource("6.1.7601.17514", "6.1.7601.17514", Map.of()).fixed(),
                    List.of(),
                    List.of(new VersionResource.Translation(0x0407, 1200)))));
    PeInspection withTextsBeside =
        new PeInspection(german.header(), german.versions(), true, List.of());

    assertThatAudit(audit(article(ROW), folder(dll(german))))
        .fails("a.dll", Check.LANGUAGE, Cause.OTHER_LANGUAGE)
        .andNothingElse();
    assertThatAudit(audit(article(ROW), folder(dll(withTextsBeside)))).passes();
  }

  @Test
  void anEqualVersionOfALaterDateAndAnotherSizeIsUndecided() {
    AuditResult result = later(ROW, 200, named("6.1.7601.17514", "a.dll"));

    assertThatAudit(result)
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.SIZE))
        .isEqualTo(
            new Outcome.Undecided(
                "200 bytes, not the 100 bytes listed, and a later date, and of the listed version: it"
                    + " was altered, in more than its signature",
                Cause.UNCORROBORATED));
  }

  @Test
  void aFileThatWasSignedSinceIsSaidToBe() {
    PeInspection sound = named("6.1.7601.17514", "a.dll");
    PeHeader header = sound.header().orElseThrow();
    PeInspection signed =
        withHeader(
            sound,
            new PeHeader(
                header.format(),
                header.machine(),
                true,
                false,
                Code.MACHINE,
                Optional.of(new CertificateTable(104, 6000)),
                Optional.empty()));

    assertThat(Given.worded(later(ROW, 6104, signed).files().get(0), Check.SIZE))
        .isEqualTo(
            new Outcome.Undecided(
                "6,104 bytes, not the 100 bytes listed, and a later date, and of the listed version:"
                    + " without its signature it has the listed size, so that it was signed since",
                Cause.UNCORROBORATED));
  }

  @Test
  void aLaterVersionOfAnotherSizeSupersedes() {
    AuditResult result = later(ROW, 200, named("6.1.7601.17600", "a.dll"));

    assertThatAudit(result).passes();
    assertThat(result.files().get(0).isRemarked(Cause.SUPERSEDED)).isTrue();
    assertThat(result.files().get(0).isRemarked(Cause.NEWER_VERSION)).isTrue();
  }

  @Test
  void aLaterVersionThatSaysItIsAnotherFileIsUndecided() {
    assertThatAudit(later(ROW, 200, named("6.1.7601.17600", "evil.dll")))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void aLaterVersionOfAnotherProductLineIsUndecided() {
    assertThatAudit(later(ROW, 200, named("10.0.14393.0", "a.dll")))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .leavesUndecided("a.dll", Check.VERSION, Cause.OTHER_BRANCH)
        .andNothingElse();
  }

  @Test
  void aHigherVersionOfAnotherFilePassesNowhere() {
    PeInspection other = named("6.1.7601.17600", "evil.dll");

    assertThatAudit(later(ROW, 100, other))
        .leavesUndecided("a.dll", Check.VERSION, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void bytesBehindALaterVersionLeaveItUndecided() {
    PeInspection sound = named("6.1.7601.17600", "a.dll");
    PeProblem appended = new PeProblem(PeProblem.Kind.APPENDED_BYTES, "9 bytes follow");

    assertThatAudit(
            later(
                ROW,
                200,
                new PeInspection(sound.header(), sound.versions(), false, List.of(appended))))
        .leavesUndecided("a.dll", Check.SIZE, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void aVersionResourceThatWasNotReadLeavesTheVersionUndecided() {
    PeInspection sound = named("6.1.7601.17514", "a.dll");
    PeProblem unread = new PeProblem(PeProblem.Kind.NOT_READ, "another one was not read");
    PeInspection partlyRead =
        new PeInspection(sound.header(), sound.versions(), false, List.of(unread));

    AuditResult result = audit(article(ROW), folder(dll(partlyRead)));

    assertThatAudit(result)
        .leavesUndecided("a.dll", Check.VERSION, Cause.NOT_READ)
        .andNothingElse();
    assertThat(Given.worded(result.files().get(0), Check.VERSION))
        .isEqualTo(
            new Outcome.Undecided(
                "its version was not read: another one was not read", Cause.NOT_READ));
  }

  @Test
  void theTwoOfASwapAreFoundThoughTheyStateNoExtension() {
    Article article = article(ROW, versioned("b.dll", "6.1.7601.17514"));

    AuditResult result =
        audit(
            article,
            folder(
                dll(named("6.1.7601.17514", "B")),
                ((ObservedFile.Readable) file("b.dll", 100, AS_LISTED))
                    .withExecutable(named("6.1.7601.17514", "A"))));

    assertThatAudit(result)
        .fails("a.dll", Check.IDENTITY, Cause.OTHER_PACKAGE)
        .fails("b.dll", Check.IDENTITY, Cause.OTHER_PACKAGE)
        .andNothingElse();
  }

  @ParameterizedTest(name = "under a heading for {0}, the file is for {1}: {2}")
  @CsvSource({
    "x86-based, 332, PASSED",
    "x86-based, 34404, FAILED",
    "x64-based, 34404, PASSED",
    "x64-based, 332, NOT_APPLICABLE",
    "Itanium-based, 34404, FAILED",
    "supported, 332, NOT_APPLICABLE"
  })
  void aPlatformInTheHeadingAloneCountsToo(String heading, int machine, String outcome) {
    ExpectedFile row =
        Given.variant(
            row("a.dll", 100, LISTED), Variant.of("For all " + heading + " versions of Windows"));

    AuditResult result =
        audit(article(row), folder(dll(saying(PeKind.LIBRARY, machine, List.of()))));

    assertThat(Given.worded(result.files().get(0), Check.PLATFORM).id()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0", "1024", "2048", "127", "1033", "2057"})
  void whatIsOfNoLanguageOrOfAnyEnglishPasses(int language) {
    VersionResource version =
        new VersionResource(
            language,
            resource("6.1.7601.17514", "6.1.7601.17514", Map.of()).fixed(),
            List.of(),
            List.of(new VersionResource.Translation(language, 1200)));

    assertThatAudit(
            audit(article(ROW), folder(dll(saying(PeKind.LIBRARY, 0x014c, List.of(version))))))
        .passes();
  }

  @Test
  void theTextsOfALanguageAreOfThatLanguage() {
    ExpectedFile texts = versioned("a.dll.mui", "6.1.7601.17514");
    VersionResource german =
        new VersionResource(
            0x0407,
            resource("6.1.7601.17514", "6.1.7601.17514", Map.of()).fixed(),
            List.of(),
            List.of(new VersionResource.Translation(0x0407, 1200)));
    PeInspection marked =
        new PeInspection(
            saying(PeKind.LIBRARY, 0x014c, List.of()).header(), List.of(german), true, List.of());

    assertThatAudit(
            audit(
                article(texts),
                folder(
                    ((ObservedFile.Readable) file("a.dll.mui", 100, AS_LISTED))
                        .withExecutable(marked))))
        .fails("a.dll.mui", Check.LANGUAGE, Cause.OTHER_LANGUAGE)
        .andNothingElse();
  }

  @Test
  void anOlderVersionWithALaterDateFailsTwice() {
    assertThatAudit(later(ROW, 200, named("6.1.7601.17000", "a.dll")))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.VERSION, Cause.OLDER_VERSION)
        .andNothingElse();
  }

  @Test
  void aDamagedLaterVersionFails() {
    PeInspection sound = named("6.1.7601.17600", "a.dll");
    PeInspection cut =
        new PeInspection(
            sound.header(),
            sound.versions(),
            false,
            List.of(new PeProblem(PeProblem.Kind.TRUNCATED, "section '.rsrc' is cut")));

    assertThatAudit(later(ROW, 200, cut))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .fails("a.dll", Check.FORMAT, Cause.TRUNCATED)
        .andNothingElse();
  }

  /** What is of the listed version may have been touched; other contents are other contents. */
  @Test
  void anEqualVersionVouchesForALaterDateAndForNoDigest() {
    ExpectedFile unsized =
        ExpectedFile.of(1, 1, ROW.name(), new PrintedRow("a.dll", "", "", "", "6.1.7601.17514", ""))
            .modified(ROW.modified())
            .version(ROW.version())
            .build();
    ExpectedFile digested =
        unsized.withHashes(
            new ListedHashes(Digests.of(Digest.sha256("a".repeat(64))), Optional.empty()));
    ObservedFile later =
        Given.hashed(
            ((ObservedFile.Readable) file("a.dll", 100, LATER))
                .withExecutable(named("6.1.7601.17514", "a.dll")),
            'b');

    assertThatAudit(audit(article(unsized), folder(later), AuditPolicy.orLater())).passes();
    assertThatAudit(audit(article(digested), folder(later), AuditPolicy.orLater()))
        .leavesUndecided("a.dll", Check.HASH, Cause.UNCORROBORATED)
        .andNothingElse();
  }

  @Test
  void withoutAListedDateTheVersionSaysWhatIsLater() {
    ExpectedFile undated =
        ExpectedFile.of(
                1, 1, ROW.name(), new PrintedRow("a.dll", "", "", "100", "6.1.7601.17514", ""))
            .size(ROW.size())
            .version(ROW.version())
            .build();

    assertThatAudit(later(undated, 200, named("6.1.7601.17600", "a.dll"))).passes();
    assertThatAudit(later(undated, 200, named("6.1.7601.17514", "a.dll")))
        .fails("a.dll", Check.SIZE, Cause.LARGER)
        .andNothingElse();
  }

  private static AuditResult later(ExpectedFile row, long size, PeInspection executable) {
    return audit(
        article(row),
        folder(((ObservedFile.Readable) file("a.dll", size, LATER)).withExecutable(executable)),
        AuditPolicy.orLater());
  }

  private static PeInspection named(String version, String originalName) {
    return version(version, version, Map.of("OriginalFilename", originalName));
  }

  private static PeInspection withHeader(PeInspection inspection, PeHeader header) {
    return new PeInspection(Optional.of(header), inspection.versions(), false, List.of());
  }

  private static ObservedFile dll(PeInspection executable) {
    return ((ObservedFile.Readable) file("a.dll", 100, AS_LISTED)).withExecutable(executable);
  }

  private static ObservedFile driver(String path, int machine) {
    return ((ObservedFile.Readable) file(path, 100, AS_LISTED))
        .withExecutable(saying(PeKind.DRIVER, machine, List.of()));
  }

  private static ExpectedFile versioned(String name, String version) {
    ExpectedFile row = row(name, 100, LISTED);
    return ExpectedFile.of(
            1, 1, row.name(), new PrintedRow(name, "2011-03-10", "10:04", "100", version, ""))
        .size(row.size())
        .modified(row.modified())
        .version(Optional.of(version).filter(text -> !PrintedRow.saysNothing(text)))
        .build();
  }
}
