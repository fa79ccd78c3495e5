package io.kbaudit.msi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a database, and behind them those that a transform adds. */
final class AddedTexts implements Texts {
  private final Texts first;
  private final List<String> added = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  AddedTexts(Texts first) {
    this.first = first;
  }

  @Override
  public int count() {
    return first.count() + added.size();
  }

  @Override
  public String text(int id) {
    return id <= first.count() ? first.text(id) : added.get(id - first.count() - 1);
  }

  /** Returns the number of a text, which is added if it is new; 0 of an empty one. */
  int add(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    Integer known = ids.get(text);
    if (known != null) {
      return known;
    }
    added.add(text);
    ids.put(text, count());
    return count();
  }
}
