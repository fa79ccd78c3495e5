package io.kbaudit.cli;

import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
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
    void writeTo(String format, Writer out) throws IOException;
  }

  /** What writes in every format, in a charset of its own; as text, in that of the style. */
  interface Document {
    void writeTo(String format, TextStyle style, OutputStream out) throws IOException;
  }

  private final Console console;
  private final ColorChoice color;

  ReportOutput(Console console, ColorChoice color) {
    this.console = console;
    this.color = color;
  }

  /** Writes one of the two, as {@code target} has it. */
  void send(ReportTarget target, Text text, Data data) throws CannotAskException, IOException {
    send(
        target,
        (format, style, out) -> {
          boolean asText = format.equals(ReportTarget.TEXT);
          Writer writer = Console.writer(out, asText ? style.charset() : StandardCharsets.UTF_8);
          if (asText) {
            text.writeTo(writer, style);
          } else {
            data.writeTo(format, writer);
          }
        });
  }

  /** Writes {@code document} as {@code target} has it. Files are coloured on demand. */
  void send(ReportTarget target, Document document) throws CannotAskException, IOException {
    if (target.file().isPresent()) {
      TextStyle style =
          new TextStyle(color == ColorChoice.ALWAYS, StandardCharsets.UTF_8)
              .withChoices(OptionNames::find);
      ReportFile.write(target.file().get(), out -> document.writeTo(target.format(), style, out));
    } else {
      document.writeTo(target.format(), console.style(color), console.out());
    }
  }
}
