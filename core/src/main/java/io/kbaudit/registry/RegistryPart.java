package io.kbaudit.registry;

/** A part of the registry that says what is installed; an export may have some of them alone. */
public enum RegistryPart {
  /** What Windows Installer keeps of each product, patch and component that is installed. */
  USER_DATA("Installer\\UserData"),

  /** Which products have which upgrade code. */
  UPGRADE_CODES("Installer\\UpgradeCodes"),

  /** What Windows Installer offers; a product that is here alone is advertised, not installed. */
  CLASSES("Installer\\Products"),

  /** The list of programs that Windows shows. */
  UNINSTALL("Uninstall"),

  /** That list of 32-bit programs, where Windows has 64 bits. */
  UNINSTALL_32("Wow6432Node Uninstall"),

  /** A list of programs that does not say which of the keys it is from. */
  PROGRAM_LIST("list of programs");

  private final String words;

  RegistryPart(String words) {
    this.words = words;
  }

  /** Returns what this part is called in a sentence. */
  public String words() {
    return words;
  }

  /** Returns whether what this part has is installed, and not only known. */
  public boolean provesInstallation() {
    return this != UPGRADE_CODES && this != CLASSES;
  }
}
