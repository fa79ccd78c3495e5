package io.kbaudit.report.finding;

import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.text.English;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an audit did not ask: checks, rows of the article, files and contents that were left out,
 * and that each file be quite the listed or verified one. Whoever reads no more than one line of a
 * report is told.
 */
public final class Narrowing {
  private static final String METADATA_ONLY = Remark.Kind.METADATA_ONLY.name();
  private static final String PATTERNS = "files left out by pattern";
  private static final String UNLISTED_FILES = "unlisted files";
  private static final String CONTENTS = "contents (" + METADATA_ONLY + ")";
  private static final String LATER_WILL_DO = "later than the baseline will do";

  private Narrowing() {}

  /** Returns all that was not audited at {@code place}, in a few words each. */
  public static List<String> of(FolderRecord place) {
    List<String> leftOut = new ArrayList<>(checks(place.policy().checks()));
    leftOut.addAll(rows(place.leftOut()));
    leftOut.addAll(files(place));
    leftOut.addAll(contents(place));
    return leftOut;
  }

  /**
   * Returns what was left out of the question as a whole: which rows belong at which of several
   * places is no part of that, and is said of each.
   */
  public static List<String> of(AuditRecord audit) {
    if (!audit.deployment()) {
      return of(audit.places().get(0));
    }
    List<String> leftOut = new ArrayList<>();
    for (LocationRecord location : audit.unaudited()) {
      leftOut.add(location.name() + (location.optional() ? " (optional)" : ""));
    }
    for (FolderRecord place : audit.places()) {
      leftOut.addAll(checks(place.policy().checks()));
      leftOut.addAll(rows(place.leftOut().bySelection()));
      leftOut.addAll(files(place));
      leftOut.addAll(contents(place));
    }
    return leftOut.stream().distinct().toList();
  }

  /**
   * Returns, of all that can be left out of what is asked of each file at a place, whether it was;
   * in the words of the others, and in the same order for each place.
   */
  public static Map<String, Boolean> flags(FolderRecord place) {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    for (Check check : Check.values()) {
      flags.put(check.name(), place.policy().checks().skipped().contains(check));
    }
    flags.put(PATTERNS, !place.policy().files().acceptsAll());
    flags.put(UNLISTED_FILES, place.policy().unlistedFiles() == UnlistedFiles.IGNORE);
    flags.put(CONTENTS, !contents(place).isEmpty());
    flags.put(LATER_WILL_DO, place.policy().laterThanBaseline());
    return flags;
  }

  /** Returns what was left out of what is asked of each file at {@code place}. */
  static Stream<String> ofEachFile(FolderRecord place) {
    return Stream.of(checks(place.policy().checks()), contents(place)).flatMap(List::stream);
  }

  /** Returns what passes at {@code place}, though it is not quite what was listed or verified. */
  public static List<String> loosened(FolderRecord place) {
    List<String> loosened = new ArrayList<>();
    if (place.policy().laterThanBaseline()) {
      loosened.add(LATER_WILL_DO);
    }
    Duration tolerance = place.policy().tolerance();
    if (tolerance.compareTo(AuditPolicy.FAT_ROUNDING) > 0) {
      loosened.add("times " + AuditLines.shortly(tolerance) + " off will do");
    }
    return loosened;
  }

  /** Returns what follows the numbers of a line that sums up; nothing where all was audited. */
  static String tail(FolderRecord place) {
    return tail(loosened(place), of(place));
  }

  /** Returns the same for the whole. */
  public static String tail(AuditRecord audit) {
    return tail(
        audit.places().stream().flatMap(place -> loosened(place).stream()).distinct().toList(),
        of(audit));
  }

  private static String tail(List<String> loosened, List<String> notAudited) {
    return (loosened.isEmpty() ? "" : "; " + String.join("; ", loosened))
        + (notAudited.isEmpty() ? "" : "; not audited: " + String.join(", ", notAudited));
  }

  /** Returns which checks were left out, or where that is shorter, which alone were made. */
  private static List<String> checks(PolicyRecord.Checks checks) {
    return checks.skipped().size() <= checks.made().size()
        ? names(checks.skipped())
        : List.of("all checks but " + English.enumerate(names(checks.made())));
  }

  private static List<String> names(Collection<Check> checks) {
    return checks.stream().map(Check::name).toList();
  }

  /** Of the alternatives among the rows one must be there, so that they are asked for too. */
  static List<String> rows(LeftOutRows leftOut) {
    return Stream.of(
            rows(leftOut.group(), "group"),
            rows(leftOut.platform(), "platform"),
            rows(leftOut.language(), "language"),
            rows(leftOut.location(), "location"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> rows(int rows, String by) {
    return rows == 0
        ? Optional.empty()
        : Optional.of(English.counted(rows, "row") + " (" + by + ")");
  }

  private static List<String> files(FolderRecord place) {
    List<String> files = new ArrayList<>();
    FileFilter looked = place.policy().files();
    if (!looked.included().isEmpty()) {
      files.add("files but " + quoted(looked.included()));
    }
    if (!looked.excluded().isEmpty()) {
      files.add("files " + quoted(looked.excluded()));
    }
    if (place.policy().unlistedFiles() == UnlistedFiles.IGNORE) {
      files.add(UNLISTED_FILES);
    }
    return files;
  }

  private static String quoted(List<String> patterns) {
    return English.enumerate(patterns.stream().map(English::quoted).toList());
  }

  /** Of some files nothing is known but what a careless copy also has, though more was asked. */
  private static List<String> contents(FolderRecord place) {
    return place.policy().checks().made().contains(Check.IDENTITY)
            && place.remarks().stream().anyMatch(remark -> remark.id().equals(METADATA_ONLY))
        ? List.of(CONTENTS)
        : List.of();
  }
}
