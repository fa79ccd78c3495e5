package io.kbaudit.report.html;

import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.Readiness;
import io.kbaudit.plan.UnplannedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlanLines;
import io.kbaudit.report.finding.PlanSummary;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the page of a plan says, in the order in which it is shown. */
final class PlanPage {
  /** So many files are named at the head; all have their cards below. */
  private static final int FIRST = 10;

  private static final Set<Action> IN_THE_WAY = EnumSet.of(Action.BLOCKED, Action.UNDECIDED);
  private static final Set<Obstacle> OF_THE_ARTICLE =
      EnumSet.of(Obstacle.ROW_UNREAD, Obstacle.OTHER_THAN_BUNDLED);

  private final Plan plan;
  private final ChoiceNames choices;

  PlanPage(Plan plan, ChoiceNames choices) {
    this.plan = plan;
    this.choices = choices;
  }

  /** A number at the head, what it counts, and the class of its colour. */
  record Figure(String number, String words, String style) {}

  /** What stands in the way of the plan as a whole, or makes it doubtful: an id and sentences. */
  record Doubt(String id, String text) {}

  /** A remark, and what remarks of its kind mean. */
  record Remarked(String id, String text, String meaning) {}

  /**
   * A file that the plan leaves alone.
   *
   * @param sha256 of its contents; empty where it is not known
   */
  record Left(String path, String size, String date, String why, String sha256) {}

  /** Returns what to call the article. */
  String article() {
    return plan.article().label();
  }

  Mark mark() {
    return switch (plan.readiness()) {
      case READY -> Mark.PASSED;
      case OBSTRUCTED -> Mark.FAILED;
      case UNDECIDED -> Mark.UNDECIDED;
    };
  }

  boolean isReady() {
    return plan.readiness() == Readiness.READY;
  }

  /** Returns the result as it is spelt for people. */
  String readiness() {
    return plan.readiness().name();
  }

  /** Returns the line that sums everything up. */
  String summary() {
    return PlanSummary.of(plan);
  }

  /** Returns which rows are not planned for, in a line; empty where all are. */
  String notPlanned() {
    return String.join(", ", PlanSummary.notPlanned(plan));
  }

  /** Returns what the files were not asked, in a line; empty where that is nothing. */
  String notAudited() {
    return String.join(", ", PlanSummary.notAudited(plan));
  }

  List<Figure> figures() {
    return List.of(
        new Figure(English.number(plan.files().size()), "expected", Mark.NOT_APPLICABLE.style()),
        figure(Action.BLOCKED),
        figure(Action.UNDECIDED),
        figure(Action.REPLACE),
        figure(Action.COPY),
        figure(Action.KEEP_NEWER),
        figure(Action.KEEP),
        new Figure(
            English.number(plan.bytesNeeded()), "bytes needed", Mark.NOT_APPLICABLE.style()));
  }

  private Figure figure(Action action) {
    int count = plan.count(action);
    return new Figure(
        English.number(count),
        words(action),
        count > 0 && IN_THE_WAY.contains(action) ? style(action) : Mark.NOT_APPLICABLE.style());
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(PlanLines.about(plan));
    facts.add(new Fact("Planned with", "kbaudit " + AuditRecord.of(plan.share()).toolVersion()));
    return facts;
  }

  /** Returns what besides files keeps the plan from being ready, or makes it doubtful. */
  List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    FolderRecord share = AuditRecord.of(plan.share()).places().get(0);
    for (Unseen unseen : Unseen.at(share)) {
      if (OF_THE_ARTICLE.contains(unseen.obstacle())) {
        Term why = unseen.why();
        doubts.add(
            new Doubt(why.id(), sentence(unseen) + choices.in(why.explanation(), why.choices())));
      }
    }
    for (Remark remark : PlanSummary.doubts(plan)) {
      doubts.add(new Doubt(remark.id(), text(remark)));
    }
    return doubts;
  }

  private static String sentence(Unseen unseen) {
    return Stream.concat(Stream.of(unseen.what() + "."), unseen.remarks().stream().limit(FIRST))
        .map(text -> text + " ")
        .reduce("", String::concat);
  }

  /** Returns how many files stand in the way, a sentence for each action. */
  List<String> counts() {
    return IN_THE_WAY.stream()
        .filter(action -> plan.count(action) > 0)
        .map(
            action ->
                English.counted(plan.count(action), "file")
                    + " "
                    + words(action)
                    + ": "
                    + action.meaning())
        .toList();
  }

  /** Returns the first of the files that stand in the way. */
  List<Planned> firstInTheWay() {
    return inTheWay().limit(FIRST).toList();
  }

  /** Returns how many there are besides. */
  long moreInTheWay() {
    return Math.max(0, inTheWay().count() - FIRST);
  }

  private Stream<Planned> inTheWay() {
    return IN_THE_WAY.stream().flatMap(this::of);
  }

  /** Returns the names of what is copied or kept though it is not sound; empty where none is. */
  String unsound() {
    return English.enumerate(plan.unsoundFiles().stream().map(PlanLines::name).toList());
  }

  /** Returns what is done about any file at all, first what stands in the way. */
  List<Action> actions() {
    return Stream.of(Action.values()).filter(action -> plan.count(action) > 0).toList();
  }

  int count(Action action) {
    return plan.count(action);
  }

  /** Returns what to call it, as a heading. */
  String heading(Action action) {
    String words = words(action);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the class by which the style sheet knows its symbol and its colour. */
  String style(Action action) {
    return switch (action) {
      case BLOCKED -> Mark.FAILED.style();
      case UNDECIDED -> Mark.UNDECIDED.style();
      case REPLACE, COPY -> "changed";
      case KEEP_NEWER, KEEP -> Mark.PASSED.style();
    };
  }

  /** Returns whether there is so little to say of each file that a row of a table holds it. */
  boolean isTable(Action action) {
    return action == Action.COPY || action == Action.KEEP;
  }

  /** Returns the files about which this is done, each when it is come upon. */
  Iterable<Planned> files(Action action) {
    return () -> of(action).iterator();
  }

  /** Returns whether of any of them the contents are known. */
  boolean haveDigests(Action action) {
    return of(action).anyMatch(file -> !file.sha256().isEmpty());
  }

  private Stream<Planned> of(Action action) {
    return plan.files().stream().filter(file -> file.action() == action).map(Planned::new);
  }

  /** One file of the share: a row of a table, or a card. */
  final class Planned {
    private final PlannedFile file;

    private Planned(PlannedFile file) {
      this.file = file;
    }

    /** Returns the id on the page that it shares with no other. */
    String id() {
      return "f" + row();
    }

    /** Returns the number of its row in the article. */
    int row() {
      return file.expected().row();
    }

    String style() {
      return PlanPage.this.style(file.action());
    }

    String name() {
      return PlanLines.name(file);
    }

    /** Returns what else the article says of it in few words: where its row stands. */
    String note() {
      return file.component().orElseGet(() -> PlanLines.variant(file));
    }

    /** Returns which row it is of. */
    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact("Row", PlanLines.row(file)));
      if (!PlanLines.variant(file).isEmpty()) {
        facts.add(new Fact("Under", PlanLines.variant(file)));
      }
      return facts;
    }

    /** Returns what stands there now, and what is copied in its place. */
    List<Version> versions() {
      return Stream.concat(
              file.standing().stream().map(now -> Version.of(file, "There now", now)),
              file.source().stream().map(copied -> Version.of(file, "Copied", copied)))
          .toList();
    }

    /** Returns why that is done, and what else there is to know. */
    List<Fact> reasons() {
      List<Fact> reasons = new ArrayList<>();
      reasons.add(new Fact(file.action() == Action.REPLACE ? "Differs" : "Why", file.reason()));
      file.damage().ifPresent(damage -> reasons.add(new Fact("Not sound", damage)));
      file.backUp().ifPresent(name -> reasons.add(new Fact("Back-up", name)));
      return reasons;
    }

    /** Returns why it stands in the way, short enough for others to be named beside it. */
    String inShort() {
      return Printable.excerpt(file.reason());
    }

    /** Returns why that is done, and what is not sound, in a line. */
    String reason() {
      return file.reason() + file.damage().map(damage -> "; not sound: " + damage).orElse("");
    }

    /** Returns the size of what is copied, or stays. */
    String size() {
      return AuditLines.size(copiedOrKept());
    }

    /** Returns the time that it carries, UTC. */
    String date() {
      return AuditLines.time(copiedOrKept(), "").stripTrailing();
    }

    /** Returns the SHA-256 of its contents; empty where that is not known. */
    String sha256() {
      return PlanPage.sha256(copiedOrKept());
    }

    private ObservedFile copiedOrKept() {
      return file.source().<ObservedFile>map(copied -> copied).or(file::standing).orElseThrow();
    }
  }

  /**
   * A file as it stands there, or is copied there.
   *
   * @param file its size and time, and its name if that is spelt otherwise than the article does
   * @param sha256 of its contents; empty where it is not known
   */
  record Version(String label, String file, String sha256) {
    private static Version of(PlannedFile planned, String label, ObservedFile file) {
      return new Version(label, PlanLines.version(planned, file), PlanPage.sha256(file));
    }
  }

  private static String sha256(ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? readable.sha256().map(digest -> digest.hex()).orElse("")
        : "";
  }

  int unplannedCount() {
    return plan.unplanned().size();
  }

  /** Returns whether of any file that is left alone the contents are known. */
  boolean haveDigests() {
    return plan.unplanned().stream().anyMatch(left -> !sha256(left.file()).isEmpty());
  }

  /** Returns the files that the plan leaves alone, each when it is come upon. */
  Iterable<Left> unplanned() {
    return () -> plan.unplanned().stream().map(PlanPage::left).iterator();
  }

  private static Left left(UnplannedFile left) {
    ObservedFile file = left.file();
    String unreadable = AuditLines.whyUnreadable(file);
    return new Left(
        file.path(),
        AuditLines.size(file),
        AuditLines.time(file, "").stripTrailing(),
        PlanLines.whyLeft(left) + (unreadable.isEmpty() ? "" : "; " + unreadable),
        sha256(file));
  }

  List<Remarked> remarks() {
    return plan.remarks().stream()
        .map(
            remark ->
                new Remarked(
                    remark.id(),
                    text(remark),
                    Term.ofRemark(remark.id()).map(Term::meaning).orElse("")))
        .toList();
  }

  /** Returns what it says, and by which names its reader knows the choices that it is about. */
  private String text(Remark remark) {
    return choices.in(
        remark.text(), Term.ofRemark(remark.id()).map(Term::choices).orElse(Set.of()));
  }
}
