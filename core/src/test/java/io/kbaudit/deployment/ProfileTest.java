package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void completesTheCutNamesThatItKnows() throws IOException {
    Article article = articleWithCutNames();
    FileName web = FileName.of("ManagedEmailWS.msi");

    Article completed = profile(Map.of(2, web)).complete(article);

    assertThat(completed.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("ManagedEmail", "ManagedEmailWS.msi", "Client.msi");
    assertThat(completed.rows()).extracting(ExpectedFile::row).containsExactly(1, 2, 3);
    assertThat(completed.rows().get(1).printed()).isEqualTo(article.rows().get(1).printed());
  }

  @Test
  void saysNoLongerThatACompletedNameIsNotKnown() throws IOException {
    Article article = articleWithCutNames();

    Article completed = profile(Map.of(2, FileName.of("ManagedEmailWS.msi"))).complete(article);

    assertThat(linesOfUnresolved(article)).containsExactly(3, 4);
    assertThat(linesOfUnresolved(completed)).containsExactly(3);
    assertThat(completed.remarks()).hasSize(article.remarks().size() - 1);
  }

  @Test
  void doesNotFitAnArticleWhoseRowIsAnother() throws IOException {
    Article article = articleWithCutNames();
    Profile profile = profile(Map.of(3, FileName.of("Other.msi")));

    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> profile.complete(article))
        .withMessage("my.yaml: row 3 is not cut, it lists 'Client.msi'");
  }

  @Test
  void leavesAnArticleAsItIsWhereItCompletesNothing() throws IOException {
    Article article = articleWithCutNames();

    assertThat(profile(Map.of()).complete(article)).isEqualTo(article);
  }

  @Test
  void knowsWhereEachRowBelongs() throws IOException {
    Article article = articleWithCutNames();
    Location client = location("client", "CLIENT.msi");
    Location other = location("other", "ManagedEmail", "Client.msi");
    Profile profile =
        new Profile(Optional.empty(), "my.yaml", Map.of(), List.of(client, other), Map.of());

    assertThat(profile.place(article))
        .extracting(PlacedRow::locations)
        .containsExactly(List.of(other), List.of(other), List.of(client, other));
  }

  private static Article articleWithCutNames() throws IOException {
    String text =
        """
        | File name | Date | Time | File size |
        |---|
        | ManagedEmail | 10-Mar-2011 | 10:04 | 1,024 |
        | ManagedEmail | 10-Mar-2011 | 10:04 | 2,048 |
        | Client.msi | 10-Mar-2011 | 10:04 | 4,096 |
        """;
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "table.md",
        Optional.empty());
  }

  private static List<Integer> linesOfUnresolved(Article article) {
    return article.remarks().stream()
        .filter(remark -> remark.kind() == ArticleRemark.Kind.CUT_NAME_UNRESOLVED)
        .map(ArticleRemark::line)
        .toList();
  }

  private static Profile profile(Map<Integer, FileName> names) {
    return new Profile(
        Optional.empty(), "my.yaml", names, List.of(location("all", "Client.msi")), Map.of());
  }

  private static Location location(String name, String... files) {
    return Location.of(
            name,
            "somewhere",
            Phase.PRE_INSTALL,
            Acceptance.EXACT,
            Set.of(files).stream().map(FileName::of).collect(java.util.stream.Collectors.toSet()))
        .build();
  }
}
