package io.kbaudit.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one sentence of an article says of the language of its files, as in {@code The English
 * version of this hotfix}. Immutable.
 *
 * @param words the language's English name, or several with "and" between them; where they are not
 *     {@linkplain #understood}, as printed
 * @param understood whether {@link Language#namedBy} knows them
 * @param ofFix whether the sentence is about a fix, and not about the product that is fixed
 * @param line the line on which the sentence names it, counted from 0
 */
public record StatedLanguage(String words, boolean understood, boolean ofFix, int line) {
  /** Checks that nothing is null. */
  public StatedLanguage {
    requireNonNull(words, "words");
  }

  /** Returns what the sentences in {@code lines} say, which may reach over several of them. */
  public static List<StatedLanguage> in(List<String> lines) {
    SentenceText text = SentenceText.of(lines);
    List<FoundLanguage> all = new ArrayList<>(EnglishLanguageSentences.in(text));
    all.addAll(ForeignLanguageSentences.in(text));
    all.sort(Comparator.comparingInt(FoundLanguage::at));
    return all.stream()
        .map(
            found ->
                new StatedLanguage(
                    found.words(), found.understood(), found.ofFix(), text.lineAt(found.at())))
        .toList();
  }

  /** Returns the one that holds for the article: the first of a fix, else the first. */
  public static Optional<StatedLanguage> first(List<StatedLanguage> stated) {
    return stated.stream()
        .filter(StatedLanguage::ofFix)
        .findFirst()
        .or(() -> stated.stream().findFirst());
  }

  /** Returns the words of the one that holds for {@code text}; absent where there is none. */
  public static Optional<String> firstIn(String text) {
    return first(in(List.of(text))).map(StatedLanguage::words);
  }
}
