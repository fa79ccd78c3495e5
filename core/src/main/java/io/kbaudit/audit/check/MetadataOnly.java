package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.ContentIndex;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of which files that pass nothing is known but what a careless copy also has. */
final class MetadataOnly {
  private MetadataOnly() {}

  static Optional<Remark> remarkOn(Set<Check> checks, List<FileAudit> files) {
    List<FileAudit> bare =
        files.stream()
            .filter(file -> file.result() == FileResult.PASS)
            .filter(MetadataOnly::namesNoRow)
            .toList();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    List<ExpectedFile> rows = bare.stream().map(FileAudit::expected).toList();
    String reason =
        checks.contains(Check.IDENTITY)
            ? "Metadata alone speaks for "
                + (rows.size() == files.size() ? "these files" : Wording.rows(rows))
                + ": what the files say of themselves names no row."
            : "Only "
                + English.enumerate(checks.stream().map(Check::name).toList())
                + (checks.size() == 1 ? " was" : " were")
                + " checked, and not what the packages say that they are.";
    return Optional.of(
        Remark.of(
            Remark.Kind.METADATA_ONLY,
            reason + signed(bare) + supersededByName(bare) + swappable(bare)));
  }

  /** A signature does not say that its file is this row's. */
  private static boolean namesNoRow(FileAudit file) {
    return file.assurance()
        .filter(
            assurance ->
                assurance == Assurance.METADATA
                    || (assurance == Assurance.SIGNED && !file.isNamed()))
        .isPresent();
  }

  private static String signed(List<FileAudit> bare) {
    List<ExpectedFile> rows =
        bare.stream()
            .filter(file -> file.assurance().filter(Assurance.SIGNED::equals).isPresent())
            .map(FileAudit::expected)
            .toList();
    return rows.isEmpty()
        ? ""
        : " The signature of "
            + Wording.rows(rows)
            + " says who made the file, and not which row's it is.";
  }

  /** Neither size nor date is the listed one there: the file's name alone is. */
  private static String supersededByName(List<FileAudit> bare) {
    List<ExpectedFile> rows =
        bare.stream()
            .filter(file -> file.isRemarked(Cause.SUPERSEDED))
            .map(FileAudit::expected)
            .toList();
    return rows.isEmpty()
        ? ""
        : " That "
            + Wording.rows(rows)
            + (rows.size() == 1 ? " has a later version" : " have later versions")
            + " follows from nothing but the name of the file; an inspection shows what it is.";
  }

  private static String swappable(List<FileAudit> files) {
    Map<List<Object>, List<FileAudit>> alike = new LinkedHashMap<>();
    Map<FileName, List<FileAudit>> cut = new LinkedHashMap<>();
    for (FileAudit file : files) {
      ExpectedFile row = file.expected();
      if (ContentIndex.describes(row)) {
        alike
            .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
            .add(file);
      }
      if (!row.name().isKnown()) {
        cut.computeIfAbsent(row.name().printed(), key -> new ArrayList<>(1)).add(file);
      }
    }
    return swappable(alike, " are listed with the same size and date")
        + swappable(cut, " have names that begin alike and are cut");
  }

  /** Equal rows of one name stand for one file, which cannot be swapped with itself. */
  private static String swappable(Map<?, List<FileAudit>> groups, String alikeIn) {
    List<String> names =
        groups.values().stream()
            .filter(alike -> alike.stream().map(FileAudit::observed).distinct().count() > 1)
            .map(
                alike ->
                    English.enumerate(
                            alike.stream()
                                .map(file -> file.expected().name().best().spelling())
                                .distinct()
                                .map(English::quoted)
                                .toList())
                        + " ("
                        + Wording.rows(alike.stream().map(FileAudit::expected).toList())
                        + ")")
            .toList();
    return names.isEmpty()
        ? ""
        : " " + English.enumerate(names) + alikeIn + ", and could be swapped unseen.";
  }
}
