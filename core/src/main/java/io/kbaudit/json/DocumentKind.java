package io.kbaudit.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of our documents one is, told by the fields that stand before its list of files. */
public enum DocumentKind {
  /** What differs between two audits. */
  COMPARISON("a comparison", "comparison"),
  /** What copying a package would change. */
  PLAN("a plan", "readiness"),
  /** An audit, of one folder or of several places. */
  AUDIT("a saved audit", "verdict"),
  /** Which file belongs where. */
  PROFILE("a profile's report", "locations"),
  /** What an article lists. */
  ARTICLE("an article's report", "rows"),
  /** Which articles list some files. */
  IDENTIFICATION("an identification", "outcome"),
  /** What is in a folder. */
  INVENTORY("an inventory", "extent"),
  /** Contents once verified. */
  BASELINE("a baseline", "tool"),
  /** What packages and programs say of themselves. */
  INSPECTION("an inspection", "files"),
  /** An audit in an envelope of DSSE, which has no version of ours. */
  SIGNED_AUDIT("a signed audit", "payloadType");

  /** Lists that may be long; what tells the kind stands before them, or is their name. */
  private static final Set<String> LISTS = Set.of("files", "audits", "rows", "locations");

  /** What audits have, and baselines have not: one without a verdict is no baseline. */
  private static final Set<String> OF_AUDITS = Set.of("target", "audits");

  private final String words;
  private final String field;

  DocumentKind(String words, String field) {
    this.words = words;
    this.field = field;
  }

  /**
   * Returns of which kind the document in {@code in} is; absent where it is none of ours. Where
   * nobody could read so far, absent, too.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Optional<DocumentKind> of(InputStream in) throws IOException {
    try (JsonReader json = JsonReader.of(in)) {
      json.begin();
      Set<String> fields = new HashSet<>();
      while (json.nextField()) {
        fields.add(json.field());
        if (LISTS.contains(json.field())) {
          break;
        }
        json.skip();
      }
      return Stream.of(values()).filter(kind -> kind.isToldBy(fields)).findFirst();
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isToldBy(Set<String> fields) {
    return switch (this) {
      case SIGNED_AUDIT -> fields.contains(field);
      case BASELINE, INSPECTION -> isOurs(fields) && OF_AUDITS.stream().noneMatch(fields::contains);
      default -> isOurs(fields);
    };
  }

  private boolean isOurs(Set<String> fields) {
    return fields.contains("schemaVersion") && fields.contains(field);
  }

  /**
   * Returns why a document is not of this kind, better than {@code problem} says it: which other
   * kind it is.
   *
   * @param in the document, from its beginning
   */
  public JsonFormatException instead(InputStream in, JsonFormatException problem)
      throws IOException {
    Optional<DocumentKind> kind =
        of(in).filter(other -> other != this && (this != AUDIT || other != SIGNED_AUDIT));
    return kind.isEmpty()
        ? problem
        : new JsonFormatException(1, "this is " + kind.get().words + ", not " + words);
  }
}
