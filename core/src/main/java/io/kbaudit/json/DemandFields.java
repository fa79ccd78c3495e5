package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is demanded of signatures, in an object that is left out where nothing is. */
public final class DemandFields {
  private DemandFields() {}

  public static void write(JsonGenerator json, SignatureDemand demand) throws IOException {
    if (demand.equals(SignatureDemand.NONE)) {
      return;
    }
    json.writeObjectFieldStart("signature");
    json.writeBooleanField("required", demand.required());
    json.writeArrayFieldStart("publishers");
    for (Publisher publisher : demand.publishers()) {
      json.writeString(publisher.text());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Returns what {@code holder} demands; of a document of before there were signatures nothing. */
  public static SignatureDemand read(JsonValue holder) throws JsonFormatException {
    Optional<JsonValue> value = holder.find("signature");
    if (value.isEmpty()) {
      return SignatureDemand.NONE;
    }
    List<Publisher> publishers = new ArrayList<>();
    for (JsonValue item : value.get().field("publishers").items()) {
      publishers.add(
          item.as(
              "the name of a publisher",
              text -> text.isBlank() ? Optional.empty() : Optional.of(Publisher.of(text))));
    }
    return new SignatureDemand(value.get().field("required").flag(), publishers);
  }
}
