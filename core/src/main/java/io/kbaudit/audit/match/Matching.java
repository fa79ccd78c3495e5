package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What is known so far of which file belongs to which row. Each matcher adds to it. */
public final class Matching {
  private final Map<ExpectedFile, Match> matches = new LinkedHashMap<>();
  private final Set<String> claimedPaths = new HashSet<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<List<ObservedFile>> copies = new ArrayList<>();

  void put(ExpectedFile row, Match match) {
    matches.put(row, match);
    claimFoundBy(match);
  }

  private void claimFoundBy(Match match) {
    if (match instanceof Match.Found found) {
      claim(found.file());
    }
  }

  /** Marks a file as accounted for: it is not unlisted, and stands in for no other row. */
  void claim(ObservedFile file) {
    claimedPaths.add(file.path());
  }

  /** Takes back a claim: the file is unlisted after all. */
  void disclaim(ObservedFile file) {
    claimedPaths.remove(file.path());
  }

  void remark(Remark remark) {
    remarks.add(remark);
  }

  public Match of(ExpectedFile row) {
    return Optional.ofNullable(matches.get(row)).orElseThrow();
  }

  /** Returns what is known of each row, in the order in which they were matched. */
  public Map<ExpectedFile, Match> all() {
    return Collections.unmodifiableMap(matches);
  }

  /** Gives each row that has no file, in their order, what {@code other} returns for it. */
  void replaceMissing(BiFunction<ExpectedFile, Match.Missing, Match> other) {
    matches.replaceAll(
        (row, match) -> {
          if (match instanceof Match.Missing missing) {
            Match replaced = other.apply(row, missing);
            claimFoundBy(replaced);
            return replaced;
          }
          return match;
        });
  }

  /** Notes that these files are copies of one, alike as far as was checked. */
  void addCopies(List<ObservedFile> alike) {
    copies.add(alike);
  }

  public List<List<ObservedFile>> copies() {
    return Collections.unmodifiableList(copies);
  }

  public List<Remark> remarks() {
    return Collections.unmodifiableList(remarks);
  }

  /** Returns those of {@code files} that no row accounts for. */
  public FileList unclaimed(List<ObservedFile> files) {
    return FileList.of(files).without(claimedPaths);
  }

  boolean isUnclaimed(ObservedFile file) {
    return !claimedPaths.contains(file.path());
  }
}
