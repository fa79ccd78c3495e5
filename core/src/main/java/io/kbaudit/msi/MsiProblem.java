package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import io.kbaudit.msi.ole.OleProblem;
import java.io.Serializable;

/**
 * What is wrong with a Windows Installer file.
 *
 * @param text half a sentence that names the place: the stream, table, sector or byte
 */
public record MsiProblem(Kind kind, String text) implements Serializable {
  /** The ways in which a file goes wrong. The names are stable ids that reports print. */
  public enum Kind {
    /** There is not one byte. */
    EMPTY,
    /** It is no OLE compound file at all, such as text that was renamed. */
    NOT_OLE,
    /** It is an OLE compound file of another program, such as Word. */
    OTHER_DOCUMENT,
    /** It ends before its own tables say so. */
    TRUNCATED,
    /** It goes on after its last sector in use. */
    TRAILING_BYTES,
    /** Its tables contradict themselves. */
    DAMAGED,
    /** One value of the summary cannot be read; the file is sound all the same. */
    BAD_VALUE
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
        };
    return new MsiProblem(kind, problem.text());
  }

  /** Returns whether a file with this problem is not sound. */
  public boolean isDamage() {
    return kind != Kind.BAD_VALUE;
  }
}
