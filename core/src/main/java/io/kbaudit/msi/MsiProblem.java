package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import io.kbaudit.msi.ole.OleProblem;
import java.io.Serializable;

/**
 * What is wrong with a Windows Installer file. Immutable.
 *
 * @param text half a sentence that names the place: the stream, table, sector or byte
 */
public record MsiProblem(Kind kind, String text) implements Serializable {
  /** The ways in which a file goes wrong. The names are stable ids that reports print. */
  public enum Kind {
    /** There is not one byte. */
    EMPTY("The file has not one byte: a copy that was never filled. Copy it again."),
    /** It is no OLE compound file at all, such as text that was renamed. */
    NOT_OLE(
        "The file does not begin as a Windows Installer file does: it is something else that was"
            + " renamed, or it was changed on its way. Copy it again, byte for byte."),
    /** It is an OLE compound file of another program, such as Word. */
    OTHER_DOCUMENT(
        "The file is sound on the outside, and of another program. Find out what it is, and why it"
            + " bears this name."),
    /** It ends before its own tables say so. */
    TRUNCATED("The file ends before its own tables say so: a torn copy. Copy it again."),
    /** It goes on after its last sector. */
    TRAILING_BYTES(
        "Bytes follow the last sector that its tables have: something was appended. Copy it again from"
            + " where it was published."),
    /** Its tables contradict themselves. */
    DAMAGED(
        "The file's own tables contradict themselves, or parts of it are missing. Copy it again from"
            + " where it was published."),
    /** Its Media table names an embedded cabinet that it does not hold: its files are gone. */
    CABINET_MISSING(
        "The package says that a cabinet is in it, and it is not: Windows Installer before 5.0 takes"
            + " cabinets out of the copies that it caches. Copy it again from where it was"
            + " published."),
    /** Its files are in a cabinet beside it that was not found; the file is sound all the same. */
    CABINET_ELSEWHERE(
        "The package installs its files from a cabinet that is to lie beside it, and that was not"
            + " found there, or could not be read; the file itself is sound. Put the cabinet beside"
            + " it."),
    /** Something in its cabinets could not be checked; the file is sound as far as it could. */
    CONTENT_UNCHECKED(
        "A part of what is in its cabinets could not be checked: a block without a checksum, or a"
            + " method of packing that is not unpacked here. To prove what is in it, compare the file"
            + " with one that was verified."),
    /** Sectors that nothing refers to, which the format allows. */
    UNUSED_SECTORS(
        "Some sectors of the file belong to nothing that is in it, which the format allows: a program"
            + " that changed it left them, or somebody added them."),
    /** One value of the summary cannot be read; the file is sound all the same. */
    BAD_VALUE(
        "One value of the summary information is not what its number promises, and is left out; the"
            + " file is sound all the same.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means and what to do about it, in a sentence or two. */
    public String meaning() {
      return meaning;
    }
  }

  /** Checks that nothing is null. */
  public MsiProblem {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  static MsiProblem of(OleProblem problem) {
    Kind kind =
        switch (problem.kind()) {
          case EMPTY -> Kind.EMPTY;
          case NOT_OLE -> Kind.NOT_OLE;
          case TRUNCATED -> Kind.TRUNCATED;
          case TRAILING_BYTES -> Kind.TRAILING_BYTES;
          case DAMAGED -> Kind.DAMAGED;
          case UNUSED_SECTORS -> Kind.UNUSED_SECTORS;
        };
    return new MsiProblem(kind, problem.text());
  }

  /** Returns whether a file with this problem is not sound. */
  public boolean isDamage() {
    return switch (kind) {
      case EMPTY, NOT_OLE, OTHER_DOCUMENT, TRUNCATED, TRAILING_BYTES, DAMAGED, CABINET_MISSING ->
          true;
      case CABINET_ELSEWHERE, CONTENT_UNCHECKED, UNUSED_SECTORS, BAD_VALUE -> false;
    };
  }
}
