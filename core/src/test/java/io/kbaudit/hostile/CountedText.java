package io.kbaudit.hostile;

/**
 * A text that counts how often it is looked at, and ends whoever looks more than is allowed: the
 * work of a pattern, the same on every machine.
 */
final class CountedText implements CharSequence {
  /** Who looks at a text more often than is allowed. */
  static final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWork() {
      super("too much work", null, false, false);
    }
  }

  private final char[] text;
  private long left;

  private CountedText(char[] text, long left) {
    this.text = text;
    this.left = left;
  }

  /** Returns {@code text}, to be looked at {@code allowed} times. */
  static CountedText of(String text, long allowed) {
    return new CountedText(text.toCharArray(), allowed);
  }

  /** Returns how many more looks are allowed. */
  long left() {
    return left;
  }

  @Override
  public int length() {
    return text.length;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooMuchWork();
    }
    return text[index];
  }

  /** What was found is no work. */
  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(text, start, end - start);
  }

  @Override
  public String toString() {
    return new String(text);
  }
}
