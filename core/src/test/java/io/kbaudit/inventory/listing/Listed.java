package io.kbaudit.inventory.listing;

import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists of files as tests write them down, and what was read in them. */
final class Listed {
  static final Optional<Locale> NO_CULTURE = Optional.empty();

  private Listed() {}

  static Inventory read(Path folder, String text) throws IOException {
    return read(folder, text, StandardCharsets.UTF_8, NO_CULTURE);
  }

  static Inventory read(Path folder, String text, Charset charset, Optional<Locale> culture)
      throws IOException {
    byte[] lines = text.replace("\n", "\r\n").getBytes(charset);
    return ListingReader.read(Files.write(folder.resolve("SRV1.list.txt"), lines), culture);
  }

  /** Returns each file in a line: path, size, time, version and digests. */
  static List<String> files(Inventory inventory) {
    return inventory.files().stream().map(Listed::text).toList();
  }

  private static String text(ObservedFile file) {
    if (file instanceof ObservedFile.Unreadable unreadable) {
      return file.path() + " cannot be read: " + unreadable.reason();
    }
    ObservedFile.Readable readable = (ObservedFile.Readable) file;
    String text = file.path() + " " + readable.sizeBytes() + " " + readable.modified();
    String version = readable.listedVersion().map(own -> " " + own).orElse("");
    StringBuilder digests = new StringBuilder();
    readable.digests().all().forEach(digest -> digests.append(' ').append(digest));
    return text + version + digests;
  }
}
