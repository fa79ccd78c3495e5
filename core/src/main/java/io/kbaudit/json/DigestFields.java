package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The digests of a file, a field each: {@code md5}, {@code sha1}, {@code sha256}, {@code sha512}.
 */
public final class DigestFields {
  /** Of these, version 1 of an article's schema has had fields from the beginning. */
  private static final Set<Digest.Algorithm> ALWAYS =
      EnumSet.of(Digest.Algorithm.SHA1, Digest.Algorithm.SHA256);

  private DigestFields() {}

  /** Writes a field for each digest that is there. */
  public static void write(JsonGenerator json, Digests digests) throws IOException {
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      Json.writeIfPresent(json, name(algorithm), digests.by(algorithm).map(Digest::hex));
    }
  }

  /** Writes the digests that a row of an article lists: the first two that were known, or null. */
  public static void writeOfArticle(JsonGenerator json, Digests digests) throws IOException {
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      Optional<String> hex = digests.by(algorithm).map(Digest::hex);
      if (ALWAYS.contains(algorithm)) {
        Json.writeOptional(json, name(algorithm), hex);
      } else {
        Json.writeIfPresent(json, name(algorithm), hex);
      }
    }
  }

  public static Digests read(JsonValue value) throws JsonFormatException {
    List<Digest> digests = new ArrayList<>();
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      value
          .find(name(algorithm), algorithm.digits() + " hexadecimal digits", algorithm::find)
          .ifPresent(digests::add);
    }
    return digests.isEmpty() ? Digests.NONE : new Digests(digests);
  }

  private static String name(Digest.Algorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }
}
