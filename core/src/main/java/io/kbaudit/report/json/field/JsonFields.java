package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.article.Article;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Tally;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.Json;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.PolicyRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Fields that several JSON documents have, written alike in all of them. */
public final class JsonFields {
  private JsonFields() {}

  public static void writeArticle(JsonGenerator json, Article article) throws IOException {
    DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
  }

  /** What is not selected by is left out, and so is the whole where all rows are meant. */
  public static void writeSelection(JsonGenerator json, RowSelection selection) throws IOException {
    if (!selection.equals(RowSelection.ALL)) {
      json.writeObjectFieldStart("rows");
      Json.writeOptional(json, "group", selection.group());
      Json.writeOptional(json, "platform", selection.platform());
      Json.writeOptional(json, "language", selection.language());
      json.writeEndObject();
    }
  }

  /** Writes what was asked of the files at one place, and how strictly. */
  public static void writePolicy(JsonGenerator json, PolicyRecord policy) throws IOException {
    json.writeObjectFieldStart("policy");
    json.writeStringField("accept", policy.acceptance().id());
    json.writeStringField("unlisted", policy.unlistedFiles().id());
    writeSelection(json, policy.selection());
    json.writeStringField("tolerance", policy.tolerance().toString());
    Json.writeOptional(json, "sourceZone", policy.sourceZone());
    Json.writeOptional(json, "baseline", policy.baseline());
    writeChecks(json, "checks", policy.checks());
    writeChecks(json, "skipped", policy.skipped());
    json.writeEndObject();
  }

  private static void writeChecks(JsonGenerator json, String field, Collection<Check> checks)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Check check : checks) {
      json.writeString(check.name());
    }
    json.writeEndArray();
  }

  /** Writes how many files came out how, as fields of a summary. */
  public static void writeTally(JsonGenerator json, Tally tally) throws IOException {
    json.writeNumberField("expected", tally.expected());
    json.writeNumberField("passed", tally.passed());
    json.writeNumberField("failed", tally.failed());
    json.writeNumberField("undecided", tally.undecided());
  }

  /** Writes how the files of one place came out, and how much of it was not seen. */
  public static void writeSummary(JsonGenerator json, FolderRecord place) throws IOException {
    json.writeObjectFieldStart("summary");
    writeTally(json, place.tally());
    json.writeNumberField("unlisted", place.unlisted().size());
    writeUnreadRows(json, place.unreadRows());
    json.writeNumberField("foldersNotListed", place.foldersNotListed());
    json.writeEndObject();
  }

  /** Writes how many rows of the article are unread: while there are any, nothing is compliant. */
  public static void writeUnreadRows(JsonGenerator json, int rows) throws IOException {
    json.writeNumberField("unreadRows", rows);
  }

  public static void writeRemarks(JsonGenerator json, List<Remark> remarks) throws IOException {
    json.writeArrayFieldStart("remarks");
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("id", remark.id());
      json.writeStringField("text", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes what a row lists; a size that the article rounds is no number of bytes. */
  public static void writeListed(
      JsonGenerator json, Optional<ListedSize> size, Optional<ListedTime> modified)
      throws IOException {
    OptionalLong bytes = size.map(ListedSize::exactBytes).orElse(OptionalLong.empty());
    if (bytes.isPresent()) {
      json.writeNumberField("size", bytes.getAsLong());
    } else {
      json.writeNullField("size");
      if (size.isPresent()) {
        json.writeStringField("roundedSize", size.get().toString());
      }
    }
    Json.writeOptional(json, "modified", modified);
  }

  /** Writes what was found; digests only where they were asked for. */
  public static void writeObserved(JsonGenerator json, ObservedFile file) throws IOException {
    json.writeStringField("path", file.path());
    if (file instanceof ObservedFile.Readable readable) {
      json.writeNumberField("size", readable.sizeBytes());
      json.writeStringField("modified", readable.modified().toString());
      if (readable.sha256().isPresent()) {
        json.writeStringField("sha256", readable.sha256().get().hex());
      }
      if (readable.sha1().isPresent()) {
        json.writeStringField("sha1", readable.sha1().get().hex());
      }
    } else if (file instanceof ObservedFile.Unreadable unreadable) {
      json.writeStringField("unreadable", unreadable.reason());
    }
  }
}
