package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.Corpus;
import io.kbaudit.article.Article;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Given;
import io.kbaudit.file.FileName;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstProfileTest {
  private static final String TIME = "2011-03-10T10:04Z";

  @Test
  void ofABundledArticleItIsTheBundledProfileWithItsRemarks() {
    Article article = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    assertThat(FirstProfile.of(article))
        .isEqualTo(BundledProfiles.text(BundledArticles.KB2492954).orElseThrow())
        .contains("# \"Extract the update rollup package");
  }

  @Test
  void ofAnyOtherArticleItHasAPlaceBeforeAndOneAfter() throws IOException {
    Article article = Given.article(Given.row("b.msi", 1, TIME), Given.row("A.msi", 2, TIME));

    Profile profile = read(FirstProfile.of(article), article);

    assertThat(profile.locations())
        .extracting(Location::name, Location::phase, Location::acceptance)
        .containsExactly(
            tuple("package", Phase.PRE_INSTALL, Acceptance.EXACT),
            tuple("target", Phase.POST_INSTALL, Acceptance.OR_LATER));
    assertThat(profile.locations())
        .allSatisfy(place -> assertThat(place.rowsOf(article)).isEqualTo(article.rows()));
    assertThat(FirstProfile.of(article))
        .contains("article: KB1234567\n", "files: all\n", "files:\n      - b.msi\n      - A.msi\n");
  }

  @Test
  void whereNamesAreNotKnownItTakesAllRowsAndShowsHowToCompleteThem() throws IOException {
    Article article = Given.article(Given.row("b.msi", 1, TIME), Given.cutRow("Long", 2, TIME));

    String yaml = FirstProfile.of(article);

    assertThat(yaml).contains("# names:\n#   2: Long\n").doesNotContain("- b.msi");
    assertThat(read(yaml, article).locations())
        .allSatisfy(place -> assertThat(place.rowsOf(article)).isEqualTo(article.rows()));
  }

  @Test
  void theExamplesInItsRemarksAreTrue() throws IOException {
    Article article = Given.article(Given.row("b.msi", 1, TIME), Given.cutRow("Long", 2, TIME));

    String yaml =
        FirstProfile.of(article)
            .replace("#   2: Long", "#   2: LongName.msi")
            .replaceAll(
                "(?m)^( *)# ((?:names|components|products|signature|publishers|path|optional|several|file-names):|  )",
                "$1$2");

    Profile profile = read(yaml, article);
    assertThat(profile.names()).containsEntry(2, FileName.of("LongName.msi"));
    assertThat(profile.components()).containsEntry(FileName.of("b.msi"), "The Component");
    assertThat(profile.products())
        .containsEntry(
            FileName.of("b.msi"),
            new Product(
                Optional.of("The Product"), Optional.of("{01234567-89AB-CDEF-0123-456789ABCDEF}")));
    assertThat(profile.signatures())
        .isEqualTo(SignatureDemand.signedBy(List.of(Publisher.of("Microsoft Corporation"))));
    assertThat(profile.locations().get(1))
        .matches(Location::optional)
        .matches(Location::several)
        .extracting(Location::naming)
        .isEqualTo(FileNaming.RANDOM);
  }

  @Test
  void ofEveryArticleItIsReadBack() throws IOException {
    List<String> read = new ArrayList<>();

    for (Path file : Corpus.articles()) {
      Article article = ArticleReader.read(file);
      if (!article.rows().isEmpty()) {
        Profile profile = read(FirstProfile.of(article), article);
        assertThat(profile.place(article))
            .as(file.toString())
            .noneMatch(row -> row.locations().isEmpty());
        read.add(file.getFileName().toString());
      }
    }

    assertThat(read).hasSizeGreaterThan(50).contains("KB2492954.txt", "KB976398.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's.msi",
        "\"quoted\".msi",
        "a # b.msi",
        "a: b.msi",
        "a:",
        "- a.msi",
        "-",
        "?",
        " a.msi",
        "all",
        "null",
        "~",
        "true",
        "12",
        "0x1F",
        "1e3",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        "{a}",
        "[a]",
        "a, b",
        "...a",
        "---",
        "<<",
        "\u00DCbung \u2713.msi",
        "tab\tand\nline\u0085.msi",
        "\u202Eism.exe",
        "C:\\a\\b.msi",
        "\uD83D\uDE00.msi",
        "half\uD83D.msi",
      })
  void aFileOfAnyNameIsReadBack(String name) throws IOException {
    assertReadBack(name);
  }

  @Test
  void aFileOfALongNameIsReadBack() throws IOException {
    assertReadBack("n".repeat(5_000) + ": #.msi");
  }

  @Property
  void everyFileIsReadBack(@ForAll String name) throws IOException {
    if (FileName.find(name).isPresent()) {
      assertReadBack(name);
    }
  }

  private static void assertReadBack(String name) throws IOException {
    Article article = Given.article(Given.row(name, 1, TIME), Given.row("other.msi", 2, TIME));

    Profile profile = read(FirstProfile.of(article), article);

    Set<FileName> files = profile.location("target").orElseThrow().files();
    assertThat(files.stream().map(FileName::spelling).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(name, "other.msi");
  }

  private static Profile read(String yaml, Article article) throws IOException {
    return ProfileReader.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "first.yaml", article);
  }
}
