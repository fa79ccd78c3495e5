package io.kbaudit.comparison;

import io.kbaudit.article.ArticleGaps;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Grounds;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what two questions differ, as far as can be told without looking at a single row. */
final class QuestionReasons {
  private static final String NONE = "none";

  private final List<Reason> reasons = new ArrayList<>();

  private QuestionReasons() {}

  private void addOrder(Optional<Provenance> before, Optional<Provenance> after) {
    if (before.isPresent()
        && after.isPresent()
        && after.get().time().isBefore(before.get().time())) {
      reasons.add(
          new Reason(
              Incomparability.ORDER_REVERSED,
              "when it was made",
              before.get().time().toString(),
              after.get().time().toString()));
    }
  }

  /** Returns in what two audits differ as a whole, whatever their places are. */
  static List<Reason> ofWhole(AuditRecord before, AuditRecord after) {
    QuestionReasons found = new QuestionReasons();
    found.addOrder(before.provenance(), after.provenance());
    found.add(
        Incomparability.TOOL_DIFFERS,
        "version of kbaudit",
        before,
        after,
        AuditRecord::toolVersion);
    found.add(
        Incomparability.ARTICLE_DIFFERS, "article", before, after, each -> each.article().label());
    found.add(
        Incomparability.ARTICLE_DIFFERS,
        "what of the article was not read",
        before,
        after,
        each -> unread(each.article().gaps()));
    found.add(
        Incomparability.LOCATIONS_DIFFER,
        "what was audited",
        before,
        after,
        each -> each.deployment() ? "locations of a deployment" : "one folder");
    if (before.deployment() && after.deployment()) {
      found.add(
          Incomparability.LOCATIONS_DIFFER,
          "locations of the deployment",
          before,
          after,
          QuestionReasons::locations);
      found.add(
          Incomparability.LOCATIONS_DIFFER,
          "what was demanded",
          before,
          after,
          each -> each.complete() ? "every location" : "the locations named");
    }
    return List.copyOf(found.reasons);
  }

  /** Returns in what the questions about one place differ. */
  static List<Reason> of(PlacePairs.Pair pair) {
    if (pair.before().isPresent() && pair.after().isPresent()) {
      return ofBoth(pair.before().get(), pair.after().get());
    }
    String why =
        pair.namesakes() == 0
            ? ""
            : ", or another of "
                + English.counted(pair.namesakes(), "location")
                + " that are called alike";
    return List.of(
        new Reason(
            Incomparability.LOCATIONS_DIFFER,
            "location",
            pair.before().isPresent() ? "audited" : "not audited" + why,
            pair.after().isPresent() ? "audited" : "not audited" + why));
  }

  private static List<Reason> ofBoth(FolderRecord before, FolderRecord after) {
    QuestionReasons found = new QuestionReasons();
    found.add(
        Incomparability.LOCATIONS_DIFFER,
        "location",
        before,
        after,
        each -> each.location().map(LocationRecord::name).orElse("all rows"));
    found.add(
        Incomparability.LOCATIONS_DIFFER,
        "label",
        before,
        after,
        each -> each.label().orElse(NONE));
    if (before.location().isEmpty() && before.label().isEmpty()) {
      found.add(
          Incomparability.LOCATIONS_DIFFER, "folder", before, after, each -> lastOf(each.path()));
    }
    found.add(
        Incomparability.DEPTH_DIFFERS,
        "folders below",
        before,
        after,
        each -> each.target().recursive() ? "audited too" : "not audited");
    found.add(
        Incomparability.ROWS_DIFFER,
        "rows chosen",
        before,
        after,
        each -> chosen(each.policy().selection()));
    found.add(
        Incomparability.ROWS_DIFFER, "rows left out", before, after, each -> left(each.leftOut()));
    found.addPolicy(before.policy(), after.policy());
    found.addGrounds(before.policy().grounds(), after.policy().grounds());
    if (!before.isUnreachable() && !after.isUnreachable()) {
      found.addLook(before.policy().grounds(), after.policy().grounds());
    }
    return List.copyOf(found.reasons);
  }

  private void addPolicy(PolicyRecord before, PolicyRecord after) {
    Incomparability kind = Incomparability.POLICY_DIFFERS;
    add(kind, "acceptance", before, after, each -> each.acceptance().id());
    add(kind, "unlisted files", before, after, each -> each.unlistedFiles().id());
    add(kind, "files looked at", before, after, each -> words(each.files()));
    add(kind, "tolerance", before, after, each -> words(each.tolerance()));
    add(kind, "source zone", before, after, each -> each.sourceZone().orElse(NONE));
    add(kind, "baseline", before, after, each -> each.baseline().orElse(NONE));
    add(kind, "signatures", before, after, each -> each.signatures().toString());
    addChecks("checks made", before, after, PolicyRecord.Checks::made);
    addChecks("checks left out", before, after, PolicyRecord.Checks::skipped);
  }

  private void addGrounds(Grounds before, Grounds after) {
    add(
        Incomparability.ARTICLE_DIFFERS,
        "what the article says of its files",
        before,
        after,
        each -> each.article().toString());
    Incomparability kind = Incomparability.POLICY_DIFFERS;
    add(kind, "demands of the profile", before, after, each -> words(each.profile()));
    if (before.baseline().isPresent() && after.baseline().isPresent()) {
      add(kind, "contents of the baseline", before, after, each -> words(each.baseline()));
    }
    add(kind, "registered products", before, after, each -> given(each.computer().registry()));
    add(kind, "installed programs", before, after, each -> given(each.computer().programs()));
    add(kind, "database", before, after, each -> database(each.computer()));
  }

  /** What was looked into, and how, is not known of what nobody could look at. */
  private void addLook(Grounds before, Grounds after) {
    Incomparability kind = Incomparability.POLICY_DIFFERS;
    add(kind, "packages", before, after, each -> each.thorough() ? "unpacked" : "not unpacked");
    add(
        kind,
        "links out of the folder",
        before,
        after,
        each -> each.followsLinks() ? "followed" : "left");
    add(kind, "added roots", before, after, each -> words(each.signatures().roots()));
    add(
        kind,
        "revoked certificates",
        before,
        after,
        each -> words(each.signatures().revocations()));
    add(kind, "catalogs", before, after, each -> words(each.signatures().catalogs()));
  }

  private static String words(Optional<Digest> digest) {
    return digest.map(Digest::toString).orElse(NONE);
  }

  private static String given(boolean is) {
    return is ? "given" : NONE;
  }

  /** A database has one name, whatever its case. */
  private static String database(Grounds.Computer computer) {
    return computer
        .databaseName()
        .map(name -> English.quoted(Letters.small(name)))
        .orElse(given(computer.database()));
  }

  /** Names those alone that are not in both. */
  private void addChecks(
      String what,
      PolicyRecord before,
      PolicyRecord after,
      Function<PolicyRecord.Checks, Set<Check>> of) {
    Set<Check> befores = of.apply(before.checks());
    Set<Check> afters = of.apply(after.checks());
    if (!befores.equals(afters)) {
      reasons.add(
          new Reason(
              Incomparability.POLICY_DIFFERS,
              what,
              without(befores, afters),
              without(afters, befores)));
    }
  }

  private static String without(Set<Check> checks, Set<Check> others) {
    Set<Check> alone = EnumSet.noneOf(Check.class);
    alone.addAll(checks);
    alone.removeAll(others);
    return alone.isEmpty()
        ? "no others"
        : "also " + alone.stream().map(Check::name).collect(Collectors.joining(", "));
  }

  private <T> void add(
      Incomparability kind, String what, T before, T after, Function<T, String> words) {
    String was = words.apply(before);
    String is = words.apply(after);
    if (!was.equals(is)) {
      reasons.add(new Reason(kind, what, was, is));
    }
  }

  /** A folder is named by a relative path, or by the last element of an absolute one. */
  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
  }

  private static String unread(ArticleGaps gaps) {
    String unread =
        English.counted(gaps.lines(), "line") + ", " + English.counted(gaps.columns(), "column");
    return gaps.areNone()
        ? "nothing"
        : unread + (gaps.otherThanBundled() ? ", text other than the bundled article" : "");
  }

  /** Returns the locations, those that may be missing said to be, in an order of their own. */
  private static String locations(AuditRecord audit) {
    TreeMap<String, Boolean> optional = new TreeMap<>();
    Stream.concat(
            audit.unaudited().stream(),
            audit.places().stream().map(FolderRecord::location).flatMap(Optional::stream))
        .forEach(
            (LocationRecord each) ->
                optional.merge(each.name(), each.optional(), Boolean::logicalOr));
    return optional.isEmpty()
        ? NONE
        : optional.entrySet().stream()
            .map(each -> each.getKey() + (each.getValue() ? " (optional)" : ""))
            .collect(Collectors.joining(", "));
  }

  private static String chosen(RowSelection selection) {
    String chosen =
        Stream.of(
                selection.group().map(text -> "group '" + text + "'"),
                selection.platform().map(text -> "platform '" + text + "'"),
                selection.language().map(text -> "language '" + text + "'"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return chosen.isEmpty() ? "all" : chosen;
  }

  private static String left(LeftOutRows rows) {
    String left =
        Stream.of(
                part(rows.group(), "by group"),
                part(rows.platform(), "by platform"),
                part(rows.language(), "by language"),
                part(rows.location(), "by location"),
                part(rows.alternatives(), "as alternatives"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return left.isEmpty() ? NONE : left;
  }

  private static Optional<String> part(int rows, String by) {
    return rows == 0 ? Optional.empty() : Optional.of(English.number(rows) + " " + by);
  }

  /** Patterns say the same in any order, and however often. */
  private static String words(FileFilter files) {
    return (files.included().isEmpty() ? "all" : patterns(files.included()))
        + (files.excluded().isEmpty() ? "" : " but " + patterns(files.excluded()));
  }

  private static String patterns(List<String> patterns) {
    return English.enumerate(patterns.stream().sorted().distinct().map(English::quoted).toList());
  }

  private static String words(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
