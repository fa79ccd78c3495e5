package io.kbaudit.plan;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;

/**
 * One row that belongs on the share, and what is to be done for it. A {@link Planner} makes them.
 * Immutable.
 *
 * @param component what the article calls the component in the file, where that is known
 * @param target the file's name on the share: as what stands there spells it, else as the row does
 * @param standing what stands there now, under that name
 * @param source the file of the package; present where it is to be copied
 * @param backUp the name under which what stands there is to be kept; present where it is replaced
 * @param reason how what stands there differs, or why nothing can be done; half a sentence
 */
public record PlannedFile(
    ExpectedFile expected,
    Optional<String> component,
    Action action,
    String target,
    Optional<ObservedFile> standing,
    Optional<ObservedFile.Readable> source,
    Optional<String> backUp,
    String reason) {

  /** Checks that what is copied has a source, and what is replaced a back-up, and nothing else. */
  public PlannedFile {
    requireNonNull(expected, "expected");
    requireNonNull(component, "component");
    requireNonNull(target, "target");
    requireNonNull(standing, "standing");
    requireNonNull(reason, "reason");
    if (source.isPresent() != action.copies() || backUp.isPresent() != (action == Action.REPLACE)) {
      throw new IllegalArgumentException(action + " from " + source + ", back-up " + backUp);
    }
  }

  /** Returns that a file is copied to where nothing is. */
  static PlannedFile copied(
      FileAudit now, String target, ObservedFile.Readable source, String reason) {
    return new PlannedFile(
        now.expected(),
        now.component(),
        Action.COPY,
        target,
        Optional.empty(),
        Optional.of(source),
        Optional.empty(),
        reason);
  }

  /**
   * Returns that a file is copied in place of {@code standing}, which is kept as {@code backUp}.
   */
  static PlannedFile replaced(
      FileAudit now,
      ObservedFile standing,
      ObservedFile.Readable source,
      String backUp,
      String reason) {
    return new PlannedFile(
        now.expected(),
        now.component(),
        Action.REPLACE,
        standing.name().spelling(),
        Optional.of(standing),
        Optional.of(source),
        Optional.of(backUp),
        reason);
  }

  /**
   * Returns that nothing is done.
   *
   * @param action one that copies nothing
   */
  static PlannedFile left(
      FileAudit now, Action action, String target, Optional<ObservedFile> standing, String reason) {
    return new PlannedFile(
        now.expected(),
        now.component(),
        action,
        target,
        standing,
        Optional.empty(),
        Optional.empty(),
        reason);
  }

  /** Returns this file, for which nothing can be done. */
  PlannedFile blocked(String why) {
    return new PlannedFile(
        expected,
        component,
        Action.BLOCKED,
        target,
        standing,
        Optional.empty(),
        Optional.empty(),
        why);
  }

  /** Returns what makes unsound what is copied, or kept as the package's own. */
  public Optional<String> damage() {
    Optional<ObservedFile> kept = action == Action.KEEP ? standing : Optional.empty();
    return kept.filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast)
        .or(() -> source)
        .flatMap(ObservedFile.Readable::damage);
  }

  /** Returns how many bytes are copied: 0 where nothing is. */
  public long bytesToCopy() {
    return source.map(ObservedFile.Readable::sizeBytes).orElse(0L);
  }
}
