package io.kbaudit.benchmark;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding the file of each row among ten times as many, and judging it by name, size and date. */
@State(Scope.Benchmark)
public class MatchingBenchmark {
  @Param({"100", "1000", "10000"})
  public int rows;

  private ManyFiles files;
  private Article article;
  private Inventory folder;

  @Setup
  public void list() throws IOException {
    files = new ManyFiles(rows);
    article = files.article();
    folder = files.folder(9 * rows);
  }

  @Benchmark
  public AuditResult matchesAmongTenTimesAsManyFiles() throws IOException {
    return files.audit(article, folder);
  }
}
