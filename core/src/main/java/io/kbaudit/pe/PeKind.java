package io.kbaudit.pe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is to Windows. */
public enum PeKind {
  /** It is run. */
  PROGRAM("exe", "scr"),
  /** It is loaded by programs. */
  LIBRARY("dll", "ocx", "cpl", "ax", "acm", "drv", "ds", "ime", "mui", "rll", "tsp"),
  /** It is loaded by the kernel. */
  DRIVER("sys");

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes the set
  private final Set<String> extensions;

  PeKind(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  /** Returns the stable id that reports print: {@code library}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the kind of the files of an extension, in lower case and without its dot. Files of
   * other extensions may be of one of these kinds too, as those of fonts and type libraries are.
   */
  public static Optional<PeKind> ofExtension(String extension) {
    return Arrays.stream(values()).filter(kind -> kind.extensions.contains(extension)).findFirst();
  }
}
