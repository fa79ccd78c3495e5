package io.kbaudit.record;

import static java.util.stream.Collectors.joining;

import io.kbaudit.article.ArticleGaps;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps a place from being compliant, though no check of a file failed or stayed undecided: a
 * format that tells of checks alone would show green where there are these. The names are stable
 * ids, which reports print where those of causes stand.
 */
public enum Obstacle {
  /** Files are there that no row accounts for, and the policy forbids them. */
  UNLISTED(
      "The folder holds files that the article does not list here, and it must hold no others.",
      "Take them out of the folder, or audit without forbidding such files."),
  /** Folders below could not be listed. */
  FOLDER_NOT_LISTED(
      "Folders below could not be listed, so that what is in them was not audited.",
      "Give this account permission to list them, or have links out of the folder followed, and"
          + " audit again."),
  /** The place as a whole could not be looked at. */
  UNREACHABLE(
      "The location could not be looked at, so that nothing is known of any file there.",
      "See that the server answers, and that this account may read the folder or the inventory;"
          + " then audit again."),
  /** A place that had to be audited was not named. */
  NOT_AUDITED(
      "Every location of the profile was to be audited, and no folder was given for one that a"
          + " deployment cannot do without.",
      "Give a folder or an inventory for it too, have the profile say that it is optional, or do"
          + " not demand all."),
  /** Lines or columns of the article list files, and are in no row. */
  ROW_UNREAD(
      "Lines or columns of the article list files, or what they are like, and cannot be read, so"
          + " that no file was held to them.",
      "See in the remarks on the article which lines and columns these are, and correct the text."),
  /** The text lists other rows than the bundled article that it claims to be. */
  OTHER_THAN_BUNDLED(
      "The text lists other or fewer rows than the bundled article of the same number: it was cut,"
          + " changed or revised, and files may be missing from it.",
      "See in the remarks on the article which rows these are; take the whole text, or audit by the"
          + " bundled article."),
  /** No check of a file applied: that is a matter of the file, and of no place as a whole. */
  NOTHING_CHECKED(
      "Not one check of the file could be made: the article prints nothing for those that were"
          + " asked for, or there was nothing to make them with.",
      "Ask for other checks, or leave fewer out.");

  private final String meaning;
  private final String remedy;

  Obstacle(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what stands in the way of a place as a whole, whatever its files come to. */
  public static List<Obstacle> of(FolderRecord place) {
    return Stream.of(values()).filter(each -> each.standsInTheWayOf(place)).toList();
  }

  /** Returns what stands in the way of an audit as a whole, whatever its places come to. */
  public static List<Obstacle> of(AuditRecord audit) {
    return audit.notAudited().isEmpty() ? List.of() : List.of(NOT_AUDITED);
  }

  /** Returns whether a file is undecided, and no check of it says why. */
  public static boolean nothingWasChecked(FileRecord file) {
    return file.result() == FileResult.UNDECIDED
        && file.outcomes().values().stream().noneMatch(Outcome.Undecided.class::isInstance);
  }

  /** Returns to what it brings a place. */
  public FileResult result() {
    return this == UNLISTED ? FileResult.FAIL : FileResult.UNDECIDED;
  }

  private boolean standsInTheWayOf(FolderRecord place) {
    return switch (this) {
      case UNLISTED -> place.unlistedFail();
      case FOLDER_NOT_LISTED -> place.gaps().folders() > 0;
      case UNREACHABLE -> place.gaps().unreachable().isPresent();
      case ROW_UNREAD -> isUnread(place.gaps().article());
      case OTHER_THAN_BUNDLED -> place.gaps().article().otherThanBundled();
      case NOTHING_CHECKED, NOT_AUDITED -> false;
    };
  }

  private static boolean isUnread(ArticleGaps article) {
    return article.lines() > 0 || article.columns() > 0;
  }

  /** Returns how much of it there is at a place: "1 folder not listed". */
  public String counted(FolderRecord place) {
    return switch (this) {
      case UNLISTED -> English.counted(place.unlisted().size(), "file") + " unlisted and forbidden";
      case FOLDER_NOT_LISTED -> English.counted(place.gaps().folders(), "folder") + " not listed";
      case UNREACHABLE -> "not reached: " + place.gaps().unreachable().orElse("");
      case ROW_UNREAD, OTHER_THAN_BUNDLED -> counted(place.gaps().article());
      case NOTHING_CHECKED -> "nothing checked";
      case NOT_AUDITED -> "not audited";
    };
  }

  private String counted(ArticleGaps article) {
    return this == ROW_UNREAD ? unread(article) : "text other than the bundled article";
  }

  private static String unread(ArticleGaps article) {
    return Stream.of(counted(article.lines(), "line"), counted(article.columns(), "column"))
            .flatMap(Optional::stream)
            .collect(joining(" and "))
        + " of the article unread";
  }

  private static Optional<String> counted(int number, String noun) {
    return number == 0 ? Optional.empty() : Optional.of(English.counted(number, noun));
  }

  /**
   * Returns how much of an article's list nobody can be held to, to end a summary with: ", 12 lines
   * of the article unread"; nothing where that is none.
   */
  public static String summary(ArticleGaps article) {
    return (isUnread(article) ? ", " + ROW_UNREAD.counted(article) : "")
        + (article.otherThanBundled() ? ", " + OTHER_THAN_BUNDLED.counted(article) : "");
  }

  /** Returns whether a remark says of it which, where and why. */
  public boolean isToldBy(Remark remark) {
    String id = remark.id();
    return switch (this) {
      case ROW_UNREAD ->
          id.equals(ArticleRemark.Kind.ROW_UNREAD.name())
              || id.equals(ArticleRemark.Kind.COLUMN_UNREAD.name());
      case OTHER_THAN_BUNDLED -> id.equals(ArticleRemark.Kind.DIFFERS_FROM_BUNDLED.name());
      case UNLISTED, FOLDER_NOT_LISTED, UNREACHABLE, NOT_AUDITED, NOTHING_CHECKED ->
          id.equals(name());
    };
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do about it, in a sentence. */
  public String remedy() {
    return remedy;
  }
}
