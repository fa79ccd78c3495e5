package io.kbaudit.cli;

import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Sends a report where it was asked for: to standard output, or to a file. */
final class ReportOutput {
  /** What writes text for people in a style. */
  interface Text {
    void writeTo(Writer out, TextStyle style) throws IOException;
  }

  /** What writes in any other format. */
  interface Data {
    void writeTo(ReportFormat format, Writer out) throws IOException;
  }

  private final Console console;
  private final ColorChoice color;

  ReportOutput(Console console, ColorChoice color) {
    this.console = console;
    this.color = color;
  }

  /** Writes one of the two, as {@code target} has it. Files are UTF-8, and coloured on demand. */
  void send(ReportTarget target, Text text, Data data) throws CannotAskException, IOException {
    boolean asData = target.format() != ReportFormat.TEXT;
    if (target.file().isPresent()) {
      TextStyle style = new TextStyle(color == ColorChoice.ALWAYS, StandardCharsets.UTF_8);
      ReportFile.write(
          target.file().get(),
          out -> {
            if (asData) {
              data.writeTo(target.format(), out);
            } else {
              text.writeTo(out, style);
            }
          });
    } else if (asData) {
      data.writeTo(target.format(), console.utf8Writer());
    } else {
      text.writeTo(console.textWriter(), console.style(color));
    }
  }
}
