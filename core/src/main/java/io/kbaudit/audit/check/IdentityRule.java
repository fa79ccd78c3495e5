package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.Identity;
import io.kbaudit.audit.match.KnownProducts;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.Pins;
import io.kbaudit.audit.match.Publishers;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.text.English;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges what a file says that it is: by the name that it gives itself, and a package by its
 * package code, where a baseline knows that. Neither may be another row's. Where it gives no name,
 * it must at least not be the package that was found for another row too.
 */
final class IdentityRule implements Rule {
  private final Identities identities;
  private final KnownProducts products;
  private final RowComparison comparison;
  private final Pins pins;
  private final Publishers publishers;
  private final Map<String, Map<ExpectedFile, MsiInspection>> packagesByCode = new HashMap<>();

  IdentityRule(
      Identities identities,
      KnownProducts products,
      RowComparison comparison,
      Matching matching,
      Publishers publishers) {
    this.identities = identities;
    this.products = products;
    this.comparison = comparison;
    this.pins = comparison.pins();
    this.publishers = publishers;
    matching.all().forEach(this::addPackage);
  }

  private void addPackage(ExpectedFile row, Match match) {
    if (match instanceof Match.Found found) {
      Optional<String> code = codeOf(found.file());
      if (code.isPresent()) {
        packagesByCode
            .computeIfAbsent(code.get(), key -> new LinkedHashMap<>())
            .put(row, found.file().inspection().orElseThrow());
      }
    }
  }

  private static Optional<String> codeOf(ObservedFile.Readable file) {
    return file.inspection()
        .flatMap(MsiInspection::summary)
        .flatMap(SummaryInformation::packageCode);
  }

  @Override
  public Check check() {
    return Check.IDENTITY;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Optional<Outcome> unread = Unchecked.notRead(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Identity identity = identities.of(row, found.file());
    if (identity instanceof Identity.Other other) {
      return otherPackage(
          row,
          found.file().executable().isEmpty(),
          "its " + other.name() + " names " + Wording.named(other.row()));
    }
    Optional<ExpectedFile> coded = pins.rowOfCode(found.file());
    if (coded.isPresent() && !coded.get().equals(row)) {
      return otherPackage(row, true, "the package code of " + Wording.named(coded.get()));
    }
    Optional<String> unwantedBy = products.unwantedBy(row, found.file());
    if (unwantedBy.isPresent()) {
      return new Outcome.Failed(
          "the product that " + unwantedBy.get() + " states",
          KnownProducts.marksOf(found.file()),
          Cause.OTHER_PRODUCT);
    }
    if (identity instanceof Identity.Own own) {
      return new Outcome.Passed(
          "its "
              + own.name()
              + " names this row"
              + publishers
                  .unlikeManufacturer(found.file())
                  .map(text -> "; but its Manufacturer is " + English.quoted(text))
                  .orElse(""));
    }
    if (coded.isPresent() && !Identities.isOfNoProduct(found.file())) {
      return new Outcome.Passed("its package code is the one that was verified for this row");
    }
    Optional<String> vouched = products.vouchFor(row, found.file());
    if (vouched.isPresent()) {
      return new Outcome.Passed(vouched.get());
    }
    List<ExpectedFile> sharing = sharing(row, found.file());
    if (sharing.isEmpty()) {
      return silent(row, found.file(), (Identity.Silent) identity);
    }
    Optional<ExpectedFile> owner =
        sharing.stream()
            .filter(other -> identities.of(other, found.file()) instanceof Identity.Own)
            .findFirst();
    return owner
        .map(
            other ->
                otherPackage(
                    row, true, "the package of " + Wording.named(other) + ", by its own name"))
        .orElseGet(
            () ->
                new Outcome.Undecided(
                    "one and the same package stands here and for "
                        + Wording.named(sharing.get(0))
                        + "; at most one of them is right",
                    Cause.SAME_PACKAGE));
  }

  /** What says nothing of the row may still say that it is another product. */
  private Outcome silent(ExpectedFile row, ObservedFile.Readable file, Identity.Silent silent) {
    return publishers
        .strangeness(row, file)
        .filter(why -> !comparison.isByteForByte(row, file))
        .<Outcome>map(
            why ->
                new Outcome.Undecided(
                    "the package seems to be of another product, by its "
                        + why
                        + "; a profile that states its product would vouch for it",
                    Cause.OTHER_PRODUCT))
        .orElseGet(() -> new Outcome.NotApplicable(silent.reason()));
  }

  /**
   * Returns the other rows, of another name, for which one and the same package was found: what
   * says the same of itself throughout, package code included.
   */
  private List<ExpectedFile> sharing(ExpectedFile row, ObservedFile.Readable file) {
    Map<ExpectedFile, MsiInspection> ofCode =
        codeOf(file).map(code -> packagesByCode.getOrDefault(code, Map.of())).orElse(Map.of());
    return ofCode.entrySet().stream()
        .filter(other -> !other.getKey().name().best().equals(row.name().best()))
        .filter(other -> file.inspection().filter(other.getValue()::equals).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Outcome otherPackage(ExpectedFile row, boolean isPackage, String observed) {
    return new Outcome.Failed(
        (isPackage ? "the package of " : "the file ")
            + English.quoted(row.name().best().spelling()),
        observed,
        Cause.OTHER_PACKAGE);
  }
}
