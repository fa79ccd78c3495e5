package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of the product of each row besides what the article prints: by the profile, and by
 * the package that was verified. A package is of that product if it states its UpgradeCode or its
 * ProductName; what one source states of several files tells none of them from another.
 */
public final class KnownProducts {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final String NAME = "ProductName";
  private static final String CODE = "UpgradeCode";

  /** What one source states; the names are as {@link #folded}. */
  private record Statement(
      String source, boolean isWanted, Optional<String> name, Optional<String> upgradeCode) {}

  private final Map<ExpectedFile, List<Statement>> statements = new HashMap<>();
  private final Map<String, Set<String>> shared = new HashMap<>();

  private KnownProducts() {}

  public static KnownProducts of(AuditRequest request) {
    KnownProducts known = new KnownProducts();
    if (request.profile().isPresent()) {
      Profile profile = request.profile().get();
      known.addAll(
          request,
          row ->
              Optional.ofNullable(profile.products().get(row.name().best()))
                  .map(product -> stated(profile.source(), product)));
    }
    if (request.baseline().isPresent()) {
      Baseline baseline = request.baseline().get();
      Pins pins = Pins.of(request.article(), request.baseline());
      known.addAll(request, row -> pins.of(row).map(file -> stated(baseline, file)));
    }
    return known;
  }

  private static Statement stated(String source, Product product) {
    return new Statement(
        source, true, product.name().map(KnownProducts::folded), product.upgradeCode());
  }

  private static Statement stated(Baseline baseline, BaselineFile file) {
    return new Statement(
        baseline.source(),
        false,
        file.codes().productName().map(KnownProducts::folded),
        file.codes().upgradeCode().flatMap(Product::code));
  }

  private void addAll(
      AuditRequest request, Function<ExpectedFile, Optional<Statement>> statementOf) {
    Map<String, Set<FileName>> filesByMark = new HashMap<>();
    for (ExpectedFile row : request.article().rows()) {
      Optional<Statement> statement = statementOf.apply(row);
      if (statement.isPresent()) {
        statements.computeIfAbsent(row, key -> new ArrayList<>(1)).add(statement.get());
        Stream.of(statement.get().name(), statement.get().upgradeCode())
            .flatMap(Optional::stream)
            .forEach(
                mark ->
                    filesByMark
                        .computeIfAbsent(mark, key -> new HashSet<>())
                        .add(row.name().best()));
        shared.computeIfAbsent(statement.get().source(), key -> new HashSet<>());
      }
    }
    for (Map.Entry<String, Set<FileName>> files : filesByMark.entrySet()) {
      if (files.getValue().size() > 1) {
        shared.values().forEach(marks -> marks.add(files.getKey()));
      }
    }
  }

  /** Returns how {@code file} is known to be of the row's product, in half a sentence. */
  public Optional<String> vouchFor(ExpectedFile row, ObservedFile.Readable file) {
    for (Statement statement : statementsOn(row)) {
      Optional<String> property = agreement(statement, file);
      if (property.isPresent()) {
        return Optional.of(
            "its " + property.get() + " is the one that " + statement.source() + " states");
      }
    }
    return Optional.empty();
  }

  /** Returns what states another product than {@code file} does, if it is of none that is known. */
  public Optional<String> contradictedBy(ExpectedFile row, ObservedFile.Readable file) {
    if (vouchFor(row, file).isPresent()) {
      return Optional.empty();
    }
    for (Statement statement : statementsOn(row)) {
      if (isContradicted(statement, file)) {
        return Optional.of(statement.source());
      }
    }
    return Optional.empty();
  }

  /** Returns the same, if it is the profile: whoever wrote it wants that product. */
  public Optional<String> unwantedBy(ExpectedFile row, ObservedFile.Readable file) {
    return contradictedBy(row, file)
        .filter(
            source ->
                statementsOn(row).stream()
                    .anyMatch(
                        statement ->
                            statement.isWanted()
                                && statement.source().equals(source)
                                && isContradicted(statement, file)));
  }

  /** Returns the marks that {@code file} states of its product, for people. */
  public static String marksOf(ObservedFile.Readable file) {
    return English.enumerate(
        Stream.of(NAME, CODE)
            .flatMap(
                property ->
                    stated(file, property)
                        .map(text -> property + " " + English.quoted(text))
                        .stream())
            .toList());
  }

  private List<Statement> statementsOn(ExpectedFile row) {
    return statements.getOrDefault(row, List.of());
  }

  private Optional<String> agreement(Statement statement, ObservedFile.Readable file) {
    Set<String> ofSeveral = shared.getOrDefault(statement.source(), Set.of());
    if (agree(statement.upgradeCode(), code(file), ofSeveral)) {
      return Optional.of(CODE);
    }
    return agree(statement.name(), name(file), ofSeveral) ? Optional.of(NAME) : Optional.empty();
  }

  private static boolean agree(
      Optional<String> known, Optional<String> stated, Set<String> ofSeveral) {
    return known.isPresent() && known.equals(stated) && !ofSeveral.contains(known.get());
  }

  /** What is not stated contradicts nothing; nor does a package of whose marks one is right. */
  private static boolean isContradicted(Statement statement, ObservedFile.Readable file) {
    boolean agrees =
        (statement.name().isPresent() && statement.name().equals(name(file)))
            || (statement.upgradeCode().isPresent() && statement.upgradeCode().equals(code(file)));
    boolean differs =
        (statement.name().isPresent() && name(file).isPresent())
            || (statement.upgradeCode().isPresent() && code(file).isPresent());
    return differs && !agrees;
  }

  private static Optional<String> name(ObservedFile.Readable file) {
    return stated(file, NAME).map(KnownProducts::folded);
  }

  private static Optional<String> code(ObservedFile.Readable file) {
    return stated(file, CODE).flatMap(Product::code);
  }

  /** Returns a name without what nobody sees: blanks around it and between its words, and case. */
  private static String folded(String name) {
    String stripped = Letters.normalized(name, Normalizer.Form.NFC).strip();
    return Letters.capital(BLANKS.matcher(stripped).replaceAll(" "));
  }

  private static Optional<String> stated(ObservedFile.Readable file, String property) {
    return file.inspection().flatMap(inspection -> inspection.property(property));
  }
}
