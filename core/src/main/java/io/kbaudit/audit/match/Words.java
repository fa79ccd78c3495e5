package io.kbaudit.audit.match;

import io.kbaudit.text.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as its words and numbers, however it is written: {@code ManagedSharePoint2007WS} has the
 * words managed, share, point, 2007 and ws.
 */
final class Words {
  /** Letters of one case, a capital with small ones behind it, or digits. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{Lu}+(?![\\p{Ll}\\p{M}])|\\p{Lu}?[\\p{L}\\p{M}&&[^\\p{Lu}]]+|\\p{Lu}|\\p{N}+");

  /** A platform that is written on to a name, as in {@code clientx64}. */
  private static final Pattern PLATFORM =
      Pattern.compile("(?i)(x64|x86|amd64|ia64|arm64)(?![\\p{L}\\p{N}])");

  private static final Pattern MARKS = Pattern.compile("(?i)\\((?:r|c|tm)\\)|[\u00AE\u00A9\u2122]");

  /** Words around a name that do not tell one package from another; numbers are of their kind. */
  private static final Set<String> AROUND =
      Set.of(
          "microsoft",
          "setup",
          "installer",
          "install",
          "installation",
          "package",
          "msi",
          "msp",
          "version",
          "v",
          "x",
          "amd",
          "ia",
          "itanium",
          "intel",
          "arm",
          "bit");

  private final List<String> words;

  private Words(List<String> words) {
    this.words = words;
  }

  static Words of(String name) {
    String plain = MARKS.matcher(name).replaceAll(" ");
    String text =
        Normalizer.normalize(PLATFORM.matcher(plain).replaceAll(" $1"), Normalizer.Form.NFC);
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return new Words(List.copyOf(words));
  }

  List<String> list() {
    return words;
  }

  /** Returns the words without anything between them. */
  String joined() {
    return String.join("", words);
  }

  /** Returns whether some word tells of which package this is. */
  boolean tell() {
    return words.stream().anyMatch(word -> !isAround(word));
  }

  /** Returns whether there is no letter or digit. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Returns whether a word tells nothing of which package this is. */
  static boolean isAround(String word) {
    return AROUND.contains(word)
        || Language.isWordForEnglish(word)
        || Character.isDigit(word.codePointAt(0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
