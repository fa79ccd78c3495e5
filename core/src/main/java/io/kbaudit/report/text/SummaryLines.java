package io.kbaudit.report.text;

import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import io.kbaudit.report.finding.Fact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A summary as labels and values for people. What it does not say is left out. */
final class SummaryLines {
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int SHORT_NAMES = 1;
  private static final int COMPRESSED = 2;
  private static final int ADMINISTRATIVE_IMAGE = 4;
  private static final int NO_ELEVATION = 8;

  private final List<Fact> lines = new ArrayList<>();

  private SummaryLines() {}

  /** Returns the lines for a file of this kind. */
  static List<Fact> of(SummaryInformation summary, MsiKind kind) {
    SummaryLines lines = new SummaryLines();
    boolean installs = kind == MsiKind.PACKAGE || kind == MsiKind.MODULE;
    lines.add("Title", summary.title());
    lines.add("Subject", summary.subject());
    lines.add("Author", summary.author());
    lines.add("Keywords", summary.keywords());
    lines.add("Comments", summary.comments());
    summary.template().ifPresent(lines::addTemplate);
    lines.add("Last saved by", summary.lastSavedBy());
    lines.add(labelOfRevision(summary, kind), summary.revision());
    lines.add("Last printed", summary.lastPrinted().map(SummaryLines::time));
    lines.add("Created", summary.created().map(SummaryLines::time));
    lines.add("Last saved", summary.lastSaved().map(SummaryLines::time));
    lines.add("Page count", summary.pageCount(), installs ? installer(summary.pageCount()) : "");
    lines.add("Word count", summary.wordCount(), installs ? sources(summary.wordCount()) : "");
    lines.add("Char count", summary.charCount(), "");
    lines.add("Application", summary.application());
    lines.add("Security", summary.security(), security(summary.security()));
    lines.add("Code page", summary.codepage(), "");
    return lines.lines;
  }

  private void addTemplate(Template template) {
    for (String product : template.targetProducts()) {
      lines.add(new Fact("Target product", product));
    }
    if (template.targetProducts().isEmpty()) {
      lines.add(new Fact("Template", template.text()));
      add("Platform", template.platform());
    }
    if (!template.languages().isEmpty()) {
      String languages =
          template.languages().stream()
              .map(language -> language == 0 ? "0 (neutral)" : Integer.toString(language))
              .collect(Collectors.joining(", "));
      lines.add(new Fact("Languages", languages));
    }
  }

  private void add(String label, Optional<String> value) {
    value.ifPresent(text -> lines.add(new Fact(label, text)));
  }

  private void add(String label, OptionalInt number, String meaning) {
    if (number.isPresent()) {
      lines.add(new Fact(label, number.getAsInt() + (meaning.isEmpty() ? "" : ": " + meaning)));
    }
  }

  /** A revision that is nothing but a code is called by what the code is. */
  private static String labelOfRevision(SummaryInformation summary, MsiKind kind) {
    boolean codeAlone = summary.revision().map(String::strip).equals(summary.packageCode());
    if (!codeAlone || kind == MsiKind.TRANSFORM) {
      return "Revision";
    }
    return kind == MsiKind.PATCH ? "Patch code" : "Package code";
  }

  private static String time(Instant time) {
    return TO_THE_SECOND.format(time);
  }

  /** What the page count asks for, where it is a version times 100. */
  private static String installer(OptionalInt pageCount) {
    int version = pageCount.orElse(0);
    if (version < 100 || version >= 10_000) {
      return "";
    }
    int minor = version % 100;
    String digits =
        minor % 10 == 0 ? Integer.toString(minor / 10) : String.format(Locale.ROOT, "%02d", minor);
    return "Windows Installer " + version / 100 + "." + digits + " or later";
  }

  /** What the word count says of the sources, where it has no bits that are not known. */
  private static String sources(OptionalInt wordCount) {
    int bits = wordCount.orElse(0);
    if ((bits & ~(SHORT_NAMES | COMPRESSED | ADMINISTRATIVE_IMAGE | NO_ELEVATION)) != 0) {
      return "";
    }
    return ((bits & SHORT_NAMES) != 0 ? "short names" : "long names")
        + ((bits & COMPRESSED) != 0 ? ", compressed" : ", not compressed")
        + ((bits & ADMINISTRATIVE_IMAGE) != 0 ? ", administrative image" : "")
        + ((bits & NO_ELEVATION) != 0 ? ", no elevation needed" : "");
  }

  private static String security(OptionalInt security) {
    return switch (security.orElse(-1)) {
      case 0 -> "no restriction";
      case 2 -> "read-only recommended";
      case 4 -> "read-only enforced";
      default -> "";
    };
  }
}
