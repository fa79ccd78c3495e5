package io.kbaudit.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever names and folders are called, what a script does is the same: two scripts differ in
 * their literals alone. Scripts are read here as their shells document that they read them, since
 * no PowerShell runs in every build, and Wine's cmd expands percent signs otherwise than Windows's.
 */
class NamesInLiteralsTest {
  private static final String HARMLESS = "a.msi";

  /** What a batch file has of its own: a value is put in once, and not expanded again. */
  private static final Set<String> OWN_VARIABLES =
      Set.of("package", "share", "size", "digest", "file", "hashes", "page");

  /** "%%", an argument, or a variable; in this order, in one pass ("cmd", "set", "call", "for"). */
  private static final Pattern PERCENT =
      Pattern.compile("%%|%~?[a-z]*[0-9*]|%([^%:\r\n]+)(:[^%\r\n]*)?%|%");

  static Stream<String> hostileNames() {
    return Stream.of(
        "it's.msi",
        "''; md pwned; '",
        "\u2018; md pwned; \u2019.msi",
        "\u201A\u201B\u201C\u201D\u201E; md pwned #",
        "$(md pwned) $PATH ${x} @(1) @{a=1}.msi",
        "`md pwned``n.msi",
        "#comment #",
        "[a-z] [!b].msi",
        "%PATH%.msi",
        "%%PATH%%.msi",
        "%PATH%%PATH%.msi",
        "100%",
        "%",
        "%1 %~f0 %%F %F.msi",
        "!PATH! ^!PATH^!.msi",
        "a&md pwned&b.msi",
        "a^&md pwned^",
        "^",
        ") & md pwned & (.msi",
        ";,=+~@{}",
        "-rf",
        "--%",
        "~",
        "@echo on",
        "caf\u00E9 \u65E5\u672C \uD83D\uDE00.msi",
        "\u202Eism.msi",
        "a\u2028b\u0085c.msi");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aScriptForPowerShellDiffersInItsLiteralsAlone(String name) throws Exception {
    assertThat(withoutLiterals(script(Shell.POWERSHELL, name)))
        .isEqualTo(withoutLiterals(script(Shell.POWERSHELL, HARMLESS)));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aScriptForCmdDiffersInItsQuotesAlone(String name) throws Exception {
    assertThat(outsideOfQuotes(script(Shell.CMD, name)))
        .isEqualTo(outsideOfQuotes(script(Shell.CMD, HARMLESS)));
  }

  @Test
  void aFolderThatEndsInABackslashDoesNotEscapeTheQuoteBehindIt() throws Exception {
    CopyStep step = Scripts.step(HARMLESS, HARMLESS, Optional.empty());

    assertThat(outsideOfQuotes(Scripts.text(Shell.CMD, "C:\\p\\", "C:\\s\\", step)))
        .isEqualTo(outsideOfQuotes(Scripts.text(Shell.CMD, "C:\\p", "C:\\s", step)));
    assertThat(withoutLiterals(Scripts.text(Shell.POWERSHELL, "C:\\p\\", "C:\\s\\", step)))
        .isEqualTo(withoutLiterals(Scripts.text(Shell.POWERSHELL, "C:\\p", "C:\\s", step)));
  }

  /** A reader that takes no notice of names would find no difference ever. */
  @Test
  void aNameThatIsNotQuotedWouldBeFound() {
    assertThat(withoutLiterals("Copy 'a\u2019; md pwned; \u2018'"))
        .isNotEqualTo(withoutLiterals("Copy 'a'"));
    assertThat(outsideOfQuotes("copy \"a\" & md pwned & \"b\"\r\n"))
        .isNotEqualTo(outsideOfQuotes("copy \"a\"\r\n"));
    assertThat(outsideOfQuotes("copy \"%PATH%\"\r\n"))
        .isNotEqualTo(outsideOfQuotes("copy \"a\"\r\n"));
  }

  /** A script with the name wherever a name or a folder may be. */
  private static String script(Shell shell, String name) throws Exception {
    return Scripts.text(
        shell,
        new CopyScript(
            name,
            name + name,
            List.of(
                Scripts.step(name, name, Optional.of(name + ".before")),
                Scripts.step(name, "of " + name, Optional.empty())),
            List.of("title of " + name),
            "kbaudit verify"));
  }

  /** PowerShell's: a string, or a sum of strings and characters in parentheses, is one literal. */
  private static String withoutLiterals(String script) {
    Pattern sum = Pattern.compile("\\(LITERAL(?: \\+ (?:LITERAL|\\[char\\]0x[0-9A-F]{4}))+\\)");
    return sum.matcher(withoutStrings(script)).replaceAll("LITERAL");
  }

  /**
   * Reads strings and comments (about_Quoting_Rules, about_Special_Characters and about_Comments,
   * Microsoft Learn): any of four single quotes opens and closes a string in which two of them are
   * one; in one of double quotes a backtick escapes; a comment begins where no word goes on.
   */
  private static String withoutStrings(String script) {
    String single = "'\u2018\u2019\u201A\u201B";
    String twice = "\"\u201C\u201D\u201E";
    StringBuilder rest = new StringBuilder();
    int i = 0;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (single.indexOf(c) >= 0 || twice.indexOf(c) >= 0) {
        i = endOfString(script, i, single.indexOf(c) >= 0 ? single : twice);
        rest.append("LITERAL");
      } else if (c == '#' && (i == 0 || Character.isWhitespace(script.charAt(i - 1)))) {
        i = script.indexOf('\n', i);
        rest.append("#");
      } else {
        rest.append(c);
        i++;
      }
    }
    return rest.toString();
  }

  private static int endOfString(String script, int start, String quotes) {
    boolean escapes = quotes.startsWith("\"");
    int i = start + 1;
    while (i < script.length()) {
      boolean isQuote = quotes.indexOf(script.charAt(i)) >= 0;
      boolean isDoubled =
          isQuote && i + 1 < script.length() && quotes.indexOf(script.charAt(i + 1)) >= 0;
      if (isQuote && !isDoubled) {
        return i + 1;
      }
      i += isDoubled || (escapes && script.charAt(i) == '`') ? 2 : 1;
    }
    throw new AssertionError("a string is not closed: " + script.substring(start));
  }

  /** What cmd sees once percent signs are expanded, but for what stands in double quotes. */
  private static String outsideOfQuotes(String script) {
    StringBuilder rest = new StringBuilder();
    String parsed =
        script.contains(":begin\r\n") ? script.substring(script.indexOf(":begin\r\n")) : script;
    // Of other letters than ASCII it has two lines more about the code page, and two at its ends.
    for (String line : parsed.split("\r\n", -1)) {
      if (!line.contains("chcp") && !line.startsWith("rem ") && !line.isEmpty()) {
        rest.append(outsideOfQuotesInLine(expanded(line))).append('\n');
      }
    }
    return rest.toString();
  }

  private static String expanded(String line) {
    return PERCENT
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(expansion(found.group(), found.group(1))));
  }

  private static String expansion(String found, String variable) {
    if (found.equals("%%")) {
      return "%";
    }
    boolean isOwn = (variable != null && OWN_VARIABLES.contains(variable)) || found.equals("%~f0");
    return isOwn ? "VALUE" : "\" & md pwned & \"";
  }

  /** A caret keeps the next character from meaning anything, outside of quotes alone. */
  private static String outsideOfQuotesInLine(String line) {
    StringBuilder rest = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
        rest.append(c);
      } else if (!isQuoted) {
        rest.append(c);
        if (c == '^' && i + 1 < line.length()) {
          i++;
          rest.append(line.charAt(i));
        }
      }
    }
    assertThat(isQuoted).as("quotes left open in %s", line).isFalse();
    return rest.toString();
  }
}
