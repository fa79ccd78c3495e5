package io.kbaudit.report.finding;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What was found of a file: which checks and why, and all else without the file's own name. */
  private record Words(String ids, List<Fact> nameless) {
    static Words of(FileRecord file) {
      String name = file.listed().name().spelling();
      return new Words(
          Finding.ids(file),
          Finding.facts(file).stream()
              .map(fact -> new Fact(fact.label(), fact.text().replace(name, "...")))
              .distinct()
              .toList());
    }
  }

  private final Map<String, Counted> byCause;
  private final Map<Words, Counted> byWords;

  private SharedFindings(Map<String, Counted> byCause, Map<Words, Counted> byWords) {
    this.byCause = byCause;
    this.byWords = byWords;
  }

  /** Returns those of the files at {@code place} that came out so. */
  public static SharedFindings at(FolderRecord place, FileResult result) {
    if (place.tally().count(result) < FEWEST || place.isUnreachable()) {
      return NONE;
    }
    Map<String, Counted> byCause = new LinkedHashMap<>();
    Map<Words, Counted> byWords = new LinkedHashMap<>();
    for (FileRecord file : place.notPassed()) {
      if (file.result() == result) {
        Words words = Words.of(file);
        count(byCause, words.ids(), words);
        count(byWords, words, words);
      }
    }
    int most = (place.tally().expected() + 1) / 2;
    byCause.values().removeIf(counted -> counted.count < Math.max(FEWEST, most));
    byWords.values().removeIf(counted -> counted.count < FEWEST);
    byWords.keySet().removeIf(words -> byCause.containsKey(words.ids()));
    List.copyOf(byWords.keySet()).stream().skip(MOST_GROUPS).forEach(byWords::remove);
    SharedFindings shared = new SharedFindings(byCause, byWords);
    shared.nameFiles(place, result);
    return shared;
  }

  private static <K> void count(Map<K, Counted> counted, K kind, Words words) {
    if (counted.containsKey(kind) || counted.size() < MOST_KINDS) {
      counted.computeIfAbsent(kind, first -> new Counted(words.nameless())).add(words.nameless());
    }
  }

  /** Stops where all that share something are named, or as many as are to be. */
  private void nameFiles(FolderRecord place, FileResult result) {
    int left = counted().mapToInt(Counted::toBeNamed).sum();
    Iterator<FileRecord> files = place.notPassed().iterator();
    while (left > 0 && files.hasNext()) {
      FileRecord file = files.next();
      if (file.result() == result) {
        Words words = Words.of(file);
        Counted shared =
            byCause.containsKey(words.ids()) ? byCause.get(words.ids()) : byWords.get(words);
        if (shared != null && shared.toBeNamed() > 0) {
          shared.name(file);
          left--;
        }
      }
    }
  }

  /** Returns them, in the order of the first file of each. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    byCause.forEach((ids, counted) -> groups.add(counted.group(ids)));
    byWords.forEach((words, counted) -> groups.add(counted.group(words.ids())));
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

  /** Returns of how many files what was found is told with that of others. */
  public int told() {
    return counted().mapToInt(counted -> counted.count).sum();
  }

  private Stream<Counted> counted() {
    return Stream.concat(byCause.values().stream(), byWords.values().stream());
  }

  /** Returns whether what was found of {@code file} is told with that of others. */
  public boolean isTold(FileRecord file) {
    Words words = Words.of(file);
    return byCause.containsKey(words.ids()) || byWords.containsKey(words);
  }

  /** Returns whether {@code file} is one of those that share what {@code group} says. */
  public boolean isTold(FileRecord file, Group group) {
    Words words = Words.of(file);
    return byCause.containsKey(group.ids())
        ? words.ids().equals(group.ids())
        : words.equals(new Words(group.ids(), group.alike())) && byWords.containsKey(words);
  }

  private static final class Counted {
    private final List<Fact> first;
    private final List<FileRecord> files = new ArrayList<>();
    private int count;
    private boolean alike = true;

    Counted(List<Fact> first) {
      this.first = first;
    }

    void add(List<Fact> nameless) {
      alike = alike && first.equals(nameless);
      count++;
    }

    /** Returns how many files are still to be named. */
    int toBeNamed() {
      return Math.min(count, NAMED_AT_MOST) - files.size();
    }

    void name(FileRecord file) {
      files.add(file);
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
