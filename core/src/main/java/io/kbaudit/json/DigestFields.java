package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The digests of a file, a field each: {@code md5}, {@code sha1}, {@code sha256}, {@code sha512}.
 */
public final class DigestFields {
  private static final Map<Digest.Algorithm, String> NAMES = names();

  /** Of these, version 1 of an article's schema has had fields from the beginning. */
  private static final Set<Digest.Algorithm> ALWAYS =
      EnumSet.of(Digest.Algorithm.SHA1, Digest.Algorithm.SHA256);

  private DigestFields() {}

  /** Writes a field for each digest that is there. */
  public static void write(JsonGenerator json, Digests digests) throws IOException {
    for (Map.Entry<Digest.Algorithm, String> name : NAMES.entrySet()) {
      Json.writeIfPresent(json, name.getValue(), digests.by(name.getKey()).map(Digest::hex));
    }
  }

  /** Writes the digests that a row of an article lists: the first two that were known, or null. */
  public static void writeOfArticle(JsonGenerator json, Digests digests) throws IOException {
    for (Map.Entry<Digest.Algorithm, String> name : NAMES.entrySet()) {
      Optional<String> hex = digests.by(name.getKey()).map(Digest::hex);
      if (ALWAYS.contains(name.getKey())) {
        Json.writeOptional(json, name.getValue(), hex);
      } else {
        Json.writeIfPresent(json, name.getValue(), hex);
      }
    }
  }

  public static Digests read(JsonValue value) throws JsonFormatException {
    List<Digest> digests = new ArrayList<>();
    for (Map.Entry<Digest.Algorithm, String> name : NAMES.entrySet()) {
      Digest.Algorithm algorithm = name.getKey();
      Optional<JsonValue> hex = value.find(name.getValue());
      if (hex.isPresent()) {
        digests.add(hex.get().as(algorithm.digits() + " hexadecimal digits", algorithm::find));
      }
    }
    return digests.isEmpty() ? Digests.NONE : new Digests(digests);
  }

  private static Map<Digest.Algorithm, String> names() {
    Map<Digest.Algorithm, String> names = new EnumMap<>(Digest.Algorithm.class);
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      names.put(algorithm, algorithm.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
