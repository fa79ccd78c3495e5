package io.kbaudit.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whichever way a row may be found, its keys tell that it may; most others need not be read. */
class RowKeysTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:37Z";

  private static boolean mayFind(ObservedFile file, ExpectedFile row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RowKeys.of(List.of(row)).write(new DataOutputStream(bytes));
    RowKeys read = RowKeys.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return new Identifier(Map.of(file.path(), file)).mayFind(read);
  }

  @Test
  void aRowMayBeFoundByItsNameItsSizeItsDigestOrItsBeginning() throws IOException {
    ExpectedFile row = Given.row("a.dll", 100, LISTED);

    assertThat(mayFind(Given.file("A.DLL", 1, THEN), row)).isTrue();
    assertThat(mayFind(Given.file("b.dll", 100, THEN), row)).isTrue();
    assertThat(
            mayFind(
                Given.hashed(Given.file("b.dll", 1, THEN), '1'),
                row.withHashes(ListedHashes.of(Digest.sha256("1".repeat(64))))))
        .isTrue();
    assertThat(mayFind(Given.file("abc.dll", 1, THEN), Given.cutRow("a", 2, LISTED))).isTrue();
    assertThat(
            mayFind(
                ((ObservedFile.Readable) Given.file("b.dll", 1, THEN))
                    .withExecutable(
                        Executables.version("1.0", "1.0", Map.of("OriginalFilename", "a.dll"))),
                row))
        .isTrue();
  }

  @Test
  void aRowOfAnotherNameAndSizeNeedNotBeRead() throws IOException {
    assertThat(mayFind(Given.file("b.dll", 1, THEN), Given.row("a.dll", 100, LISTED))).isFalse();
    assertThat(mayFind(Given.file("b.dll", 100, THEN), Given.row("a.dll", 100, ""))).isFalse();
  }
}
