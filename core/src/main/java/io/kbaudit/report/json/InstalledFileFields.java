package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.json.Json;
import io.kbaudit.msi.InstalledFile;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.PackagedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The fields of the files that a package installs, one written before the next is read. */
final class InstalledFileFields {
  private InstalledFileFields() {}

  static void write(JsonGenerator json, InstalledFiles installed) throws IOException {
    if (installed.files().isEmpty()) {
      json.writeNullField("installedFiles");
    } else {
      json.writeArrayFieldStart("installedFiles");
      for (InstalledFile file : installed.files().get()) {
        write(json, file);
      }
      json.writeEndArray();
    }
    writeProblems(json, "installedFilesProblems", installed.problems());
  }

  private static void write(JsonGenerator json, InstalledFile file) throws IOException {
    PackagedFile row = file.row();
    json.writeStartObject();
    Json.writeOptional(json, "name", stated(row.name()));
    Json.writeOptional(json, "shortName", row.shortName());
    Json.writeOptional(json, "size", row.sizeBytes());
    Json.writeOptional(json, "version", row.version());
    Json.writeOptional(json, "language", row.language());
    Json.writeOptional(json, "md5", file.md5());
    Json.writeOptional(json, "folder", file.folder());
    Json.writeOptional(json, "file", stated(row.id()));
    Json.writeOptional(json, "component", stated(row.component()));
    Json.writeOptional(json, "attributes", row.attributes());
    writeProblems(json, "problems", file.problems());
    json.writeEndObject();
  }

  private static Optional<String> stated(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void writeProblems(JsonGenerator json, String field, List<String> problems)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String problem : problems) {
      json.writeString(problem);
    }
    json.writeEndArray();
  }
}
