package io.kbaudit.inventory.saved;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.FileVersion;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a program, library or driver says about itself, as the fields of an object. */
final class ExecutableFields {
  private ExecutableFields() {}

  static void write(JsonGenerator json, PeInspection inspection) throws IOException {
    if (inspection.header().isPresent()) {
      json.writeObjectFieldStart("header");
      write(json, inspection.header().get());
      json.writeEndObject();
    } else {
      json.writeNullField("header");
    }
    json.writeArrayFieldStart("versions");
    for (VersionResource version : inspection.versions()) {
      json.writeStartObject();
      write(json, version);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("textsBeside", inspection.textsBeside());
    json.writeArrayFieldStart("problems");
    for (PeProblem problem : inspection.problems()) {
      json.writeStartObject();
      json.writeStringField("id", problem.kind().name());
      json.writeStringField("text", problem.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, PeHeader header) throws IOException {
    json.writeStringField("format", header.format().id());
    if (header.machine().code().isPresent()) {
      json.writeNumberField("machine", header.machine().code().get());
    } else {
      json.writeNullField("machine");
    }
    json.writeBooleanField("library", header.library());
    json.writeBooleanField("native", header.nativeCode());
    json.writeStringField("code", header.code().name());
    if (header.certificates().isPresent()) {
      json.writeObjectFieldStart("certificateTable");
      json.writeNumberField("offset", header.certificates().get().offset());
      json.writeNumberField("size", header.certificates().get().sizeBytes());
      json.writeEndObject();
    } else {
      json.writeNullField("certificateTable");
    }
    if (header.signing().isPresent()) {
      json.writeObjectFieldStart("signingFields");
      json.writeNumberField("checksum", header.signing().get().checksum());
      OptionalLong entry = header.signing().get().certificateEntry();
      if (entry.isPresent()) {
        json.writeNumberField("certificateEntry", entry.getAsLong());
      } else {
        json.writeNullField("certificateEntry");
      }
      json.writeEndObject();
    } else {
      json.writeNullField("signingFields");
    }
  }

  private static void write(JsonGenerator json, VersionResource version) throws IOException {
    json.writeNumberField("language", version.language());
    if (version.fixed().isPresent()) {
      FixedFileInfo fixed = version.fixed().get();
      json.writeObjectFieldStart("fixed");
      json.writeStringField("fileVersion", fixed.fileVersion().toString());
      json.writeStringField("productVersion", fixed.productVersion().toString());
      json.writeNumberField("flags", fixed.flags());
      json.writeNumberField("flagsMask", fixed.flagsMask());
      json.writeNumberField("fileType", fixed.fileType());
      json.writeEndObject();
    } else {
      json.writeNullField("fixed");
    }
    json.writeArrayFieldStart("strings");
    for (VersionResource.StringTable table : version.strings()) {
      json.writeStartObject();
      json.writeStringField("key", table.key());
      json.writeObjectFieldStart("values");
      for (Map.Entry<String, String> string : table.values().entrySet()) {
        json.writeStringField(string.getKey(), string.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("translations");
    for (VersionResource.Translation translation : version.translations()) {
      json.writeStartObject();
      json.writeNumberField("language", translation.language());
      json.writeNumberField("codepage", translation.codePage());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static PeInspection read(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> header = value.find("header");
    List<VersionResource> versions = new ArrayList<>();
    for (JsonValue version : value.field("versions").items()) {
      versions.add(version(version));
    }
    List<PeProblem> problems = new ArrayList<>();
    for (JsonValue problem : value.field("problems").items()) {
      problems.add(
          new PeProblem(
              problem.field("id").oneOf(PeProblem.Kind.values(), PeProblem.Kind::name),
              problem.field("text").text()));
    }
    return new PeInspection(
        header.isEmpty() ? Optional.empty() : Optional.of(header(header.get())),
        versions,
        value.field("textsBeside").flag(),
        problems);
  }

  private static PeHeader header(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> machine = value.find("machine");
    Optional<JsonValue> table = value.find("certificateTable");
    Optional<JsonValue> signing = value.find("signingFields");
    return new PeHeader(
        value.field("format").oneOf(PeFormat.values(), PeFormat::id),
        new Machine(machine.isEmpty() ? Optional.empty() : Optional.of(machine.get().count(0))),
        value.field("library").flag(),
        value.field("native").flag(),
        value.field("code").oneOf(PeHeader.Code.values(), PeHeader.Code::name),
        table.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PeHeader.CertificateTable(
                    table.get().field("offset").number(0), table.get().field("size").number(0))),
        signing.isEmpty() ? Optional.empty() : Optional.of(signingFields(signing.get())));
  }

  private static PeHeader.SigningFields signingFields(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> entry = value.find("certificateEntry");
    return new PeHeader.SigningFields(
        value.field("checksum").number(0),
        entry.isEmpty() ? OptionalLong.empty() : OptionalLong.of(entry.get().number(0)));
  }

  private static VersionResource version(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> fixed = value.find("fixed");
    List<VersionResource.StringTable> strings = new ArrayList<>();
    for (JsonValue table : value.field("strings").items()) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonValue> string : table.field("values").fields().entrySet()) {
        values.put(string.getKey(), string.getValue().text());
      }
      strings.add(new VersionResource.StringTable(table.field("key").text(), values));
    }
    List<VersionResource.Translation> translations = new ArrayList<>();
    for (JsonValue translation : value.field("translations").items()) {
      translations.add(
          new VersionResource.Translation(
              translation.field("language").count(0), translation.field("codepage").count(0)));
    }
    return new VersionResource(
        value.field("language").count(0),
        fixed.isEmpty() ? Optional.empty() : Optional.of(fixed(fixed.get())),
        strings,
        translations);
  }

  private static FixedFileInfo fixed(JsonValue value) throws JsonFormatException {
    return new FixedFileInfo(
        version(value, "fileVersion"),
        version(value, "productVersion"),
        value.field("flags").integer(),
        value.field("flagsMask").integer(),
        value.field("fileType").integer());
  }

  private static FileVersion version(JsonValue value, String field) throws JsonFormatException {
    return value.field(field).as("a version such as 6.1.7600.16385", FileVersion::find);
  }
}
