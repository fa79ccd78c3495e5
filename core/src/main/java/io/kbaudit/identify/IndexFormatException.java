package io.kbaudit.identify;

import java.io.IOException;

/** An index that cannot be read as one; says why in half a sentence. */
final class IndexFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Whose file it is. */
  enum Kind {
    /** An index of this program, written whole, in another format or by another version. */
    OF_OTHER_VERSION,
    /** It begins as an index, and is damaged. */
    DAMAGED,
    /** It is something else. */
    FOREIGN
  }

  private final Kind kind;

  IndexFormatException(Kind kind, String problem) {
    super(problem);
    this.kind = kind;
  }

  /** Damage that showed itself by a failure. */
  IndexFormatException(String problem, Throwable cause) {
    super(problem, cause);
    this.kind = Kind.DAMAGED;
  }

  static IndexFormatException damaged(String problem) {
    return new IndexFormatException(Kind.DAMAGED, problem);
  }

  Kind kind() {
    return kind;
  }
}
