package io.kbaudit.registry;

import io.kbaudit.export.ExportFormatException;
import io.kbaudit.export.ExportedRows;
import io.kbaudit.file.SourceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads what is registered as installed from whatever it was exported to. */
public final class RegistryReader {
  /** Enough of a file to see what it is. */
  private static final int BEGINNING_BYTES = 256;

  /** What text may have between or before its letters, by its encoding. */
  private static final Pattern NO_LETTERS =
      Pattern.compile("\0|^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)");

  private static final Pattern HEADLESS =
      Pattern.compile("\\[-?(?:HKEY_|HKLM|HKCU|HKCR|HKU|\\\\)[^]]*\\].*", Pattern.DOTALL);

  private static final String HIVE = "regf";
  private static final String QUERIED = "HKEY_";

  private RegistryReader() {}

  /**
   * Reads an export of the registry ({@code .reg}), of which nothing is kept but what is about
   * installed products, or a list of programs as CSV or JSON. Its contents tell which it is.
   *
   * @throws RegistryFormatException where it is not understood, or has nothing of what is installed
   */
  public static InstalledProducts read(Path file) throws IOException {
    String source = SourceName.of(file);
    String beginning = beginning(file);
    ProductCollector products = new ProductCollector();
    if (RegistryExport.begins(beginning)) {
      readExport(file, source, products);
    } else {
      requireList(source, beginning);
      readList(file, source, products);
    }
    return products.products(source);
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String bytes = new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
      return NO_LETTERS.matcher(bytes).replaceAll("").stripLeading();
    }
  }

  private static void requireList(String source, String beginning) throws RegistryFormatException {
    if (beginning.isEmpty()) {
      throw new RegistryFormatException(source, 1, "the file is empty");
    }
    if (beginning.startsWith(HIVE)) {
      throw new RegistryFormatException(
          source, 1, "is a hive of the registry, not an export of it: " + RegistryExport.HOW);
    }
    if (beginning.startsWith(QUERIED)) {
      throw new RegistryFormatException(
          source, 1, "lists keys as 'reg query' does, which is no export: " + RegistryExport.HOW);
    }
    if (HEADLESS.matcher(beginning).matches()) {
      throw new RegistryFormatException(
          source,
          1,
          "begins with a key, not as an export does with 'Windows Registry Editor Version 5.00': "
              + RegistryExport.HOW);
    }
  }

  private static void readExport(Path file, String source, ProductCollector products)
      throws IOException {
    try (ExportLines lines = new ExportLines(source, Files.newInputStream(file))) {
      ExportReader reader = new ExportReader(products);
      boolean isWhole = RegistryExport.read(lines, reader);
      reader.end();
      int last = Math.max(1, lines.number() - 1);
      if (!products.isAnswered()) {
        throw lines.failure(
            last,
            "the export ends without a key that says what is installed: export"
                + " HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer,"
                + " HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall, and the latter"
                + " below HKLM\\SOFTWARE\\Wow6432Node too");
      }
      if (!isWhole) {
        products.remark(
            last, "the export does not end with an empty line, as exports do: it may be cut");
      }
    }
  }

  private static void readList(Path file, String source, ProductCollector products)
      throws IOException {
    ProgramRows rows = new ProgramRows(products);
    try {
      ExportedRows.read(file, rows::row);
    } catch (ExportFormatException e) {
      throw new RegistryFormatException(source, e.line(), e.problem());
    }
    if (rows.problem().isPresent()) {
      throw new RegistryFormatException(source, rows.firstLine(), rows.problem().get());
    }
    if (!products.isAnswered()) {
      throw new RegistryFormatException(
          source, rows.firstLine(), "no row is of a key that says what is installed");
    }
  }
}
