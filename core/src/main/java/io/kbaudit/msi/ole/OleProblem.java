package io.kbaudit.msi.ole;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What is wrong with a compound file.
 *
 * @param text half a sentence that names the place
 */
public record OleProblem(Kind kind, String text) implements Serializable {
  /** The ways in which a compound file goes wrong. */
  public enum Kind {
    /** There is not one byte. */
    EMPTY,
    /** It does not begin as a compound file does. */
    NOT_OLE,
    /** It ends before its own tables say so. */
    TRUNCATED,
    /** It goes on after its last sector. */
    TRAILING_BYTES,
    /** Its tables contradict themselves. */
    DAMAGED,
    /** Sectors belong to nothing, which the format allows. */
    UNUSED_SECTORS
  }

  /** What is wrong with every file that has not one byte. */
  public static final OleProblem OF_EMPTY_FILE = new OleProblem(Kind.EMPTY, "the file is empty");

  /** Returns whether a file with this problem is not as it was made. */
  boolean isDamage() {
    return kind != Kind.UNUSED_SECTORS;
  }

  /** Checks that nothing is null. */
  public OleProblem {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }
}
