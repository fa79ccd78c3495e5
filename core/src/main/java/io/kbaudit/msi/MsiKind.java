package io.kbaudit.msi;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The kinds of files that Windows Installer has. */
public enum MsiKind {
  /** An install package. */
  PACKAGE("msi", 0x000C1084),
  /** A patch, which changes installed packages. */
  PATCH("msp", 0x000C1086),
  /** A merge module, to be merged into packages; its class is that of a package. */
  MODULE("msm", 0x000C1084),
  /** A transform, which changes a package as it is installed. */
  TRANSFORM("mst", 0x000C1082);

  /** The part that the classes of Windows Installer share: 000C108x-0000-0000-C000-000000000046. */
  private static final long LOW_HALF_OF_CLASSES = 0xC000_0000_0000_0046L;

  private final String extension;
  private final UUID classId;

  MsiKind(String extension, int classData1) {
    this.extension = extension;
    this.classId = new UUID((long) classData1 << 32, LOW_HALF_OF_CLASSES);
  }

  /** Returns the kind whose files have this extension, in lower case and without its dot. */
  public static Optional<MsiKind> ofExtension(String extension) {
    for (MsiKind kind : values()) {
      if (kind.extension.equals(extension)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the kind of this class; a module has that of a package. */
  static Optional<MsiKind> ofClass(UUID classId) {
    for (MsiKind kind : values()) {
      if (kind.classId.equals(classId)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the customary extension, without its dot: {@code msi}. */
  public String extension() {
    return extension;
  }

  /** Returns the word for it in reports: {@code package}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
