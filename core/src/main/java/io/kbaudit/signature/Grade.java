package io.kbaudit.signature;

/**
 * How far a signature can be relied on. The names are stable ids that every report prints; those
 * further on say more.
 */
public enum Grade {
  /** It cannot be read, or not all of it. */
  MALFORMED("The signature cannot be read, or is not made as Authenticode wants it."),
  /** What it signs is not what is there. */
  DIGEST_MISMATCH(
      "The file, or its signature, was altered since it was signed: what is signed is not what is"
          + " here."),
  /** There is none. */
  UNSIGNED("The file is not signed, as far as was looked."),
  /** The file is as it was signed; by whom is not established. */
  INTACT_UNTRUSTED(
      "The file is as it was signed; but no trusted root vouches for the one who signed it, so that"
          + " anybody may have."),
  /** The file is as it was signed, by who a trusted root vouches for, but not then. */
  INTACT_EXPIRED(
      "The file is as it was signed, and a trusted root vouches for the one who signed it; but a"
          + " certificate was not valid then, or no time stamp that counts says when that was."),
  /** The file is as it was signed, and a trusted root vouches for the signer. */
  TRUSTED(
      "The file is as it was signed, and a trusted root vouches for the one who signed it, at the"
          + " time when it was signed.");

  private final String meaning;

  Grade(String meaning) {
    this.meaning = meaning;
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns whether a signature is there and does not fit the file. */
  public boolean isBroken() {
    return this == MALFORMED || this == DIGEST_MISMATCH;
  }

  /** Returns whether the file is as it was signed, whoever did. */
  public boolean isIntact() {
    return this == INTACT_UNTRUSTED || this == INTACT_EXPIRED || this == TRUSTED;
  }
}
