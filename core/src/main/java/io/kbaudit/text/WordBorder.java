package io.kbaudit.text;

/**
 * Where a word begins and ends, for patterns that look for it. Java's {@code \b} is none: it walks
 * back over all combining marks that stand before it, at each of them anew.
 */
public final class WordBorder {
  /** Before the first character of a word. */
  public static final String START = "(?<![\\p{L}\\p{M}\\p{N}_])";

  /** Behind the last character of a word. */
  public static final String END = "(?![\\p{L}\\p{M}\\p{N}_])";

  private WordBorder() {}
}
