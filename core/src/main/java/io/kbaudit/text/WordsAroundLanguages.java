package io.kbaudit.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of one language that stand in sentences about versions where a language's name may
 * stand, and are none: {@code latest}, {@code Windows}. Immutable.
 */
final class WordsAroundLanguages {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#]+");

  private static final Pattern BLANK = Pattern.compile(" ");

  /** Shorter words may be the beginning of a language's name. */
  private static final int SHORTEST_STEM = 4;

  private static final char FIRST_OF_EAST_ASIA = '\u2E80';

  private final boolean bends;
  private final List<String> texts;
  private final List<String> others;
  private final Set<String> products;

  WordsAroundLanguages(LanguageWords words, LanguageWords english) {
    this.bends = !words.code().equals(english.code());
    this.texts = words.list("version-of-text");
    this.others = words.list("version-other");
    this.products = new HashSet<>(english.list("product-words"));
  }

  static WordsAroundLanguages ofEnglish() {
    LanguageWords english = english(Vocabulary.ofAllLanguages().languages());
    return new WordsAroundLanguages(english, english);
  }

  static LanguageWords english(List<LanguageWords> languages) {
    return languages.stream().filter(words -> words.code().equals("en")).findFirst().orElseThrow();
  }

  /** Returns whether the words behind "of this" speak of a text, as in {@code article}. */
  boolean speakOfText(String rest) {
    return texts.stream().anyMatch(rest::startsWith);
  }

  /**
   * Returns whether one of {@code words} tells versions apart otherwise, as {@code latest}. But in
   * English, which bends no such words, it may have an ending behind that which the file lists.
   */
  boolean saySomethingElse(List<String> words) {
    return words.stream()
        .map(word -> NO_WORD.matcher(Folded.of(word)).replaceAll(" ").strip())
        .anyMatch(
            word ->
                others.stream()
                    .anyMatch(
                        other ->
                            word.equals(other)
                                || (mayHaveEnding(other) && word.startsWith(other))));
  }

  private boolean mayHaveEnding(String other) {
    return bends && other.length() >= (other.charAt(0) >= FIRST_OF_EAST_ASIA ? 2 : SHORTEST_STEM);
  }

  /** Returns whether each of {@code words} is a number, a small word or one of products' names. */
  boolean areProducts(List<String> words) {
    return words.stream().allMatch(this::isProduct);
  }

  private boolean isProduct(String word) {
    return word.isEmpty() || Character.isLowerCase(word.codePointAt(0)) || isNameOfProduct(word);
  }

  /** Returns whether {@code word} is a number, a processor or a word of products' names. */
  boolean isNameOfProduct(String word) {
    return BLANK
        .splitAsStream(NO_WORD.matcher(Folded.of(word)).replaceAll(" ").strip())
        .allMatch(
            part ->
                part.isEmpty()
                    || products.contains(part)
                    || Character.isDigit(part.codePointAt(0))
                    || !Processors.namedBy(part).isEmpty());
  }
}
