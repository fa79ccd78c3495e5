package io.kbaudit.audit.match;

import io.kbaudit.text.Language;
import io.kbaudit.text.Letters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
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

  /** A platform that is written on to a name, as in {@code clientx64}; each has a 6. */
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
  private final String joined;

  private Words(List<String> words) {
    this.words = words;
    this.joined = String.join("", words);
  }

  static Words of(String name) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(plain(name));
    while (word.find()) {
      words.add(Letters.small(word.group()));
    }
    return new Words(List.copyOf(words));
  }

  /** Returns a name without marks, and its platform as a word of its own. */
  private static String plain(String name) {
    String text =
        isAsciiWithoutBrackets(name)
            ? name
            : Letters.normalized(MARKS.matcher(name).replaceAll(" "), Normalizer.Form.NFC);
    return text.indexOf('6') < 0 ? text : PLATFORM.matcher(text).replaceAll(" $1");
  }

  private static boolean isAsciiWithoutBrackets(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '(' || name.charAt(i) > '\u007F') {
        return false;
      }
    }
    return true;
  }

  List<String> list() {
    return words;
  }

  /** Returns the words without anything between them. */
  String joined() {
    return joined;
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
