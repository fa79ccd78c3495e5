package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.Statements;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Folded;
import io.kbaudit.text.StatedLanguage;
import io.kbaudit.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an article says outside its file tables. */
final class Prose {
  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  /** What may stand in a file name in running text. A name with a blank is not recognised. */
  private static final String NAME_PUNCTUATION = "._-~";

  private final List<String> lines;
  private final List<Integer> numbers;
  private final List<StatedLanguage> languages;

  private Prose(List<String> lines, List<Integer> numbers) {
    this.lines = lines;
    this.numbers = numbers;
    this.languages = StatedLanguage.in(lines);
  }

  /** Returns all lines of {@code text} that belong to none of {@code tables}. */
  static Prose around(List<FileTable> tables, ArticleText text) {
    List<String> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int line = 1;
    for (FileTable table : tables) {
      for (; line < table.firstLine(); line++) {
        lines.add(text.line(line));
        numbers.add(text.number(line));
      }
      line = table.lastLine() + 1;
    }
    for (; line <= text.size(); line++) {
      lines.add(text.line(line));
      numbers.add(text.number(line));
    }
    return new Prose(lines, numbers);
  }

  Statements statements() {
    String folded = Folded.of(String.join(" ", lines));
    return new Statements(
        WORDS.acceptsLater(folded),
        WORDS.saysUtc(folded),
        StatedLanguage.first(languages).map(StatedLanguage::words));
  }

  /** Adds a remark on each language that is named here in words that are not understood. */
  void remarkOnLanguages(List<ArticleRemark> remarks) {
    Set<String> words = new HashSet<>();
    for (StatedLanguage language : languages) {
      if (!language.understood() && words.add(Folded.of(language.words()))) {
        remarks.add(
            ArticleRemark.languageNotUnderstood(numbers.get(language.line()), language.words()));
      }
    }
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
