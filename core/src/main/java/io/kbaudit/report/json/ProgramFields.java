package io.kbaudit.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.FileVersion;
import io.kbaudit.json.Json;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.signature.SignatureInspection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a program, library or driver says about itself, as fields of its object. What several
 * version resources state differently is null, and in full in each of them.
 */
record ProgramFields(Set<InspectionPart> parts) {
  void write(JsonGenerator json, InspectedFiles.InspectedProgram file) throws IOException {
    PeInspection inspection = file.inspection();
    Json.writeOptional(json, "kind", inspection.kind().map(PeKind::id));
    json.writeBooleanField("sound", file.sound());
    json.writeArrayFieldStart("problems");
    for (PeProblem problem : inspection.problems()) {
      json.writeStartObject();
      json.writeStringField("id", problem.kind().name());
      json.writeStringField("text", problem.text());
      json.writeEndObject();
    }
    ContentsFields.writeBrokenSignature(json, file);
    json.writeEndArray();
    if (parts.contains(InspectionPart.SUMMARY)) {
      writeHeader(json, inspection.header(), file.signatures());
      writeVersions(json, inspection.fileVersions(), inspection.productVersions());
      writeFlags(json, inspection.fixed());
      writeTranslations(
          json,
          inspection.versions().stream()
              .flatMap(version -> version.translations().stream())
              .distinct()
              .toList());
    }
    if (parts.contains(InspectionPart.PROPERTIES)) {
      writeStrings(
          json,
          inspection.versions().stream().flatMap(version -> version.strings().stream()).toList());
    }
    if (inspection.versions().size() > 1) {
      json.writeArrayFieldStart("versions");
      for (VersionResource version : inspection.versions()) {
        json.writeStartObject();
        write(json, version);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void writeHeader(
      JsonGenerator json, Optional<PeHeader> header, Optional<SignatureInspection> signatures)
      throws IOException {
    Json.writeOptional(json, "format", header.map(PeHeader::format).map(PeFormat::id));
    Json.writeOptional(json, "machine", header.map(PeHeader::machine).map(Machine::id));
    Json.writeOptional(
        json,
        "code",
        header.map(read -> read.code().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    Optional<CertificateTable> certificates = header.flatMap(PeHeader::certificates);
    if (certificates.isPresent()) {
      json.writeNumberField("certificateTableBytes", certificates.get().sizeBytes());
    } else {
      json.writeNullField("certificateTableBytes");
    }
    if (header.isPresent()) {
      ContentsFields.writeSignature(json, certificates.isPresent(), signatures);
    }
  }

  private static void writeVersions(
      JsonGenerator json, List<FileVersion> files, List<FileVersion> products) throws IOException {
    Json.writeOptional(json, "fileVersion", only(files));
    Json.writeOptional(json, "productVersion", only(products));
  }

  private static Optional<String> only(List<FileVersion> versions) {
    return versions.size() == 1 ? Optional.of(versions.get(0).toString()) : Optional.empty();
  }

  private static void writeFlags(JsonGenerator json, Stream<FixedFileInfo> fixed)
      throws IOException {
    json.writeArrayFieldStart("flags");
    for (String flag : fixed.flatMap(info -> info.flagNames().stream()).distinct().toList()) {
      json.writeString(flag);
    }
    json.writeEndArray();
  }

  private static void writeTranslations(JsonGenerator json, List<Translation> translations)
      throws IOException {
    json.writeArrayFieldStart("translations");
    for (Translation translation : translations) {
      json.writeString(translation.key());
    }
    json.writeEndArray();
  }

  /** Writes tables by their keys; of two of one key the strings of the first, and what it lacks. */
  private static void writeStrings(JsonGenerator json, List<StringTable> tables)
      throws IOException {
    Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
    for (StringTable table : tables) {
      Map<String, String> values = byKey.computeIfAbsent(table.key(), key -> new LinkedHashMap<>());
      table.values().forEach(values::putIfAbsent);
    }
    json.writeObjectFieldStart("strings");
    for (Map.Entry<String, Map<String, String>> table : byKey.entrySet()) {
      json.writeObjectFieldStart(table.getKey());
      for (Map.Entry<String, String> string : table.getValue().entrySet()) {
        json.writeStringField(string.getKey(), string.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, VersionResource version) throws IOException {
    json.writeNumberField("language", version.language());
    writeVersions(
        json,
        version.fixed().map(FixedFileInfo::fileVersion).stream().toList(),
        version.fixed().map(FixedFileInfo::productVersion).stream().toList());
    writeFlags(json, version.fixed().stream());
    writeTranslations(json, version.translations());
    writeStrings(json, version.strings());
  }
}
