package io.kbaudit.report.finding;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings that several files of one place have in common, to be told once for all of them: those
 * that read alike but for the names of the files, and those of one cause that most files have.
 *
 * <p>There may be more files than memory has room for: of each of so many findings a number is
 * kept, and of the files that share one the first.
 */
public final class SharedFindings {
  /** Fewer files than these are told one after the other. */
  private static final int FEWEST = 3;

  /** So many findings that differ are looked at; in more of them there is nothing in common. */
  private static final int MOST_KINDS = 1_000;

  /** So many findings are told once each; the files of any others are told one by one. */
  private static final int MOST_GROUPS = 20;

  /** So many files of one finding are named, and of the others the number. */
  public static final int NAMED_AT_MOST = 200;

  /** Nothing is in common. */
  public static final SharedFindings NONE = new SharedFindings(Map.of(), Map.of());

  /**
   * A finding that several files share.
   *
   * @param ids which checks, and why: {@code PRESENCE MISSING}
   * @param causes of these checks, in their order
   * @param alike what is to be said of each of them, where that is the same but for their names,
   *     which are left out; else empty
   * @param count how many files share it
   * @param files the first of them, {@link #NAMED_AT_MOST} at most, in the article's order
   */
  public record Group(
      String ids, Set<Cause> causes, List<Fact> alike, int count, List<FileRecord> files) {
    /** Copies the lists. */
    public Group {
      causes = new LinkedHashSet<>(causes);
      alike = List.copyOf(alike);
      files = List.copyOf(files);
    }
  }

  private final Map<String, Counted> byCause;
  private final Map<List<Object>, Counted> byWords;

  private SharedFindings(Map<String, Counted> byCause, Map<List<Object>, Counted> byWords) {
    this.byCause = byCause;
    this.byWords = byWords;
  }

  /** Returns those of the files at {@code place} that came out so. */
  public static SharedFindings at(FolderRecord place, FileResult result) {
    if (place.tally().count(result) < FEWEST || place.isUnreachable()) {
      return NONE;
    }
    Map<String, Counted> byCause = new LinkedHashMap<>();
    Map<List<Object>, Counted> byWords = new LinkedHashMap<>();
    for (FileRecord file : place.notPassed()) {
      if (file.result() == result) {
        count(byCause, Finding.ids(file), file);
        count(byWords, words(file), file);
      }
    }
    int most = (place.tally().expected() + 1) / 2;
    byCause.values().removeIf(counted -> counted.count < Math.max(FEWEST, most));
    byWords.values().removeIf(counted -> counted.count < FEWEST);
    byWords.keySet().removeIf(words -> byCause.containsKey((String) words.get(0)));
    List.copyOf(byWords.keySet()).stream().skip(MOST_GROUPS).forEach(byWords::remove);
    for (FileRecord file : place.notPassed()) {
      if (file.result() == result) {
        name(byCause, Finding.ids(file), file);
        name(byWords, words(file), file);
      }
    }
    return new SharedFindings(byCause, byWords);
  }

  private static <K> void count(Map<K, Counted> counted, K kind, FileRecord file) {
    if (counted.containsKey(kind) || counted.size() < MOST_KINDS) {
      counted.computeIfAbsent(kind, first -> new Counted()).add(file);
    }
  }

  private static <K> void name(Map<K, Counted> counted, K kind, FileRecord file) {
    Counted shared = counted.get(kind);
    if (shared != null) {
      shared.name(file);
    }
  }

  private static List<Object> words(FileRecord file) {
    return List.of(Finding.ids(file), nameless(file));
  }

  private static List<Fact> nameless(FileRecord file) {
    return Finding.facts(file).stream()
        .map(fact -> new Fact(fact.label(), fact.text().replace(name(file), "...")))
        .distinct()
        .toList();
  }

  private static String name(FileRecord file) {
    return file.listed().name().spelling();
  }

  /** Returns them, in the order of the first file of each. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    byCause.forEach((ids, counted) -> groups.add(counted.group(ids)));
    byWords.forEach((words, counted) -> groups.add(counted.group((String) words.get(0))));
    return List.copyOf(groups);
  }

  /**
   * Returns what the audit says of a cause that all its files share, which is more than the cause
   * itself says; absent where it says nothing of it.
   */
  public static Optional<Remark> remarkOn(Cause cause, FolderRecord place) {
    String id = cause == Cause.MISSING ? Remark.Kind.EMPTY_FOLDER.name() : cause.name();
    return place.remarks().stream().filter(remark -> remark.id().equals(id)).findFirst();
  }

  /** Returns whether what was found of {@code file} is told with that of others. */
  public boolean isTold(FileRecord file) {
    return byCause.containsKey(Finding.ids(file)) || byWords.containsKey(words(file));
  }

  /** Returns whether {@code file} is one of those that share what {@code group} says. */
  public boolean isTold(FileRecord file, Group group) {
    return byCause.containsKey(group.ids())
        ? Finding.ids(file).equals(group.ids())
        : byWords.containsKey(words(file))
            && words(file).equals(List.of(group.ids(), group.alike()));
  }

  private static final class Counted {
    private final List<FileRecord> files = new ArrayList<>();
    private List<Fact> first = List.of();
    private int count;
    private boolean alike = true;

    void add(FileRecord file) {
      List<Fact> facts = nameless(file);
      if (count == 0) {
        first = facts;
      }
      alike = alike && first.equals(facts);
      count++;
    }

    void name(FileRecord file) {
      if (files.size() < NAMED_AT_MOST) {
        files.add(file);
      }
    }

    Group group(String ids) {
      return new Group(ids, causes(files.get(0)), alike ? first : List.of(), count, files);
    }

    private static Set<Cause> causes(FileRecord file) {
      Set<Cause> causes = new LinkedHashSet<>();
      for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
        if (!(check.getValue() instanceof Outcome.Passed)
            && !file.waived().containsKey(check.getKey())) {
          check.getValue().causeIfAny().ifPresent(causes::add);
        }
      }
      return causes;
    }
  }
}
