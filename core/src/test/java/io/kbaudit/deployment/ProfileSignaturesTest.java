package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Given;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile demands of the signatures of files. */
class ProfileSignaturesTest {
  private static final Article ARTICLE =
      Given.article(Given.row("Client.msi", 1, "2011-03-10T10:04Z"));

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
  void nothingIsDemandedUnlessItSaysSo() throws IOException {
    assertThat(read("").signatures()).isEqualTo(SignatureDemand.NONE);
  }

  @Test
  void aSignatureIsRequired() throws IOException {
    assertThat(read("signature: required").signatures()).isEqualTo(SignatureDemand.REQUIRED);
  }

  @Test
  void aPublisherIsANameOrACertificate() throws IOException {
    String certificate = "AB:".repeat(31) + "AB";

    assertThat(read("publishers: [Contoso Ltd, \"" + certificate + "\"]").signatures())
        .isEqualTo(
            SignatureDemand.signedBy(
                List.of(Publisher.of("Contoso Ltd"), Publisher.of(certificate))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signature: off"
            + "| ours.yaml, line 1: unknown word for 'signature': 'off'; it is 'required'",
        "publishers: Contoso"
            + "| ours.yaml, line 1: 'publishers' is a list of names, not a word: 'Contoso'",
        "publishers: []"
            + "| ours.yaml, line 1: 'publishers' lists none, and nobody could have signed the files",
        "publishers: ['']| ours.yaml, line 1: a publisher is left empty",
        "publishers: [A, A]| ours.yaml, line 1: twice, for the first time in line 1: 'A'",
      })
  void whatIsWrongIsSaidWithItsLine(String yaml, String message) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read(yaml))
        .withMessage(message);
  }

  private static Profile read(String yaml) throws IOException {
    return ProfileReader.read(
        new ByteArrayInputStream((yaml + PLACES).getBytes(StandardCharsets.UTF_8)),
        "ours.yaml",
        ARTICLE);
  }
}
