package io.kbaudit.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key of the registry that says what is installed, by its path. Only the places where Windows
 * looks are known: a copy of such keys elsewhere is none.
 *
 * @param user the security identifier in its path
 * @param code the name in the path that tells one key of the kind from another: a packed code, or
 *     any name below {@code Uninstall}
 * @param patch the packed code of the patch, of {@link Kind#PRODUCT_PATCH}
 */
record InstallerKey(
    Kind kind, RegistryPart part, Optional<String> user, String code, Optional<String> patch) {
  private static final String WOW = "Wow6432Node";
  private static final String CURRENT_VERSION = "Microsoft\\Windows\\CurrentVersion\\";
  private static final String INSTALLER = CURRENT_VERSION + "Installer";
  private static final String UNINSTALL = CURRENT_VERSION + "Uninstall";
  private static final String USER_DATA = INSTALLER + "\\UserData";
  private static final String UPGRADE_CODES = INSTALLER + "\\UpgradeCodes";
  private static final String MANAGED = INSTALLER + "\\Managed";
  private static final String CLASSES = "Classes\\Installer";
  private static final String CLASSES_32 = "Classes\\Wow6432Node\\Installer";
  private static final String CLASSES_OF_USER = "Microsoft\\Installer";

  private static final String PRODUCTS = "Products";

  /** Where a machine has each part. */
  private static final Map<RegistryPart, String> PARTS =
      Map.of(
          RegistryPart.USER_DATA, USER_DATA,
          RegistryPart.UPGRADE_CODES, UPGRADE_CODES,
          RegistryPart.CLASSES, CLASSES + "\\" + PRODUCTS,
          RegistryPart.UNINSTALL, UNINSTALL,
          RegistryPart.UNINSTALL_32, WOW + "\\" + UNINSTALL);

  /** What a key is about. */
  enum Kind {
    INSTALL_PROPERTIES,
    PRODUCT_PATCH,
    PATCH,
    COMPONENT,
    UPGRADE_CODE,
    CLASS_PRODUCT,
    UNINSTALL
  }

  /** Returns the key of that path; empty where it says nothing of what is installed. */
  static Optional<InstallerKey> of(SoftwarePath path) {
    if (path.isAt(WOW)) {
      return below(path.below(WOW), RegistryPart.UNINSTALL_32);
    }
    return below(path, RegistryPart.UNINSTALL);
  }

  /** Returns whether the path is that of a key which is there for programs alone, or below it. */
  static boolean isAboutPrograms(SoftwarePath path) {
    SoftwarePath own = path.isAt(WOW) ? path.below(WOW) : path;
    return own.isAt(INSTALLER)
        || own.isAt(UNINSTALL)
        || own.isAt(CLASSES)
        || own.isAt(CLASSES_OF_USER);
  }

  /**
   * Returns the parts of which an export has all there is if it has the key of that path, with what
   * is below.
   */
  static Set<RegistryPart> wholeAt(SoftwarePath path) {
    Set<RegistryPart> parts = EnumSet.noneOf(RegistryPart.class);
    if (path.isOfMachine()) {
      PARTS.forEach(
          (part, key) -> {
            if (path.contains(key)) {
              parts.add(part);
            }
          });
      if (path.isAt(USER_DATA) && isOfAllProducts(path.below(USER_DATA).names())) {
        parts.add(RegistryPart.USER_DATA);
      }
    }
    return parts;
  }

  /** Those of the machine are all that are asked about; those of one user are not. */
  private static boolean isOfAllProducts(List<String> names) {
    return !names.isEmpty()
        && names.get(0).equalsIgnoreCase(Registration.MACHINE)
        && (names.size() == 1 || (names.size() == 2 && names.get(1).equalsIgnoreCase(PRODUCTS)));
  }

  private static Optional<InstallerKey> below(SoftwarePath path, RegistryPart uninstall) {
    if (path.isAt(UNINSTALL)) {
      List<String> names = path.below(UNINSTALL).names();
      return names.size() == 1
          ? Optional.of(key(Kind.UNINSTALL, uninstall, path.user(), names.get(0)))
          : Optional.empty();
    }
    if (path.isAt(USER_DATA)) {
      return ofUserData(path.below(USER_DATA).names());
    }
    if (path.isAt(UPGRADE_CODES)) {
      List<String> names = path.below(UPGRADE_CODES).names();
      return names.size() == 1
          ? Optional.of(
              key(Kind.UPGRADE_CODE, RegistryPart.UPGRADE_CODES, path.user(), names.get(0)))
          : Optional.empty();
    }
    if (path.isAt(MANAGED)) {
      List<String> names = path.below(MANAGED).names(); // SID, Installer, Products, code
      return names.isEmpty()
          ? Optional.empty()
          : ofClasses(
              Optional.of(names.get(0)), names.subList(Math.min(2, names.size()), names.size()));
    }
    for (String classes : List.of(CLASSES, CLASSES_32, CLASSES_OF_USER)) {
      if (path.isAt(classes)) {
        return ofClasses(path.user(), path.below(classes).names());
      }
    }
    return Optional.empty();
  }

  private static Optional<InstallerKey> ofUserData(List<String> names) {
    if (names.size() < 3) {
      return Optional.empty();
    }
    Optional<String> user = Optional.of(names.get(0));
    String group = names.get(1);
    String code = names.get(2);
    boolean isOfProduct = group.equalsIgnoreCase(PRODUCTS);
    if (names.size() == 3 && group.equalsIgnoreCase("Components")) {
      return Optional.of(key(Kind.COMPONENT, RegistryPart.USER_DATA, user, code));
    }
    if (names.size() == 3 && group.equalsIgnoreCase("Patches")) {
      return Optional.of(key(Kind.PATCH, RegistryPart.USER_DATA, user, code));
    }
    if (names.size() == 4 && isOfProduct && names.get(3).equalsIgnoreCase("InstallProperties")) {
      return Optional.of(key(Kind.INSTALL_PROPERTIES, RegistryPart.USER_DATA, user, code));
    }
    if (names.size() == 5 && isOfProduct && names.get(3).equalsIgnoreCase("Patches")) {
      return Optional.of(
          new InstallerKey(
              Kind.PRODUCT_PATCH, RegistryPart.USER_DATA, user, code, Optional.of(names.get(4))));
    }
    return Optional.empty();
  }

  private static Optional<InstallerKey> ofClasses(Optional<String> user, List<String> names) {
    return names.size() == 2 && names.get(0).equalsIgnoreCase(PRODUCTS)
        ? Optional.of(key(Kind.CLASS_PRODUCT, RegistryPart.CLASSES, user, names.get(1)))
        : Optional.empty();
  }

  private static InstallerKey key(
      Kind kind, RegistryPart part, Optional<String> user, String code) {
    return new InstallerKey(kind, part, user, code, Optional.empty());
  }
}
