package io.kbaudit.registry;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Joins what the keys of an export say of each product, in whatever order they come. */
final class ProductCollector {
  /** More keys that are passed over are counted alone. */
  private static final int MOST_REMARKS = 20;

  private static final long YES = 1;

  /** What has a component that stays when its products go. */
  private static final String PERMANENT = "0".repeat(32);

  private final Map<String, Gathered> byCode = new LinkedHashMap<>();
  private final List<RegisteredProduct> withoutCode = new ArrayList<>();
  private final Map<PatchOfUser, String> packagesOfPatches = new HashMap<>();
  private final Set<RegistryPart> whole = EnumSet.noneOf(RegistryPart.class);
  private final List<RegistryRemark> remarks = new ArrayList<>();
  private int moreRemarks;
  private boolean isAnswered;

  /** A patch is in the cache once for each user who has it. */
  private record PatchOfUser(Optional<String> user, String code) {}

  /** A patch of a product, before the path of its package is known. */
  private record FoundPatch(
      PatchOfUser patch, Optional<RegisteredPatch.State> state, StatedValues values) {}

  /** What is known of the product of one code so far. */
  private static final class Gathered {
    private final Set<String> upgradeCodes = new LinkedHashSet<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final List<FoundPatch> patches = new ArrayList<>();
    private final List<KeyPath> keyPaths = new ArrayList<>();
  }

  /** Takes the parts that are whole, whether or not anything is in them. */
  void wholly(Set<RegistryPart> parts) {
    whole.addAll(parts);
  }

  /** Takes note that what was asked for is there, if there is any. */
  void answered() {
    isAnswered = true;
  }

  /** Returns whether anything was about what is installed. */
  boolean isAnswered() {
    return isAnswered;
  }

  void remark(int line, String text) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(new RegistryRemark(line, text));
    } else {
      moreRemarks++;
    }
  }

  /** Takes a key with its values. */
  void key(InstallerKey key, StatedValues values) {
    answered();
    if (key.kind() == InstallerKey.Kind.UNINSTALL) {
      program(key.part(), key.user(), key.code(), values);
      return;
    }
    Optional<String> code = unpacked(key.code(), values.line());
    if (code.isEmpty()) {
      return;
    }
    switch (key.kind()) {
      case INSTALL_PROPERTIES ->
          product(code.get())
              .registrations
              .add(registration(key.part(), key.user(), values, Optional.empty()));
      case CLASS_PRODUCT ->
          product(code.get())
              .registrations
              .add(registration(key.part(), key.user(), values, packageCode(values)));
      case PATCH ->
          values
              .text("LocalPackage")
              .ifPresent(
                  path -> packagesOfPatches.put(new PatchOfUser(key.user(), code.get()), path));
      default ->
          key.patch()
              .flatMap(patch -> unpacked(patch, values.line()))
              .ifPresent(patch -> addPatch(code.get(), key.user(), patch, values));
    }
  }

  /** Takes a value of a key whose values' names are the products. */
  void member(InstallerKey key, int line, String product, RegistryValue value) {
    answered();
    Optional<String> code = unpacked(key.code(), line);
    if (code.isEmpty() || product.isEmpty()) {
      return;
    }
    Optional<String> productCode =
        product.equals(PERMANENT) ? Optional.empty() : unpacked(product, line);
    if (key.kind() == InstallerKey.Kind.UPGRADE_CODE) {
      productCode.ifPresent(each -> product(each).upgradeCodes.add(code.get()));
    } else {
      value
          .text()
          .filter(path -> !path.isEmpty())
          .ifPresent(
              path ->
                  productCode.ifPresent(
                      each -> product(each).keyPaths.add(new KeyPath(code.get(), path))));
    }
  }

  /** Takes a program of a list of programs, by the name of its key. */
  void program(RegistryPart part, Optional<String> user, String keyName, StatedValues values) {
    answered();
    Optional<String> packageCode = values.text("PackageCode").flatMap(PackedCode::braced);
    Registration registration = registration(part, user, values, packageCode);
    Optional<String> code = PackedCode.braced(keyName);
    if (code.isPresent()) {
      product(code.get()).registrations.add(registration);
    } else if (registration.name().isPresent()) {
      withoutCode.add(
          new RegisteredProduct(
              Optional.empty(), List.of(), List.of(registration), List.of(), List.of()));
    }
  }

  /** Takes the upgrade code of a product, both in braces. */
  void upgradeCode(String product, String upgradeCode) {
    PackedCode.braced(product).ifPresent(code -> product(code).upgradeCodes.add(upgradeCode));
  }

  /** Returns all that is registered somewhere, in the order of the export. */
  InstalledProducts products(String source) {
    List<RegisteredProduct> products = new ArrayList<>(withoutCode);
    byCode.forEach(
        (code, gathered) -> {
          if (!gathered.registrations.isEmpty()) {
            products.add(product(code, gathered));
          }
        });
    products.sort((one, other) -> Integer.compare(one.line(), other.line()));
    List<RegistryRemark> all = new ArrayList<>(remarks);
    if (moreRemarks > 0) {
      all.add(
          new RegistryRemark(
              remarks.get(remarks.size() - 1).line(),
              English.counted(moreRemarks, "more remark") + " of this kind on what follows"));
    }
    return new InstalledProducts(source, whole, products, all);
  }

  private RegisteredProduct product(String code, Gathered gathered) {
    List<RegisteredPatch> patches = new ArrayList<>();
    for (FoundPatch found : gathered.patches) {
      patches.add(
          new RegisteredPatch(
              found.patch().code(),
              found.values().text("DisplayName"),
              found.state(),
              Optional.ofNullable(packagesOfPatches.get(found.patch())),
              found.values().text("MoreInfoURL"),
              found.values().text("Installed"),
              found.values().line()));
    }
    return new RegisteredProduct(
        Optional.of(code),
        List.copyOf(gathered.upgradeCodes),
        gathered.registrations,
        patches,
        gathered.keyPaths);
  }

  private Gathered product(String code) {
    return byCode.computeIfAbsent(code, each -> new Gathered());
  }

  private void addPatch(String product, Optional<String> user, String patch, StatedValues values) {
    OptionalLong number = values.number("State");
    Optional<RegisteredPatch.State> state =
        number.isPresent() ? RegisteredPatch.State.numbered(number.getAsLong()) : Optional.empty();
    if (number.isPresent() && state.isEmpty()) {
      remark(
          values.line(),
          "the state " + number.getAsLong() + " of the patch " + patch + " is not known");
    }
    product(product).patches.add(new FoundPatch(new PatchOfUser(user, patch), state, values));
  }

  private Optional<String> packageCode(StatedValues values) {
    return values.text("PackageCode").flatMap(packed -> unpacked(packed, values.line()));
  }

  private Optional<String> unpacked(String packed, int line) {
    Optional<String> code = PackedCode.unpacked(packed);
    if (code.isEmpty()) {
      remark(
          line,
          Printable.quoted(packed)
              + " is no packed code, as the keys of Windows Installer have: it was passed over");
    }
    return code;
  }

  private static Registration registration(
      RegistryPart part, Optional<String> user, StatedValues values, Optional<String> packageCode) {
    boolean isOfInstaller =
        part == RegistryPart.USER_DATA
            || part == RegistryPart.CLASSES
            || values.number("WindowsInstaller").orElse(0) == YES;
    return new Registration(
        part,
        user,
        values.text("DisplayName").or(() -> values.text("ProductName")),
        values.text("DisplayVersion"),
        isOfInstaller ? numericVersion(values.number("Version")) : Optional.empty(),
        values.text("Publisher"),
        packageCode,
        values.text("LocalPackage").or(() -> values.text("ManagedLocalPackage")),
        values.text("InstallSource"),
        values.line());
  }

  /** Eight bits, eight bits and sixteen: {@code 0x040004c4} is {@code 4.0.1220}. */
  private static Optional<String> numericVersion(OptionalLong number) {
    long all = number.orElse(0);
    return all <= 0 || all > 0xFFFF_FFFFL
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "%d.%d.%d", all >>> 24, all >>> 16 & 0xFF, all & 0xFFFF));
  }
}
