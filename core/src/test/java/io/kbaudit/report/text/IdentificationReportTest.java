package io.kbaudit.report.text;

import static io.kbaudit.report.text.Screens.ASCII;
import static io.kbaudit.report.text.Screens.COLORED;
import static io.kbaudit.report.text.Screens.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kbaudit.article.ArticleId;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.identify.ArticleTally;
import io.kbaudit.identify.FolderArticle;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.MatchEvidence;
import io.kbaudit.identify.RowMatch;
import io.kbaudit.identify.Traits;
import io.kbaudit.identify.Traits.NameRelation;
import io.kbaudit.identify.Traits.Relation;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.csv.CsvIdentificationReport;
import io.kbaudit.report.json.JsonIdentificationReport;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Identifications, held to golden files; {@link Golden} says how to write them anew. */
class IdentificationReportTest {
  private static final FolderArticle ROLLUP = article("KB981506", "KB981506.md", 12);
  private static final FolderArticle COPY = article("KB981506", "old/KB981506.txt", 10);
  private static final FolderArticle NAMELESS =
      new FolderArticle("list.csv", Optional.empty(), 3, 1, Optional.empty());

  private static final Traits BY_DATE =
      traits(NameRelation.SAME, Relation.AGREES, Relation.AGREES, Relation.NOT_LISTED);

  private static FolderArticle article(String id, String path, int rows) {
    return new FolderArticle(path, Optional.of(new ArticleId(id)), rows, 0, Optional.empty());
  }

  private static FolderArticle unread(String path, String problem) {
    return new FolderArticle(path, Optional.empty(), 0, 0, Optional.of(problem));
  }

  private static Traits traits(NameRelation name, Relation size, Relation date, Relation version) {
    return new Traits(name, size, date, version, Relation.NOT_LISTED);
  }

  private static RowMatch match(
      FolderArticle article, int row, MatchEvidence evidence, Traits traits) {
    return new RowMatch(article, row, 70 + row, "Lsasrv.dll", evidence, traits, Digests.NONE);
  }

  private static IdentifiedFile file(String path, RowMatch... matches) {
    return new IdentifiedFile(path, Optional.empty(), List.of(matches), 0);
  }

  /** Returns one with every kind of evidence, state and problem. */
  private static Identification withEverything() {
    RowMatch byDigest =
        new RowMatch(
            NAMELESS,
            2,
            3,
            "Lsasrv.dll",
            MatchEvidence.DIGEST,
            new Traits(
                NameRelation.OTHER,
                Relation.NOT_LISTED,
                Relation.DIFFERS,
                Relation.NOT_COMPARED,
                Relation.AGREES),
            Digests.of(
                Digest.sha256("0123456789abcdef".repeat(4)),
                Digest.find("0".repeat(32)).orElseThrow()));
    return new Identification(
        List.of(
            file(
                "sys/lsasrv.dll",
                byDigest,
                match(
                    ROLLUP,
                    1,
                    MatchEvidence.VERSION,
                    traits(NameRelation.SAME, Relation.AGREES, Relation.DIFFERS, Relation.AGREES)),
                match(COPY, 1, MatchEvidence.SIZE_AND_DATE, BY_DATE)),
            file(
                "sys/renamed.dll",
                match(
                    ROLLUP,
                    1,
                    MatchEvidence.VERSION,
                    traits(
                        NameRelation.ORIGINAL, Relation.AGREES, Relation.AGREES, Relation.AGREES)),
                match(
                    COPY,
                    2,
                    MatchEvidence.RENAMED,
                    traits(
                        NameRelation.OTHER,
                        Relation.AGREES,
                        Relation.AGREES,
                        Relation.NOT_COMPARED)),
                match(
                    COPY,
                    3,
                    MatchEvidence.SIZE,
                    traits(
                        NameRelation.BEGINNING,
                        Relation.AGREES,
                        Relation.NOT_LISTED,
                        Relation.NOT_LISTED))),
            new IdentifiedFile(
                "sys/common.dll",
                Optional.empty(),
                List.of(
                    match(ROLLUP, 4, MatchEvidence.SIZE_AND_DATE, BY_DATE),
                    match(ROLLUP, 5, MatchEvidence.SIZE_AND_DATE, BY_DATE),
                    match(ROLLUP, 6, MatchEvidence.SIZE_AND_DATE, BY_DATE),
                    match(ROLLUP, 7, MatchEvidence.SIZE_AND_DATE, BY_DATE),
                    match(ROLLUP, 8, MatchEvidence.SIZE_AND_DATE, BY_DATE),
                    match(ROLLUP, 9, MatchEvidence.SIZE_AND_DATE, BY_DATE)),
                1_200),
            file("sys/unknown.dll"),
            new IdentifiedFile("sys/secret.dll", Optional.of("permission denied"), List.of(), 0)),
        List.of(
            new ArticleTally(COPY, 3, MatchEvidence.SIZE),
            new ArticleTally(NAMELESS, 1, MatchEvidence.DIGEST),
            new ArticleTally(ROLLUP, 12, MatchEvidence.SIZE_AND_DATE)),
        3,
        List.of(unread("junk.bin", "no file table found")),
        List.of(NAMELESS),
        List.of());
  }

  /** Returns one of which every text is hostile. */
  private static Identification hostile() {
    List<IdentifiedFile> files = new ArrayList<>();
    List<FolderArticle> unread = new ArrayList<>();
    for (String name : Hostile.NAMES) {
      FolderArticle article = new FolderArticle(name, Optional.empty(), 1, 0, Optional.empty());
      files.add(
          file(
              name,
              new RowMatch(
                  article,
                  1,
                  1,
                  name,
                  MatchEvidence.RENAMED,
                  traits(NameRelation.OTHER, Relation.AGREES, Relation.AGREES, Relation.NOT_LISTED),
                  Digests.NONE)));
      files.add(new IdentifiedFile(name, Optional.of(name), List.of(), 0));
      unread.add(unread(name, name));
    }
    return new Identification(files, List.of(), 1, unread, List.of(), List.of());
  }

  @Test
  void withEveryKindOfEvidenceItIsAsItsGoldenFiles() throws IOException {
    Identification identification = withEverything();

    Golden.assertMatches(
        TextIdentificationReport.class, "identification.txt", text(identification, UTF_8));
    Golden.assertMatches(
        TextIdentificationReport.class,
        "identification.ascii.txt",
        text(identification, ASCII),
        StandardCharsets.US_ASCII);
    Golden.assertMatches(
        TextIdentificationReport.class,
        "identification.colored.txt",
        text(identification, COLORED));
    Golden.assertMatches(
        JsonIdentificationReport.class, "identification.json", json(identification));
    Golden.assertMatches(CsvIdentificationReport.class, "identification.csv", csv(identification));
  }

  @Test
  void whatFilesAndArticlesAreCalledCannotMoveTheScreenNorForgeARow() throws IOException {
    Identification identification = hostile();
    String text = text(identification, UTF_8);
    String csv = csv(identification);

    assertThat(text.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(csv.codePoints().filter(c -> c != '\r' && c != '\n'))
        .allMatch(Printable::isPrintable);
    assertThat(json(identification)).contains("\"outcome\": \"UNDECIDED\"");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      assertThat(rows.stream().map(row -> row.getField("result")))
          .hasSize(3 * Hostile.NAMES.size())
          .containsOnly("IDENTIFIED", "UNREADABLE", "ARTICLE_UNREAD");
    }
  }

  @Test
  void itIsTheSameUnderAnyLocaleAndTimeZone() throws IOException {
    String here = all(withEverything());

    assertThat(Written.elsewhere(() -> all(withEverything()))).isEqualTo(here);
  }

  @Test
  void oneFileNeedsNoTableOfFilesByArticle() throws IOException {
    Identification one =
        new Identification(
            List.of(file("a.dll", match(ROLLUP, 1, MatchEvidence.SIZE_AND_DATE, BY_DATE))),
            List.of(new ArticleTally(ROLLUP, 1, MatchEvidence.SIZE_AND_DATE)),
            1,
            List.of(),
            List.of(),
            List.of());

    assertThat(text(one, UTF_8))
        .contains("  KB981506: 1 of 12 rows is here, the weakest by SIZE_AND_DATE\n")
        .doesNotContain("File  ", "could not be read")
        .endsWith("\n1 file: 1 identified, 0 listed by no article; 1 article read, 0 not\n");
  }

  private static String all(Identification identification) throws IOException {
    return text(identification, UTF_8) + json(identification) + csv(identification);
  }

  private static String text(Identification identification, TextStyle style) throws IOException {
    return Written.by(out -> new TextIdentificationReport(style).write(identification, out));
  }

  private static String json(Identification identification) throws IOException {
    return Schemas.valid(
        "identification",
        Written.by(out -> new JsonIdentificationReport().write(identification, out)));
  }

  private static String csv(Identification identification) throws IOException {
    return Written.by(out -> new CsvIdentificationReport().write(identification, out));
  }
}
