package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.SummaryInformation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows for which one and the same package was found, under different file names: at most one of
 * them is right. The same is what says the same of itself throughout, package code included.
 */
public final class Twins {
  private final Map<MsiInspection, List<ExpectedFile>> rowsByPackage = new HashMap<>();

  private Twins() {}

  public static Twins in(Matching matching) {
    Twins twins = new Twins();
    matching
        .all()
        .forEach(
            (row, match) -> {
              if (match instanceof Match.Found found) {
                found
                    .file()
                    .inspection()
                    .filter(Twins::hasCode)
                    .ifPresent(
                        inspection ->
                            twins
                                .rowsByPackage
                                .computeIfAbsent(inspection, key -> new ArrayList<>(1))
                                .add(row));
              }
            });
    return twins;
  }

  /** Returns the other rows, of another name, that have the package of {@code row} too. */
  public List<ExpectedFile> of(ExpectedFile row, Match.Found found) {
    return found
        .file()
        .inspection()
        .map(inspection -> rowsByPackage.getOrDefault(inspection, List.of()))
        .orElse(List.of())
        .stream()
        .filter(other -> !other.name().best().equals(row.name().best()))
        .toList();
  }

  private static boolean hasCode(MsiInspection inspection) {
    return inspection.summary().flatMap(SummaryInformation::packageCode).isPresent();
  }
}
