package io.kbaudit.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads literals back by the rules of about_Quoting_Rules (Microsoft Learn). */
class PowerShellLiteralTest {
  /** Any of them opens or closes a literal, and two of them in a row are one within it. */
  private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

  private static final Pattern STRING =
      Pattern.compile(
          "[" + QUOTES + "]((?:[^" + QUOTES + "]|[" + QUOTES + "]{2})*+)[" + QUOTES + "]");

  private static final Pattern CHARACTER = Pattern.compile("\\[char\\]0x([0-9A-F]{4})");
  private static final Pattern PLUS = Pattern.compile(" \\+ ");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Dnsclient.msi | 'Dnsclient.msi'",
        "it's $x `n $(y).msi | 'it''s $x `n $(y).msi'",
        "é.msi | ('' + [char]0x00E9 + '.msi')",
        "a\u2019b | ('a' + [char]0x2019 + 'b')",
        "日本 | ('' + [char]0x65E5 + [char]0x672C)",
      })
  void isAsPlainAsTheTextAllows(String text, String literal) {
    assertThat(PowerShellDialect.literal(text)).isEqualTo(literal);
  }

  @Property
  void isReadBackAsTheText(@ForAll("hostile") String text) {
    assertThat(read(PowerShellDialect.literal(text))).isEqualTo(text);
  }

  @Property
  void isPrintableAsciiInOneLine(@ForAll("hostile") String text) {
    assertThat(PowerShellDialect.literal(text).chars()).allMatch(c -> c >= ' ' && c < 0x7F);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<Character> special =
        Arbitraries.chars().with(QUOTES + "\"$`(){}@#%&;|<>\n\r\t\0 +-[]");
    return Arbitraries.oneOf(special, Arbitraries.chars().ascii(), Arbitraries.chars().all())
        .list()
        .ofMaxSize(30)
        .map(
            characters -> {
              StringBuilder text = new StringBuilder();
              characters.forEach(text::append);
              return text.toString();
            });
  }

  /** Returns the value of a literal, or of a sum in parentheses that begins with a string. */
  private static String read(String expression) {
    boolean sum = expression.startsWith("(");
    Matcher rest = STRING.matcher(expression);
    rest.region(sum ? 1 : 0, expression.length() - (sum ? 1 : 0));
    StringBuilder value = new StringBuilder();
    take(rest, STRING, value);
    while (sum && rest.regionStart() < rest.regionEnd()) {
      take(rest, PLUS, new StringBuilder());
      boolean character = expression.startsWith("[", rest.regionStart());
      take(rest, character ? CHARACTER : STRING, value);
    }
    assertThat(rest.regionStart())
        .as("read to the end: %s", expression)
        .isEqualTo(rest.regionEnd());
    assertThat(expression.endsWith(")")).as("closed: %s", expression).isEqualTo(sum);
    return value.toString();
  }

  private static void take(Matcher rest, Pattern token, StringBuilder value) {
    int end = rest.regionEnd();
    assertThat(rest.usePattern(token).lookingAt()).as("%s at %s", token, rest).isTrue();
    if (token == STRING) {
      value.append(rest.group(1).replaceAll("([" + QUOTES + "])[" + QUOTES + "]", "$1"));
    } else if (token == CHARACTER) {
      value.append((char) Integer.parseInt(rest.group(1), 16));
    }
    rest.region(rest.end(), end);
  }
}
