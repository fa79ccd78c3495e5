package io.kbaudit.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.Term;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationsTest {
  private static final Explanations EXPLANATIONS =
      new Explanations(TextStyle.plain(StandardCharsets.UTF_8));

  @ParameterizedTest
  @MethodSource("ids")
  void everyIdOfAReportIsExplainedInAnySpelling(String id) throws IOException {
    StringWriter printed = new StringWriter();
    StringWriter spelt = new StringWriter();

    boolean known = EXPLANATIONS.write(id, printed);
    EXPLANATIONS.write(id.toLowerCase(Locale.ROOT).replace('_', '-'), spelt);

    assertThat(known).isTrue();
    assertThat(printed.toString()).startsWith(id + " (a ");
    assertThat(spelt).hasToString(printed.toString());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyIdIsInTheListOfAll(String id) throws IOException {
    StringWriter all = new StringWriter();

    EXPLANATIONS.writeAll(all);

    assertThat(all.toString().lines()).anyMatch(line -> line.startsWith("  " + id + " "));
  }

  @Test
  void whatIsNoIdIsNotExplained() throws IOException {
    StringWriter out = new StringWriter();

    boolean known = EXPLANATIONS.write("NONSENSE", out);

    assertThat(known).isFalse();
    assertThat(out.toString()).isEmpty();
  }

  private static Stream<String> ids() {
    return Term.all().stream().map(Term::id).distinct();
  }

  @Test
  void whatAChoiceIsCalledIsSaidWhereItIsSpokenOf() throws IOException {
    StringWriter plain = new StringWriter();
    StringWriter named = new StringWriter();
    ChoiceNames names = choice -> Optional.of("<" + choice + ">");

    EXPLANATIONS.write("UNLISTED", plain);
    new Explanations(TextStyle.plain(StandardCharsets.UTF_8).withChoices(names))
        .write("UNLISTED", named);

    assertThat(plain.toString()).doesNotContain("<");
    assertThat(named.toString())
        .isEqualTo(plain.toString().replace("such files.", "such files (<UNLISTED_FILES>)."));
  }
}
