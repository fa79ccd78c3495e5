package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Statements;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.PeKind;
import io.kbaudit.signature.SignatureInspection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles and folders in memory, in one line each. */
public final class Given {
  private Given() {}

  /** Returns a row of these values; the time is {@code 2011-03-10T10:04Z}, or a day alone. */
  public static ExpectedFile row(String name, long size, String time) {
    return row(
        ListedName.whole(FileName.of(name)), Optional.of(ListedSize.ofBytes(size)), time(time));
  }

  /** Returns a row whose name the article cuts, and does not complete. */
  public static ExpectedFile cutRow(String beginning, long size, String time) {
    return row(
        ListedName.cut(FileName.of(beginning)), Optional.of(ListedSize.ofBytes(size)), time(time));
  }

  /** Returns a row of which the article prints the name, and perhaps more. */
  public static ExpectedFile row(
      ListedName name, Optional<ListedSize> size, Optional<ListedTime> time) {
    PrintedRow printed =
        new PrintedRow(
            name.printed().spelling(),
            time.map(listed -> listed.day().toString()).orElse(""),
            time.flatMap(ListedTime::minute).map(LocalTime::toString).orElse(""),
            size.map(ListedSize::toString).orElse(""),
            "",
            "");
    return ExpectedFile.of(1, 1, name, printed).size(size).modified(time).build();
  }

  /** Returns the same row for another of the files of its name. */
  public static ExpectedFile variant(ExpectedFile row, Variant variant) {
    return row.withVariant(variant);
  }

  /** Returns an article of these rows, as they are numbered. */
  public static Article articleAsNumbered(ExpectedFile... rows) {
    Article numbered = article(rows);
    return new Article(
        numbered.id(),
        numbered.title(),
        numbered.source(),
        numbered.statements(),
        List.of(rows),
        numbered.remarks());
  }

  /** Returns an article of these rows, numbered anew; row n is on line 10 + n. */
  public static Article article(ExpectedFile... rows) {
    return article(List.of(rows));
  }

  /** Returns an article of these rows, numbered anew; row n is on line 10 + n. */
  public static Article article(List<ExpectedFile> rows) {
    List<ExpectedFile> numbered = new ArrayList<>();
    for (ExpectedFile row : rows) {
      int number = numbered.size() + 1;
      numbered.add(
          ExpectedFile.of(number, 10 + number, row.name(), row.printed())
              .variant(row.variant())
              .size(row.size())
              .modified(row.modified())
              .version(row.version())
              .hashes(row.hashes())
              .alternativeTo(row.alternativeTo())
              .build());
    }
    return new Article(
        Optional.of(new ArticleId("KB1234567")),
        Optional.of("An update"),
        "KB1234567.txt",
        new Statements(true, true, Optional.of("English")),
        numbered,
        List.of());
  }

  /** Returns a file of these values; its path may have folders, parted by slashes. */
  public static ObservedFile file(String path, long size, String modified) {
    return file(path, size, Instant.parse(modified));
  }

  /**
   * Returns a file of these values; its path may have folders, parted by slashes. Named as a
   * Windows Installer file, it is a sound one, in English, that says nothing of what it is; named
   * as a program, it is a sound one that says nothing at all. It has no signature.
   */
  public static ObservedFile file(String path, long size, Instant modified) {
    ObservedFile.Readable file = unsigned(path, size, modified);
    String extension = file.name().extension();
    return MsiKind.ofExtension(extension)
        .map(kind -> file.withInspection(inspection(kind, "", "")))
        .or(() -> PeKind.ofExtension(extension).map(Executables::silent).map(file::withExecutable))
        .orElse(file);
  }

  /** Returns the same file with contents of which {@code digit} is the hash, 64 times. */
  public static ObservedFile hashed(ObservedFile file, char digit) {
    return ((ObservedFile.Readable) file)
        .withDigest(Digest.sha256(Character.toString(digit).repeat(64)));
  }

  /** Returns a file of which only metadata was asked. */
  public static ObservedFile unreadFile(String path, long size, String modified) {
    return readable(path, size, Instant.parse(modified));
  }

  /** Its name may have backslashes. */
  private static ObservedFile.Readable readable(String path, long size, Instant modified) {
    return new ObservedFile.Readable(
        path,
        ObservedFile.nameAt(path).orElseThrow(),
        size,
        modified,
        Digests.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns a file with such contents. */
  public static ObservedFile file(
      String path, long size, String modified, MsiInspection inspection) {
    return unsigned(path, size, Instant.parse(modified)).withInspection(inspection);
  }

  /** Returns a file whose signatures were looked for, and of which there is none. */
  private static ObservedFile.Readable unsigned(String path, long size, Instant modified) {
    return readable(path, size, modified)
        .withSignatures(new SignatureInspection(List.of(), List.of()));
  }

  /** Returns what a sound package says that states this ProductName; nothing says nothing. */
  public static MsiInspection packageNamed(String productName) {
    return inspection(MsiKind.PACKAGE, productName, "");
  }

  /** Returns the same with this subject in the summary. */
  public static MsiInspection withSubject(MsiInspection inspection, String subject) {
    return withSummary(inspection, Optional.of(subject), Optional.empty());
  }

  /** Returns the same with a package code in the summary. */
  public static MsiInspection withCode(MsiInspection inspection) {
    return withSummary(
        inspection, Optional.empty(), Optional.of("{6F9B5694-F0F1-437C-919B-0D2DAF2D9DEA}"));
  }

  private static MsiInspection withSummary(
      MsiInspection inspection, Optional<String> subject, Optional<String> revision) {
    SummaryInformation summary =
        summary(template("Intel;1033"), inspection.lastSaved(), subject, revision);
    return new MsiInspection(
        inspection.kind(),
        inspection.problems(),
        Optional.of(summary),
        inspection.tables(),
        inspection.properties());
  }

  /** Returns the same with these properties alone. */
  public static MsiInspection stating(MsiInspection inspection, Map<String, String> properties) {
    return new MsiInspection(
        inspection.kind(),
        inspection.problems(),
        inspection.summary(),
        inspection.tables(),
        properties);
  }

  /** Returns what a sound package says that was last saved at this time; nothing says nothing. */
  public static MsiInspection packageSavedAt(String time) {
    return inspection(MsiKind.PACKAGE, "", time);
  }

  /** Returns what a package says that has these faults. */
  public static MsiInspection packageWith(MsiProblem... problems) {
    MsiInspection sound = inspection(MsiKind.PACKAGE, "", "2011-03-10T10:04:00Z");
    return new MsiInspection(
        sound.kind(), List.of(problems), sound.summary(), sound.tables(), sound.properties());
  }

  /** Returns what a sound file of this kind says. */
  public static MsiInspection inspection(MsiKind kind, String productName, String savedAt) {
    return inspection(kind, "Intel;1033", productName, savedAt);
  }

  private static MsiInspection inspection(
      MsiKind kind, String template, String productName, String savedAt) {
    Map<String, String> properties =
        productName.isEmpty() ? Map.of() : Map.of("ProductName", productName);
    Optional<Instant> lastSaved =
        savedAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(savedAt));
    return new MsiInspection(
        Optional.of(kind),
        List.of(),
        Optional.of(summary(template(template), lastSaved, Optional.empty(), Optional.empty())),
        List.of("Property"),
        properties);
  }

  /** Returns what a sound package says that has this template: {@code x64;1033}. */
  public static MsiInspection packageFor(String template) {
    return inspection(MsiKind.PACKAGE, template, "", "");
  }

  /** Returns what a sound patch says: its template lists the products to which it applies. */
  public static MsiInspection patch() {
    String target = "{780B530E-03AD-47AF-A128-DA08DB495253}";
    Template targets = new Template(target, Optional.empty(), List.of(), List.of(target));
    return new MsiInspection(
        Optional.of(MsiKind.PATCH),
        List.of(),
        Optional.of(SummaryInformation.builder().template(targets).build()),
        List.of(),
        Map.of());
  }

  private static Template template(String text) {
    String[] parts = text.split(";", -1);
    return new Template(
        text,
        Optional.of(parts[0]),
        Stream.of(parts[1].split(",", -1)).map(Integer::valueOf).toList(),
        List.of());
  }

  private static SummaryInformation summary(
      Template template,
      Optional<Instant> lastSaved,
      Optional<String> subject,
      Optional<String> revision) {
    SummaryInformation.Builder summary =
        SummaryInformation.builder()
            .codepage(1252)
            .title("Installation Database")
            .template(template)
            .pageCount(200)
            .wordCount(2);
    subject.ifPresent(summary::subject);
    revision.ifPresent(summary::revision);
    lastSaved.ifPresent(summary::lastSaved);
    return summary.build();
  }

  /** Returns a file that cannot be read. */
  public static ObservedFile unreadable(String path, String reason) {
    return new ObservedFile.Unreadable(path, ObservedFile.nameAt(path).orElseThrow(), reason);
  }

  /** Returns a folder of these files, of which everything could be listed. */
  public static Inventory folder(ObservedFile... files) {
    return folder(List.of(files));
  }

  /** Returns a folder of these files, of which everything could be listed. */
  public static Inventory folder(List<ObservedFile> files) {
    return Inventory.of("rollup", files);
  }

  /**
   * Returns the file that was verified for a row of {@code article}, on its minute.
   *
   * @param digit of its hash, 64 times
   */
  public static BaselineFile pinned(Article article, int row, char digit, long size) {
    return pinned(article, row, digit, size, Optional.empty());
  }

  /** Returns the same that states a package code. */
  public static BaselineFile pinned(
      Article article, int row, char digit, long size, Optional<String> packageCode) {
    FileName name = article.rows().get(row - 1).name().best();
    return new BaselineFile(
        row,
        name,
        name,
        size,
        Instant.parse("2011-03-10T10:04:30Z"),
        Digest.sha256(Character.toString(digit).repeat(64)),
        new BaselineFile.Codes(packageCode, Optional.empty()));
  }

  /** Returns the audit of {@code folder} against every row, exactly as printed. */
  public static AuditResult audit(Article article, Inventory folder) {
    return audit(article, folder, AuditPolicy.asPrinted());
  }

  /** Returns the audit of {@code folder} against every row. */
  public static AuditResult audit(Article article, Inventory folder, AuditPolicy policy) {
    return audit(AuditRequest.of(article, policy), folder);
  }

  /** Returns the audit of a place that holds all rows, under random names. */
  public static AuditResult auditOfRandomNames(Article article, Inventory folder) {
    return audit(requestOfRandomNames(article), folder);
  }

  /** Returns the same against contents that were once verified. */
  public static AuditResult auditOfRandomNames(
      Article article, Inventory folder, Baseline baseline) {
    return audit(requestOfRandomNames(article).withBaseline(baseline), folder);
  }

  private static AuditRequest requestOfRandomNames(Article article) {
    Location location =
        Location.of(
                "cache",
                "the package cache",
                Phase.POST_INSTALL,
                Acceptance.EXACT,
                article.rows().stream().map(row -> row.name().best()).collect(Collectors.toSet()))
            .naming(FileNaming.RANDOM)
            .build();
    return new AuditRequest(
        article, Optional.empty(), Optional.of(location), AuditPolicy.asPrinted());
  }

  /** Returns the audit of {@code folder} against every row, as printed, and what was verified. */
  public static AuditResult audit(Article article, Inventory folder, Baseline baseline) {
    return audit(AuditRequest.of(article, AuditPolicy.asPrinted()).withBaseline(baseline), folder);
  }

  private static AuditResult audit(AuditRequest request, Inventory folder) {
    try {
      return Auditor.audit(request, folder);
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the outcome of a check as its texts tell it, without values. */
  public static Outcome worded(FileAudit file, Check check) {
    return worded(requireNonNull(file.outcomes().get(check)));
  }

  /** Returns an outcome as its texts tell it, without values. */
  public static Outcome worded(Outcome outcome) {
    if (outcome instanceof Outcome.Passed passed) {
      return new Outcome.Passed(Evidence.of(passed.evidence().text()), passed.cause());
    }
    return outcome instanceof Outcome.Failed failed
        ? new Outcome.Failed(failed.expected().text(), failed.observed().text(), failed.cause())
        : outcome;
  }

  /** Returns {@code 2011-03-10T10:04Z} or {@code 2011-03-10} as listed; nothing of nothing. */
  public static Optional<ListedTime> time(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.toUpperCase(Locale.ROOT).replace("Z", "").split("T", -1);
    LocalDate day = LocalDate.parse(parts[0]);
    return Optional.of(
        parts.length == 1
            ? ListedTime.ofDay(day)
            : ListedTime.ofMinute(day, LocalTime.parse(parts[1])));
  }
}
