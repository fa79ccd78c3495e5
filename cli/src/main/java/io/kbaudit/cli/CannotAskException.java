package io.kbaudit.cli;

/** A question that could not be asked; its message is the one sentence that says why. */
final class CannotAskException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  CannotAskException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  CannotAskException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
