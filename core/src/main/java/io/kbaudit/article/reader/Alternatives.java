package io.kbaudit.article.reader;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rows that list one file for several service branches: a computer has it of one of them.
 * As in {@code SP3GDR} and {@code SP3QFE}: KB2492386.
 */
final class Alternatives {
  private Alternatives() {}

  /** Returns {@code rows} of one table, with those of other branches marked as alternatives. */
  static List<ExpectedFile> markedIn(List<ExpectedFile> rows) {
    Map<Key, List<Integer>> alike = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Variant variant = rows.get(i).variant();
      if (variant.branchKind().isPresent() && rows.get(i).alternativeTo().isEmpty()) {
        Key key = new Key(rows.get(i).name().best(), variant.ofAnyBranch());
        alike.computeIfAbsent(key, first -> new ArrayList<>()).add(i);
      }
    }
    List<ExpectedFile> marked = new ArrayList<>(rows);
    for (List<Integer> indices : alike.values()) {
      Set<String> branches = new HashSet<>();
      boolean eachOnce =
          indices.stream().allMatch(i -> branches.add(rows.get(i).variant().branch().orElse("")));
      // A file listed twice for one branch is two files; which is whose alternative is not said.
      if (eachOnce) {
        int first = rows.get(indices.get(0)).row();
        indices.stream().skip(1).forEach(i -> marked.set(i, rows.get(i).insteadOf(first)));
      }
    }
    return marked;
  }

  /** Rows of one key differ in nothing but the kind of their branch. */
  private record Key(FileName name, Variant variant) {}
}
