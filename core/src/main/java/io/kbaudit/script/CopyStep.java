package io.kbaudit.script;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file to be copied.
 *
 * @param from its name in the package folder
 * @param to its name on the share
 * @param backUp the name on the share under which what stands at {@code to} now is kept; absent
 *     where nothing stands there
 */
public record CopyStep(String from, String to, Optional<String> backUp) {
  /** What the name of a copy ends in until it is whole. */
  public static final String PART = ".kbaudit-part";

  public CopyStep {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(backUp, "backUp");
  }

  /** Returns the name beside {@link #to} that the copy has until it is whole. */
  String part() {
    return to + PART;
  }

  /** Returns every name on the share that this step uses. */
  List<String> namesOnShare() {
    return Stream.concat(Stream.of(to, part()), backUp.stream()).toList();
  }
}
