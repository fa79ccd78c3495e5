package io.kbaudit.report;

import io.kbaudit.audit.Remark;
import io.kbaudit.record.PlaceRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an audit of one place did not see, and so cannot vouch for.
 *
 * @param why what kind of thing it is
 * @param count how many there are; at least one
 * @param what half a sentence that says so
 * @param remarks what the audit says of each, not yet safe to print
 */
record Unseen(Reason why, int count, String what, List<String> remarks) {
  /** Returns all that was not seen at {@code place}. */
  static List<Unseen> at(PlaceRecord place) {
    return Stream.of(
            of(
                Reason.FOLDER_NOT_LISTED,
                AuditLines.counted(place.foldersNotListed(), "folder") + " could not be listed",
                place.foldersNotListed(),
                place),
            of(
                Reason.ROW_UNREAD,
                AuditLines.counted(place.unreadRows(), "row") + " of the article could not be read",
                place.unreadRows(),
                place))
        .filter(unseen -> unseen.count() > 0)
        .toList();
  }

  private static Unseen of(Reason why, String what, int count, PlaceRecord place) {
    List<String> remarks =
        place.remarks().stream()
            .filter(remark -> remark.id().equals(why.id()))
            .map(Remark::text)
            .toList();
    return new Unseen(why, count, what, remarks);
  }
}
