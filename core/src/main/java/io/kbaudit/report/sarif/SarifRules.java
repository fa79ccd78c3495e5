package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.report.Term;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of a SARIF log: one for each reason why an audit is not compliant, or a waiver covers
 * nothing. All are written, also those without results, so that a reader knows what was looked for.
 */
final class SarifRules {
  private static final Pattern FIRST_CLAUSE_END = Pattern.compile("[:;]|\\.(?= |$)");

  /** What is told once for a whole place has no results for files of it. */
  private static final List<Term> TERMS =
      Stream.of(Term.Kind.CAUSE, Term.Kind.OBSTACLE, Term.Kind.WAIVER)
          .flatMap(kind -> Term.all(kind).stream())
          .filter(term -> !term.equals(Term.of(WaiverState.APPLIED)))
          .filter(term -> !term.id().equals(Cause.UNREACHABLE.name()) || isOfPlaces(term))
          .toList();

  private SarifRules() {}

  private static boolean isOfPlaces(Term term) {
    return term.kind() == Term.Kind.OBSTACLE;
  }

  static void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Term reason : TERMS) {
      write(json, reason);
    }
    json.writeEndArray();
  }

  /** Writes to which of the rules a result belongs. */
  static void writeReference(JsonGenerator json, Term reason) throws IOException {
    json.writeStringField("ruleId", reason.id());
    json.writeNumberField("ruleIndex", TERMS.indexOf(reason));
  }

  private static void write(JsonGenerator json, Term reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", reason.id());
    json.writeStringField("name", inOneWord(group(reason)) + inOneWord(reason.id()));
    SarifMessage.write(json, "shortDescription", firstClause(reason.meaning()));
    SarifMessage.write(json, "fullDescription", reason.meaning());
    json.writeObjectFieldStart("help");
    json.writeStringField("text", SarifMessage.plain(reason.remedy().orElseThrow()));
    json.writeStringField("markdown", inMarkdown(reason));
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", reason.kind() == Term.Kind.WAIVER ? "note" : "error");
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString(group(reason));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Returns the check that finds it most often. */
  private static String group(Term reason) {
    return reason
        .check()
        .map(Check::name)
        .orElse(reason.kind() == Term.Kind.WAIVER ? "WAIVER" : "AUDIT");
  }

  private static String inMarkdown(Term reason) {
    return "**It means.** " + reason.meaning() + "\n\n**To do.** " + reason.remedy().orElseThrow();
  }

  private static String firstClause(String meaning) {
    return FIRST_CLAUSE_END.split(meaning, 2)[0] + ".";
  }

  /** Returns {@code NotAPackage} for {@code NOT_A_PACKAGE}. */
  private static String inOneWord(String id) {
    StringBuilder word = new StringBuilder();
    for (String part : id.split("_", -1)) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }
}
