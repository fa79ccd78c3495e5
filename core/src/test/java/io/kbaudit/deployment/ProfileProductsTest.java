package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Given;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile states of the products in the files. */
class ProfileProductsTest {
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
      """;

  @Test
  void aProductIsToldByItsNameOrItsUpgradeCode() throws IOException {
    Profile profile =
        read(
            """
            products:
              client.MSI:
                name: The Client
              Provider.msi:
                upgrade-code: 780b530e-03ad-47af-a128-da08db495253
            """);

    assertThat(profile.products())
        .hasSize(2)
        .containsEntry(
            FileName.of("Client.msi"), new Product(Optional.of("The Client"), Optional.empty()))
        .containsEntry(
            FileName.of("Provider.msi"),
            new Product(Optional.empty(), Optional.of("{780B530E-03AD-47AF-A128-DA08DB495253}")));
  }

  @Test
  void aProfileNeedNotStateAny() throws IOException {
    assertThat(read("").products()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Clint.msi: {name: A} | line 2: a file that KB1234567 does not list: 'Clint.msi'; did you"
            + " mean 'Client.msi'?",
        "Client.msi: {} | line 2: a product without its 'name' or its 'upgrade-code'",
        "Client.msi: A | line 2: a product is keys and their values, not a word: 'A'",
        "Client.msi: {nam: A} | line 2: unknown key of a product: 'nam'; did you mean 'name'?",
        "Client.msi: {name: ' '} | line 2: 'name' is left empty",
        "Client.msi: {name: } | line 2: 'name' is left empty",
        "Client.msi: {upgrade-code: 780B530E} | line 2: not an upgrade code: '780B530E'; one is as"
            + " \"{780B530E-03AD-47AF-A128-DA08DB495253}\"",
        "Client.msi: {upgrade-code: 00000000-0000-0000-0000-000000000000} | line 2: not an upgrade"
            + " code: '00000000-0000-0000-0000-000000000000'; one is as"
            + " \"{780B530E-03AD-47AF-A128-DA08DB495253}\"",
      })
  void whatIsWrongIsSaidWithItsLine(String product, String problem) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read("products:\n  " + product))
        .withMessage("my.yaml, " + problem);
  }

  @Test
  void oneUpgradeCodeIsOfOneFile() {
    String code = "780B530E-03AD-47AF-A128-DA08DB495253";

    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(
            () ->
                read(
                    "products:\n  Client.msi: {upgrade-code: "
                        + code
                        + "}\n  Provider.msi: {upgrade-code: '{"
                        + code
                        + "}'}"))
        .withMessage("my.yaml, line 3: twice, for the first time in line 2: '{" + code + "}'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{780B530E-03AD-47AF-A128}", "none"})
  void whatIsNoCodeIsRefused(String code) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Product(Optional.empty(), Optional.of(code)));
  }

  private static Profile read(String products) throws IOException {
    return ProfileReader.read(
        new ByteArrayInputStream((products + PLACES).getBytes(StandardCharsets.UTF_8)),
        "my.yaml",
        ARTICLE);
  }
}
