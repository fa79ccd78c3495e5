package io.kbaudit.registry;

import io.kbaudit.export.ExportedRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the rows of a list of programs: keys of the registry as PowerShell's {@code
 * Get-ItemProperty} shows them, with the names of their values as columns, osquery's table {@code
 * programs}, or WMI's class {@code Win32_Product}.
 */
final class ProgramRows {
  /** The path of a key, in front of which PowerShell names the provider. */
  private static final String PATH = "PSPath";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private static final Pattern PROVIDER =
      Pattern.compile("(?:Microsoft\\.PowerShell\\.Core\\\\)?Registry::", Pattern.CASE_INSENSITIVE);

  private static final String KEY_NAME = "PSChildName";

  /** The columns of other lists that have a product code, or the name of its key. */
  private static final List<String> CODES =
      List.of("identifying_number", "IdentifyingNumber", "ProductCode", KEY_NAME);

  /** By these Windows removes a product; in those of Windows Installer is its code. */
  private static final List<String> COMMANDS =
      List.of("UninstallString", "uninstall_string", "ModifyPath");

  private static final Pattern MSIEXEC =
      Pattern.compile(
          "\"?(?:[^\"]*\\\\)?msiexec(?:\\.exe)?\"? *[/-][IX] *\"?(\\{[0-9A-F-]{36}\\}).*",
          Pattern.CASE_INSENSITIVE);

  /** A value's name in the registry, and what other lists call the same. */
  private record Column(String value, List<String> others) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("DisplayName", List.of("name")),
          new Column("DisplayVersion", List.of("version")),
          new Column("Publisher", List.of("Vendor")),
          new Column("InstallSource", List.of("install_source")),
          new Column("LocalPackage", List.of()),
          new Column("ManagedLocalPackage", List.of()),
          new Column("PackageCode", List.of()),
          new Column("ProductName", List.of()),
          new Column("WindowsInstaller", List.of()),
          new Column("Version", List.of()),
          new Column("State", List.of()),
          new Column("MoreInfoURL", List.of()),
          new Column("Installed", List.of()));

  private final ProductCollector products;
  private int firstLine;
  private boolean hasProgram;
  private boolean hasVersion;

  ProgramRows(ProductCollector products) {
    this.products = products;
  }

  void row(ExportedRow row) {
    if (firstLine == 0) {
      firstLine = row.line();
    }
    boolean isOfRegistry = isOfRegistry(row);
    StatedValues values = values(row, isOfRegistry);
    hasVersion |= has(row, "DisplayVersion") || has(row, "version");
    Optional<SoftwarePath> path = path(row);
    if (path.isPresent()) {
      hasProgram = true;
      takeKey(path.get(), values);
      return;
    }
    products.wholly(EnumSet.of(RegistryPart.PROGRAM_LIST));
    Optional<String> name = code(row);
    hasProgram |= name.isPresent() || values.text("DisplayName").isPresent();
    products.program(RegistryPart.PROGRAM_LIST, Optional.empty(), name.orElse(""), values);
    upgradeCode(row)
        .ifPresent(upgrade -> name.ifPresent(code -> products.upgradeCode(code, upgrade)));
  }

  /**
   * Returns what is wrong with rows that say nothing of programs.
   *
   * @return empty where nothing is
   */
  Optional<String> problem() {
    if (!hasProgram) {
      return Optional.of(
          "no column has products or their names (PSPath, PSChildName, DisplayName, ProductCode,"
              + " IdentifyingNumber, identifying_number, name)");
    }
    return hasVersion
        ? Optional.empty()
        : Optional.of("no column has versions (DisplayVersion, Version)");
  }

  /** Returns the first line that was taken, 1 where there was none. */
  int firstLine() {
    return Math.max(1, firstLine);
  }

  private void takeKey(SoftwarePath path, StatedValues values) {
    InstallerKey.of(path)
        .ifPresent(
            key -> {
              products.wholly(EnumSet.of(key.part()));
              products.key(key, values);
            });
  }

  /** {@code Version} is a number there, and the version itself elsewhere. */
  private static boolean isOfRegistry(ExportedRow row) {
    return has(row, PATH) || has(row, KEY_NAME) || has(row, "DisplayVersion");
  }

  private static boolean has(ExportedRow row, String column) {
    return row.columns().stream().anyMatch(column::equalsIgnoreCase);
  }

  private static StatedValues values(ExportedRow row, boolean isOfRegistry) {
    StatedValues values = new StatedValues(row.line());
    for (Column column : COLUMNS) {
      Optional<String> value = row.find(column.value());
      if (!isOfRegistry) {
        for (String other : column.others()) {
          value = value.or(() -> row.find(other));
        }
      }
      value.ifPresent(text -> values.put(column.value(), value(text)));
    }
    return values;
  }

  private static RegistryValue value(String text) {
    OptionalLong number =
        NUMBER.matcher(text).matches()
            ? OptionalLong.of(Long.parseLong(text))
            : OptionalLong.empty();
    return new RegistryValue(Optional.of(text), number);
  }

  private static Optional<SoftwarePath> path(ExportedRow row) {
    Optional<String> path =
        row.find(PATH)
            .or(
                () ->
                    row.find("PSParentPath")
                        .flatMap(parent -> row.find(KEY_NAME).map(name -> parent + "\\" + name)));
    return path.flatMap(text -> SoftwarePath.of(PROVIDER.matcher(text).replaceFirst("")));
  }

  private static Optional<String> code(ExportedRow row) {
    Optional<String> named =
        CODES.stream().flatMap(column -> row.find(column).stream()).map(String::strip).findFirst();
    return named.flatMap(PackedCode::braced).or(() -> codeOfCommand(row)).or(() -> named);
  }

  private static Optional<String> codeOfCommand(ExportedRow row) {
    for (String column : COMMANDS) {
      Matcher command = MSIEXEC.matcher(row.find(column).orElse(""));
      if (command.matches()) {
        return PackedCode.braced(command.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> upgradeCode(ExportedRow row) {
    return row.find("upgrade_code").map(String::strip).flatMap(PackedCode::braced);
  }
}
