package io.kbaudit.plan;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.file.CopyNames;
import io.kbaudit.file.FileName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names for back-ups on a share: {@code DNSClient.msi.before-KB2492954}, then {@code ...-2}, as
 * long as the name is taken. The extension is another one, so that nothing takes a back-up for a
 * package.
 */
final class BackUpNames {
  private final Optional<String> article;
  private final ShareFolder share;
  private final Set<FileName> taken = new HashSet<>();

  BackUpNames(Article article, ShareFolder share) {
    this.article = article.id().map(ArticleId::value);
    this.share = share;
    article.rows().forEach(row -> taken.add(row.name().best()));
  }

  /** Returns a name that nothing on the share has, and no row lists, and takes it. */
  String nameFor(String file) {
    String first = CopyNames.backUp(file, article);
    String name = first;
    for (int n = 2; share.has(FileName.of(name)) || !taken.add(FileName.of(name)); n++) {
      name = first + "-" + n;
    }
    return name;
  }
}
