package io.kbaudit.script;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.CopyNames;
import io.kbaudit.file.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file to be copied. Immutable.
 *
 * @param from its name in the package folder
 * @param to its name on the share
 * @param backUp the name on the share under which what stands at {@code to} now is kept; absent
 *     where nothing stands there
 * @param bytes the size of the package's file when it was verified
 * @param sha256 of that file's contents then; absent where it was not computed
 */
public record CopyStep(
    String from, String to, Optional<String> backUp, long bytes, Optional<Digest> sha256) {
  /** What the name of a copy ends in until it is whole. */
  public static final String PART = CopyNames.PART;

  /** Checks that the size is one. */
  public CopyStep {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(backUp, "backUp");
    requireNonNull(sha256, "sha256").ifPresent(digest -> digest.require(Digest.Algorithm.SHA256));
    if (bytes < 0) {
      throw new IllegalArgumentException("negative size: " + bytes);
    }
  }

  /** Returns the name on the share that the copy has until it is whole, beside {@link #to}. */
  public String part() {
    return to + PART;
  }

  /** Returns every name on the share that this step uses. */
  List<String> namesOnShare() {
    return Stream.concat(Stream.of(to, part()), backUp.stream()).toList();
  }
}
