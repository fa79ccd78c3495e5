package io.kbaudit.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.kbaudit.msi.MsiFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What was exported of a server where every package of a folder is installed, but for a change. */
final class ExportedEvidence {
  private static final String INSTALLER =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer";

  private static final String OBJECTS =
      """
      database_name,schema_name,name,type,table_name
      ResourceManager,dbo,rmcore_Candidates,U,NULL
      ResourceManager,dbo,rmcore_candidates_ix_target_set_object_category_object_id_trans_id,INDEX,rmcore_Candidates
      ResourceManager,dbo,SeleteAndAssembleAllocateOrgMailStores,P,NULL
      ResourceManager,dbo,SeleteAndAssembleReallocateOrgMailStores,P,NULL
      ResourceManager,dbo,fn_min,FN,NULL
      ResourceManager,dbo,fn_ResourceCapacityOnAllocatedMailStores,IF,NULL
      ResourceManager,dbo,fn_ResourceCapacityOnUnallocatedMailStores,TF,NULL
      """;

  /** Of the component of which {@link Key#withKeyPath} says where its file is. */
  static final String COMPONENT = "{01234567-89AB-CDEF-0123-456789ABCDEF}";

  private ExportedEvidence() {}

  /** What is registered of one package. */
  record Key(String packedCode, String name, String version, String localPackage, String keyPath) {
    Key withVersion(String other) {
      return new Key(packedCode, name, other, localPackage, keyPath);
    }

    Key withPackage(String fileName) {
      return new Key(packedCode, name, version, fileName, keyPath);
    }

    Key withKeyPath(String path) {
      return new Key(packedCode, name, version, localPackage, path);
    }

    private String lines() {
      String user = INSTALLER + "\\UserData\\S-1-5-18\\";
      String properties =
          """

          [%sProducts\\%s\\InstallProperties]
          "DisplayName"="%s"
          "DisplayVersion"="%s"
          "LocalPackage"="C:\\\\Windows\\\\Installer\\\\%s"
          """
              .formatted(user, packedCode, name, version, localPackage);
      return keyPath.isEmpty()
          ? properties
          : properties
              + """

              [%sComponents\\%s]
              "%s"="%s"
              """
                  .formatted(user, packed(COMPONENT), packedCode, keyPath.replace("\\", "\\\\"));
    }
  }

  /** Changes what is registered of one product; without anything it is not registered. */
  interface Change {
    List<Key> of(Key registered);
  }

  /**
   * Writes the export of a registry that has the product of each package in {@code folder}.
   *
   * @param product the name of the one that is changed
   */
  static Path registry(Path folder, Path file, String product, Change change) throws IOException {
    StringBuilder export =
        new StringBuilder("Windows Registry Editor Version 5.00\n\n[" + INSTALLER + "]\n");
    boolean found = false;
    List<Path> packages = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.msi")) {
      files.forEach(packages::add);
    }
    Collections.sort(packages);
    for (Path each : packages) {
      Key key = keyOf(each);
      boolean isChanged = key.name().equals(product);
      for (Key left : isChanged ? change.of(key) : List.of(key)) {
        export.append(left.lines());
      }
      found |= isChanged;
    }
    if (!found) {
      throw new IllegalArgumentException("no package here is of " + product);
    }
    return Files.write(file, ("\uFEFF" + export).replace("\n", "\r\n").getBytes(UTF_16LE));
  }

  private static Key keyOf(Path msi) throws IOException {
    try (MsiFile file = MsiFile.open(msi)) {
      Map<String, String> stated = file.properties();
      return new Key(
          packed(stated.getOrDefault("ProductCode", "")),
          stated.getOrDefault("ProductName", ""),
          stated.getOrDefault("ProductVersion", ""),
          msi.getFileName().toString(),
          "");
    }
  }

  /** Writes the result of a query of the database to which the rollup was added, changed so. */
  static Path database(Path file, String line, String changed) throws IOException {
    if (!OBJECTS.contains(line)) {
      throw new IllegalArgumentException("no line is " + line);
    }
    return Files.writeString(file, OBJECTS.replace(line, changed));
  }

  /** The digits of a code as keys of Windows Installer have them: each part from its end. */
  private static String packed(String code) {
    String[] parts = code.substring(1, code.length() - 1).split("-", -1);
    StringBuilder packed = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      int width = i < 3 ? parts[i].length() : 2;
      for (int at = 0; at < parts[i].length(); at += width) {
        packed.append(new StringBuilder(parts[i].substring(at, at + width)).reverse());
      }
    }
    return packed.toString();
  }
}
