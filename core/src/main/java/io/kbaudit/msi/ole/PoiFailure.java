package io.kbaudit.msi.ole;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Turns what POI throws on damaged files into {@link OleFormatException}: the one place where its
 * exceptions are caught.
 */
final class PoiFailure {
  private static final String POI = "org.apache.poi.";

  /** Work in which POI may fail. */
  interface Work<T> {
    T get() throws IOException;
  }

  private PoiFailure() {}

  /**
   * Does {@code work}.
   *
   * @param diagnosis what is wrong if POI fails in it; its own words are only among the causes
   */
  static <T> T converted(Supplier<String> diagnosis, Work<T> work) throws IOException {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw damaged(diagnosis.get(), e);
    } catch (IOException e) {
      if (e instanceof OleFormatException || !isThrownByPoi(e)) {
        throw e;
      }
      throw damaged(diagnosis.get(), e);
    }
  }

  /** POI tells damage by plain IOExceptions too; those of the disk come from the JDK. */
  private static boolean isThrownByPoi(IOException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith(POI);
  }

  private static OleFormatException damaged(String text, Exception e) {
    return new OleFormatException(new OleProblem(OleProblem.Kind.DAMAGED, text), e);
  }
}
