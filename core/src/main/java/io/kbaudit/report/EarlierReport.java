package io.kbaudit.report;

import io.kbaudit.json.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a file is a report that was written before, over which another may be written without
 * losing anything else.
 */
public final class EarlierReport {
  /** What tells a report stands at its very beginning; SARIF has its schema before it. */
  private static final int HEAD_BYTES = 4096;

  /**
   * What a report is of. In JSON and as a page each is told from the others; in formats whose
   * beginnings are alike, no other report of the format is told from it.
   */
  public enum Kind {
    /** An audit. */
    AUDIT("audit of ", DocumentKind.AUDIT),
    /** What differs between two audits. */
    COMPARISON("two audits of ", DocumentKind.COMPARISON),
    /** What copying a package would change. */
    PLAN("plan for ", DocumentKind.PLAN),
    /** What an article lists. */
    ARTICLE("article ", DocumentKind.ARTICLE),
    /** Which file belongs where. */
    PROFILE("profile ", DocumentKind.PROFILE),
    /** What packages and programs say of themselves. */
    INSPECTION("inspection ", DocumentKind.INSPECTION),
    /** Which articles list some files. */
    IDENTIFICATION("identification ", DocumentKind.IDENTIFICATION);

    private final Pattern title;
    private final DocumentKind document;

    Kind(String title, DocumentKind document) {
      this.title = Pattern.compile("<title>[^<]*: " + title);
      this.document = document;
    }
  }

  private static final String VERDICT = "(?:COMPLIANT|NON-COMPLIANT|INDETERMINATE)\\b";

  private static final String DIFFERENCE =
      "(?:NO NEW FAILURE|NEW FAILURES|NOT COMPARABLE|NO DIFFERENCE|UNDECIDED)\\b";

  private static final String READINESS = "(?:READY|OBSTRUCTED|UNDECIDED): ";

  /** How reports begin, by their format; of text, after colours are taken out. */
  private static final Map<String, Pattern> BEGINNINGS =
      Map.of(
          "text",
          beginning(
              "(?:Article|Before) {4,}|"
                  + DIFFERENCE
                  + "|"
                  + VERDICT
                  + "|"
                  + READINESS
                  + "|\\S+ (?:NOT SOUND|SOUND|UNREADABLE)  |\\d+ rows? read, "
                  + "|\\S+ [^\n]*  (?:listed|identified|cannot)"),
          "html",
          beginning("<!DOCTYPE html>.*<meta name=\"generator\" content=\"kbaudit\">"),
          "markdown",
          beginning("# (?:" + VERDICT + "|" + DIFFERENCE + ")"),
          "csv",
          beginning(
              "article,location,|path,kind,|result,path,|package,folder,|File name,Date \\(UTC\\)"),
          "junit",
          beginning("<\\?xml [^>]*>\\s*<testsuites name=\"kbaudit\""),
          "sarif",
          beginning("\\{\\s*\"version\": \"2.1.0\".*\"name\": \"kbaudit\""),
          "prometheus",
          beginning("# HELP kbaudit_"),
          "nagios",
          beginning("KBAUDIT [A-Z]+ - "));

  private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9;]*m");

  private EarlierReport() {}

  private static Pattern beginning(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /**
   * Returns whether {@code file} is an inventory.
   *
   * @throws IOException if the file cannot be read
   */
  public static boolean isInventory(Path file) throws IOException {
    return kindOf(file).equals(Optional.of(DocumentKind.INVENTORY));
  }

  private static Optional<DocumentKind> kindOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DocumentKind.of(in);
    }
  }

  /**
   * Returns whether {@code file} is such a report, or empty.
   *
   * @param kind of what it is to be
   * @param format of reports, by its name: {@code html}
   * @throws IOException if the file cannot be read
   */
  public static boolean isOne(Path file, Kind kind, String format) throws IOException {
    if (Files.size(file) == 0) {
      return true;
    }
    if (format.equals("json")) {
      return kindOf(file)
          .map(there -> there == DocumentKind.SIGNED_AUDIT ? DocumentKind.AUDIT : there)
          .equals(Optional.of(kind.document));
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      Pattern beginning = BEGINNINGS.get(format);
      return beginning != null
          && beginning.matcher(COLOR.matcher(head).replaceAll("")).lookingAt()
          && (!format.equals("html") || kind.title.matcher(head).find());
    }
  }
}
