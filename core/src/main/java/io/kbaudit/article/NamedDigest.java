package io.kbaudit.article;

import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-1 that names of files from Windows Update and its catalog carry before the extension, as
 * in {@code windows6.1-kb976932-x64_74865ef2562006e51d7f9333b4a8d45b7a749dab.exe}.
 */
public final class NamedDigest {
  private static final Pattern NAMED =
      Pattern.compile("(?i).*_([0-9a-f]{40})\\.[a-z][a-z0-9]{0,9}");

  private NamedDigest() {}

  /** Returns the digest that {@code name} carries; absent where it carries none. */
  public static Optional<Digest> in(FileName name) {
    Matcher named = NAMED.matcher(name.spelling());
    return named.matches() ? Digest.Algorithm.SHA1.find(named.group(1)) : Optional.empty();
  }

  /** Returns {@code row} with the digest that its name carries, beside those that are printed. */
  public static ExpectedFile addedTo(ExpectedFile row) {
    return row.name().isKnown()
        ? in(row.name().best())
            .map(digest -> row.withHashes(row.hashes().and(ListedHashes.of(digest))))
            .orElse(row)
        : row;
  }
}
