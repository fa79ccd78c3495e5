package io.kbaudit;

import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.listing.ListingReader;
import io.kbaudit.inventory.saved.InventoryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** What was found in folders before: by kbaudit, or by another program. */
final class SavedInventories {
  private static final int HEAD_BYTES = 256;

  /** How a document of ours begins, however it was laid out since. */
  private static final Pattern OURS =
      Pattern.compile("(?:\\xEF\\xBB\\xBF)?\\s*\\{\\s*\"schemaVersion\"[\\s\\S]*");

  private SavedInventories() {}

  /**
   * Returns what is written down in a file.
   *
   * @throws IOException if it cannot be read or understood
   */
  static Inventory read(Target.Saved saved) throws IOException {
    return isOurs(saved)
        ? InventoryReader.read(saved.path())
        : ListingReader.read(saved.path(), saved.culture());
  }

  private static boolean isOurs(Target.Saved saved) throws IOException {
    try (InputStream in = Files.newInputStream(saved.path())) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return OURS.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }
  }
}
