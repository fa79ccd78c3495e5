package io.kbaudit.script;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Scripts as tests make them. */
final class Scripts {
  private Scripts() {}

  /** Returns a step for a text alone, which is not run: the file is empty, its contents unknown. */
  static CopyStep step(String from, String to, Optional<String> backUp) {
    return new CopyStep(from, to, backUp, 0, Optional.empty());
  }

  /** Returns the text of a script of these steps. */
  static String text(Shell shell, String packageFolder, String share, CopyStep... steps)
      throws IOException, UnquotableException {
    return text(
        shell, new CopyScript(packageFolder, share, List.of(steps), List.of(), "kbaudit verify"));
  }

  static String text(Shell shell, CopyScript script) throws IOException, UnquotableException {
    StringWriter out = new StringWriter();
    shell.write(script, out);
    return out.toString();
  }

  /** Saves a script in an encoding that must have each of its characters. */
  static Path save(Path file, String text, Charset charset) throws IOException {
    return Files.writeString(file, text, charset);
  }
}
