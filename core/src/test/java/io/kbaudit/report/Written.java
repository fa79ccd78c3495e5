package io.kbaudit.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.TimeZone;

/** What is written, as text. */
public final class Written {
  /** What writes. */
  @FunctionalInterface
  public interface Report {
    void write(Writer out) throws IOException;
  }

  /** What makes a text. */
  @FunctionalInterface
  public interface Text {
    String make() throws IOException;
  }

  private Written() {}

  /** Returns what {@code report} writes. */
  public static String by(Report report) throws IOException {
    StringWriter out = new StringWriter();
    report.write(out);
    return out.toString();
  }

  /** Returns {@code text} as it is made in Turkey, with Arabic digits, at an odd hour. */
  public static String elsewhere(Text text) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try {
      return text.make();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
