package io.kbaudit.report.csv;

import io.kbaudit.file.FileVersion;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.Translation;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectedFiles.Inspected;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import io.kbaudit.report.InspectedFiles.InspectedProgram;
import io.kbaudit.signature.ContentDigest;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.Signer;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What inspected files say about themselves, as comma-separated values (RFC 4180): a line of column
 * names, then a line for each file, ended by CR and LF. A value that a file does not state is
 * empty; several are parted by blanks, texts by {@code " | "}. Columns may be added at the end;
 * none is renamed, moved or removed. No cell is a formula: see {@link CsvAuditReport}.
 *
 * <p>Safe for use by several threads.
 */
public final class CsvInspectionReport {
  /** What a column holds of a package, and of a program. */
  private enum Column {
    PATH(Inspected::path, Inspected::path),
    KIND(
        file -> text(file.inspection().kind().map(MsiKind::id)),
        file -> text(file.inspection().kind().map(PeKind::id))),
    SOUND(file -> Boolean.toString(file.sound()), file -> Boolean.toString(file.sound())),
    PROBLEMS(
        file ->
            problems(file, file.inspection().problems().stream().map(each -> each.kind().name())),
        file ->
            problems(file, file.inspection().problems().stream().map(each -> each.kind().name()))),
    FORMAT(file -> "", file -> text(header(file).map(PeHeader::format).map(PeFormat::id))),
    MACHINE(
        file -> text(file.inspection().template().flatMap(Template::platform)),
        file -> text(header(file).map(PeHeader::machine).map(Machine::id))),
    FILE_VERSION(file -> "", file -> versions(file.inspection().fileVersions())),
    PRODUCT_VERSION(
        file -> text(file.inspection().property("ProductVersion")),
        file -> versions(file.inspection().productVersions())),
    LANGUAGES(
        file ->
            blanks(
                file.inspection().template().stream()
                    .flatMap(template -> template.languages().stream())
                    .map(Object::toString)),
        file ->
            blanks(
                file.inspection().versions().stream()
                    .flatMap(version -> version.translations().stream())
                    .map(Translation::language)
                    .map(Object::toString))),
    FLAGS(
        file -> "",
        file ->
            String.join(
                " | ",
                file.inspection()
                    .fixed()
                    .map(FixedFileInfo::flagNames)
                    .flatMap(List::stream)
                    .distinct()
                    .toList())),
    ORIGINAL_FILENAME(file -> "", strings(VersionResource.ORIGINAL_FILENAME)),
    PRODUCT_NAME(
        file -> text(file.inspection().property("ProductName")),
        strings(VersionResource.PRODUCT_NAME)),
    COMPANY_NAME(
        file -> text(file.inspection().property("Manufacturer")),
        strings(VersionResource.COMPANY_NAME)),
    FILE_VERSION_STRING(file -> "", strings(VersionResource.FILE_VERSION)),
    PRODUCT_VERSION_STRING(file -> "", strings(VersionResource.PRODUCT_VERSION)),
    PRODUCT_CODE(file -> text(file.inspection().property("ProductCode")), file -> ""),
    PACKAGE_CODE(file -> text(summary(file).flatMap(SummaryInformation::packageCode)), file -> ""),
    LAST_SAVED(file -> text(file.inspection().lastSaved().map(Object::toString)), file -> "");

    @SuppressWarnings("ImmutableEnumChecker") // the functions above have no state
    private final Function<InspectedPackage, String> ofPackage;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<InspectedProgram, String> ofProgram;

    Column(
        Function<InspectedPackage, String> ofPackage,
        Function<InspectedProgram, String> ofProgram) {
      this.ofPackage = ofPackage;
      this.ofProgram = ofProgram;
    }

    String heading() {
      return name().toLowerCase(Locale.ROOT);
    }

    String of(Inspected file) {
      return file instanceof InspectedPackage read
          ? ofPackage.apply(read)
          : ofProgram.apply((InspectedProgram) file);
    }

    private static String text(Optional<String> value) {
      return value.orElse("");
    }

    private static String problems(Inspected file, Stream<String> ids) {
      return blanks(
          Stream.concat(ids, file.brokenSignature().stream().map(each -> each.grade().name())));
    }

    private static String blanks(Stream<String> values) {
      return String.join(" ", values.distinct().toList());
    }

    private static String versions(List<FileVersion> versions) {
      return blanks(versions.stream().map(FileVersion::toString));
    }

    private static Function<InspectedProgram, String> strings(String name) {
      return file -> String.join(" | ", file.inspection().strings(name));
    }

    private static Optional<PeHeader> header(InspectedProgram file) {
      return file.inspection().header();
    }

    private static Optional<SummaryInformation> summary(InspectedPackage file) {
      return file.inspection().summary();
    }
  }

  /** The column of what is to be said of files beside others. */
  private static final String REMARKS = "remarks";

  /** The columns of signatures, of every kind of file. */
  private enum SignatureColumn {
    SIGNATURE(read -> Optional.of(read.grade().name())),
    SIGNER(read -> read.decisive().flatMap(Signature::signer).map(Signer::name)),
    SIGNER_SHA256(
        read -> read.decisive().flatMap(Signature::signer).map(signer -> signer.sha256().hex())),
    TIME_STAMP(
        read ->
            read.decisive().flatMap(Signature::timeStamp).map(stamp -> stamp.time().toString())),
    SIGNED_DIGEST(read -> read.decisive().flatMap(Signature::signed).map(ContentDigest::toString)),
    CATALOG(read -> read.decisive().flatMap(Signature::catalog)),
    SIGNATURE_REMARKS(SignatureColumn::remarks);

    @SuppressWarnings("ImmutableEnumChecker") // the functions above have no state
    private final Function<SignatureInspection, Optional<String>> of;

    SignatureColumn(Function<SignatureInspection, Optional<String>> of) {
      this.of = of;
    }

    String heading() {
      return name().toLowerCase(Locale.ROOT);
    }

    String of(Inspected file) {
      return file.signatures().flatMap(of).orElse("");
    }

    private static Optional<String> remarks(SignatureInspection read) {
      return Optional.of(
          Stream.concat(
                  read.decisive().stream()
                      .flatMap(
                          each -> Stream.concat(each.reasons().stream(), each.remarks().stream())),
                  read.remarks().stream())
              .collect(Collectors.joining(" | ")));
    }
  }

  private static boolean isAmong(List<InspectedFiles.CodeClash> clashes, Inspected file) {
    return clashes.stream().anyMatch(clash -> clash.paths().contains(file.path()));
  }

  /** Creates the report; it has no options. */
  public CsvInspectionReport() {}

  /**
   * Writes all files that could be read. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(InspectedFiles inspected, Writer out) throws IOException {
    CsvTable.writeLine(
        Stream.of(
                Stream.of(Column.values()).map(Column::heading),
                Stream.of(REMARKS),
                Stream.of(SignatureColumn.values()).map(SignatureColumn::heading))
            .flatMap(names -> names)
            .toList(),
        out);
    for (Inspected file : inspected.files()) {
      List<String> cells = new ArrayList<>();
      for (Column column : Column.values()) {
        cells.add(SpreadsheetCell.of(column.of(file)));
      }
      cells.add(isAmong(inspected.clashes(), file) ? InspectedFiles.CodeClash.ID : "");
      for (SignatureColumn column : SignatureColumn.values()) {
        cells.add(SpreadsheetCell.of(column.of(file)));
      }
      CsvTable.writeLine(cells, out);
    }
    out.flush();
  }
}
