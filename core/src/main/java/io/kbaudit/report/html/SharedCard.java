package io.kbaudit.report.html;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.SharedFindings;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One card for several files of a place of which the same is to be said. */
final class SharedCard {
  private static final int NAMED = 3;

  private final String id;
  private final FolderRecord place;
  private final FileResult result;
  private final SharedFindings shared;
  private final SharedFindings.Group group;

  private SharedCard(
      String id,
      FolderRecord place,
      FileResult result,
      SharedFindings shared,
      SharedFindings.Group group) {
    this.id = id;
    this.place = place;
    this.result = result;
    this.shared = shared;
    this.group = group;
  }

  /** Returns those of the files of {@code place} that came out so. */
  static List<SharedCard> of(
      String placeId, FolderRecord place, FileResult result, SharedFindings shared) {
    List<SharedCard> cards = new ArrayList<>();
    for (SharedFindings.Group group : shared.groups()) {
      String id = placeId + "-" + Mark.of(result).style() + (cards.size() + 1);
      cards.add(new SharedCard(id, place, result, shared, group));
    }
    return cards;
  }

  String id() {
    return id;
  }

  Mark mark() {
    return Mark.of(result);
  }

  String result() {
    return result.name();
  }

  int count() {
    return group.count();
  }

  /** Returns how many files these are: "22 files, all of them". */
  String files() {
    return English.counted(group.count(), "file")
        + (group.count() == place.tally().expected() ? ", all of them" : "");
  }

  /** Returns which checks they did not pass, and why. */
  String ids() {
    return group.ids();
  }

  /** Returns the first of their names, and how many more there are. */
  String names() {
    List<String> names =
        group.files().stream().limit(NAMED).map(file -> file.listed().name().spelling()).toList();
    int more = group.count() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + English.number(more) + " more" : "");
  }

  /** Returns what was expected and found, where that is the same of all; else nothing. */
  List<Fact> values() {
    return group.alike().stream().map(fact -> new Fact(title(fact.label()), fact.text())).toList();
  }

  private static String title(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  boolean isAlike() {
    return !group.alike().isEmpty();
  }

  /** Returns what it means, and what to do. */
  List<Fact> advice() {
    return group.causes().stream().flatMap(this::advice).distinct().toList();
  }

  private Stream<Fact> advice(Cause cause) {
    Optional<Remark> remark = SharedFindings.remarkOn(cause, place);
    return remark.isPresent()
        ? Stream.of(new Fact("It means", remark.get().text()))
        : Stream.of(new Fact("It means", cause.meaning()), new Fact("To do", cause.remedy()));
  }

  /** Returns whether this card tells of {@code file}. */
  boolean tells(FileRecord file) {
    return file.result() == result && shared.isTold(file, group);
  }
}
