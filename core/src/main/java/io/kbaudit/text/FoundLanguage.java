package io.kbaudit.text;

/**
 * A {@link StatedLanguage} by its place in the text. Immutable.
 *
 * @param words the language's English name, or as printed where it is not understood
 * @param at where its words begin in the {@link SentenceText}
 */
record FoundLanguage(String words, boolean understood, boolean ofFix, int at) {}
