package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.check.Registered.Relation;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.PackageCache;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.ProductVersion;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegisteredPatch;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.registry.Registration;
import io.kbaudit.registry.RegistryPart;
import io.kbaudit.text.English;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks among what is registered as installed for the product of a package: by its product code,
 * else by its upgrade code, which later versions share. What is registered must still be there: at
 * the package cache the very package, and in the folder of the programs what was installed.
 */
final class InstalledRule implements Rule {
  private static final int PATCHES_NAMED = 5;

  private final AuditRequest request;
  private final Optional<Registered> registered;
  private final Optional<PackageCache> cache;
  private final Optional<ProgramFolder> programs;

  InstalledRule(AuditRequest request, Inventory inventory, Matching matching) {
    Optional<InstalledProducts> registry = request.evidence().registry();
    this.request = request;
    this.registered =
        registry.map(known -> new Registered(known, new PackagesHere(inventory, matching)));
    this.cache =
        registry
            .filter(known -> request.naming() == FileNaming.RANDOM)
            .map(known -> new PackageCache(inventory, known));
    this.programs =
        registry.isPresent()
            ? request.evidence().programs().map(ProgramFolder::new)
            : Optional.empty();
  }

  @Override
  public Check check() {
    return Check.INSTALLED;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ObservedFile.Readable file = found.file();
    Optional<InstalledProducts> registry = request.evidence().registry();
    if (registry.isEmpty()) {
      return new Outcome.NotApplicable("what is registered as installed was not given");
    }
    if (request.isBeforeInstallation()) {
      return new Outcome.NotApplicable("nothing of this location is installed yet");
    }
    Optional<MsiKind> kind = MsiKind.ofExtension(file.name().extension());
    if (kind.isEmpty()) {
      return new Outcome.NotApplicable(
          "it is no package of Windows Installer, which registers nothing of it");
    }
    if (kind.get() != MsiKind.PACKAGE) {
      return new Outcome.NotApplicable(
          "it is a " + kind.get().id() + ", and products are looked for, of which packages are");
    }
    Optional<Outcome> unread = Unchecked.notRead(file);
    if (unread.isPresent()) {
      return unread.get();
    }
    MsiInspection inspection = file.inspection().orElseThrow();
    Optional<String> code = inspection.property("ProductCode");
    if (code.isEmpty()) {
      return Unchecked.notStated(file, "ProductCode");
    }
    Optional<ProductVersion> version =
        inspection.property("ProductVersion").flatMap(ProductVersion::find);
    return version.isEmpty()
        ? Unchecked.notStated(file, "ProductVersion")
        : new Judgement(row, file, inspection, code.get(), version.get(), registry.get()).outcome();
  }

  /** Of one package. */
  private final class Judgement {
    private final ExpectedFile row;
    private final ObservedFile.Readable file;
    private final MsiInspection inspection;
    private final String code;
    private final ProductVersion version;
    private final InstalledProducts registry;
    private final Registered known = registered.orElseThrow();

    Judgement(
        ExpectedFile row,
        ObservedFile.Readable file,
        MsiInspection inspection,
        String code,
        ProductVersion version,
        InstalledProducts registry) {
      this.row = row;
      this.file = file;
      this.inspection = inspection;
      this.code = code;
      this.version = version;
      this.registry = registry;
    }

    /** The very product decides, unless a later one of its upgrade code has taken its place. */
    Outcome outcome() {
      Optional<RegisteredProduct> own = known.ofCode(code).filter(RegisteredProduct::isInstalled);
      Optional<Relation> relation = own.map(product -> Relation.of(product, version));
      if (relation.equals(Optional.of(Relation.SAME))
          || relation.equals(Optional.of(Relation.HIGHER))) {
        return present(own.get(), relation.get());
      }
      List<RegisteredProduct> related =
          known.relatedTo(row, inspection).stream().filter(RegisteredProduct::isInstalled).toList();
      Optional<RegisteredProduct> later =
          related.stream()
              .filter(product -> Relation.of(product, version) == Relation.HIGHER)
              .filter(product -> known.whyUnrelated(product, inspection).isEmpty())
              .findFirst();
      if (later.isPresent()) {
        return present(later.get(), Relation.HIGHER);
      }
      if (own.isPresent()) {
        return relation.get() == Relation.LOWER ? older(own.get()) : versionUnclear(own.get());
      }
      return related(related);
    }

    /** The product itself is not registered as installed, nor is a later version, as is known. */
    private Outcome related(List<RegisteredProduct> related) {
      Optional<RegisteredProduct> lower = Optional.empty();
      for (RegisteredProduct product : related) {
        Relation relation = Relation.of(product, version);
        Optional<String> unrelated = known.whyUnrelated(product, inspection);
        if (relation == Relation.UNCLEAR) {
          return versionUnclear(product);
        }
        if (relation != Relation.LOWER) {
          return unclear(
              "another product of its upgrade code is "
                  + described(product)
                  + (unrelated.isPresent()
                      ? "; " + unrelated.get()
                      : ": of the same version, as one of another language or processor is"));
        }
        if (unrelated.isEmpty() && lower.isEmpty()) {
          lower = Optional.of(product);
        }
      }
      Optional<String> unseen = known.whyUnseen(inspection);
      if (unseen.isPresent()) {
        return unclear(unseen.get());
      }
      return lower.map(this::older).orElseGet(this::notInstalled);
    }

    private Outcome notInstalled() {
      return new Outcome.Failed(
          "the product " + code + " registered as installed",
          known
              .ofCode(code)
              .map(product -> "offered for installation, and not installed (" + line(product) + ")")
              .orElse("no product of this code or this upgrade code in " + registry.source()),
          Cause.NOT_INSTALLED);
    }

    private Outcome older(RegisteredProduct product) {
      String wanted = inspection.property("ProductVersion").orElseThrow();
      return new Outcome.Failed(
          Evidence.of("version " + wanted + " or later", new Value.Version(wanted)),
          Evidence.of(described(product), new Value.Version(product.versions().get(0))),
          Cause.OLDER_INSTALLED);
    }

    private Outcome versionUnclear(RegisteredProduct product) {
      return unclear(
          (product.versions().isEmpty()
                  ? "it is registered at no version"
                  : "it is registered at " + English.enumerate(product.versions()))
              + " ("
              + line(product)
              + ")");
    }

    /** The product is registered as it should be; so must be what it was installed from. */
    private Outcome present(RegisteredProduct product, Relation relation) {
      if (registry.has(RegistryPart.USER_DATA) && !product.isIn(RegistryPart.USER_DATA)) {
        return unclear(
            "it is in the list of programs, and not among the products of Windows Installer ("
                + line(product)
                + ")");
      }
      Optional<ProgramFolder.Seen> seen = programs.map(folder -> folder.look(inspection, product));
      return cache
          .flatMap(packages -> objection(packages, product, relation))
          .or(() -> seen.flatMap(ProgramFolder.Seen::objection))
          .or(() -> relation == Relation.SAME ? otherBuild(product) : Optional.empty())
          .orElseGet(
              () ->
                  new Outcome.Passed(
                      Evidence.of(
                          described(product)
                              + seen.map(files -> "; " + files.described()).orElse("")),
                      relation == Relation.HIGHER
                          ? Optional.of(Cause.LATER_INSTALLED)
                          : Optional.empty()));
    }

    /** Returns what is wrong with the package that is registered; absent where nothing is. */
    private Optional<Outcome> objection(
        PackageCache packages, RegisteredProduct product, Relation relation) {
      if (product.localPackages().isEmpty()) {
        return registry.has(RegistryPart.USER_DATA)
            ? Optional.of(
                new Outcome.Failed(
                    "a package in the cache that is registered for the product",
                    "none is registered (" + line(product) + ")",
                    Cause.CACHED_PACKAGE_GONE))
            : Optional.empty();
      }
      Optional<Outcome> fault =
          packages
              .faultOf(product)
              .filter(found -> !isOfThis(packages, product, found))
              .map(found -> found.asOutcome("the package of the product in the cache"));
      return fault.or(
          () ->
              relation == Relation.SAME
                  ? product.localPackages().stream()
                      .flatMap(path -> packages.find(path).stream())
                      .filter(other -> !other.path().equals(file.path()))
                      .flatMap(other -> ObservedFile.Readable.among(List.of(other)).stream())
                      .flatMap(other -> otherBuild(other).stream())
                      .findFirst()
                  : Optional.empty());
    }

    /** That the row's own file is damaged is found once, by another check. */
    private boolean isOfThis(
        PackageCache packages, RegisteredProduct product, PackageCache.Fault fault) {
      return fault.cause() == Cause.OTHER_CACHED_PACKAGE
          && file.damage().isPresent()
          && product.localPackages().stream()
              .allMatch(
                  path ->
                      packages
                          .find(path)
                          .filter(other -> other.path().equals(file.path()))
                          .isPresent());
    }

    /** Two copies of one build do as well as one. */
    private Optional<Outcome> otherBuild(ObservedFile.Readable cached) {
      Optional<String> own = file.packageCode();
      if (own.isPresent() && own.equals(cached.packageCode())) {
        return Optional.empty();
      }
      String observed =
          PackageCache.described(cached)
              + " is registered, and is "
              + English.quoted(cached.path());
      Optional<Instant> saved = savedBy(file);
      Optional<Instant> savedOther = savedBy(cached);
      boolean isEarlier =
          saved.isPresent() && savedOther.isPresent() && savedOther.get().isBefore(saved.get());
      return Optional.of(
          isEarlier
              ? new Outcome.Failed(
                  "this package, "
                      + PackageCache.described(file)
                      + ", as the one that is registered",
                  observed + ", an earlier build",
                  Cause.OTHER_CACHED_PACKAGE)
              : unclear("another build of the same version, " + observed));
    }

    private static Optional<Instant> savedBy(ObservedFile.Readable file) {
      return file.inspection().flatMap(MsiInspection::lastSaved);
    }

    /** A small update has the version of what it updates, and a package code of its own. */
    private Optional<Outcome> otherBuild(RegisteredProduct product) {
      Optional<String> own = file.packageCode();
      List<String> codes = product.packageCodes();
      return own.isEmpty()
              || codes.isEmpty()
              || codes.stream().anyMatch(own.get()::equalsIgnoreCase)
          ? Optional.empty()
          : Optional.of(
              unclear(
                  "its version is registered, but as installed from another package, "
                      + English.enumerate(codes)
                      + " instead of "
                      + own.get()
                      + " ("
                      + line(product)
                      + ")"));
    }

    private Outcome unclear(String reason) {
      return new Outcome.Undecided(reason, Cause.REGISTRATION_UNCLEAR);
    }

    private String line(RegisteredProduct product) {
      return "line " + product.line() + " of " + registry.source();
    }

    private String described(RegisteredProduct product) {
      List<String> clauses = new ArrayList<>();
      clauses.add(
          "registered as "
              + product.name().map(English::quoted).orElse("a product without name")
              + product.versions().stream().findFirst().map(each -> " " + each).orElse("")
              + product.productCode().map(each -> " " + each).orElse("")
              + (product.users().isEmpty() || product.users().contains(Registration.MACHINE)
                  ? ""
                  : ", not for all users"));
      if (!product.localPackages().isEmpty()) {
        clauses.add("cached as " + English.enumerate(product.localPackages()));
      } else if (registry.has(RegistryPart.USER_DATA)) {
        clauses.add("without a cached package");
      }
      product.patches().stream()
          .limit(PATCHES_NAMED)
          .map(InstalledRule::described)
          .forEach(clauses::add);
      if (product.patches().size() > PATCHES_NAMED) {
        clauses.add("and " + (product.patches().size() - PATCHES_NAMED) + " more");
      }
      clauses.add(line(product));
      return String.join("; ", clauses);
    }
  }

  private static String described(RegisteredPatch patch) {
    return "patch "
        + patch.name().map(name -> English.quoted(name) + " ").orElse("")
        + patch.patchCode()
        + patch.state().map(state -> ", " + state.name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
