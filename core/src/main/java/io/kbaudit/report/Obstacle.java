package io.kbaudit.report;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.text.English;
import java.util.List;
import java.util.stream.Stream;

/**
 * What keeps a place from being compliant, though no check of a file failed or stayed undecided: a
 * format that tells of checks alone would show green where there are these. The names are stable
 * ids, which reports print where those of causes stand.
 */
public enum Obstacle {
  /** Files are there that no row accounts for, and the policy forbids them. */
  UNLISTED(
      "file",
      "unlisted and forbidden",
      "The folder holds files that the article does not list here, and it must hold no others.",
      "Take them out of the folder, or audit without forbidding such files."),
  /** Folders below could not be listed. */
  FOLDER_NOT_LISTED(
      "folder",
      "not listed",
      "Folders below could not be listed, so that what is in them was not audited.",
      "Give this account permission to list them, and audit again."),
  /** Lines of the article list files, and are no rows. */
  ROW_UNREAD(
      "row",
      "of the article unread",
      "Lines of the article list files and cannot be read as rows, so that those files were not"
          + " audited.",
      "See in the remarks on the article which lines these are, and correct the text."),
  /** No check of a file applied: that is a matter of the file, and of no place as a whole. */
  NOTHING_CHECKED(
      "file",
      "not checked",
      "Not one check of the file could be made: the article prints nothing for those that were asked"
          + " for, or there was nothing to make them with.",
      "Ask for other checks, or leave fewer out.");

  private final String noun;
  private final String state;
  private final String meaning;
  private final String remedy;

  Obstacle(String noun, String state, String meaning, String remedy) {
    this.noun = noun;
    this.state = state;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what stands in the way of a place as a whole, whatever its files come to. */
  public static List<Obstacle> of(FolderRecord place) {
    return Stream.of(values()).filter(each -> each.count(place) > 0).toList();
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

  /** Returns how much of it there is at a place: "1 folder not listed". */
  public String counted(FolderRecord place) {
    return English.counted(count(place), noun) + " " + state;
  }

  private int count(FolderRecord place) {
    return switch (this) {
      case UNLISTED -> place.unlistedFail() ? place.unlisted().size() : 0;
      case FOLDER_NOT_LISTED -> place.gaps().folders();
      case ROW_UNREAD -> place.gaps().rows();
      case NOTHING_CHECKED -> 0;
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
