package io.kbaudit.article.reader;

/**
 * One line of an article's text.
 *
 * @param number of the line on which it begins in the text as it was given, counted from 1
 * @param text without its terminator
 */
record Line(int number, String text) {}
