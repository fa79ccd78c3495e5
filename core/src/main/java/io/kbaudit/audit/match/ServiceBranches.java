package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which service branch a file is of, by its version: general distribution (GDR) and limited
 * distribution (LDR, once QFE) number their builds apart, so that the higher number of the one need
 * not have what the lower of the other has. What the rows of the article show decides, then what
 * Microsoft's articles say of Windows.
 */
public final class ServiceBranches {
  private static final String GENERAL = "GDR";
  private static final String LIMITED = "LDR";

  /**
   * Builds of Windows that number their branches apart, and of what is released with it, such as
   * Internet Explorer: by the third part of their versions. "6.1.7601.17xxx: GDR; 6.1.7601.21xxx:
   * LDR" (KB articles of Windows Vista to 8 and Internet Explorer 8 to 10, "File information").
   */
  private static final Set<Integer> BRANCHED_BUILDS =
      Set.of(6000, 6001, 6002, 7600, 7601, 8112, 9200);

  private static final int FIRST_GENERAL = 16_000;
  private static final int FIRST_LIMITED = 20_000;

  /** From 24xxx on, builds of Windows 7 are those of both branches in one. */
  private static final int END_OF_LIMITED = 24_000;

  private static final int WINDOWS_7_SP1 = 7601;

  /** Builds of Windows that are products of their own: no file of one is a later one of another. */
  private static final Set<Integer> BUILDS_OF_WINDOWS =
      Set.of(2195, 2600, 2800, 2900, 3790, 6000, 6001, 6002, 6003, 7600, 7601, 8112, 9200, 9600);

  /**
   * The revisions with which service packs of Windows XP (and its Internet Explorer) and Windows
   * Server 2003 begin: a service pack need not have what was later fixed for the one before it.
   */
  private static final Map<Integer, List<Integer>> SERVICE_PACKS =
      Map.of(
          2600, List.of(1106, 2180, 5512),
          2900, List.of(2180, 5512),
          3790, List.of(1830, 3959));

  private static final int WINDOWS_10 = 10;
  private static final int FIRST_OF_WINDOWS_10 = 10_240;

  /** The versions that rows of one branch list, in one product line. */
  private record Range(String kind, FileVersion lowest, FileVersion highest) {
    Range with(FileVersion version) {
      return new Range(
          kind,
          lowest.isAbove(version) ? version : lowest,
          version.isAbove(highest) ? version : highest);
    }
  }

  private final Map<String, List<Range>> rangesByLine;

  private ServiceBranches(Map<String, List<Range>> rangesByLine) {
    this.rangesByLine = rangesByLine;
  }

  /** Learns which versions {@code rows} list for each branch. */
  public static ServiceBranches of(List<ExpectedFile> rows) {
    Map<String, List<Range>> rangesByLine = new HashMap<>();
    for (ExpectedFile row : rows) {
      Optional<FileVersion> version = listedVersion(row);
      Optional<String> kind = row.variant().branchKind().map(ServiceBranches::kind);
      if (version.isPresent() && kind.isPresent()) {
        add(
            version.get(),
            kind.get(),
            rangesByLine.computeIfAbsent(line(version.get()), line -> new ArrayList<>(2)));
      }
    }
    return new ServiceBranches(rangesByLine);
  }

  private static void add(FileVersion version, String kind, List<Range> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).kind().equals(kind)) {
        ranges.set(i, ranges.get(i).with(version));
        return;
      }
    }
    ranges.add(new Range(kind, version, version));
  }

  /** One branch alone shows nothing of another; nor do two that share numbers, as Windows XP's. */
  private static boolean tell(List<Range> ranges) {
    return ranges.size() == 2
        && (ranges.get(0).lowest().isAbove(ranges.get(1).highest())
            || ranges.get(1).lowest().isAbove(ranges.get(0).highest()));
  }

  private List<Range> rangesOf(FileVersion version) {
    return rangesByLine.getOrDefault(line(version), List.of());
  }

  /** Returns the version that a row lists; absent where it lists none, or what is none. */
  static Optional<FileVersion> listedVersion(ExpectedFile row) {
    return row.version().flatMap(FileVersion::find);
  }

  /** QFE is what LDR was called before Windows Vista. */
  private static String kind(String printed) {
    return printed.equals(GENERAL) ? GENERAL : LIMITED;
  }

  /** Of Windows, one build and service pack; else what is of one major and minor version. */
  private static String line(FileVersion version) {
    String line = version.major() + "." + version.minor();
    boolean isOfWindows =
        BUILDS_OF_WINDOWS.contains(version.build())
            || (version.major() == WINDOWS_10 && version.build() >= FIRST_OF_WINDOWS_10);
    return isOfWindows ? line + "." + version.build() + servicePack(version) : line;
  }

  private static String servicePack(FileVersion version) {
    long packs =
        SERVICE_PACKS.getOrDefault(version.build(), List.of()).stream()
            .filter(first -> version.revision() >= first)
            .count();
    return packs == 0 ? "" : " SP" + packs;
  }

  /** Returns the branch that {@code version} is of: GDR or LDR; absent where nothing tells. */
  Optional<String> kindOf(FileVersion version) {
    List<Range> ranges = tell(rangesOf(version)) ? rangesOf(version) : List.of();
    for (Range range : ranges) {
      if (!range.lowest().isAbove(version) && !version.isAbove(range.highest())) {
        return Optional.of(range.kind());
      }
    }
    return kindOfWindows(version).or(() -> beyond(ranges, version));
  }

  private static Optional<String> kindOfWindows(FileVersion version) {
    if (!BRANCHED_BUILDS.contains(version.build())
        || version.revision() < FIRST_GENERAL
        || version.revision() >= END_OF_LIMITED) {
      return Optional.empty();
    }
    return Optional.of(version.revision() < FIRST_LIMITED ? GENERAL : LIMITED);
  }

  /** What is above all rows is of the branch that has the higher numbers; what is below, not. */
  private static Optional<String> beyond(List<Range> ranges, FileVersion version) {
    if (BRANCHED_BUILDS.contains(version.build()) || ranges.isEmpty()) {
      return Optional.empty();
    }
    boolean firstIsHigher = ranges.get(0).lowest().isAbove(ranges.get(1).lowest());
    Range higher = ranges.get(firstIsHigher ? 0 : 1);
    Range lower = ranges.get(firstIsHigher ? 1 : 0);
    if (version.isAbove(higher.highest())) {
      return Optional.of(higher.kind());
    }
    return lower.lowest().isAbove(version) ? Optional.of(lower.kind()) : Optional.empty();
  }

  /** Returns the branch that {@code row} is of: as printed, else by its version. */
  Optional<String> kindOf(ExpectedFile row) {
    return row.variant()
        .branchKind()
        .map(ServiceBranches::kind)
        .or(() -> listedVersion(row).flatMap(this::kindOf));
  }

  /**
   * Returns why {@code version} is not to be compared with that of {@code row}, in half a sentence;
   * absent where the numbers of both are of one product line and branch.
   */
  Optional<String> unlike(ExpectedFile row, FileVersion version) {
    FileVersion listed = listedVersion(row).orElse(version);
    if (!line(listed).equals(line(version))) {
      return Optional.of(
          version
              + " is of another product line than the listed "
              + listed
              + ", whatever is higher");
    }
    Optional<String> listedKind = kindOf(row);
    Optional<String> kind = kindOf(version);
    if (listedKind.isEmpty() || listedKind.equals(kind) || isOfAllBranches(version)) {
      return Optional.empty();
    }
    return Optional.of(
        version
            + kind.map(other -> " is of the service branch " + other)
                .orElse(" does not tell of which service branch it is")
            + ", and the row, "
            + listed
            + (row.variant().branchKind().isPresent() ? ", of " : ", by its number of ")
            + listedKind.get());
  }

  /** What has both, or is above all that the article lists for each, whichever it is of. */
  private boolean isOfAllBranches(FileVersion version) {
    List<Range> ranges = rangesOf(version);
    return (version.build() == WINDOWS_7_SP1 && version.revision() >= END_OF_LIMITED)
        || (kindOf(version).isEmpty()
            && ranges.size() == 2
            && ranges.stream().allMatch(range -> version.isAbove(range.highest())));
  }
}
