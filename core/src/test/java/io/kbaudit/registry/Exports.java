package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports as reg.exe writes them: UTF-16 with a mark, lines that end as on Windows. */
public final class Exports {
  static final String HEADER = "Windows Registry Editor Version 5.00\n\n";

  static final String INSTALLER =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer";

  static final String UNINSTALL =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

  private Exports() {}

  /** Writes an export of those lines, below its heading, and returns {@code file}. */
  public static Path write(Path file, String lines) throws IOException {
    return writeRaw(file, HEADER + lines + "\n");
  }

  /** Writes just that text, and returns {@code file}. */
  static Path writeRaw(Path file, String text) throws IOException {
    return Files.write(file, ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(UTF_16LE));
  }
}
