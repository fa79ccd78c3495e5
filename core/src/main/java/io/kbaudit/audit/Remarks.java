package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.Inventory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is to be said of an audit as a whole. */
final class Remarks {
  private Remarks() {}

  static List<Remark> on(AuditRequest request, Inventory inventory, Matching matching) {
    List<Remark> remarks = new ArrayList<>();
    wholeFolderShift(matching, TimeComparison.of(request.policy())).ifPresent(remarks::add);
    if (inventory.files().isEmpty()) {
      remarks.add(Remark.of(Remark.Kind.EMPTY_FOLDER, "There is no file in the folder at all."));
    }
    for (Inventory.Gap gap : inventory.gaps()) {
      remarks.add(
          Remark.of(
              Remark.Kind.FOLDER_NOT_LISTED,
              "The folder "
                  + Wording.quoted(gap.path())
                  + " could not be listed ("
                  + gap.reason()
                  + "); what is in it was not audited."));
    }
    for (String loop : inventory.linkLoops()) {
      remarks.add(
          Remark.of(
              Remark.Kind.LINK_LOOP,
              "The link " + Wording.quoted(loop) + " leads back to a folder above it."));
    }
    remarks.addAll(matching.remarks());
    request.article().remarks().stream().map(Remark::of).forEach(remarks::add);
    remarks.add(metadataOnly(matching));
    return remarks;
  }

  /**
   * Where no file agrees with its listed time and more than half are off by one and the same zone
   * offset, the whole folder is: said once, with the option that corrects it.
   */
  private static Optional<Remark> wholeFolderShift(Matching matching, TimeComparison times) {
    Map<Duration, Integer> filesByOffset = new LinkedHashMap<>();
    int dated = 0;
    for (Map.Entry<ExpectedFile, Match> entry : matching.all().entrySet()) {
      ExpectedFile row = entry.getKey();
      if (row.modified().isPresent() && entry.getValue() instanceof Match.Found found) {
        if (times.agrees(row.modified().get(), found.file().modified())) {
          return Optional.empty();
        }
        dated++;
        times
            .wholeZoneOffset(row.modified().get(), found.file().modified())
            .ifPresent(offset -> filesByOffset.merge(offset, 1, Integer::sum));
      }
    }
    for (Map.Entry<Duration, Integer> entry : filesByOffset.entrySet()) {
      if (entry.getValue() > 1 && entry.getValue() * 2 > dated) {
        return Optional.of(shift(entry.getKey(), entry.getValue(), dated));
      }
    }
    return Optional.empty();
  }

  private static Remark shift(Duration offset, int shifted, int dated) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) offset.toSeconds());
    return Remark.of(
        Remark.Kind.WHOLE_ZONE_OFFSET,
        (shifted == dated ? "All " + dated : shifted + " of " + dated)
            + " dates are exactly "
            + Wording.duration(offset)
            + (offset.isNegative() ? " older" : " later")
            + " than listed. If the files carry local times of a zone at UTC"
            + zone
            + ", as files out of a ZIP or from FAT do, audit with --source-zone="
            + zone
            + ".");
  }

  private static Remark metadataOnly(Matching matching) {
    Map<List<Object>, List<ExpectedFile>> alike = new LinkedHashMap<>();
    for (ExpectedFile row : matching.all().keySet()) {
      if (ContentIndex.describes(row)) {
        alike
            .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
            .add(row);
      }
    }
    List<String> groups =
        alike.values().stream()
            .filter(rows -> rows.size() > 1)
            .map(
                rows ->
                    Wording.enumerate(
                        rows.stream()
                            .map(row -> Wording.quoted(row.name().best().spelling()))
                            .toList()))
            .toList();
    return Remark.of(
        Remark.Kind.METADATA_ONLY,
        "Names, sizes and dates were checked, and nothing inside the files."
            + (groups.isEmpty()
                ? ""
                : " These are listed with the same size and date, so that they could be swapped"
                    + " unseen: "
                    + Wording.enumerate(groups)
                    + "."));
  }
}
