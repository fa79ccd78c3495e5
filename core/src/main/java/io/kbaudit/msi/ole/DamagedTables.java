package io.kbaudit.msi.ole;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Turns what is thrown where tables lead to what there is not, by POI or here, into {@link
 * OleFormatException}: the one place where such exceptions are caught.
 */
final class DamagedTables {
  /** Work that goes by tables. */
  interface Work<T> {
    T get() throws IOException;
  }

  private DamagedTables() {}

  /**
   * Does {@code work}.
   *
   * @param diagnosis what is wrong if it fails; the words of the exception are only among the
   *     causes
   */
  static <T> T converted(Supplier<String> diagnosis, Work<T> work) throws IOException {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new OleFormatException(new OleProblem(OleProblem.Kind.DAMAGED, diagnosis.get()), e);
    }
  }
}
