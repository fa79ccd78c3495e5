package io.kbaudit.msi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a transform's summary says of it: {@code {old}version;{new}version;{upgrade code}}, and the
 * conditions under which it is to be applied ("Summary Property Descriptions", Windows Installer).
 */
record TransformStatement(
    Optional<String> madeFor, Optional<String> makes, TransformConditions conditions) {
  /** Characters of a GUID between its braces, and those. */
  private static final int GUID_LENGTH = 38;

  /** What no summary says anything of. */
  static final TransformStatement NOTHING =
      new TransformStatement(Optional.empty(), Optional.empty(), TransformConditions.of(0));

  static TransformStatement of(SummaryInformation summary) {
    String[] parts = summary.revision().orElse("").split(";", -1);
    return new TransformStatement(
        Optional.of(parts[0]).filter(part -> !part.isBlank()),
        Optional.of(parts.length > 1 ? parts[1] : "").filter(part -> !part.isBlank()),
        TransformConditions.of(summary.charCount().orElse(0)));
  }

  /**
   * Returns what came of it.
   *
   * @param before the package's properties without the transform
   */
  AppliedTransform applied(
      Map<String, String> before, TransformedDatabase made, List<MsiProblem> damage) {
    List<String> problems = new ArrayList<>();
    for (MsiProblem problem : damage) {
      if (problem.isDamage()) {
        problems.add("the transform is not sound: " + problem.text());
      }
    }
    List<String> notes = new ArrayList<>();
    otherProduct(before).ifPresent(text -> (isValidated() ? problems : notes).add(text));
    problems.addAll(made.problems());
    notes.addAll(made.notes());
    return new AppliedTransform(
        madeFor, makes, conditions.validated(), made.counts(), problems, notes);
  }

  private boolean isValidated() {
    return conditions.validated().contains("product");
  }

  private Optional<String> otherProduct(Map<String, String> before) {
    String product = before.getOrDefault("ProductCode", "");
    return madeFor
        .filter(stated -> stated.length() >= GUID_LENGTH)
        .map(stated -> stated.substring(0, GUID_LENGTH))
        .filter(stated -> !stated.equalsIgnoreCase(product))
        .map(stated -> "it was made for the product " + stated + ", and this one is " + product);
  }
}
