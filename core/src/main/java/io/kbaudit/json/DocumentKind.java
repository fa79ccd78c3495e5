package io.kbaudit.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of our documents one is, told by the fields that stand before its list of files. */
public enum DocumentKind {
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
  INSPECTION("an inspection", "files");

  /** Lists that may be long; what tells the kind stands before them, or is their name. */
  private static final Set<String> LISTS = Set.of("files", "audits", "rows", "locations");

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
      return fields.contains("schemaVersion")
          ? List.of(values()).stream().filter(kind -> fields.contains(kind.field)).findFirst()
          : Optional.empty();
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns why a document is not of this kind, better than {@code problem} says it: which other
   * kind it is.
   *
   * @param in the document, from its beginning
   */
  public JsonFormatException instead(InputStream in, JsonFormatException problem)
      throws IOException {
    Optional<DocumentKind> kind = of(in).filter(other -> other != this);
    return kind.isEmpty()
        ? problem
        : new JsonFormatException(1, "this is " + kind.get().words + ", not " + words);
  }
}
