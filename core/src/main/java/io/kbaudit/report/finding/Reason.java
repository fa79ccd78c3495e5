package io.kbaudit.report.finding;

import io.kbaudit.audit.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why an audit is not compliant: a cause that a check found, or an obstacle that none tells.
 *
 * @param id stable
 * @param group the check that finds it most often, or {@code AUDIT}
 * @param meaning in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record Reason(String id, String group, String meaning, String remedy) {
  private static final List<Reason> ALL =
      Stream.concat(
              Arrays.stream(Cause.values()).map(Reason::of),
              Arrays.stream(Obstacle.values()).map(Reason::of))
          .toList();

  /** Returns all there are: the causes in their order, then the obstacles. */
  public static List<Reason> all() {
    return ALL;
  }

  public static Reason of(Cause cause) {
    return new Reason(cause.name(), cause.check().name(), cause.meaning(), cause.remedy());
  }

  public static Reason of(Obstacle obstacle) {
    return new Reason(obstacle.name(), "AUDIT", obstacle.meaning(), obstacle.remedy());
  }
}
