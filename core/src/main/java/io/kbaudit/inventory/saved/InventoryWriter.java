package io.kbaudit.inventory.saved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.json.SignatureEvidenceFields;
import io.kbaudit.text.PortablePath;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes an inventory down, as JSON, so that it can be audited on another computer as though the
 * files were there. Of its folder it keeps the {@linkplain PortablePath name} alone.
 *
 * <p>At its end stands the SHA-256 of all that is before, in UTF-8: what was changed since, by hand
 * or on its way, is found out; who changes that too is not.
 */
public final class InventoryWriter {
  /** The last field, and what the writer puts before it, which its digest does not cover. */
  static final String DIGEST = "sha256";

  static final String LINKS_FOLLOWED = "linksFollowed";

  static final String FOLLOWS_LINKS = "followsLinks";

  static final String BEFORE_DIGEST = ",\n  ";

  private InventoryWriter() {}

  /**
   * Writes {@code inventory}, piece by piece. The writer is flushed, and left open.
   *
   * @param out whose characters are to come out as UTF-8
   * @throws IOException if the writer cannot take it
   */
  public static void write(Inventory inventory, Writer out) throws IOException {
    DigestingWriter digesting = new DigestingWriter(out);
    Json.write(
        digesting,
        json -> {
          writeHead(json, inventory);
          json.writeArrayFieldStart("files");
          for (ObservedFile file : inventory.files()) {
            json.writeStartObject();
            FileFields.write(json, file);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.flush();
          Digest digest = digesting.digest();
          json.writeStringField(DIGEST, digest.hex());
        });
  }

  private static void writeHead(JsonGenerator json, Inventory inventory) throws IOException {
    DocumentHead.writeTool(json);
    json.writeStringField("folder", PortablePath.of(inventory.folder()));
    Json.writeIfPresent(json, "label", inventory.label());
    json.writeBooleanField("recursive", inventory.recursive());
    write(json, inventory.extent());
    json.writeArrayFieldStart("gaps");
    for (Inventory.Gap gap : inventory.gaps()) {
      json.writeStartObject();
      json.writeStringField("path", gap.path());
      json.writeStringField("reason", gap.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeTexts(json, "foldersLeft", inventory.foldersLeft());
    writeTexts(json, "linkLoops", inventory.linkLoops());
    if (!inventory.linksFollowed().isEmpty()) {
      writeTexts(json, LINKS_FOLLOWED, inventory.linksFollowed());
    }
  }

  private static void write(JsonGenerator json, Extent extent) throws IOException {
    json.writeObjectFieldStart("extent");
    json.writeBooleanField("contents", extent.contents());
    json.writeBooleanField("thorough", extent.thorough());
    json.writeBooleanField("signatures", extent.signatures());
    SignatureEvidenceFields.write(json, extent.evidence());
    if (extent.followsLinks()) {
      json.writeBooleanField(FOLLOWS_LINKS, true);
    }
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
