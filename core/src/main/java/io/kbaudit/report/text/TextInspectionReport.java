package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.FileResult;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.report.Choice;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.SignatureWords;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What inspected files say about themselves, for people. Safe for use by several threads, if its
 * style is.
 */
public final class TextInspectionReport {
  /** Of a package's properties, those that say which it is; it may have hundreds. */
  private static final Set<String> IDENTITY_OF_PACKAGES =
      Set.of(
          "ProductName",
          "ProductVersion",
          "ProductCode",
          "ProductLanguage",
          "UpgradeCode",
          "Manufacturer");

  /** Of a patch's, which stand behind the name of the company that states them. */
  private static final Set<String> IDENTITY_OF_PATCHES =
      Set.of(
          "DisplayName",
          "Description",
          "TargetProductName",
          "ManufacturerName",
          "KBArticle Number",
          "Classification");

  /** Of a program's strings. */
  private static final Set<String> IDENTITY_OF_PROGRAMS =
      Set.of(
          VersionResource.FILE_VERSION,
          VersionResource.PRODUCT_VERSION,
          VersionResource.ORIGINAL_FILENAME,
          VersionResource.PRODUCT_NAME,
          VersionResource.COMPANY_NAME);

  private static final int LABEL = 16;
  private static final int WIDEST_NAME = 32;

  private final TextStyle style;
  private final Set<InspectionPart> parts;

  /** Creates a report in this style of these parts in full; of the main points if none is named. */
  public TextInspectionReport(TextStyle style, Set<InspectionPart> parts) {
    this.style = requireNonNull(style, "style");
    this.parts = Set.copyOf(parts);
  }

  /**
   * Writes all files, and a line that sums up. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(InspectedFiles inspected, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    for (InspectedFiles.Inspected file : inspected.files()) {
      writeFile(page, file);
      page.blankLine();
    }
    for (InspectedFiles.Unreadable file : inspected.unreadable()) {
      page.line(head(FileResult.UNDECIDED, "UNREADABLE", file.path(), file.reason()));
      page.blankLine();
    }
    writeClashes(page, inspected.clashes());
    writeMeanings(page, inspected);
    page.line(summary(inspected));
    page.flush();
  }

  private void writeFile(TextPage page, InspectedFiles.Inspected file) throws IOException {
    if (file instanceof InspectedFiles.InspectedPackage inspected) {
      writePackage(page, inspected);
    } else if (file instanceof InspectedFiles.InspectedProgram inspected) {
      writeProgram(page, inspected);
    }
  }

  private void writeProgram(TextPage page, InspectedFiles.InspectedProgram file)
      throws IOException {
    PeInspection inspection = file.inspection();
    writeHead(page, file, inspection.kind().map(PeKind::id));
    for (PeProblem problem : inspection.problems()) {
      page.paragraph(2, problem.kind() + ": " + Printable.line(problem.text()));
    }
    writeBrokenSignature(page, file);
    if (inspection.header().isPresent() && shows(InspectionPart.SUMMARY)) {
      heading(page, "Version");
      for (Fact line : ProgramLines.of(inspection, file.signatures().isPresent())) {
        writeValue(page, LABEL + 1, line.label(), line.text());
      }
      writeSignatures(page, file);
    }
    if (shows(InspectionPart.PROPERTIES)) {
      for (VersionResource version : inspection.versions()) {
        for (StringTable table : version.strings()) {
          heading(page, "Strings " + style.safe(table.key()));
          writeValues(page, table.values(), IDENTITY_OF_PROGRAMS::contains);
        }
      }
    }
  }

  private static void writeSignatures(TextPage page, InspectedFiles.Inspected file)
      throws IOException {
    if (file.signatures().isPresent()) {
      heading(page, "Signatures");
      for (Fact line : SignatureLines.of(file.signatures().get())) {
        page.paragraph(4, LABEL, line.label(), line.text());
      }
    }
  }

  private static void writeBrokenSignature(TextPage page, InspectedFiles.Inspected file)
      throws IOException {
    if (file.brokenSignature().isPresent()) {
      page.paragraph(2, Printable.line(SignatureWords.of(file.brokenSignature().get())));
    }
  }

  private void writeHead(TextPage page, InspectedFiles.Inspected file, Optional<String> kind)
      throws IOException {
    page.line(
        head(
            file.sound() ? FileResult.PASS : FileResult.FAIL,
            file.sound() ? "SOUND" : "NOT SOUND",
            file.path(),
            kind.orElse("kind unknown")));
  }

  private void writePackage(TextPage page, InspectedFiles.InspectedPackage file)
      throws IOException {
    MsiInspection inspection = file.inspection();
    writeHead(page, file, inspection.kind().map(MsiKind::id));
    for (MsiProblem problem : inspection.problems()) {
      page.paragraph(2, problem.kind() + ": " + Printable.line(problem.text()));
    }
    writeBrokenSignature(page, file);
    if (inspection.kind().isEmpty()) {
      if (file.signatures().filter(read -> !read.signatures().isEmpty()).isPresent()) {
        writeSignatures(page, file);
      }
      return;
    }
    if (file.details().transform().isPresent()) {
      writeFacts(page, "Transform", TransformLines.of(file.details().transform().get()));
    }
    if (shows(InspectionPart.SUMMARY)) {
      writeSummary(page, inspection, inspection.kind().get());
      writeFacts(
          page,
          "Contents",
          file.details()
              .contents()
              .map(contents -> ContentsLines.of(contents, file.signatures().isPresent()))
              .orElse(List.of()));
      writeSignatures(page, file);
    }
    if (shows(InspectionPart.PROPERTIES)) {
      writeProperties(page, inspection);
    }
    if (shows(InspectionPart.TABLES)) {
      writeTables(page, file);
    }
    if (shows(InspectionPart.FILES) && file.details().installed().isPresent()) {
      heading(page, "Files");
      InstalledFileLines.write(page, file.details().installed().get());
    }
  }

  private static void writeFacts(TextPage page, String heading, List<Fact> lines)
      throws IOException {
    if (!lines.isEmpty()) {
      heading(page, heading);
    }
    for (Fact line : lines) {
      page.paragraph(4, LABEL, line.label(), line.text());
    }
  }

  private String head(FileResult result, String word, String path, String what) {
    return style.paint(TextStyle.colorOf(result), style.symbol(result) + " " + word)
        + "  "
        + style.safe(path)
        + "  ("
        + style.safe(what)
        + ")";
  }

  private boolean shows(InspectionPart part) {
    return parts.isEmpty() || parts.contains(part);
  }

  private static void writeSummary(TextPage page, MsiInspection inspection, MsiKind kind)
      throws IOException {
    heading(page, "Summary");
    List<Fact> lines =
        inspection.summary().map(summary -> SummaryLines.of(summary, kind)).orElse(List.of());
    if (lines.isEmpty()) {
      page.line("    none");
    }
    for (Fact line : lines) {
      writeValue(page, LABEL, line.label(), line.text());
    }
  }

  private void writeProperties(TextPage page, MsiInspection inspection) throws IOException {
    Map<String, String> all = inspection.properties();
    if (parts.contains(InspectionPart.PROPERTIES) || !all.isEmpty()) {
      heading(page, "Properties");
    }
    writeValues(page, all, name -> isIdentity(inspection, name));
  }

  /** Writes all values if they are asked for, else those whose names tell what the file is. */
  private void writeValues(TextPage page, Map<String, String> all, Predicate<String> isIdentity)
      throws IOException {
    boolean inFull = parts.contains(InspectionPart.PROPERTIES);
    SortedMap<String, String> shown = new TreeMap<>(all);
    shown.keySet().removeIf(name -> !inFull && !isIdentity.test(name));
    int widest =
        shown.keySet().stream().mapToInt(name -> style.safe(name).length()).max().orElse(0);
    for (Map.Entry<String, String> property : shown.entrySet()) {
      int width = Math.min(widest, WIDEST_NAME) + 2;
      writeValue(page, width, property.getKey(), property.getValue());
    }
    int left = all.size() - shown.size();
    if (left > 0) {
      page.line(
          "    "
              + (shown.isEmpty() ? English.number(left) : "and " + English.number(left) + " more")
              + style.choices().which(Choice.PROPERTIES, "shows all"));
    } else if (inFull && all.isEmpty()) {
      page.line("    none");
    }
  }

  private static boolean isIdentity(MsiInspection inspection, String name) {
    return inspection.kind().equals(Optional.of(MsiKind.PATCH))
        ? IDENTITY_OF_PATCHES.contains(name.substring(name.lastIndexOf('.') + 1))
        : IDENTITY_OF_PACKAGES.contains(name);
  }

  private void writeTables(TextPage page, InspectedFiles.InspectedPackage file) throws IOException {
    List<String> names = file.inspection().tables();
    boolean inFull = parts.contains(InspectionPart.TABLES);
    if (inFull || !names.isEmpty()) {
      heading(page, "Tables");
    }
    if (!inFull && !names.isEmpty()) {
      page.line(
          "    "
              + English.number(names.size())
              + style.choices().which(Choice.TABLES, "names them"));
    } else if (inFull && names.isEmpty()) {
      page.line("    none");
    } else {
      List<List<String>> rows = new ArrayList<>();
      for (String name : names.stream().sorted().toList()) {
        Optional<Integer> count = Optional.ofNullable(file.details().rowCounts().get(name));
        rows.add(
            List.of(
                style.safe(name), count.map(number -> English.counted(number, "row")).orElse("")));
      }
      page.table("    ", rows);
    }
  }

  private static void heading(TextPage page, String word) throws IOException {
    page.line("  " + page.style().paint(Color.BOLD, word));
  }

  /** Prints a value cut to one line's worth, however long it is. */
  private static void writeValue(TextPage page, int width, String label, String value)
      throws IOException {
    String shown = value.isEmpty() ? "(empty)" : Printable.line(value);
    page.paragraph(4, width, Printable.excerpt(label) + "  ", shown);
  }

  private static void writeClashes(TextPage page, List<InspectedFiles.CodeClash> clashes)
      throws IOException {
    if (clashes.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "Remarks"));
    for (InspectedFiles.CodeClash clash : clashes) {
      page.paragraph(2, InspectedFiles.CodeClash.ID + ": " + clash.text());
    }
    page.blankLine();
  }

  private static void writeMeanings(TextPage page, InspectedFiles inspected) throws IOException {
    Set<MsiProblem.Kind> ofPackages = EnumSet.noneOf(MsiProblem.Kind.class);
    Set<PeProblem.Kind> ofPrograms = EnumSet.noneOf(PeProblem.Kind.class);
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (InspectedFiles.Inspected file : inspected.files()) {
      file.signatures().ifPresent(read -> grades.add(read.grade()));
      if (file instanceof InspectedFiles.InspectedPackage read) {
        read.inspection().problems().forEach(problem -> ofPackages.add(problem.kind()));
      } else if (file instanceof InspectedFiles.InspectedProgram read) {
        read.inspection().problems().forEach(problem -> ofPrograms.add(problem.kind()));
      }
    }
    grades.remove(Grade.UNSIGNED);
    if (ofPackages.isEmpty() && ofPrograms.isEmpty() && grades.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "What it means, and what to do"));
    int longest =
        Stream.of(ofPackages, ofPrograms, grades)
            .flatMap(Set::stream)
            .mapToInt(kind -> kind.name().length())
            .max()
            .orElse(0);
    int width = Math.max(LABEL, longest + 2);
    for (MsiProblem.Kind kind : ofPackages) {
      page.paragraph(2, width, kind.name(), kind.meaning());
    }
    for (PeProblem.Kind kind : ofPrograms) {
      page.paragraph(2, width, kind.name(), kind.meaning());
    }
    for (Grade grade : grades) {
      page.paragraph(2, width, grade.name(), grade.meaning());
    }
    page.blankLine();
  }

  private String summary(InspectedFiles inspected) {
    int files = inspected.files().size();
    int sound = inspected.soundCount();
    int unreadable = inspected.unreadable().size();
    int notTransformed = inspected.notTransformedCount();
    Color color =
        sound - notTransformed < files ? Color.RED : unreadable > 0 ? Color.YELLOW : Color.GREEN;
    return style.paint(
        color,
        English.counted(files, "file")
            + ": "
            + English.number(sound)
            + " sound, "
            + English.number(files - sound)
            + " not sound"
            + (notTransformed > 0
                ? "; " + English.number(notTransformed) + " not transformed whole"
                : "")
            + (unreadable > 0 ? "; " + English.number(unreadable) + " unreadable" : ""));
  }
}
