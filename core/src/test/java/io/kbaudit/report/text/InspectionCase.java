package io.kbaudit.report.text;

import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Signatures;
import io.kbaudit.file.FileVersion;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.InstalledFile;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.PackagedFile;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.MetadataDigest;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The inspections of which reports are kept as golden files. */
enum InspectionCase {
  /** A package that was altered, one that is signed twice, and a program without signature. */
  SIGNED {
    @Override
    InspectedFiles inspected() {
      return readable(
          signed("altered.msi", Signatures.of(Grade.DIGEST_MISMATCH)),
          signed("torn.msi", Signatures.malformed()),
          signed(
              "twice.msi",
              Signatures.of(Grade.TRUSTED, "Contoso \u001B[31m", HashAlgorithm.SHA1),
              Signatures.of(Grade.INTACT_UNTRUSTED)),
          new InspectedFiles.InspectedProgram(
              "bare.exe",
              Executables.silent(PeKind.PROGRAM),
              Optional.of(new SignatureInspection(List.of(), List.of("no catalog lists it")))));
    }
  },

  /** A package that says all, a module that says little, and one that says nothing. */
  SOUND {
    @Override
    InspectedFiles inspected() {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("UpgradeCode", "{5A990E27-3480-4D0C-BCA3-75B726C7C048}");
      properties.put("ProductName", "DNS Client");
      properties.put("ALLUSERS", "1");
      properties.put("ProductCode", "{FB94421B-7FA3-4495-A9D7-212099C19147}");
      properties.put("ProductVersion", "8.0.1.2");
      properties.put("ProductLanguage", "1033");
      properties.put("Manufacturer", "");
      return new InspectedFiles(
          List.of(
              holding(
                  file("share/DNSClient.msi", MsiKind.PACKAGE, List.of(), DNS_CLIENT, properties),
                  new MsiContents(
                      List.of(
                          new MsiContents.Stream("\u0005SummaryInformation", 400),
                          new MsiContents.Stream("\u0005DigitalSignature", 1_234),
                          new MsiContents.Stream("Data1.cab", 123_456)),
                      List.of(),
                      Optional.of(
                          List.of(
                              cabinet("Data1.cab", CabinetState.State.OK, 123_456, 34, ""),
                              cabinet("Data2.cab", CabinetState.State.BESIDE, -1, -1, "")))),
                  List.of(
                      new InstalledFile(
                          new PackagedFile(
                              "dns",
                              "Dns",
                              "dns client.dll",
                              Optional.of("DNSCLI~1.DLL"),
                              OptionalInt.of(1_234),
                              Optional.of("8.0.1.2"),
                              Optional.of("1033"),
                              OptionalInt.of(513)),
                          Optional.of("d41d8cd98f00b204e9800998ecf8427e"),
                          Optional.of("[ProgramFilesFolder]Vendor\\App"),
                          List.of()),
                      new InstalledFile(
                          new PackagedFile(
                              "=gone",
                              "",
                              "gone.txt",
                              Optional.empty(),
                              OptionalInt.empty(),
                              Optional.empty(),
                              Optional.empty(),
                              OptionalInt.empty()),
                          Optional.empty(),
                          Optional.empty(),
                          List.of("there is no component ''")))),
              file(
                  "merge.msm",
                  MsiKind.MODULE,
                  List.of(),
                  summary(new Template(";0", Optional.of("Intel"), List.of(0), List.of()), "?"),
                  Map.of("ProductName.0", "not one that says which it is")),
              new InspectedFiles.InspectedPackage(
                  "silent.msi",
                  new MsiInspection(
                      Optional.of(MsiKind.PACKAGE),
                      List.of(),
                      Optional.of(NOTHING),
                      List.of(),
                      Map.of()),
                  Map.of())),
          List.of(),
          List.of(
              new InspectedFiles.CodeClash(
                  "{39FA7CCA-7CCF-40DD-A3D6-BBC33F68EBB7}",
                  List.of("share/DNSClient.msi", "silent.msi"))));
    }
  },

  /** A patch of two products, and a transform. */
  PATCH {
    @Override
    InspectedFiles inspected() {
      Template products =
          new Template(
              "{2BA00471-0328-3743-93BD-FA813353A783};{FB94421B-7FA3-4495-A9D7-212099C19147}",
              Optional.empty(),
              List.of(),
              List.of(
                  "{2BA00471-0328-3743-93BD-FA813353A783}",
                  "{FB94421B-7FA3-4495-A9D7-212099C19147}"));
      return readable(
          holding(
              file(
                  "KB2492954.msp",
                  MsiKind.PATCH,
                  List.of(),
                  summary(products, "{780B530E-03AD-47AF-A128-DA08DB495253}"),
                  Map.of("Microsoft Corporation.KBArticle Number", "2492954")),
              new MsiContents(
                  List.of(),
                  List.of(
                      new MsiContents.Storage("OldToNew", 9),
                      new MsiContents.Storage("#OldToNew", 7)),
                  Optional.of(
                      List.of(
                          cabinet("PCW_CAB", CabinetState.State.DAMAGED, 10, -1, "it is torn"),
                          cabinet("gone", CabinetState.State.MISSING, -1, -1, "none such")))),
              List.of()),
          new InspectedFiles.InspectedPackage(
              "german.mst",
              new MsiInspection(
                  Optional.of(MsiKind.TRANSFORM),
                  List.of(),
                  Optional.of(
                      summary(
                          new Template("x64;1031", Optional.of("x64"), List.of(1031), List.of()),
                          "{FB94421B-7FA3-4495-A9D7-212099C19147}1.0;"
                              + "{FB94421B-7FA3-4495-A9D7-212099C19147}1.1")),
                  List.of(),
                  Map.of()),
              Map.of()));
    }
  },

  /** What is not sound, or cannot be read. */
  DAMAGED {
    @Override
    InspectedFiles inspected() {
      return new InspectedFiles(
          List.of(
              file(
                  "torn.msi",
                  MsiKind.PACKAGE,
                  List.of(
                      new MsiProblem(
                          MsiProblem.Kind.TRUNCATED,
                          "the file ends at byte 3,072, within a stream"),
                      new MsiProblem(
                          MsiProblem.Kind.BAD_VALUE,
                          "summary information, property 12 is no time: 18446744073709551615 ticks"
                              + " since 1601")),
                  DNS_CLIENT,
                  Map.of()),
              new InspectedFiles.InspectedPackage(
                  "no-summary.msi",
                  new MsiInspection(
                      Optional.of(MsiKind.PACKAGE),
                      List.of(
                          new MsiProblem(MsiProblem.Kind.DAMAGED, "it has no summary information")),
                      Optional.empty(),
                      List.of(),
                      Map.of()),
                  Map.of()),
              new InspectedFiles.InspectedPackage(
                  "letter.msi",
                  new MsiInspection(
                      Optional.empty(),
                      List.of(
                          new MsiProblem(
                              MsiProblem.Kind.OTHER_DOCUMENT, "it is of Microsoft Word")),
                      Optional.empty(),
                      List.of(),
                      Map.of()),
                  Map.of())),
          List.of(new InspectedFiles.Unreadable("locked.msi", "permission denied")));
    }
  },

  /** A library that says all, a driver that says nothing, and what is odd or no program. */
  PROGRAMS {
    @Override
    InspectedFiles inspected() {
      VersionResource english =
          Executables.resource(
              "6.1.7601.17514",
              "6.1.7601.17514",
              new TreeMap<>(Map.of("FileVersion", "=1+1", "OriginalFilename", "a.dll")));
      VersionResource german =
          new VersionResource(
              0x0407,
              Optional.of(
                  new FixedFileInfo(
                      new FileVersion(6, 1, 7601, 21701),
                      new FileVersion(6, 1, 7601, 17514),
                      0x23,
                      0x3f,
                      2)),
              List.of(new StringTable("040704b0", Map.of("Comments", "na\u0308chste"))),
              List.of(new Translation(0x0407, 1200)));
      return readable(
          new InspectedFiles.InspectedProgram(
              "a.dll", Executables.saying(PeKind.LIBRARY, 0x014c, List.of(english))),
          new InspectedFiles.InspectedProgram(
              "b.sys", Executables.saying(PeKind.DRIVER, 0x8664, List.of())),
          new InspectedFiles.InspectedProgram(
              "c.dll",
              new PeInspection(
                  Optional.of(
                      new PeHeader(
                          PeFormat.PE32,
                          new Machine(Optional.of(0x9041)),
                          true,
                          false,
                          PeHeader.Code.MSIL,
                          Optional.of(new PeHeader.CertificateTable(4_096, 6_000)),
                          Optional.empty())),
                  List.of(english, german),
                  true,
                  List.of(
                      new PeProblem(
                          PeProblem.Kind.APPENDED_BYTES,
                          "9 bytes follow the last section, from byte 4,087 on, and are no"
                              + " signature")))),
          new InspectedFiles.InspectedProgram(
              "junk.exe",
              Executables.broken(
                  new PeProblem(
                      PeProblem.Kind.NOT_A_PROGRAM,
                      "it does not begin as a program, library or driver does"))));
    }
  },

  /** Texts that would move, recolour or flood a screen. */
  HOSTILE {
    @Override
    InspectedFiles inspected() {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("ProductName", "red \u001B[31m\u0007\nPASS  forged.msi");
      properties.put("ProductVersion", "\u202E0.1");
      properties.put("Manufacturer", "half \uD83D, whole \uD83D\uDE00, caf\u00E9 \u65E5\u672C");
      properties.put("ProductCode", "lorem ipsum ".repeat(90_000));
      properties.put("p\n\u001B[2J" + "x".repeat(1_000_000), "long name");
      return readable(
          file(
              "esc\u001B[2J\nSOUND  forged.msi",
              MsiKind.PACKAGE,
              List.of(
                  new MsiProblem(MsiProblem.Kind.DAMAGED, "the stream 'a\u001B[0m\nb' is damaged")),
              summary(
                  new Template("\u001B[1m;\u202E", Optional.of("\u001B[1m"), List.of(), List.of()),
                  "{\u009B31m}"),
              properties));
    }
  };

  private static final Instant SAVED = Instant.parse("2011-03-10T10:03:30.1234567Z");

  private static final SummaryInformation DNS_CLIENT =
      SummaryInformation.builder()
          .codepage(1252)
          .title("Installation Database")
          .subject("DNS Client")
          .author("Microsoft Corporation")
          .keywords("")
          .comments("Contains, on more than one line of a screen, what it takes to tell one")
          .template(
              new Template("x64;1033,1031", Optional.of("x64"), List.of(1033, 1031), List.of()))
          .lastSavedBy("build")
          .revision("{39FA7CCA-7CCF-40DD-A3D6-BBC33F68EBB7}")
          .lastPrinted(SAVED)
          .created(Instant.parse("1999-06-21T07:00:00Z"))
          .lastSaved(SAVED)
          .pageCount(301)
          .wordCount(10)
          .charCount(0)
          .application("kbaudit")
          .security(2)
          .build();

  private static final SummaryInformation NOTHING = SummaryInformation.builder().build();

  abstract InspectedFiles inspected();

  String fileName(String ending) {
    return "inspection-" + name().toLowerCase(Locale.ROOT) + ending;
  }

  private static InspectedFiles.Inspected holding(
      InspectedFiles.Inspected file, MsiContents contents, List<InstalledFile> installed) {
    InspectedFiles.InspectedPackage read = (InspectedFiles.InspectedPackage) file;
    return new InspectedFiles.InspectedPackage(
        read.path(),
        read.inspection(),
        read.details()
            .withContents(contents)
            .withInstalled(new InstalledFiles(Optional.of(installed), List.of("said once"))));
  }

  private static CabinetState cabinet(
      String name, CabinetState.State state, long bytes, int files, String text) {
    return new CabinetState(
        name,
        state,
        bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes),
        files < 0 ? OptionalInt.empty() : OptionalInt.of(files),
        0,
        text.isEmpty() ? Optional.empty() : Optional.of(text));
  }

  private static final Optional<MetadataDigest> METADATA =
      Optional.of(new MetadataDigest("0a0b0c0d0e0f0a0b", Optional.of("0a0b0c0d0e0f0a0b")));

  private static InspectedFiles.Inspected signed(String path, Signature... signatures) {
    InspectedFiles.InspectedPackage unverified =
        (InspectedFiles.InspectedPackage)
            file(path, MsiKind.PACKAGE, List.of(), DNS_CLIENT, Map.of());
    return new InspectedFiles.InspectedPackage(
        path,
        unverified.inspection(),
        Optional.of(new SignatureInspection(List.of(signatures), List.of(), METADATA)),
        unverified
            .details()
            .withContents(
                new MsiContents(
                    List.of(new MsiContents.Stream("\u0005DigitalSignature", 1_234)),
                    List.of(),
                    Optional.of(List.of()))));
  }

  private static InspectedFiles readable(InspectedFiles.Inspected... files) {
    return new InspectedFiles(List.of(files), List.of());
  }

  private static InspectedFiles.Inspected file(
      String path,
      MsiKind kind,
      List<MsiProblem> problems,
      SummaryInformation summary,
      Map<String, String> properties) {
    return new InspectedFiles.InspectedPackage(
        path,
        new MsiInspection(
            Optional.of(kind),
            problems,
            Optional.of(summary),
            List.of("Property", "File", "_Validation"),
            properties),
        Map.of("Property", properties.size(), "File", 1, "_Validation", 1_234));
  }

  private static SummaryInformation summary(Template template, String revision) {
    return SummaryInformation.builder()
        .title("A title")
        .template(template)
        .revision(revision)
        .lastSaved(SAVED)
        .pageCount(450)
        .wordCount(-1)
        .security(1)
        .build();
  }
}
