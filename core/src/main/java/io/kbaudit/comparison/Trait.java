package io.kbaudit.comparison;

/** What can differ of a file. The names are stable ids that reports print. */
public enum Trait {
  /** Which row it is held to, or that it is unlisted. */
  ROW("which row it is the file of"),
  /** Where it is, below the folder. */
  PATH("path"),
  /** Whether it can be read. */
  READABLE("whether it can be read"),
  /** Its size. */
  SIZE("size"),
  /** When it was last modified. */
  MODIFIED("last modified"),
  /** A digest of its contents, where both audits have one by the same algorithm. */
  DIGEST("digest"),
  /** Its file version, where both audits have it. */
  VERSION("version"),
  /** The package code that it states, where both audits have it. */
  PACKAGE_CODE("package code"),
  /** What its signatures are worth, and whose the decisive one is. */
  SIGNATURE("signature"),
  /** The strongest evidence behind its result. */
  ASSURANCE("assurance"),
  /** What a check found, which passes both times. */
  EVIDENCE("evidence");

  private final String words;

  Trait(String words) {
    this.words = words;
  }

  /** Returns what to call it, in a word or a few. */
  public String words() {
    return words;
  }
}
