package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Given;
import io.kbaudit.database.ObjectType;
import io.kbaudit.deployment.DatabaseAddition.RequiredObject;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile says that packages add to a database, and where that is asked. */
class ProfileDatabaseTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Client.msi", 1, "2011-03-10T10:04Z"),
          Given.row("Provider.msi", 2, "2011-03-10T10:04Z"));

  private static final String PLACES =
      """

      locations:
        - name: share
          where: here
          phase: post-install
          accept: or-later
          files: all
        - name: server
          where: there
          phase: post-install
          accept: or-later
          database: true
          files: [Client.msi]
      """;

  @Test
  void everyTypeOfObjectIsRead() throws IOException {
    Profile profile =
        read(
            """
            database:
              client.MSI:
                - index: ix_a.b
                  table: dbo.Orders
                - procedure: '[dbo].[Allocate]'
                - scalar-function: fn_min
                - table-function: fn_all
                - view: v_all
            """);

    assertThat(profile.database())
        .isEqualTo(
            Map.of(
                FileName.of("Client.msi"),
                new DatabaseAddition(
                    List.of("server"),
                    List.of(
                        object(ObjectType.INDEX, "ix_a.b", Optional.of("dbo.Orders")),
                        object(ObjectType.PROCEDURE, "[dbo].[Allocate]", Optional.empty()),
                        object(ObjectType.SCALAR_FUNCTION, "fn_min", Optional.empty()),
                        object(ObjectType.TABLE_FUNCTION, "fn_all", Optional.empty()),
                        object(ObjectType.VIEW, "v_all", Optional.empty())))));
  }

  @Test
  void withoutALocationThatIsAskedEachIsThatHasThePackage() throws IOException {
    Profile profile =
        ProfileReader.read(
            stream(
                "article: KB1234567\ndatabase:\n  Client.msi:\n    - view: v\n"
                    + PLACES.replace("    database: true\n", "")),
            "my.yaml",
            ARTICLE);

    DatabaseAddition addition = requireNonNull(profile.database().get(FileName.of("Client.msi")));
    assertThat(addition.locations()).isEmpty();
    assertThat(addition.isAskedAt("share")).isTrue();
  }

  @Test
  void aProfileNeedNotStateAny() throws IOException {
    Profile profile =
        ProfileReader.read(
            stream("article: KB1234567\n" + PLACES.replace("    database: true\n", "")),
            "my.yaml",
            ARTICLE);

    assertThat(profile.database()).isEmpty();
  }

  @Test
  void aLocationIsNotAskedAboutNothing() {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read(""))
        .withMessage(
            "my.yaml, line 9: a location that is asked about a database, to which no file of it adds"
                + " anything: 'server'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Clint.msi: [view: v] | line 3: a file that KB1234567 does not list: 'Clint.msi'; did you"
            + " mean 'Client.msi'?",
        "Client.msi: [] | line 3: the list of objects is empty, and there is nothing to look for",
        "Client.msi: v | line 3: what is added to a database is a list of objects, not a word: 'v'",
        "Client.msi: [v] | line 3: an object is keys and their values, not a word: 'v'",
        "Client.msi: [{table: T}] | line 3: an object is named by one of the keys index, procedure,"
            + " scalar-function, table-function, view",
        "Client.msi: [{view: v, procedure: p}] | line 3: an object is named by one of the keys index,"
            + " procedure, scalar-function, table-function, view",
        "Client.msi: [{functoin: f}] | line 3: unknown key of an object: 'functoin'",
        "Client.msi: [index: i] | line 3: an index without its 'table'",
        "Client.msi: [{view: v, table: T}] | line 3: a view is on no table",
        "Client.msi: [view: ''] | line 3: 'view' is left empty",
        "Client.msi: [view: v, procedure: V] | line 3: twice, for the first time in line 3: 'V'",
        "Provider.msi: [view: v] | line 3: no location that is asked about a database has this file:"
            + " 'Provider.msi'; 'database: true' is at server"
      })
  void aFaultIsNamedWithItsLine(String entry, String message) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read("database:\n  " + entry))
        .withMessageStartingWith("my.yaml, " + message);
  }

  @Test
  void aFlagThatIsNoneIsNamedWithItsLine() {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(
            () ->
                ProfileReader.read(
                    stream(
                        "article: KB1234567\n" + PLACES.replace("database: true", "database: on")),
                    "my.yaml",
                    ARTICLE))
        .withMessage("my.yaml, line 13: 'database' is true or false, and nothing else: 'on'");
  }

  private static RequiredObject object(ObjectType type, String name, Optional<String> table) {
    return new RequiredObject(type, name, table);
  }

  private static Profile read(String database) throws IOException {
    return ProfileReader.read(
        stream("article: KB1234567\n" + database + PLACES), "my.yaml", ARTICLE);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
