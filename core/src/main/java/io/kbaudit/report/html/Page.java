package io.kbaudit.report.html;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import io.kbaudit.report.Choice;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.finding.ProvenanceLines;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page says of the whole audit, in the order in which it is shown. */
final class Page {
  /** So many places, or waivers, are named before all the others. */
  private static final int FIRST = 10;

  private final AuditRecord audit;
  private final ChoiceNames choices;
  private final Optional<ComparisonPage> since;
  private final List<PagePlace> places = new ArrayList<>();

  Page(AuditRecord audit, ChoiceNames choices, Optional<ComparisonPage> since) {
    this.audit = audit;
    this.choices = choices;
    this.since = since;
    for (FolderRecord place : audit.places()) {
      places.add(new PagePlace("p" + (places.size() + 1), place));
    }
  }

  /** Returns what to call the article. */
  String article() {
    return audit.article().label();
  }

  Mark mark() {
    return Mark.of(audit.verdict());
  }

  boolean isCompliant() {
    return audit.verdict() == Verdict.COMPLIANT;
  }

  /** Returns the verdict as it is spelt for people. */
  String verdict() {
    return AuditSummary.word(audit.verdict());
  }

  /** Returns what makes the verdict less than it looks like, to follow it; empty where nothing. */
  String with() {
    return AuditSummary.verdict(audit).substring(verdict().length());
  }

  /** Returns the verdict with all that makes it less than it looks like, and the article. */
  String title() {
    return AuditSummary.verdict(audit) + Narrowing.tail(audit) + ": audit of " + article();
  }

  Tally tally() {
    return audit.tally();
  }

  int unlisted() {
    return audit.unlisted();
  }

  /** Returns the line that sums everything up. */
  String summary() {
    return AuditSummary.of(audit);
  }

  /** Returns what passes though it is not quite what was listed, in a line; empty where nothing. */
  String loosened() {
    return audit.places().stream()
        .flatMap(place -> Narrowing.loosened(place).stream())
        .distinct()
        .collect(joining(", "));
  }

  /** Returns what was left out of the question, in a line; empty where nothing was. */
  String notAudited() {
    return String.join(", ", Narrowing.of(audit));
  }

  /**
   * A waiver that the audit was given.
   *
   * @param mark of what became of it
   * @param why it covers nothing, or how much it covers
   */
  record Given(
      Mark mark,
      String state,
      String file,
      String finding,
      String listed,
      String why,
      String accepted) {}

  /** Returns what differs from an earlier audit; absent where none was named. */
  Optional<ComparisonPage> since() {
    return since;
  }

  /** Returns the waivers that the audit was given, in their order. */
  List<Given> waivers() {
    return audit.waivers().stream()
        .flatMap(waivers -> waivers.uses().stream().map(use -> given(waivers, use)))
        .toList();
  }

  private static Given given(JudgedWaivers waivers, JudgedWaivers.Use use) {
    boolean applied = use.state() == WaiverState.APPLIED;
    return new Given(
        applied ? Mark.WAIVED : Mark.UNDECIDED,
        use.state().name(),
        WaiverLines.file(use.waiver()),
        WaiverLines.findings(use.waiver()),
        WaiverLines.where(waivers, use.waiver()),
        applied
            ? "it covers " + English.counted(use.findings(), "finding")
            : WaiverLines.why(waivers, use),
        WaiverLines.accepted(use.waiver()));
  }

  /** Returns the first of them, a line each: those that cover nothing before the others. */
  List<String> firstWaivers() {
    return audit.waivers().stream()
        .flatMap(
            judged ->
                Stream.concat(
                        judged.idle().stream(),
                        judged.uses().stream().filter(use -> use.state() == WaiverState.APPLIED))
                    .limit(FIRST)
                    .map(use -> WaiverLines.inShort(judged, use)))
        .toList();
  }

  /** Returns how many there are besides. */
  int moreWaivers() {
    return Math.max(0, waivers().size() - FIRST);
  }

  /** Returns what it means that waivers cover nothing, for each state that occurs. */
  List<Fact> idleWaivers() {
    return WaiverLines.idleStates(audit).stream()
        .map(state -> new Fact(state.name(), Term.of(state).explanation()))
        .toList();
  }

  /** Returns what is known of how the audit was made; nothing where that was not asked for. */
  List<Fact> provenance() {
    return audit.provenance().map(ProvenanceLines::withoutEvidence).orElse(List.of());
  }

  /** Returns the files that the answer rests on, apart from those that were audited. */
  List<EvidenceFile> evidence() {
    return audit.provenance().map(Provenance::evidence).orElse(List.of());
  }

  /** Returns how to have the page say how the audit was made. */
  String noProvenance() {
    return choices.in(
        "This page does not say when, where and by whom the audit was made; whoever makes one can"
            + " have that said.",
        List.of(Choice.PROVENANCE));
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Article", AuditLines.article(audit.article())));
    facts.add(new Fact("Audited with", "kbaudit " + audit.toolVersion()));
    audit.provenance().map(ProvenanceLines::inShort).ifPresent(facts::addAll);
    return facts;
  }

  /** Returns whether it is about several places, of which one may do. */
  boolean several() {
    return audit.deployment();
  }

  List<PagePlace> places() {
    return places;
  }

  /**
   * Returns the places, but first those that are not compliant: who prints the page begins there.
   */
  List<PagePlace> worstFirst() {
    return Stream.concat(
            notCompliantPlaces(), places.stream().filter(place -> place.mark() == Mark.PASSED))
        .toList();
  }

  /** Returns how each file came out at each of several places. */
  Grid grid() {
    return Grid.of(places);
  }

  /** Returns the first of the places that are not compliant. */
  List<PagePlace> notCompliant() {
    return notCompliantPlaces().limit(FIRST).toList();
  }

  /** Returns how many there are besides. */
  int moreNotCompliant() {
    return Math.toIntExact(Math.max(0, notCompliantPlaces().count() - FIRST));
  }

  private Stream<PagePlace> notCompliantPlaces() {
    return places.stream().filter(place -> place.mark() != Mark.PASSED);
  }

  /** Returns what is in the way of the whole, whatever its places come to, a sentence each. */
  List<String> obstacles() {
    String missing =
        English.enumerate(audit.notAudited().stream().map(LocationRecord::name).toList());
    return Obstacle.of(audit).stream()
        .map(
            obstacle ->
                obstacle + ": not audited: " + missing + ". " + Term.of(obstacle).explanation())
        .toList();
  }

  /** Returns the places that nobody looked at. */
  List<Fact> unaudited() {
    return audit.unaudited().stream()
        .map(location -> new Fact(location.name(), AuditLines.where(location)))
        .toList();
  }
}
