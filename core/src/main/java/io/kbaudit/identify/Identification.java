package io.kbaudit.identify;

import io.kbaudit.identify.IdentifiedFile.State;
import java.util.Comparator;
import java.util.List;

/**
 * Which articles of a folder list which files. Immutable.
 *
 * @param files in the order in which they were asked for
 * @param here articles of which a row is here, the one of which most is first
 * @param articlesRead how many list files that could be read
 * @param unread files of the folder that list none that can be read, in the order of their paths
 * @param partlyRead articles of which lines that list a file could not be read, likewise
 * @param warnings what went wrong and changes no answer, a sentence each
 */
public record Identification(
    List<IdentifiedFile> files,
    List<ArticleTally> here,
    int articlesRead,
    List<FolderArticle> unread,
    List<FolderArticle> partlyRead,
    List<String> warnings) {
  /** What it all comes to. */
  public enum Outcome {
    /** Every file is listed by an article. */
    ALL_IDENTIFIED,
    /** Some file is listed by no article, and all of the articles were read. */
    SOME_UNLISTED,
    /** Some file is not identified; it, or something that may list it, could not be read. */
    UNDECIDED
  }

  /** Sorts the articles. */
  public Identification {
    files = List.copyOf(files);
    here = here.stream().sorted().toList();
    unread = unread.stream().sorted(Comparator.comparing(FolderArticle::path)).toList();
    partlyRead = partlyRead.stream().sorted(Comparator.comparing(FolderArticle::path)).toList();
    warnings = List.copyOf(warnings);
  }

  /** Returns how many files are in this state. */
  public int count(State state) {
    return (int) files.stream().filter(file -> file.state() == state).count();
  }

  /** Returns how many lines of articles list a file, and could not be read. */
  public int unreadLines() {
    return partlyRead.stream().mapToInt(FolderArticle::unreadLines).sum();
  }

  /** Returns what it all comes to. */
  public Outcome outcome() {
    if (count(State.IDENTIFIED) == files.size()) {
      return Outcome.ALL_IDENTIFIED;
    }
    boolean allRead = unread.isEmpty() && partlyRead.isEmpty() && count(State.UNREADABLE) == 0;
    return allRead ? Outcome.SOME_UNLISTED : Outcome.UNDECIDED;
  }
}
