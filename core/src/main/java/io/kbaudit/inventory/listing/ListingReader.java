package io.kbaudit.inventory.listing;

import io.kbaudit.export.ExportFormatException;
import io.kbaudit.export.ExportedRows;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.text.DecodedText;
import io.kbaudit.text.Letters;
import io.kbaudit.text.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a list of files that another program made, told apart by what is in it:
 *
 * <ul>
 *   <li>what PowerShell's {@code Export-Csv} and {@code ConvertTo-Json} make of {@code
 *       Get-ChildItem}, see {@link RowListing}, and osquery's and Ansible's JSON;
 *   <li>{@code dir} of cmd, see {@link DirListing}.
 * </ul>
 *
 * <p>Times without a zone are kept as though they were UTC: those of {@code dir}, {@code
 * LastWriteTime}, and those that Ansible's {@code win_find} and {@code win_stat} have as seconds
 * since 1970 are local, and whoever audits the inventory says of which zone.
 */
public final class ListingReader {
  /** Before the first file of dir stand a few lines. */
  private static final int HEAD_BYTES = 1 << 14;

  private static final int HEAD_LINES = 40;

  private static final Pattern CELL_END = Pattern.compile("[,;\t|]");

  /** Of each list in rows one of them is a column; of dir none is a line, or a part of one. */
  private static final Set<String> COLUMNS =
      Set.of("name", "fullname", "path", "filename", "length", "size", "hash", "pspath");

  private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[^.]*$");

  private ListingReader() {}

  /**
   * Reads all of {@code file}.
   *
   * @param culture in whose manner dates are written, where that is known
   * @return files of which metadata alone is known, digests and versions among it where the list
   *     states them; the folder is called as the list has it, else as the file is, without its
   *     extension
   * @throws InventoryFormatException if it is no such list, or not whole; if it lacks sizes or
   *     times; if a date may be read in two ways and nothing tells in which
   */
  public static Inventory read(Path file, Optional<Locale> culture) throws IOException {
    String source = SourceName.of(file);
    ListedTimes times = new ListedTimes(culture);
    ListedFiles files = new ListedFiles(source, times);
    if (isDir(head(file))) {
      DirListing dir = new DirListing(source, files, times);
      dir.end(new TextLines(file, source).read(dir::take));
    } else {
      try {
        ExportedRows.read(file, new RowListing(files, times));
      } catch (ExportFormatException e) {
        throw new InventoryFormatException(e.source(), e.line(), e.problem());
      }
    }
    return files.inventory(EXTENSION.matcher(source).replaceFirst(""));
  }

  private static boolean isDir(List<String> lines) {
    for (String line : lines) {
      for (String cell : CELL_END.split(line, -1)) {
        if (COLUMNS.contains(Letters.small(cell.replace("\"", "").strip()))) {
          return false;
        }
      }
      if (line.startsWith("{") || line.startsWith("[") || DirListing.isSign(line)) {
        return !line.startsWith("{") && !line.startsWith("[");
      }
    }
    return false;
  }

  private static List<String> head(Path file) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(HEAD_BYTES);
    }
    StringBuilder text = new StringBuilder();
    try (DecodedText decoded = DecodedText.of(new ByteArrayInputStream(first))) {
      if (decoded.charset().equals(StandardCharsets.UTF_8)) {
        text.append(new String(first, StandardCharsets.ISO_8859_1));
      } else {
        append(decoded, text);
      }
    } catch (UndecodableException atTheEnd) {
      // What stands before it tells.
    }
    return text.toString().lines().limit(HEAD_LINES).toList();
  }

  private static void append(Reader from, StringBuilder text) throws IOException {
    char[] some = new char[HEAD_BYTES];
    for (int count = from.read(some); count >= 0; count = from.read(some)) {
      text.append(some, 0, count);
    }
  }
}
