package io.kbaudit.audit;

/** The strongest evidence behind a file's result. */
public enum Assurance {
  /** Name, size and date, which a careless copy also has. */
  METADATA,
  /** The package is sound, and the name that it gives itself is this row's. */
  IDENTITY,
  /** The file is, byte for byte, one that was verified before. */
  PINNED
}
