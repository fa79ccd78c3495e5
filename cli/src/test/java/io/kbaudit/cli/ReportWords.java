package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;

/**
 * What a report on an audit says in the words of its format.
 *
 * @param format by its name
 * @param text of the report
 */
record ReportWords(String format, String text) {
  /** Returns the exit code that goes with what is said first, or last, or wherever people look. */
  ExitCode verdict() {
    return switch (format) {
      case "text" -> ofWord(lastLine());
      case "nagios" -> ofState();
      case "markdown" -> ofWord(found("# ([A-Z-]+)[: ].*"));
      case "html" -> ofWord(found("<p class=\"summary\">([A-Z-]+)[: ].*"));
      case "json" -> ofWord(new JSONObject(text).getString("verdict"));
      case "sarif" -> ofSarif();
      case "junit" -> ofJunit();
      case "csv" -> worst(lines().flatMap(ReportWords::ofCsv));
      case "prometheus" -> worst(lines().flatMap(ReportWords::ofGauge));
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** Returns whether it says that this was left out: {@code DATE}, {@code 1 row (location)}. */
  boolean leavesOut(String what) {
    return switch (format) {
      case "text", "nagios", "markdown" ->
          lines()
              .anyMatch(line -> line.matches(".*; not audited: .*" + Pattern.quote(what) + ".*"));
      case "html" ->
          found("<p class=\"narrowing\"><strong>Not audited:</strong> (.*)</p>")
              .replace("&#39;", "'")
              .replace("&apos;", "'")
              .contains(what);
      case "junit" -> text.contains("\"not audited: " + what + "\"");
      case "csv" ->
          lines().anyMatch(line -> line.matches(".*,LEFT_OUT,.*" + Pattern.quote(what) + ".*"));
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** Returns whether it says that nothing was audited at this location. */
  boolean leavesOutLocation(String name) {
    return switch (format) {
      case "junit" -> text.contains("<testcase classname=\"not audited\" name=\"" + name + "\"");
      case "csv" ->
          lines()
              .anyMatch(
                  line -> line.matches("KB2492954," + name + ",.*,(UNAUDITED|NOT_AUDITED),.*"));
      default -> leavesOut(name);
    };
  }

  /** Returns the last line that is not empty. */
  String lastLine() {
    return lines().reduce("", (before, line) -> line);
  }

  private Stream<String> lines() {
    return text.lines();
  }

  /** Returns what the first line of this form says. */
  private String found(String form) {
    Pattern pattern = Pattern.compile(form);
    return lines()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst()
        .orElse("");
  }

  private static ExitCode ofWord(String text) {
    return switch (text.replace('_', '-').replaceFirst("(?s)[^A-Z-].*", "")) {
      case "COMPLIANT" -> ExitCode.OK;
      case "NON-COMPLIANT" -> ExitCode.NON_COMPLIANT;
      case "INDETERMINATE" -> ExitCode.INDETERMINATE;
      default -> throw new AssertionError("no verdict: " + text);
    };
  }

  private ExitCode ofState() {
    assertThat(text).hasLineCount(1);
    ExitCode state =
        switch (found("KBAUDIT ([A-Z]+) - .*")) {
          case "OK" -> ExitCode.OK;
          case "CRITICAL" -> ExitCode.NON_COMPLIANT;
          default -> ExitCode.INDETERMINATE;
        };
    assertThat(ofWord(text.replaceFirst(".*? - ", ""))).isEqualTo(state);
    return state;
  }

  /** What is suppressed is waived, where the waiver was accepted. */
  private ExitCode ofSarif() {
    JSONObject run = new JSONObject(text).getJSONArray("runs").getJSONObject(0);
    ExitCode ofResults = ExitCode.OK;
    for (Object each : run.getJSONArray("results")) {
      JSONObject result = (JSONObject) each;
      if (!String.valueOf(result.opt("suppressions")).contains("\"accepted\"")) {
        ofResults = worst(Stream.of(ofResults, ofLevel(result)));
      }
    }
    assertThat(ofWord(run.getJSONObject("properties").getString("verdict"))).isEqualTo(ofResults);
    return ofResults;
  }

  private static ExitCode ofLevel(JSONObject result) {
    return switch (result.optString("level", "warning")) {
      case "error" -> ExitCode.NON_COMPLIANT;
      case "warning" -> ExitCode.INDETERMINATE;
      default -> ExitCode.OK;
    };
  }

  private ExitCode ofJunit() {
    String form =
        "<testsuites name=\"kbaudit\" tests=\"[0-9]+\" failures=\"([0-9]+)\" errors=\"%s\">";
    if (!found(form.formatted("[0-9]+")).equals("0")) {
      return ExitCode.NON_COMPLIANT;
    }
    return found(form.formatted("0")).isEmpty() ? ExitCode.INDETERMINATE : ExitCode.OK;
  }

  private static Stream<ExitCode> ofCsv(String line) {
    return Stream.of(
        line.contains(",FAILED,")
            ? ExitCode.NON_COMPLIANT
            : line.contains(",UNDECIDED,") ? ExitCode.INDETERMINATE : ExitCode.OK);
  }

  private static Stream<ExitCode> ofGauge(String line) {
    Matcher verdict = Pattern.compile("kbaudit_verdict\\{.*verdict=\"([A-Z_]+)\"} 1").matcher(line);
    return verdict.matches() ? Stream.of(ofWord(verdict.group(1))) : Stream.empty();
  }

  private static ExitCode worst(Stream<ExitCode> codes) {
    List<ExitCode> byWeight = List.of(ExitCode.OK, ExitCode.INDETERMINATE, ExitCode.NON_COMPLIANT);
    return codes.max(Comparator.comparing(byWeight::indexOf)).orElseThrow();
  }

  @Override
  public String toString() {
    return format.toLowerCase(Locale.ROOT) + ": " + lastLine();
  }
}
