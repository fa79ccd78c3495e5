package io.kbaudit;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.csv.CsvAuditReport;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.html.HtmlAuditReport;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.junit.JunitAuditReport;
import io.kbaudit.report.markdown.MarkdownAuditReport;
import io.kbaudit.report.monitoring.NagiosAuditReport;
import io.kbaudit.report.monitoring.PrometheusAuditReport;
import io.kbaudit.report.sarif.SarifAuditReport;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats in which audits are printed, by name; classes of no other format are loaded than of
 * those that are asked for. One that has options is had with them by its own constructor, {@link
 * TextAuditReport#TextAuditReport(TextStyle, TextAuditReport.Detail)}.
 */
public final class AuditReports {
  private enum Format {
    TEXT,
    JSON,
    JUNIT,
    SARIF,
    CSV,
    HTML,
    PROMETHEUS,
    NAGIOS,
    MARKDOWN;

    private static final List<String> NAMES =
        Arrays.stream(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();

    AuditReport report(ChoiceNames choices, Optional<AuditRecord> earlier) {
      return switch (this) {
        case TEXT ->
            new TextAuditReport(
                TextStyle.plain(StandardCharsets.UTF_8).withChoices(choices),
                TextAuditReport.Detail.USUAL,
                earlier);
        case JSON -> new JsonAuditReport();
        case JUNIT -> new JunitAuditReport();
        case SARIF -> new SarifAuditReport();
        case CSV -> new CsvAuditReport();
        case HTML -> new HtmlAuditReport(choices, earlier);
        case PROMETHEUS -> new PrometheusAuditReport();
        case NAGIOS -> new NagiosAuditReport();
        case MARKDOWN -> new MarkdownAuditReport(earlier);
      };
    }
  }

  private AuditReports() {}

  /** Returns the names of all formats: {@code text}, {@code json} and so on. */
  public static List<String> names() {
    return Format.NAMES;
  }

  /**
   * Returns the report of this name, with the options that it usually has.
   *
   * @throws IllegalArgumentException if {@code name} is none of {@link #names}
   */
  public static AuditReport named(String name) {
    return named(name, ChoiceNames.NONE);
  }

  /**
   * Returns the same for a reader who knows choices by these names.
   *
   * @throws IllegalArgumentException if {@code name} is none of {@link #names}
   */
  public static AuditReport named(String name, ChoiceNames choices) {
    return named(name, choices, Optional.empty());
  }

  /**
   * Returns the same, which says, if its format is one for people ({@code text}, {@code html},
   * {@code markdown}), what became of what an earlier audit found.
   *
   * @throws IllegalArgumentException if {@code name} is none of {@link #names}
   */
  public static AuditReport named(String name, ChoiceNames choices, Optional<AuditRecord> earlier) {
    int format = Format.NAMES.indexOf(name);
    if (format < 0) {
      throw new IllegalArgumentException("'" + name + "' is none of " + Format.NAMES);
    }
    return Format.values()[format].report(choices, earlier);
  }

  /** Returns what an audit did not ask, in a few words each; nothing where it asked all. */
  public static List<String> notAudited(AuditRecord audit) {
    return Narrowing.of(audit);
  }
}
