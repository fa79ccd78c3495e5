package io.kbaudit.article.reader.page;

/**
 * One line of an article's text.
 *
 * @param number of the line on which it begins in the text as it was given, counted from 1
 * @param text without its terminator
 */
public record Line(int number, String text) {}
