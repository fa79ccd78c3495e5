package io.kbaudit.article;

/** What a row is to a platform or a language that is looked for. */
enum RowFit {
  /** It is for that, and says so. */
  NAMED,
  /** It does not say what it is for. */
  UNSAID,
  /** It is for another. */
  OTHER;

  static RowFit of(boolean named) {
    return named ? NAMED : OTHER;
  }
}
