package io.kbaudit.audit;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Statements;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    return new ExpectedFile(
        1, 1, "", name, size, time, Optional.empty(), Optional.empty(), printed);
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
          new ExpectedFile(
              number,
              10 + number,
              row.table(),
              row.name(),
              row.size(),
              row.modified(),
              row.version(),
              row.platform(),
              row.printed()));
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

  /** Returns a file of these values; its path may have folders, parted by slashes. */
  public static ObservedFile file(String path, long size, Instant modified) {
    return new ObservedFile.Readable(path, nameOf(path), size, modified);
  }

  /** Returns a file that cannot be read. */
  public static ObservedFile unreadable(String path, String reason) {
    return new ObservedFile.Unreadable(path, nameOf(path), reason);
  }

  /** Returns a folder of these files, of which everything could be listed. */
  public static Inventory folder(ObservedFile... files) {
    return folder(List.of(files));
  }

  /** Returns a folder of these files, of which everything could be listed. */
  public static Inventory folder(List<ObservedFile> files) {
    return new Inventory("rollup", false, files, List.of(), List.of(), List.of());
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
    Location location =
        new Location(
            "cache",
            "the package cache",
            Phase.POST_INSTALL,
            Acceptance.EXACT,
            false,
            FileNaming.RANDOM,
            article.rows().stream().map(row -> row.name().best()).collect(Collectors.toSet()));
    return audit(
        new AuditRequest(article, Optional.empty(), Optional.of(location), AuditPolicy.asPrinted()),
        folder);
  }

  private static AuditResult audit(AuditRequest request, Inventory folder) {
    try {
      return Auditor.audit(request, folder);
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
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

  private static FileName nameOf(String path) {
    return FileName.of(path.substring(path.lastIndexOf('/') + 1));
  }
}
