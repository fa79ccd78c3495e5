package io.kbaudit.pe;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers in a version resource ({@code VS_FIXEDFILEINFO}). Immutable.
 *
 * @param flags as stored, those outside of the mask too
 * @param flagsMask which flags are meant
 * @param fileType 1 a program, 2 a library, 3 a driver ({@code dwFileType})
 */
public record FixedFileInfo(
    FileVersion fileVersion, FileVersion productVersion, int flags, int flagsMask, int fileType) {
  static final int PROGRAM = 1;
  static final int LIBRARY = 2;

  /** {@code dwFileFlags}, by their names without {@code VS_FF_}. */
  private static final Map<Integer, String> FLAGS =
      new TreeMap<>(
          Map.of(
              0x01, "debug",
              0x02, "prerelease",
              0x04, "patched",
              0x08, "private build",
              0x10, "inferred",
              0x20, "special build"));

  /** Checks that nothing is null. */
  public FixedFileInfo {
    requireNonNull(fileVersion, "fileVersion");
    requireNonNull(productVersion, "productVersion");
  }

  /** Returns the names of the flags that are set and meant, such as {@code prerelease}. */
  public List<String> flagNames() {
    List<String> names = new ArrayList<>();
    FLAGS.forEach(
        (flag, name) -> {
          if ((flags & flagsMask & flag) != 0) {
            names.add(name);
          }
        });
    return names;
  }
}
