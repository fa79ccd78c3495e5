package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.FileMatcher;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.Identity;
import io.kbaudit.audit.match.KnownProducts;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.Publishers;
import io.kbaudit.audit.match.RegisteredPackages;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.UnselectedFiles;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an inventory to what an article lists. The same arguments give the same result anywhere; it
 * keeps nothing, so that any number of threads may audit at once.
 */
public final class Auditor {
  private static final Outcome LEFT_OUT =
      new Outcome.NotApplicable("the policy leaves this check out");

  private static final Outcome WITHOUT_FILE =
      new Outcome.NotApplicable("there is no file to check");

  private Auditor() {}

  /**
   * Audits {@code inventory}; one that {@linkplain Inventory#unreachable could not be taken} leaves
   * every row undecided.
   *
   * @throws ProfileException if the location holds a file that the article does not list
   */
  public static AuditResult audit(AuditRequest request, Inventory inventory)
      throws ProfileException {
    return inventory.unreachable().isPresent()
        ? Unreached.audit(request, inventory)
        : auditReached(request, inventory.only(request.policy().files()));
  }

  private static AuditResult auditReached(AuditRequest request, Inventory inventory)
      throws ProfileException {
    AuditPolicy policy = request.policy();
    RowComparison comparison = RowComparison.of(request);
    List<ExpectedFile> selected = request.rows();
    UnselectedFiles unselected = UnselectedFiles.in(inventory, request, selected, comparison);
    Inventory candidates = unselected.without(inventory);
    BranchChoice branches = BranchChoice.among(selected, candidates, comparison);
    List<ExpectedFile> rows = branches.rows();
    Identities identities = Identities.of(request, inventory);
    KnownProducts products = KnownProducts.of(request);
    List<Rule> ofFilesAlone =
        rules(
            request,
            inventory,
            comparison,
            identities,
            products,
            new Matching(),
            publishers(request, comparison, identities, products, new Matching()));
    Matching matching =
        new FileMatcher(
                comparison,
                identities,
                unselected,
                policy.checks().contains(Check.NAME),
                (row, found) -> fails(ofFilesAlone, row, found, policy))
            .match(rows, candidates, request.naming());
    if (request.naming() == FileNaming.RANDOM
        && policy.checks().contains(Check.INSTALLED)
        && request.evidence().registry().isPresent()) {
      new RegisteredPackages(request, inventory, products, request.evidence().registry().get())
          .explain(matching);
    }
    Publishers publishers = publishers(request, comparison, identities, products, matching);
    List<Rule> rules =
        rules(request, inventory, comparison, identities, products, matching, publishers);
    List<FileAudit> files = new ArrayList<>(rows.size());
    for (ExpectedFile row : rows) {
      Match match = matching.of(row);
      files.add(
          new FileAudit(
              row,
              request.componentOf(row),
              observed(match),
              outcomes(rules, row, named(match, row, branches), policy)));
    }
    FileList unclaimed =
        policy.unlistedFiles() == UnlistedFiles.IGNORE || request.naming() == FileNaming.RANDOM
            ? FileList.of(List.of()) // a package cache holds the packages of all products
            : matching.unclaimed(inventory.files());
    FileList own = unclaimed.filter(OwnFiles::isOne);
    FileList unlisted = own.isEmpty() ? unclaimed : unclaimed.filter(file -> !OwnFiles.isOne(file));
    return new AuditResult(
        request,
        inventory,
        files,
        unlisted,
        new Remarks(
                request,
                inventory,
                comparison,
                unselected,
                branches,
                matching,
                publishers,
                files,
                own)
            .all());
  }

  /** In the order of the checks. */
  private static List<Rule> rules(
      AuditRequest request,
      Inventory inventory,
      RowComparison comparison,
      Identities identities,
      KnownProducts products,
      Matching matching,
      Publishers publishers) {
    LaterVersion laterVersion = new LaterVersion(identities, comparison, products);
    return List.of(
        new PresenceRule(),
        new NameRule(comparison.pins()),
        new SizeRule(laterVersion),
        new DateRule(comparison, laterVersion),
        new VersionRule(comparison, laterVersion),
        new HashRule(comparison, laterVersion, request.baseline()),
        new FormatRule(),
        new IdentityRule(identities, products, comparison, matching, publishers),
        new LanguageRule(request.article().statements().language()),
        new PlatformRule(),
        new SignatureRule(request.signatureDemand()),
        new InstalledRule(request, inventory, matching),
        new DatabaseRule(request));
  }

  /** Whose packages they are is told by those that are known to be their rows'. */
  private static Publishers publishers(
      AuditRequest request,
      RowComparison comparison,
      Identities identities,
      KnownProducts products,
      Matching matching) {
    return Publishers.among(
        request,
        matching,
        (row, file) ->
            comparison.isByteForByte(row, file)
                || identities.of(row, file) instanceof Identity.Own
                || products.vouchFor(row, file).isPresent());
  }

  private static boolean fails(
      List<Rule> rules, ExpectedFile row, Match.Found found, AuditPolicy policy) {
    return rules.stream()
        .filter(rule -> policy.checks().contains(rule.check()))
        .anyMatch(rule -> rule.apply(row, found, policy) instanceof Outcome.Failed);
  }

  /** Without a file, any of the rows in whose place this one stands would do. */
  private static Match named(Match match, ExpectedFile row, BranchChoice branches) {
    List<ExpectedFile> others = branches.inPlaceOf(row);
    return match instanceof Match.Missing missing && !others.isEmpty()
        ? new Match.Missing(
            missing.observed() + "; one as in " + Wording.rows(others) + " would do as well",
            missing.cause())
        : match;
  }

  private static Optional<ObservedFile> observed(Match match) {
    if (match instanceof Match.Found found) {
      return Optional.of(found.file());
    }
    return match instanceof Match.Undecidable undecidable ? undecidable.file() : Optional.empty();
  }

  private static Map<Check, Outcome> outcomes(
      List<Rule> rules, ExpectedFile row, Match match, AuditPolicy policy) {
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (Rule rule : rules) {
      outcomes.put(
          rule.check(),
          policy.checks().contains(rule.check()) ? outcome(rule, row, match, policy) : LEFT_OUT);
    }
    return outcomes;
  }

  /** Without a file, presence says why, and nothing else applies: one defect, one finding. */
  private static Outcome outcome(Rule rule, ExpectedFile row, Match match, AuditPolicy policy) {
    if (match instanceof Match.Found found) {
      return rule.apply(row, found, policy);
    }
    if (rule.check() != Check.PRESENCE) {
      return rule.withoutFile(row).orElse(WITHOUT_FILE);
    }
    if (match instanceof Match.Undecidable undecidable) {
      return new Outcome.Undecided(undecidable.reason(), undecidable.cause());
    }
    Match.Missing missing = (Match.Missing) match;
    return new Outcome.Failed(
        Evidence.of(
            "a file named " + English.quoted(row.name().best().spelling()),
            new Value.Name(row.name().best())),
        Evidence.of(missing.observed()),
        missing.cause());
  }
}
