package io.kbaudit.plan;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names for back-ups on a share: {@code DNSClient.msi.before-KB2492954}, then {@code ...-2}, as
 * long as the name is taken. The extension is another one, so that nothing takes a back-up for a
 * package.
 */
final class BackUpNames {
  private final String ending;
  private final Set<FileName> taken = new HashSet<>();

  BackUpNames(Article article, Inventory share) {
    this.ending = ".before-" + article.id().map(ArticleId::value).orElse("update");
    Stream.concat(
            share.files().stream().map(ObservedFile::path),
            Stream.concat(
                share.foldersLeft().stream(),
                Stream.concat(
                    share.linkLoops().stream(), share.gaps().stream().map(Inventory.Gap::path))))
        .flatMap(name -> FileName.find(name).stream())
        .forEach(taken::add);
    article.rows().forEach(row -> taken.add(row.name().best()));
  }

  /** Returns a name that nothing on the share has, and takes it. */
  String nameFor(String file) {
    String first = file + ending;
    String name = first;
    for (int n = 2; !taken.add(FileName.of(name)); n++) {
      name = first + "-" + n;
    }
    return name;
  }
}
