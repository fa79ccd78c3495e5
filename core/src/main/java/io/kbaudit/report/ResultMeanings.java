package io.kbaudit.report;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Trait;
import io.kbaudit.database.ObjectType;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.Traits;
import io.kbaudit.plan.Readiness;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the words of reports mean that say what something came to, or what a line is about: there is
 * nothing to do about them but to read on.
 */
final class ResultMeanings {
  private ResultMeanings() {}

  static String of(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT ->
          "Every file that was asked about passes, or is waived, and nothing else stands in the"
              + " way; what was left out of the question, the same line says.";
      case NON_COMPLIANT ->
          "A file fails, or one is there that the article does not list and the policy forbids.";
      case INDETERMINATE ->
          "Nothing failed, but something could not be checked or judged: it is neither compliant"
              + " nor known not to be.";
    };
  }

  static String of(FileResult result) {
    return switch (result) {
      case PASS -> "At least one check of the row passed, and none failed or stayed undecided.";
      case FAIL -> "A check of the row failed.";
      case UNDECIDED ->
          "No check of the row failed, but one could not be decided, or none could be made.";
      case WAIVED ->
          "Whatever failed or stayed undecided is covered by a waiver: it is accepted for a time,"
              + " and not mended.";
    };
  }

  /** Returns the meanings of the outcomes of one check, by their names. */
  static Map<String, String> ofOutcomes() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("PASSED", "The check was made, and found what is listed.");
    meanings.put("FAILED", "The check was made, and found something else.");
    meanings.put(
        "UNDECIDED",
        "The check applies, and could not be made or decided; it never counts as passed.");
    meanings.put(
        "NOT_APPLICABLE",
        "There was nothing to check: the article prints nothing for it, there is no file or no"
            + " evidence to look at, or the policy leaves the check out.");
    meanings.put("WAIVED", "The check failed or stayed undecided, and a waiver covers that.");
    return meanings;
  }

  static String of(Readiness readiness) {
    return switch (readiness) {
      case READY -> "Nothing stands in the way of copying; what is later than the package's stays.";
      case OBSTRUCTED -> "A file is blocked, so that not all that is listed can be copied.";
      case UNDECIDED ->
          "Nothing is known to stand in the way, but a file, or a line of the article, could not be"
              + " judged, or the two folders were perhaps exchanged.";
    };
  }

  static String of(Comparison.Result result) {
    return switch (result) {
      case NO_DIFFERENCE -> "Nothing differs between the audits, in the question or the answer.";
      case NO_NEW_FAILURE ->
          "Nothing fails that did not before; what failed before may still fail.";
      case NEW_FAILURES -> "Something fails that did not before.";
      case UNDECIDED ->
          "Nothing is seen to fail anew, but something that was told before can no longer be told.";
      case NOT_COMPARABLE ->
          "The audits asked different things, so that what was not asked alike does not count"
              + " as fixed.";
    };
  }

  static String of(FileChange.Kind change) {
    return switch (change) {
      case CHANGED -> "The file is there in both audits, and something of it differs.";
      case GONE -> "The file was there in the earlier audit, and is not in the later one.";
      case NEW -> "The file is there in the later audit, and was not in the earlier one.";
    };
  }

  static String of(Trait trait) {
    return "What differs of a file between two audits: " + trait.words() + ".";
  }

  static String of(IdentifiedFile.State state) {
    return switch (state) {
      case IDENTIFIED -> "A row of an article lists the file.";
      case UNLISTED -> "No row of the articles lists the file.";
      case UNREADABLE -> "The file cannot be read, so that nothing is known of it.";
    };
  }

  static String of(Traits.NameRelation relation) {
    return switch (relation) {
      case SAME -> "The file has the listed name.";
      case BEGINNING -> "The article cuts the name, and the file's begins so.";
      case ORIGINAL ->
          "The file has another name, and states the listed one as its OriginalFilename.";
      case OTHER -> "The file has another name than the row lists.";
    };
  }

  static String of(Traits.Relation relation) {
    return switch (relation) {
      case AGREES -> "The file's is as the row lists it.";
      case DIFFERS -> "The file's is other than the row lists it.";
      case NOT_LISTED -> "The row lists none.";
      case NOT_COMPARED ->
          "The row lists one, and it cannot be read, or the file does not tell its own.";
    };
  }

  static String of(Doubt doubt) {
    return switch (doubt) {
      case NO_TRUSTED_ROOT -> "The certificates of the signature lead to no trusted root.";
      case WRONG_USAGE -> "A certificate of the signature is not for what it was used for.";
      case REVOKED -> "A certificate of the signature was revoked.";
    };
  }

  static String of(Signature.Origin origin) {
    return switch (origin) {
      case EMBEDDED -> "The signature is in the file.";
      case NESTED -> "The signature is in another one of the file, as a second one mostly is.";
      case CATALOG -> "The signature is that of a catalog that lists the file.";
    };
  }

  static String of(ObjectType type) {
    return "What a package adds to a database: " + type.words() + ".";
  }

  /** Returns the meanings of what inspections call a file, by their names. */
  static Map<String, String> ofInspections() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("SOUND", "Nothing about the file is damaged or broken.");
    meanings.put(
        "NOT_SOUND",
        "The file is damaged, or its signature is broken; the problems below say how.");
    meanings.put("NOT_APPLIED", "What of a transform cannot be applied to the package.");
    return meanings;
  }

  /**
   * Returns the meanings of lines of reports as CSV that are no checks, by what stands for a check.
   */
  static Map<String, String> ofLines() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(
        "LEFT_OUT",
        "The line says what was left out of the question: a check, rows, files or contents.");
    meanings.put(
        "UNAUDITED", "The line names a location of the profile that no folder was given for.");
    meanings.put("REMARK", "The line is a remark on the audit; it changes no verdict.");
    meanings.put("WAIVER", "The line is a waiver that the audit was given, and what became of it.");
    meanings.put(
        "PROVENANCE", "The line says when, where, by whom or by which command the audit was made.");
    meanings.put("ARTICLE", "The line is an article, and how much of it is here.");
    meanings.put(
        "ARTICLE_UNREAD",
        "The line names an article that could not be read: it may list a file, too.");
    meanings.put(
        "LINES_UNREAD",
        "The line says how many lines of an article could not be read: each may list a file.");
    meanings.put(
        "FURTHER_MATCHES", "The line says how many more rows list the file than are shown.");
    return meanings;
  }

  /** Returns the meanings of the states that monitoring is told. */
  static Map<String, String> ofMonitoring() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("OK", "For monitoring: the verdict is COMPLIANT.");
    meanings.put("CRITICAL", "For monitoring: the verdict is NON_COMPLIANT.");
    meanings.put(
        "UNKNOWN",
        "For monitoring: the verdict is INDETERMINATE, or the question could not be asked.");
    return meanings;
  }

  /** Returns the meanings of what a signed statement says of an audit. */
  static Map<String, String> ofAttestations() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("PASSED", "In a signed audit: the verdict is COMPLIANT.");
    meanings.put("FAILED", "In a signed audit: the verdict is NON_COMPLIANT.");
    meanings.put("WARNED", "In a signed audit: the verdict is INDETERMINATE.");
    return meanings;
  }
}
