package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell may offer for the value of an option or parameter, as its words and its label say.
 *
 * @param words of which one may be meant
 * @param paths of which kind it may be otherwise
 * @param more what may follow a word
 */
record OfferedValue(List<String> words, Paths paths, More more) {
  /** Which paths may be meant. */
  enum Paths {
    NONE,
    FOLDERS,
    FILES
  }

  /** What may follow a word: nothing; another one, after a comma; a path, after {@code =}. */
  enum More {
    NOTHING,
    WORDS,
    PATH
  }

  private static final Pattern PATH_BEHIND_WORD = Pattern.compile("\\[=[^\\[\\]]*+\\]$");
  private static final Pattern FILE = Pattern.compile("FILE|AUDIT");
  private static final Pattern FOLDER = Pattern.compile("FOLDER|DIR");

  OfferedValue {
    words = List.copyOf(words);
  }

  /** Returns that of an option or parameter. A label in the plural takes several words. */
  static OfferedValue of(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    String label = argument.paramLabel();
    String itself = PATH_BEHIND_WORD.matcher(label).replaceFirst("");
    return new OfferedValue(
        words,
        FILE.matcher(itself).find()
            ? Paths.FILES
            : FOLDER.matcher(itself).find() ? Paths.FOLDERS : Paths.NONE,
        label.contains("=") ? More.PATH : label.endsWith("S") ? More.WORDS : More.NOTHING);
  }
}
