package io.kbaudit.article;

import io.kbaudit.file.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Several articles on the way to being one. */
final class JoinedArticles {
  private final List<Article> articles;
  private final Optional<String> language;
  private final List<ExpectedFile> rows = new ArrayList<>();
  private final List<ArticleRemark> remarks = new ArrayList<>();

  JoinedArticles(List<Article> articles) {
    this.articles = articles;
    Set<Optional<String>> languages =
        articles.stream()
            .map(article -> article.statements().language())
            .collect(Collectors.toSet());
    this.language = languages.size() == 1 ? languages.iterator().next() : Optional.empty();
  }

  Article as(String source) {
    articles.forEach(this::add);
    String titles =
        articles.stream()
            .flatMap(article -> article.title().stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return new Article(
        Optional.empty(),
        Optional.of(titles).filter(text -> !text.isEmpty()),
        source,
        new Statements(
            articles.stream().allMatch(article -> article.statements().laterAccepted()),
            articles.stream().allMatch(article -> article.statements().timesAreUtc()),
            language),
        rows,
        remarks);
  }

  private void add(Article article) {
    int before = rows.size();
    List<ExpectedFile> own =
        article.rows().stream().sorted(Comparator.comparingInt(ExpectedFile::row)).toList();
    Map<Integer, Integer> numbers = new HashMap<>();
    own.forEach(row -> numbers.put(row.row(), before + numbers.size() + 1));
    for (ExpectedFile row : own) {
      rows.add(row.renumbered(numbers::get).withVariant(variant(row.variant(), article)));
    }
    for (ArticleRemark remark : article.remarks()) {
      remarks.add(
          new ArticleRemark(remark.kind(), remark.line(), article.label() + ": " + remark.text()));
    }
  }

  private Variant variant(Variant own, Article article) {
    Variant labelled = own.under(article.label());
    Optional<String> stated = article.statements().language();
    boolean silent = own.language().filter(words -> !Language.isAny(words)).isEmpty();
    return silent && language.isEmpty()
        ? stated.map(labelled::inLanguage).orElse(labelled)
        : labelled;
  }
}
