package io.kbaudit.audit;

import io.kbaudit.file.FileVersion;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What programs, libraries and drivers may say about themselves. */
public final class Executables {
  private static final int X86 = 0x014c;
  private static final int ENGLISH = 0x0409;
  private static final int UNICODE = 1200;

  private Executables() {}

  /** Returns what a sound one says that has no version resource, for x86. */
  public static PeInspection silent(PeKind kind) {
    return saying(kind, X86, List.of());
  }

  /** Returns what a sound library for x86 says of this version, in numbers and as a string. */
  public static PeInspection version(String version) {
    return saying(
        PeKind.LIBRARY, X86, List.of(resource(version, version, Map.of("FileVersion", version))));
  }

  /** Returns what a sound library for x86 says, in numbers and strings. */
  public static PeInspection version(
      String fileVersion, String productVersion, Map<String, String> strings) {
    return saying(PeKind.LIBRARY, X86, List.of(resource(fileVersion, productVersion, strings)));
  }

  /** Returns what a sound one says. */
  public static PeInspection saying(PeKind kind, int machine, List<VersionResource> versions) {
    return new PeInspection(
        Optional.of(
            new PeHeader(
                machine == X86 ? PeFormat.PE32 : PeFormat.PE32_PLUS,
                new Machine(Optional.of(machine)),
                kind == PeKind.LIBRARY,
                kind == PeKind.DRIVER,
                PeHeader.Code.MACHINE,
                Optional.empty(),
                Optional.empty())),
        versions,
        false,
        List.of());
  }

  /** Returns a version resource in English. */
  public static VersionResource resource(
      String fileVersion, String productVersion, Map<String, String> strings) {
    return new VersionResource(
        ENGLISH,
        Optional.of(
            new FixedFileInfo(
                FileVersion.find(fileVersion).orElseThrow(),
                FileVersion.find(productVersion).orElseThrow(),
                0,
                0,
                0)),
        List.of(new StringTable("040904b0", strings)),
        List.of(new Translation(ENGLISH, UNICODE)));
  }

  /** Returns what a file says that has this problem, and of which nothing else is known. */
  public static PeInspection broken(PeProblem problem) {
    return new PeInspection(Optional.empty(), List.of(), false, List.of(problem));
  }
}
