package io.kbaudit.report.finding;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.Term;
import java.util.List;

/**
 * What an audit of one place did not see, and so cannot vouch for.
 *
 * @param obstacle what kind of thing it is
 * @param what half a sentence that says so
 * @param remarks what the audit says of each, not yet safe to print
 */
public record Unseen(Obstacle obstacle, String what, List<String> remarks) {
  /** Returns all that was not seen at {@code place}. */
  public static List<Unseen> at(FolderRecord place) {
    return Obstacle.of(place).stream()
        .filter(obstacle -> obstacle.result() == FileResult.UNDECIDED)
        .map(obstacle -> of(obstacle, place))
        .toList();
  }

  /**
   * Returns the files that did not pass, of which there is something to say, each for itself: none
   * at a place that was not reached, of all of which there is but one thing to say.
   */
  public static Iterable<FileRecord> notPassedAt(FolderRecord place) {
    return place.isUnreachable() ? List.of() : place.notPassed();
  }

  /** Returns what kind of thing it is, and what to do about it. */
  public Term why() {
    return Term.of(obstacle);
  }

  /** Returns a sentence that says so, and the first of the remarks, if there is one. */
  public String first() {
    return what + remarks.stream().findFirst().map(remark -> ". " + remark).orElse("");
  }

  private static Unseen of(Obstacle obstacle, FolderRecord place) {
    List<String> remarks =
        place.remarks().stream().filter(obstacle::isToldBy).map(Remark::text).toList();
    return new Unseen(obstacle, obstacle.counted(place), remarks);
  }
}
