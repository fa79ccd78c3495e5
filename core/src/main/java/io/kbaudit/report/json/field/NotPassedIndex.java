package io.kbaudit.report.json.field;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where in a saved audit the files of one place stand that did not pass, so that they can be read
 * again without the others.
 */
public final class NotPassedIndex {
  /** So many are remembered; where there are more, going through all files takes no longer. */
  private static final int MOST = 20_000;

  private final List<Entry> entries = new ArrayList<>();
  private boolean complete = true;

  /**
   * One of them.
   *
   * @param position among all files of the place, counted from 1
   * @param bytesBefore how many bytes of the document stand before it
   */
  public record Entry(int position, long bytesBefore) {}

  /** Creates an index of no files. */
  public NotPassedIndex() {}

  void add(int position, OptionalLong bytesBefore) {
    complete = complete && bytesBefore.isPresent() && entries.size() < MOST;
    if (complete) {
      entries.add(new Entry(position, bytesBefore.getAsLong()));
    } else {
      entries.clear();
    }
  }

  /** Returns whether all of them are here: there are not too many, and the document is in UTF-8. */
  public boolean isComplete() {
    return complete;
  }

  /** Returns them in their order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
