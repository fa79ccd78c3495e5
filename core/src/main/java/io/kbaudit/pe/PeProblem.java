package io.kbaudit.pe;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What is wrong with a program, library or driver. Immutable.
 *
 * @param text half a sentence that names the place: the header, section, resource or byte
 */
public record PeProblem(Kind kind, String text) implements Serializable {
  /** The ways in which a file goes wrong. The names are stable ids that reports print. */
  public enum Kind {
    /** There is not one byte. */
    EMPTY("The file has not one byte: a copy that was never filled. Copy it again."),
    /** It does not begin as any program does, such as text that was renamed. */
    NOT_A_PROGRAM(
        "The file does not begin as a program, library or driver of Windows does: it is something"
            + " else that was renamed, or it was changed on its way. Copy it again, byte for byte."),
    /** It ends before its own headers say so. */
    TRUNCATED("The file ends before its own headers say so: a torn copy. Copy it again."),
    /** Its headers contradict themselves. */
    DAMAGED(
        "The file's own headers contradict themselves. Copy it again from where it was published."),
    /** Something follows all that its headers know of, and is no signature. */
    APPENDED_BYTES(
        "Bytes follow the last section that are no signature. Installers keep their contents so; of"
            + " any other file, ask what they are."),
    /** A part of the version resource cannot be read; the file is sound all the same. */
    BAD_VALUE(
        "A part of the version resource is not what its length promises, and is left out; the file is"
            + " sound all the same."),
    /** Something that there is was not read. */
    NOT_READ(
        "Something in the file was not read, so that nothing is said of it: its format is too old, or"
            + " too much of the file would have to be read.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means and what to do about it, in a sentence or two. */
    public String meaning() {
      return meaning;
    }
  }

  /** What is wrong with every file that has not one byte. */
  static final PeProblem OF_EMPTY_FILE = new PeProblem(Kind.EMPTY, "the file is empty");

  /** Checks that nothing is null. */
  public PeProblem {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Returns whether a file with this problem is not sound. */
  public boolean isDamage() {
    return switch (kind) {
      case EMPTY, NOT_A_PROGRAM, TRUNCATED, DAMAGED -> true;
      case APPENDED_BYTES, BAD_VALUE, NOT_READ -> false;
    };
  }
}
