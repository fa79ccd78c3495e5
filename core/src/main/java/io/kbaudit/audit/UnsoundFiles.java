package io.kbaudit.audit;

/** What becomes of files that are damaged, but for that as listed, where files set a standard. */
public enum UnsoundFiles {
  /** They do not verify. */
  REFUSE,
  /** They are taken as they are, and said to be damaged wherever they are named. */
  ACCEPT
}
