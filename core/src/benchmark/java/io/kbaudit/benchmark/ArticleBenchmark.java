package io.kbaudit.benchmark;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fixtures.article.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading articles. */
public class ArticleBenchmark {

  /** An article of a thousand rows, in every layout. */
  @State(Scope.Benchmark)
  public static class Text {
    @Param public TableLayout layout;

    private byte[] text;

    @Setup
    public void write() {
      text = new ManyFiles(1_000).text(layout);
    }
  }

  @Benchmark
  public Article readsAThousandRows(Text article) throws IOException {
    return ArticleReader.read(
        new ByteArrayInputStream(article.text), "KB1234567", Optional.empty());
  }

  @Benchmark
  public Optional<Article> readsTheBundledArticle() {
    return BundledArticles.find(BundledArticles.KB2492954);
  }
}
