package io.kbaudit;

import io.kbaudit.report.ComparisonReport;
import io.kbaudit.report.html.HtmlComparisonReport;
import io.kbaudit.report.json.JsonComparisonReport;
import io.kbaudit.report.markdown.MarkdownComparisonReport;
import io.kbaudit.report.text.TextComparisonReport;
import io.kbaudit.report.text.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The formats in which comparisons of two audits are printed, by name; classes of no other format
 * are loaded than of those that are asked for. Text in a style of one's own is had by {@link
 * TextComparisonReport#TextComparisonReport(TextStyle)}.
 */
public final class ComparisonReports {
  private static final List<String> NAMES = List.of("text", "json", "markdown", "html");

  private ComparisonReports() {}

  /** Returns the names of all formats: {@code text}, {@code json} and so on. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns the report of this name, with the options that it usually has.
   *
   * @throws IllegalArgumentException if {@code name} is none of {@link #names}
   */
  public static ComparisonReport named(String name) {
    return switch (name) {
      case "text" -> new TextComparisonReport(TextStyle.plain(StandardCharsets.UTF_8));
      case "json" -> new JsonComparisonReport();
      case "markdown" -> new MarkdownComparisonReport();
      case "html" -> new HtmlComparisonReport();
      default -> throw new IllegalArgumentException("'" + name + "' is none of " + NAMES);
    };
  }
}
