package io.kbaudit.benchmark;

import io.kbaudit.KbAudit;
import io.kbaudit.article.Article;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.fixtures.article.ArticleFixture;
import io.kbaudit.fixtures.article.FileRow;
import io.kbaudit.fixtures.article.TableLayout;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An article of many rows, and a folder of as many files and others besides: of each hundred rows
 * one file is missing, one of another size, one older and one renamed. No two rows list one size.
 */
final class ManyFiles {
  private static final LocalDateTime LISTED = LocalDateTime.parse("2011-03-10T10:04");

  /** What can be told of a file that nobody opened. */
  private static final Set<Check> BY_NAME_SIZE_AND_DATE =
      EnumSet.of(Check.PRESENCE, Check.NAME, Check.SIZE, Check.DATE);

  private final int rows;

  ManyFiles(int rows) {
    this.rows = rows;
  }

  /** Returns the article's text, in this layout. */
  byte[] text(TableLayout layout) {
    FileRow[] listed =
        IntStream.range(0, rows)
            .mapToObj(row -> new FileRow(name(row), LISTED, size(row), "", ""))
            .toArray(FileRow[]::new);
    return ArticleFixture.listing(listed).inUtc().bytes(layout);
  }

  Article article() throws IOException {
    return ArticleReader.read(
        new ByteArrayInputStream(text(TableLayout.CSV)), "KB1234567.csv", Optional.empty());
  }

  /** Returns the folder, with this many files that the article does not list. */
  Inventory folder(int others) {
    return Inventory.of(
        "share",
        IntStream.range(0, rows + others)
            .filter(file -> file % 100 != 0)
            .mapToObj(this::file)
            .toList());
  }

  private ObservedFile.Readable file(int number) {
    boolean isListed = number < rows;
    String name = isListed && number % 100 != 3 ? name(number) : "Other" + number + ".tmp";
    long size = isListed && number % 100 != 1 ? size(number) : size(number) + 1;
    LocalDateTime modified = number % 100 == 2 ? LISTED.minusDays(90) : LISTED;
    return ObservedFile.Readable.of(name, size, modified.toInstant(ZoneOffset.UTC));
  }

  AuditResult audit(Article article, Inventory folder) throws IOException {
    return KbAudit.of(article).checking(BY_NAME_SIZE_AND_DATE).audit(folder);
  }

  private static String name(int row) {
    return "Package" + row + ".msi";
  }

  private static long size(int row) {
    return 1_000 + 2L * row;
  }
}
