package io.kbaudit.signature;

/** What keeps an intact signature from being trusted. The names are stable ids. */
public enum Doubt {
  /** Its certificates lead to no trusted root. */
  NO_TRUSTED_ROOT,
  /** A certificate is not for what it was used for. */
  WRONG_USAGE,
  /** A certificate was revoked. */
  REVOKED
}
