package io.kbaudit.inventory.saved;

import io.kbaudit.file.Digest;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DocumentKind;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.json.JsonValue;
import io.kbaudit.json.SignatureEvidenceFields;
import io.kbaudit.signature.SignatureEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads an inventory that {@link InventoryWriter} wrote, file by file. What is missing, of another
 * kind than it should be, or changed since it was written is refused with its line; fields that it
 * does not know are passed over, which a later version may have added.
 */
public final class InventoryReader {
  private static final int BUFFER_BYTES = 64 * 1024;

  private static final Set<String> KNOWN =
      Set.of(
          "extent",
          "folder",
          "foldersLeft",
          "gaps",
          "label",
          "linkLoops",
          InventoryWriter.LINKS_FOLLOWED,
          "recursive",
          "schemaVersion",
          "sha256",
          "tool");

  private final JsonReader json;

  private InventoryReader(JsonReader json) {
    this.json = json;
  }

  /**
   * Reads the inventory in {@code file}, a regular one.
   *
   * @throws InventoryFormatException if it is none, is cut, or was changed since it was written
   * @throws IOException if the file cannot be read
   */
  public static Inventory read(Path file) throws IOException {
    String source = SourceName.of(file);
    try (InputStream in = Files.newInputStream(file);
        JsonReader json = JsonReader.of(in)) {
      return new InventoryReader(json).readAll(file);
    } catch (JsonFormatException e) {
      JsonFormatException problem = instead(file, e);
      throw new InventoryFormatException(
          source, problem.line(), String.valueOf(problem.getMessage()));
    }
  }

  private static JsonFormatException instead(Path file, JsonFormatException problem)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DocumentKind.INVENTORY.instead(in, problem);
    }
  }

  private Inventory readAll(Path file) throws IOException {
    JsonValue whole = json.begin();
    FileList.Builder files = new FileList.Builder();
    boolean listed = false;
    OptionalLong covered = OptionalLong.empty();
    while (json.nextField()) {
      String field = json.field();
      if (covered.isPresent() && (field.equals("files") || KNOWN.contains(field))) {
        throw json.here()
            .wrong("'" + field + "' stands behind the SHA-256, which does not cover it");
      }
      if (field.equals("files")) {
        json.here().requireList();
        readFiles(files);
        listed = true;
        continue;
      }
      if (field.equals(InventoryWriter.DIGEST)) {
        covered = json.bytesBeforeField();
      }
      json.readField(whole, KNOWN);
      if (field.equals("schemaVersion")) {
        JsonReader.requireVersion(whole);
      }
    }
    json.end();
    JsonReader.requireVersion(whole);
    if (!listed) {
      throw whole.wrong("'files' is missing here");
    }
    Inventory inventory = inventory(whole, files.build());
    requireUnchanged(file, whole, covered);
    return inventory;
  }

  private void readFiles(FileList.Builder files) throws IOException {
    String before = "";
    while (json.nextItem()) {
      JsonValue value = json.read();
      ObservedFile file = FileFields.read(value);
      int order = before.compareTo(file.path());
      if (order >= 0 && files.size() > 0) {
        throw value
            .field("path")
            .wrong(
                order == 0
                    ? "two files have one path"
                    : "not in the order of the paths, as a path has that was added by hand");
      }
      files.add(file);
      before = file.path();
    }
  }

  private static Inventory inventory(JsonValue whole, FileList files) throws JsonFormatException {
    List<Inventory.Gap> gaps = new ArrayList<>();
    for (JsonValue gap : whole.field("gaps").items()) {
      gaps.add(new Inventory.Gap(gap.field("path").text(), gap.field("reason").text()));
    }
    Optional<JsonValue> followed = whole.find(InventoryWriter.LINKS_FOLLOWED);
    return new Inventory(
        whole.field("folder").text(),
        whole.field("recursive").flag(),
        files,
        gaps,
        whole.field("foldersLeft").texts(),
        whole.field("linkLoops").texts(),
        followed.isEmpty() ? List.of() : followed.get().texts(),
        whole.findText("label"),
        extent(whole.field("extent")),
        Optional.empty());
  }

  private static Extent extent(JsonValue extent) throws JsonFormatException {
    boolean signatures = extent.field("signatures").flag();
    SignatureEvidence evidence = SignatureEvidenceFields.read(extent);
    if (!signatures && !evidence.isNone()) {
      throw extent.wrong("what signatures were judged by, though none were");
    }
    return new Extent(
        extent.field("contents").flag(),
        extent.field("thorough").flag(),
        signatures,
        evidence,
        extent.flagOr(InventoryWriter.FOLLOWS_LINKS, false));
  }

  private static void requireUnchanged(Path file, JsonValue whole, OptionalLong covered)
      throws IOException {
    JsonValue stated = whole.field(InventoryWriter.DIGEST);
    Digest digest = stated.as("64 hexadecimal digits", Digest.Algorithm.SHA256::find);
    if (covered.isEmpty() || !isOf(file, covered.getAsLong(), digest)) {
      throw stated.wrong(
          "the inventory was changed since it was written: what is above does not have the"
              + " SHA-256");
    }
  }

  /** Returns whether that is the digest of as many bytes, but for those that lead to its field. */
  private static boolean isOf(Path file, long bytes, Digest digest) throws IOException {
    byte[] before = InventoryWriter.BEFORE_DIGEST.getBytes(StandardCharsets.US_ASCII);
    MessageDigest computation = Digest.Algorithm.SHA256.newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      long left = bytes - before.length;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return false;
        }
        computation.update(buffer, 0, read);
        left -= read;
      }
      return Arrays.equals(in.readNBytes(before.length), before)
          && Digest.of(Digest.Algorithm.SHA256, computation).equals(digest);
    }
  }
}
