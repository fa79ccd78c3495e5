package io.kbaudit.report;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Remark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why an audit is not compliant: a cause that a check found, or one of the reasons that no check of
 * a file tells. A format that tells of checks alone would show green where there are these.
 *
 * @param id stable
 * @param group the check that finds it most often, or {@code AUDIT}
 * @param meaning in a sentence
 * @param remedy what to do about it, in a sentence
 */
record Reason(String id, String group, String meaning, String remedy) {
  /** Files are there that the policy forbids. */
  static final Reason UNLISTED =
      ofAudit(
          "UNLISTED",
          "A file is there that the article does not list for this place, and the audit forbids such"
              + " files.",
          "Find out where it comes from, and take it away; or audit with --unlisted note.");

  /** Folders below could not be listed. */
  static final Reason FOLDER_NOT_LISTED =
      ofAudit(
          Remark.Kind.FOLDER_NOT_LISTED.name(),
          Remark.Kind.FOLDER_NOT_LISTED.meaning(),
          "Give this account permission to list the folder, and audit again.");

  /** The article has rows that no file was held to. */
  static final Reason ROW_UNREAD =
      ofAudit(
          ArticleRemark.Kind.ROW_UNREAD.name(),
          ArticleRemark.Kind.ROW_UNREAD.meaning(),
          "Look the line up in the article, and audit by a text of it in which the line can be"
              + " read.");

  /** A row of which no check was done. */
  static final Reason NOTHING_CHECKED =
      ofAudit(
          "NOTHING_CHECKED",
          "No check that was asked for could be done on the file of this row, so that nothing speaks"
              + " for it.",
          "Ask for more checks, or compare the file with the article by eye.");

  private static final List<Reason> ALL =
      Stream.concat(
              Arrays.stream(Cause.values()).map(Reason::of),
              Stream.of(UNLISTED, FOLDER_NOT_LISTED, ROW_UNREAD, NOTHING_CHECKED))
          .toList();

  /** Returns all there are: the causes in their order, then the others. */
  static List<Reason> all() {
    return ALL;
  }

  static Reason of(Cause cause) {
    return new Reason(cause.name(), cause.check().name(), cause.meaning(), cause.remedy());
  }

  private static Reason ofAudit(String id, String meaning, String remedy) {
    return new Reason(id, "AUDIT", meaning, remedy);
  }
}
