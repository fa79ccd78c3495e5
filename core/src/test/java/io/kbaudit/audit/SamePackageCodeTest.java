package io.kbaudit.audit;

import static io.kbaudit.audit.Given.article;
import static io.kbaudit.audit.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.check.Auditor;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.inventory.FolderScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package code stands for one contents; where it stands for others, that is remarked. */
class SamePackageCodeTest {
  private static final UUID CODE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final String PRINTED = "{00000000-0000-0000-0000-00000000000A}";
  private static final MsiFixture PACKAGE = MsiFixture.sized(8_192).packageCode(CODE);

  private final Path folder;

  SamePackageCodeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void otherSizesAreRemarkedListedOrNot() throws IOException {
    write("listed.msi", PACKAGE);
    write("unlisted.msi", PACKAGE.resized(16_384));

    assertThat(remarks(FolderScanner.flat().readingContents()))
        .containsExactly(
            "'listed.msi' and 'unlisted.msi' state one package code, "
                + PRINTED
                + ", and have other sizes; each build is to have a code of its own.");
  }

  @Test
  void ofOneSizeTheDigestTellsOrWhatTheySay() throws IOException {
    write("a.msi", PACKAGE);
    write("b.msi", PACKAGE.property("ProductVersion", "8.0.2"));

    assertThat(remarks(FolderScanner.flat().readingContents()))
        .singleElement()
        .asString()
        .contains("have other properties or summaries");
    assertThat(remarks(FolderScanner.flat().readingContents().hashing(size -> true)))
        .singleElement()
        .asString()
        .contains("have other contents by SHA-256");
  }

  @Test
  void copiesAreNoFinding() throws IOException {
    write("a.msi", PACKAGE);
    write("b.msi", PACKAGE);
    write("c.msi", PACKAGE.packageCode(new UUID(0, 11)).resized(16_384));

    assertThat(remarks(FolderScanner.flat().readingContents())).isEmpty();
    assertThat(remarks(FolderScanner.flat().readingContents().hashing(size -> true))).isEmpty();
  }

  @Test
  void transformsOfOneProductHaveItsCodeAndAreNoFinding() throws IOException {
    write("a.mst", PACKAGE.transform());
    write("b.mst", PACKAGE.transform().subject("another"));

    assertThat(remarks(FolderScanner.flat().readingContents())).isEmpty();
  }

  private void write(String name, MsiFixture fixture) throws IOException {
    Files.write(folder.resolve(name), fixture.toBytes());
  }

  private List<String> remarks(FolderScanner scanner) throws IOException {
    return Auditor.audit(
            AuditRequest.of(
                article(row("listed.msi", 8_192, "2011-03-10T10:04Z")), AuditPolicy.asPrinted()),
            scanner.scan(folder))
        .remarks()
        .stream()
        .filter(remark -> remark.id().equals(Remark.Kind.SAME_PACKAGE_CODE.name()))
        .map(Remark::text)
        .toList();
  }
}
