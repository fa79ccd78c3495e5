package io.kbaudit.audit.match;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.ProductVersion;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.registry.RegistryPart;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a package cache, to which what is registered leads by their names. */
public final class PackageCache {
  /** Those in the folder itself by their names; those below by the name of their folder too. */
  private final Map<List<FileName>, ObservedFile> files = new HashMap<>();

  private final InstalledProducts registry;

  /** Learns what is in the cache, to which {@code registry} leads. */
  public PackageCache(Inventory cache, InstalledProducts registry) {
    this.registry = requireNonNull(registry, "registry");
    for (ObservedFile file : cache.files()) {
      List<FileName> names = lastTwo(file.path(), "/");
      files.putIfAbsent(names, file);
    }
  }

  /**
   * What is wrong with the package that is registered for a product.
   *
   * @param text half a sentence that begins with the path, as it is registered
   * @param cause one of {@code UNKNOWN} where it is not known
   */
  public record Fault(String text, Cause cause) {
    private static final Set<Cause> UNKNOWN =
        EnumSet.of(
            Cause.UNREADABLE,
            Cause.NOT_READ,
            Cause.CHANGED_DURING_AUDIT,
            Cause.TIMED_OUT,
            Cause.LINK_NOT_FOLLOWED);

    /** Returns what that comes to, where {@code expected} was. */
    public Outcome asOutcome(String expected) {
      return isUnknown()
          ? new Outcome.Undecided("the package that is registered, " + text, cause)
          : new Outcome.Failed(expected, text, cause);
    }

    /** Returns whether nothing need be wrong. */
    public boolean isUnknown() {
      return UNKNOWN.contains(cause);
    }
  }

  /**
   * Returns the file of the cache that a registered path means; absent where it is not there. The
   * cache may be a copy, and so in any folder; or in a folder of its name below the one that was
   * looked at.
   */
  public Optional<ObservedFile> find(String localPackage) {
    List<FileName> names = lastTwo(localPackage, "[/\\\\]");
    return names.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(files.get(List.of(names.get(names.size() - 1))))
            .or(() -> Optional.ofNullable(files.get(names)));
  }

  private static List<FileName> lastTwo(String path, String separator) {
    List<FileName> names = new ArrayList<>();
    for (String name : path.split(separator, -1)) {
      FileName.find(name).ifPresent(names::add);
    }
    return List.copyOf(names.subList(Math.max(0, names.size() - 2), names.size()));
  }

  /** Returns what is wrong with the packages registered for a product; absent if nothing is. */
  public Optional<Fault> faultOf(RegisteredProduct product) {
    return product.localPackages().stream()
        .flatMap(path -> faultAt(path, product).stream())
        .findFirst();
  }

  private Optional<Fault> faultAt(String path, RegisteredProduct product) {
    Optional<ObservedFile> found = find(path);
    if (found.isEmpty()) {
      return Optional.of(new Fault(path + ", is not in the cache", Cause.CACHED_PACKAGE_GONE));
    }
    if (found.get() instanceof ObservedFile.Unreadable unreadable) {
      return Optional.of(
          new Fault(path + ", " + unreadable.told(), Match.Undecidable.causeOf(unreadable)));
    }
    ObservedFile.Readable file = (ObservedFile.Readable) found.get();
    if (file.inspection().isEmpty()) {
      return Optional.of(new Fault(path + ", was listed, and not read", Cause.NOT_READ));
    }
    return otherThan(product, file)
        .map(other -> new Fault(path + ", is " + other, Cause.OTHER_CACHED_PACKAGE));
  }

  /** Returns how a file is another package than that of a product; absent where it is not. */
  private Optional<String> otherThan(RegisteredProduct product, ObservedFile.Readable file) {
    MsiInspection read = file.inspection().orElseThrow();
    Optional<String> code = read.property("ProductCode");
    if (code.isEmpty()) {
      return Optional.of(
          brokenBy(read)
              .map(problem -> "no sound package: " + problem)
              .orElse("a file that states no ProductCode"));
    }
    if (product.productCode().filter(code.get()::equalsIgnoreCase).isEmpty()) {
      return Optional.of("that of " + described(file) + ", product code " + code.get());
    }
    if (isOfOtherCode(product, file) || isOfOtherVersion(product, read)) {
      return Optional.of("another build, " + described(file));
    }
    return brokenBy(read).map(problem -> "no sound package: " + problem);
  }

  /** Windows Installer before 5.0 takes the cabinets out of what it caches. */
  private static Optional<String> brokenBy(MsiInspection read) {
    return read.problems().stream()
        .filter(problem -> problem.isDamage())
        .filter(problem -> problem.kind() != MsiProblem.Kind.CABINET_MISSING)
        .map(MsiProblem::text)
        .findFirst();
  }

  private static boolean isOfOtherCode(RegisteredProduct product, ObservedFile.Readable file) {
    return file.packageCode().isPresent()
        && !product.packageCodes().isEmpty()
        && product.packageCodes().stream().noneMatch(file.packageCode().get()::equalsIgnoreCase);
  }

  /** A patch raises the version that is registered, and leaves the cached package as it is. */
  private boolean isOfOtherVersion(RegisteredProduct product, MsiInspection read) {
    Optional<ProductVersion> own = read.property("ProductVersion").flatMap(ProductVersion::find);
    List<Integer> orders =
        own.stream()
            .flatMap(
                version ->
                    product.versions().stream()
                        .flatMap(text -> ProductVersion.find(text).stream())
                        .map(version::compareWith))
            .toList();
    boolean mayBePatched = !product.patches().isEmpty() || !registry.has(RegistryPart.USER_DATA);
    return !orders.isEmpty()
        && orders.stream().noneMatch(order -> order == 0 || (order < 0 && mayBePatched));
  }

  /** Returns what a package says that it is, for people. */
  public static String described(ObservedFile.Readable file) {
    Optional<MsiInspection> read = file.inspection();
    return read.flatMap(each -> each.property("ProductName"))
            .map(English::quoted)
            .orElse("a product without name")
        + read.flatMap(each -> each.property("ProductVersion"))
            .map(version -> " " + version)
            .orElse("")
        + file.packageCode().map(code -> ", package code " + code).orElse("");
  }
}
