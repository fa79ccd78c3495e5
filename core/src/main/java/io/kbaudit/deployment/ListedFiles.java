package io.kbaudit.deployment;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.file.NearestName;
import io.kbaudit.text.Printable;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode.Word;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that an article lists, to look those up that a profile names. */
final class ListedFiles {
  private final String article;
  private final Set<FileName> known = new LinkedHashSet<>();
  private final Map<FileName, Integer> cut = new LinkedHashMap<>();

  ListedFiles(Article article) {
    this.article = Printable.excerpt(article.label());
    for (ExpectedFile row : article.rows()) {
      if (row.name().isKnown()) {
        known.add(row.name().best());
      } else {
        cut.putIfAbsent(row.name().printed(), row.row());
      }
    }
  }

  /** Returns the names of all rows, in full where they are known. */
  Set<FileName> all() {
    Set<FileName> all = new LinkedHashSet<>(known);
    all.addAll(cut.keySet());
    return all;
  }

  /**
   * Returns the file whose full name is {@code word}.
   *
   * @throws YamlException if the article lists none, or only the beginning of its name
   */
  FileName find(Word word) throws YamlException {
    FileName name = nameIn(word);
    if (known.contains(name)) {
      return name;
    }
    Integer row = cut.get(name);
    if (row != null) {
      throw word.at()
          .fault(
              "only the beginning of a name that " + article + " cuts",
              word.text(),
              "the whole of it belongs under 'names', as that of row " + row);
    }
    throw word.at().fault("a file that " + article + " does not list", word.text(), advice(name));
  }

  /** Returns the file name that {@code word} is. */
  static FileName nameIn(Word word) throws YamlException {
    Optional<FileName> name = FileName.find(word.text());
    if (name.isEmpty()) {
      throw word.at().fault("not a file name", word.text());
    }
    return name.get();
  }

  private String advice(FileName name) {
    Map<String, String> spellings = new LinkedHashMap<>();
    known.forEach(each -> spellings.put(each.canonical(), each.spelling()));
    return NearestName.find(name.canonical(), spellings.keySet())
        .map(near -> "did you mean '" + spellings.get(near) + "'?")
        .orElse("");
  }
}
