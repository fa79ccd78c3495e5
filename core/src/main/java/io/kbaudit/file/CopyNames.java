package io.kbaudit.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the scripts of a plan call the files that they leave beside those that they copy. */
public final class CopyNames {
  /** Ends the name of a file that is not yet copied whole. */
  public static final String PART = ".kbaudit-part";

  private static final String BACK_UP = ".before-";

  /** Of an article without a number, back-ups end in this word. */
  private static final String UPDATE = "update";

  private static final Pattern OWN =
      Pattern.compile(
          ".+(?:\\.before-(?:KB[0-9]+|" + UPDATE + ")(?:-[0-9]+)?|\\.kbaudit-part)",
          Pattern.CASE_INSENSITIVE);

  /** What the canonical name of each of them has in it, or ends in. */
  private static final List<String> MARKS =
      List.of(BACK_UP.toUpperCase(Locale.ROOT), PART.toUpperCase(Locale.ROOT));

  private CopyNames() {}

  /** Returns what a back-up of {@code file} begins with, made before {@code article} was copied. */
  public static String backUp(String file, Optional<String> article) {
    return file + BACK_UP + article.orElse(UPDATE);
  }

  /** Returns whether a file of this name is such a back-up, or was not copied whole. */
  public static boolean isOne(FileName name) {
    // Asked of every unlisted file, of which hardly one is: a search is quicker than a pattern.
    return hasMark(name.canonical()) && OWN.matcher(name.spelling()).matches();
  }

  private static boolean hasMark(String canonical) {
    for (String mark : MARKS) {
      if (canonical.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
