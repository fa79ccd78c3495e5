package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.ListedFolder;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Articles of which rows or columns were once passed over: a folder in which just that is wrong is
 * not compliant.
 */
class LostRowAuditTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus"))
          .resolveSibling("faults")
          .resolve("articles");

  /** A name in any of the articles, wherever it stands. */
  private static final Pattern NAME =
      Pattern.compile("[\\w.-]+\\.(?:asp|dll|exe|inf|manifest|msi|msu|mum|rll|sys)\\b");

  private static final Set<String> WITH_UNREADABLE_VALUE = Set.of("h-tztime.md");

  static Stream<Path> articles() throws IOException {
    if (!Files.isDirectory(ARTICLES)) {
      return Stream.of(ARTICLES);
    }
    try (Stream<Path> files = Files.list(ARTICLES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void aFolderWithAllFilesPasses(Path file) throws IOException {
    Article article = read(file);

    assertThat(audit(article, ListedFolder.of(article).inventory()).verdict())
        .isEqualTo(
            WITH_UNREADABLE_VALUE.contains(file.getFileName().toString())
                ? Verdict.INDETERMINATE
                : Verdict.COMPLIANT);
  }

  @ParameterizedTest
  @MethodSource("articles")
  void aFolderWithoutAFileThatTheTextNamesFails(Path file) throws IOException {
    Article article = read(file);
    ListedFolder folder = ListedFolder.of(article);
    Set<String> names = namesIn(file);

    assertThat(names).isNotEmpty();
    for (String name : names) {
      assertThat(audit(article, folder.without(name).inventory()).verdict())
          .as("without %s", name)
          .isEqualTo(Verdict.NON_COMPLIANT);
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void aFolderWithoutTheFileOfOneRowDoesNotPass(Path file) throws IOException {
    Article article = read(file);
    ListedFolder folder = ListedFolder.of(article);

    for (ExpectedFile row : article.rows()) {
      if (!listsAgain(article, row)) {
        assertThat(audit(article, folder.withoutRow(row).inventory()).verdict())
            .as("without row %s", row.row())
            .isNotEqualTo(Verdict.COMPLIANT);
      }
    }
  }

  /** Whether another row is satisfied by the same file. */
  private static boolean listsAgain(Article article, ExpectedFile row) {
    return article.rows().stream()
        .anyMatch(
            other ->
                other.row() != row.row()
                    && other.name().equals(row.name())
                    && other.version().equals(row.version())
                    && other.variant().platform().equals(row.variant().platform())
                    && other.size().equals(row.size())
                    && other.modified().equals(row.modified()));
  }

  @ParameterizedTest
  @CsvSource({
    "cell-per-line.txt, Alpha.dll Beta.sys Update.mum, SIZE DATE",
    "csv-key-value.csv, alpha.dll, SIZE DATE",
    "dotted-size.md, alpha.dll gamma.inf delta.asp, SIZE DATE",
    "dup-in-subfolders.md, engine.exe res.rll, SIZE DATE",
    "h-digest.md, sample-x64.exe, SIZE HASH",
    "h-dotsize.md, alpha.dll beta.dll gamma.inf, SIZE DATE",
    "h-filever.md, alpha.dll, SIZE DATE",
    "h-footnote.md, alpha.dll beta.dll gamma.dll delta.dll, SIZE DATE",
    "h-isoT.md, alpha.dll, SIZE DATE",
    "h-lastwrite.md, alpha.dll, SIZE DATE",
    "h-mbsize.md, alpha.msi beta.msi gamma.msi delta.msi eps.msi, SIZE DATE VERSION",
    "h-pkg-hash.md, sample2013-kb1234567-fullfile-x64-glb.exe, HASH",
    "h-tztime.md, alpha.dll gamma.dll, SIZE DATE",
    "h-tztime.md, beta.dll, SIZE",
    "h-utczero.md, alpha.dll, SIZE DATE",
    "h-ymd1.md, alpha.dll beta.dll, SIZE DATE",
    "hash-beside-files.md, Sample-KB1234567-x64.exe, HASH",
    "hash-beside-files.md, engine.exe, SIZE DATE",
    "hash-table-only.md, sample-setup.exe, HASH",
    "mixed-cell-per-line.md, alpha.dll gamma.dll, SIZE DATE",
    "mixed-english-german.md, Readme.msi Dhcpcsvc.dll Iphlpapi.dll Wdhcpcsvc.dll, SIZE DATE",
    "package-hash-columns.md, sample2013-kb1234567-fullfile-x64-glb.exe, HASH",
    "package-hash-columns.md, alpha.dll, SIZE DATE",
    "saved.mhtml, Alpha.dll Beta.sys Update.mum, SIZE DATE",
    "saved.mhtml, Sample6.1-KB1234567-x64.msu, HASH",
    "sections-plain.csv, alpha.dll beta.dll gamma.dll, SIZE DATE",
    "sections-trailing.csv, alpha.dll beta.dll gamma.dll, SIZE DATE",
    "sha1-unknown-heading.md, sample-x64.exe, SIZE HASH",
    "unknown-date-heading.csv, alpha.dll beta.sys, SIZE DATE",
    "unknown-headings-english.md, alpha.dll beta.dll gamma.dll delta.dll epsilon.dll, SIZE",
    "unknown-headings-second-table.md, alpha.dll beta.dll gamma.dll delta.dll epsilon.dll, SIZE"
  })
  void aFolderWhereOneValueIsAnotherFails(String article, String names, String checks)
      throws IOException {
    Article read = read(ARTICLES.resolve(article));
    ListedFolder folder = ListedFolder.of(read);

    for (String name : names.split(" ", -1)) {
      for (String check : checks.split(" ", -1)) {
        Check changed = Check.valueOf(check);
        AuditResult result =
            audit(
                read,
                folder.inventory(
                    file -> file.name().equals(FileName.of(name)) ? other(file, changed) : file));
        assertThat(result.verdict()).as("%s of %s", check, name).isEqualTo(Verdict.NON_COMPLIANT);
        assertThat(result.files())
            .as("%s of %s", check, name)
            .anyMatch(row -> row.outcomes().get(changed) instanceof Outcome.Failed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void aFolderWhereOneVersionIsAnotherFails(Path file) throws IOException {
    Article article = read(file);
    ListedFolder folder = ListedFolder.of(article);

    for (ExpectedFile row : article.rows()) {
      if (row.version().flatMap(FileVersion::find).isPresent()
          && !hasAlternative(article, row)
          && !listsAgain(article, row)) {
        AuditResult result =
            audit(
                article,
                folder.inventory(
                    found ->
                        found.path().startsWith(row.row() + "/")
                            ? other(found, Check.VERSION)
                            : found));
        assertThat(result.verdict()).as("row %s", row.row()).isEqualTo(Verdict.NON_COMPLIANT);
      }
    }
  }

  /** Whether the file of another row will do: each row has one here. */
  private static boolean hasAlternative(Article article, ExpectedFile row) {
    return row.alternativeTo().isPresent()
        || article.rows().stream()
            .anyMatch(other -> other.alternativeTo().equals(OptionalInt.of(row.row())));
  }

  /** Returns a file of which one thing is not as listed; a day may be another by a time zone. */
  private static ObservedFile.Readable other(ObservedFile.Readable file, Check check) {
    return new ObservedFile.Readable(
        file.path(),
        file.name(),
        check == Check.SIZE ? 2 * file.sizeBytes() + 1 : file.sizeBytes(),
        check == Check.DATE ? file.modified().minus(Duration.ofDays(3)) : file.modified(),
        check == Check.HASH ? reversed(file.digests()) : file.digests(),
        check == Check.VERSION
            ? file.inspection().map(LostRowAuditTest::ofOtherVersion)
            : file.inspection(),
        check == Check.VERSION
            ? file.executable().map(read -> Executables.version("0.0.1"))
            : file.executable(),
        file.signatures(),
        file.listedVersion());
  }

  private static Digests reversed(Digests digests) {
    return new Digests(
        digests.all().stream()
            .map(
                digest ->
                    new Digest(
                        digest.algorithm(), new StringBuilder(digest.hex()).reverse().toString()))
            .toList());
  }

  private static MsiInspection ofOtherVersion(MsiInspection inspection) {
    return new MsiInspection(
        inspection.kind(),
        inspection.problems(),
        inspection.summary(),
        inspection.tables(),
        Map.of("ProductVersion", "0.0.1"));
  }

  private static AuditResult audit(Article article, Inventory folder) throws IOException {
    return KbAudit.of(article).audit(folder);
  }

  /** Lines of a saved page go on in the next where they end with an equals sign. */
  private static Set<String> namesIn(Path file) throws IOException {
    String text = Files.readString(file).replace("=\n", "");
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().forEach(name -> names.add(name.group()));
    return names;
  }

  private static Article read(Path file) throws IOException {
    Programs.skipAloudIf(
        !Files.isRegularFile(file),
        "no articles at " + ARTICLES + " (beside what the system property kbaudit.corpus names)");
    return ArticleReader.read(file);
  }
}
