package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.Trait;
import io.kbaudit.database.ObjectType;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.MatchEvidence;
import io.kbaudit.identify.Traits;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Readiness;
import io.kbaudit.record.Obstacle;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.Signature;
import io.kbaudit.text.Letters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an id in reports means, and what to do about it.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param id stable; two terms of different kinds may have one
 * @param meaning in a sentence or two; of a check, the question that it asks
 * @param remedy in a sentence; absent where there is nothing to do
 * @param choices that the two are about, if any
 * @param check that finds a cause most often; absent of all else
 */
public record Term(
    Kind kind,
    String id,
    String meaning,
    Optional<String> remedy,
    Set<Choice> choices,
    Optional<Check> check) {
  /** What terms there are. */
  public enum Kind {
    /** A {@link Check}. */
    CHECK("a check", "Checks"),
    /** A {@link Cause}. */
    CAUSE("a cause", "Causes"),
    /** An {@link Obstacle}. */
    OBSTACLE(
        "a reason why an audit is not compliant", "Other reasons why an audit is not compliant"),
    /** A {@link MsiProblem.Kind}. */
    PROBLEM("a problem of a Windows Installer file", "Problems of a Windows Installer file"),
    /** A {@link PeProblem.Kind}. */
    PROGRAM_PROBLEM(
        "a problem of a program, library or driver", "Problems of a program, library or driver"),
    /** An {@link Assurance}. */
    ASSURANCE("a kind of assurance", "Assurances: what speaks for a file that passes"),
    /** A {@link MatchEvidence}. */
    EVIDENCE("a kind of evidence", "Evidence: what speaks for a file being that of a row"),
    /** A {@link Grade} of signatures. */
    GRADE("a grade of signatures", "Grades: what a signature is worth"),
    /** An {@link Action} of a plan. */
    ACTION("a plan's action", "Actions of a plan"),
    /** A {@link Change} between two audits. */
    CHANGE("a change between two audits", "Changes between two audits"),
    /** An {@link Incomparability} of two audits. */
    INCOMPARABILITY(
        "a reason not to compare two audits", "Reasons why two audits cannot be compared"),
    /** A {@link Remark.Kind}, or an {@link ArticleRemark.Kind}. */
    REMARK("a remark", "Remarks"),
    /** A {@link WaiverState}. */
    WAIVER("a state of waivers", "States of waivers"),
    /** A {@link Verdict}. */
    VERDICT("a verdict", "Verdicts: what an audit comes to"),
    /** A {@link FileResult}. */
    RESULT("a result of a row", "Results: what all checks of a row come to"),
    /** What one check of one row comes to: an {@link io.kbaudit.audit.Outcome}. */
    OUTCOME("a check's outcome", "Outcomes: what one check of a row comes to"),
    /** A {@link Readiness}. */
    READINESS("a plan's result", "Results of a plan"),
    /** A {@link Comparison.Result}. */
    COMPARISON("a comparison's result", "Results of comparing two audits"),
    /** A {@link FileChange.Kind}. */
    FILE_CHANGE("a change of a file", "Changes of files between two audits"),
    /** A {@link Trait}. */
    TRAIT("a trait of a file", "Traits of a file that can differ between two audits"),
    /** A {@link IdentifiedFile.State}. */
    IDENTIFICATION("a result of identifying", "Results of identifying a file"),
    /** One of the relations in {@link Traits}. */
    RELATION(
        "a relation of a file to a row", "Relations: how a file to identify compares with a row"),
    /** A {@link Doubt}. */
    DOUBT(
        "a reason why a signature is not trusted",
        "Reasons why an intact signature is not trusted"),
    /** A {@link Signature.Origin}. */
    ORIGIN("a place of a signature", "Where a signature is"),
    /** An {@link ObjectType}. */
    OBJECT("a kind of object in a database", "Kinds of objects in a database"),
    /** What a file looks like to an inspection. */
    SOUNDNESS("a result of inspecting", "Results of inspecting a file"),
    /** What a line of a report as CSV is about that is no check. */
    LINE("a kind of line in CSV", "Kinds of lines in CSV that are no checks"),
    /** What monitoring is told. */
    STATE("a state for monitoring", "States for monitoring"),
    /** What a signed statement says of an audit. */
    ATTESTATION("a signed audit's result", "Results in signed audits");

    private final String one;
    private final String all;

    Kind(String one, String all) {
      this.one = one;
      this.all = all;
    }

    /** Returns what to call one of them: {@code a check}. */
    public String one() {
      return one;
    }

    /** Returns the heading of a list of all. */
    public String all() {
      return all;
    }
  }

  private static final Map<Enum<?>, Set<Choice>> CHOICES =
      Map.ofEntries(
          Map.entry(Cause.LATER, EnumSet.of(Choice.ACCEPTANCE)),
          Map.entry(Cause.NEWER_VERSION, EnumSet.of(Choice.ACCEPTANCE)),
          Map.entry(Cause.WHOLE_ZONE_OFFSET, EnumSet.of(Choice.SOURCE_ZONE)),
          Map.entry(Cause.TIMED_OUT, EnumSet.of(Choice.TIMEOUT)),
          Map.entry(Cause.LINK_NOT_FOLLOWED, EnumSet.of(Choice.LINKS)),
          Map.entry(Cause.CELL_UNREADABLE, EnumSet.of(Choice.CHECKS)),
          Map.entry(Cause.UNSIGNED, EnumSet.of(Choice.CATALOGS)),
          Map.entry(Cause.UNTRUSTED_SIGNER, EnumSet.of(Choice.TRUSTED_ROOTS)),
          Map.entry(Cause.EXPIRED_SIGNER, EnumSet.of(Choice.PUBLISHERS)),
          Map.entry(Cause.OTHER_PUBLISHER, EnumSet.of(Choice.PUBLISHERS)),
          Map.entry(Remark.Kind.REVOCATION_UNCHECKED, EnumSet.of(Choice.REVOCATIONS)),
          Map.entry(Obstacle.UNLISTED, EnumSet.of(Choice.UNLISTED_FILES)),
          Map.entry(Obstacle.NOT_AUDITED, EnumSet.of(Choice.EVERY_LOCATION)),
          Map.entry(Obstacle.ROW_UNREAD, EnumSet.of(Choice.ARTICLE_REMARKS)),
          Map.entry(Obstacle.OTHER_THAN_BUNDLED, EnumSet.of(Choice.ARTICLE_REMARKS)),
          Map.entry(Obstacle.NOTHING_CHECKED, EnumSet.of(Choice.CHECKS)),
          Map.entry(Incomparability.DEPTH_DIFFERS, EnumSet.of(Choice.FOLDERS_BELOW)),
          Map.entry(
              Incomparability.ROWS_DIFFER,
              EnumSet.of(Choice.GROUP, Choice.LANGUAGE, Choice.PLATFORM)),
          Map.entry(Remark.Kind.WHOLE_ZONE_OFFSET, EnumSet.of(Choice.SOURCE_ZONE)),
          Map.entry(Remark.Kind.COMPETING_ROWS, EnumSet.range(Choice.GROUP, Choice.PLATFORM)),
          Map.entry(Remark.Kind.FOLDERS_BELOW_LEFT, EnumSet.of(Choice.FOLDERS_BELOW)),
          Map.entry(Remark.Kind.OTHER_ROWS, EnumSet.range(Choice.GROUP, Choice.PLATFORM)),
          Map.entry(ArticleRemark.Kind.DATES_AMBIGUOUS, EnumSet.of(Choice.DATE_ORDER)),
          Map.entry(
              ArticleRemark.Kind.LISTED_SEVERAL_TIMES,
              EnumSet.range(Choice.GROUP, Choice.PLATFORM)));

  private static final List<Term> ALL =
      Stream.of(
              Stream.of(Check.values()).map(each -> plain(Kind.CHECK, each, each.question())),
              Stream.of(Cause.values()).map(Term::of),
              Stream.of(Obstacle.values()).map(Term::of),
              Stream.of(MsiProblem.Kind.values())
                  .map(each -> plain(Kind.PROBLEM, each, each.meaning())),
              Stream.of(PeProblem.Kind.values())
                  .map(each -> plain(Kind.PROGRAM_PROBLEM, each, each.meaning())),
              Stream.of(Assurance.values())
                  .map(each -> plain(Kind.ASSURANCE, each, each.meaning())),
              Stream.of(MatchEvidence.values())
                  .map(each -> plain(Kind.EVIDENCE, each, each.meaning())),
              Stream.of(Grade.values()).map(each -> plain(Kind.GRADE, each, each.meaning())),
              Stream.of(Action.values()).map(each -> plain(Kind.ACTION, each, each.meaning())),
              Stream.of(Change.values()).map(Term::of),
              Stream.of(Incomparability.values()).map(Term::of),
              Stream.of(Remark.Kind.values()).map(each -> plain(Kind.REMARK, each, each.meaning())),
              Stream.of(ArticleRemark.Kind.values()).map(Term::of),
              Stream.of(WaiverState.values()).map(Term::of),
              each(Kind.VERDICT, Verdict.values(), ResultMeanings::of),
              each(Kind.RESULT, FileResult.values(), ResultMeanings::of),
              each(Kind.OUTCOME, ResultMeanings.ofOutcomes()),
              each(Kind.READINESS, Readiness.values(), ResultMeanings::of),
              each(Kind.COMPARISON, Comparison.Result.values(), ResultMeanings::of),
              each(Kind.FILE_CHANGE, FileChange.Kind.values(), ResultMeanings::of),
              each(Kind.TRAIT, Trait.values(), ResultMeanings::of),
              each(Kind.IDENTIFICATION, IdentifiedFile.State.values(), ResultMeanings::of),
              each(Kind.RELATION, Traits.NameRelation.values(), ResultMeanings::of),
              each(Kind.RELATION, Traits.Relation.values(), ResultMeanings::of),
              each(Kind.DOUBT, Doubt.values(), ResultMeanings::of),
              each(Kind.ORIGIN, Signature.Origin.values(), ResultMeanings::of),
              each(Kind.OBJECT, ObjectType.values(), ResultMeanings::of),
              each(Kind.SOUNDNESS, ResultMeanings.ofInspections()),
              each(Kind.LINE, ResultMeanings.ofLines()),
              each(Kind.STATE, ResultMeanings.ofMonitoring()),
              each(Kind.ATTESTATION, ResultMeanings.ofAttestations()))
          .flatMap(terms -> terms)
          .toList();

  /** Copies the choices, in the order of their declaration on every machine. */
  public Term {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(meaning, "meaning");
    requireNonNull(remedy, "remedy");
    requireNonNull(check, "check");
    choices = Collections.unmodifiableSet(new TreeSet<>(choices));
  }

  /** Returns all there are, kind by kind. */
  public static List<Term> all() {
    return ALL;
  }

  /** Returns all of this kind. */
  public static List<Term> all(Kind kind) {
    return ALL.stream().filter(term -> term.kind == kind).toList();
  }

  /** Returns the terms of this id, in whatever case it is spelt, also with {@code -} or blanks. */
  public static List<Term> all(String id) {
    String name = Letters.capital(id).replace('-', '_').replace(' ', '_');
    return ALL.stream().filter(term -> term.id.equals(name)).toList();
  }

  /** Returns the term for remarks of this id. */
  public static Optional<Term> ofRemark(String id) {
    return ALL.stream().filter(term -> term.kind == Kind.REMARK && term.id.equals(id)).findFirst();
  }

  public static Term of(Cause cause) {
    return new Term(
        Kind.CAUSE,
        cause.name(),
        cause.meaning(),
        Optional.of(cause.remedy()),
        CHOICES.getOrDefault(cause, Set.of()),
        Optional.of(cause.check()));
  }

  public static Term of(Obstacle obstacle) {
    return new Term(
        Kind.OBSTACLE,
        obstacle.name(),
        obstacle.meaning(),
        Optional.of(obstacle.remedy()),
        CHOICES.getOrDefault(obstacle, Set.of()),
        Optional.empty());
  }

  public static Term of(WaiverState state) {
    return new Term(
        Kind.WAIVER,
        state.name(),
        state.meaning(),
        Optional.of(state.remedy()),
        Set.of(),
        Optional.empty());
  }

  public static Term of(Change change) {
    return new Term(
        Kind.CHANGE,
        change.name(),
        change.meaning(),
        change.remedy(),
        CHOICES.getOrDefault(change, Set.of()),
        Optional.empty());
  }

  public static Term of(Incomparability incomparability) {
    return new Term(
        Kind.INCOMPARABILITY,
        incomparability.name(),
        incomparability.meaning(),
        Optional.of(incomparability.remedy()),
        CHOICES.getOrDefault(incomparability, Set.of()),
        Optional.empty());
  }

  public static Term of(ArticleRemark.Kind kind) {
    return plain(Kind.REMARK, kind, kind.meaning());
  }

  private static <E extends Enum<E>> Stream<Term> each(
      Kind kind, E[] constants, Function<E, String> meaning) {
    return Stream.of(constants).map(each -> plain(kind, each, meaning.apply(each)));
  }

  private static Stream<Term> each(Kind kind, Map<String, String> meanings) {
    return meanings.entrySet().stream()
        .map(
            each ->
                new Term(
                    kind,
                    each.getKey(),
                    each.getValue(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty()));
  }

  private static Term plain(Kind kind, Enum<?> constant, String meaning) {
    return new Term(
        kind,
        constant.name(),
        meaning,
        Optional.empty(),
        CHOICES.getOrDefault(constant, Set.of()),
        Optional.empty());
  }

  /** Returns what it means, and what to do, where there is something to do. */
  public String explanation() {
    return meaning + remedy.map(text -> " " + text).orElse("");
  }
}
