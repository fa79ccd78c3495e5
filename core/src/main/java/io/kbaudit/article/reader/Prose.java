package io.kbaudit.article.reader;

import io.kbaudit.article.Statements;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.page.Line;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Folded;
import io.kbaudit.text.Language;
import io.kbaudit.text.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an article says outside its file tables. */
final class Prose {
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** What may stand in a file name in running text. A name with a blank is not recognised. */
  private static final String NAME_PUNCTUATION = "._-~";

  private final List<String> lines;
  private final String text;

  private Prose(List<String> lines) {
    this.lines = lines;
    this.text = String.join(" ", lines).replaceAll("\\s+", " ");
  }

  /** Returns all lines of {@code text} that belong to none of {@code tables}. */
  static Prose around(List<FileTable> tables, ArticleText text) {
    List<Line> lines = new ArrayList<>();
    int line = 1;
    for (FileTable table : tables) {
      lines.addAll(text.lines().subList(line - 1, table.firstLine() - 1));
      line = table.lastLine() + 1;
    }
    lines.addAll(text.lines().subList(line - 1, text.size()));
    return new Prose(lines.stream().map(Line::text).toList());
  }

  Statements statements() {
    String folded = Folded.of(text);
    return new Statements(
        WORDS.acceptsLater(folded), WORDS.saysUtc(folded), Language.statedIn(text));
  }

  /** Returns the files named here that have one of {@code extensions}, in the first spelling. */
  Set<FileName> filesNamed(Set<String> extensions) {
    Set<FileName> names = new LinkedHashSet<>();
    for (String line : lines) {
      int start = 0;
      for (int i = 0; i <= line.length(); i++) {
        if (i == line.length() || !isNameCharacter(line.charAt(i))) {
          addName(line.substring(start, i), extensions, names);
          start = i + 1;
        }
      }
    }
    return names;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || NAME_PUNCTUATION.indexOf(c) >= 0;
  }

  private static void addName(String word, Set<String> extensions, Set<FileName> names) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '.') {
      end--;
    }
    String name = word.substring(0, end);
    if (name.indexOf('.') > 0) {
      FileName fileName = FileName.of(name);
      if (extensions.contains(fileName.extension())) {
        names.add(fileName);
      }
    }
  }
}
