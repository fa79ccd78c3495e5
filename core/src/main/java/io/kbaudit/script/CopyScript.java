package io.kbaudit.script;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import io.kbaudit.text.Printable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a script does, whatever the shell. Immutable.
 *
 * @param packageFolder from which files are copied; an empty one is the working folder
 * @param shareFolder to which they are copied; an empty one is the working folder
 * @param steps in the order in which they are done; no two use the same name on the share, as
 *     Windows compares names
 * @param comments lines for the head of the script, such as the title of the article
 * @param verification a command line by which people verify the share afterwards, which is printed
 *     and never executed
 * @param left how many files it leaves as they are, though they are not what is wanted there: who
 *     runs it is told at its end, and it does not end well
 */
public record CopyScript(
    String packageFolder,
    String shareFolder,
    List<CopyStep> steps,
    List<String> comments,
    String verification,
    int left) {

  /**
   * Refuses steps that would be in each other's way.
   *
   * @throws IllegalArgumentException if a name on the share is used twice
   */
  public CopyScript {
    requireNonNull(packageFolder, "packageFolder");
    requireNonNull(shareFolder, "shareFolder");
    steps = List.copyOf(steps);
    comments = List.copyOf(comments);
    requireNonNull(verification, "verification");
    requireDistinctNames(steps);
    if (left < 0) {
      throw new IllegalArgumentException(left + " files left");
    }
  }

  /** Creates what a script does that leaves nothing undone. */
  public CopyScript(
      String packageFolder,
      String shareFolder,
      List<CopyStep> steps,
      List<String> comments,
      String verification) {
    this(packageFolder, shareFolder, steps, comments, verification, 0);
  }

  /** Returns the exit code with which the script ends when nothing went wrong. */
  int exitCode() {
    return left == 0 ? 0 : 1;
  }

  /** Returns whether the contents of any file are known. */
  boolean knowsContents() {
    return steps.stream().anyMatch(step -> step.sha256().isPresent());
  }

  private static void requireDistinctNames(List<CopyStep> steps) {
    Set<String> used = new HashSet<>();
    for (CopyStep step : steps) {
      for (String name : step.namesOnShare()) {
        if (!used.add(FileName.find(name).map(FileName::canonical).orElse(name))) {
          throw new IllegalArgumentException(
              "used twice on the share: '" + Printable.excerpt(name) + "'");
        }
      }
    }
  }
}
