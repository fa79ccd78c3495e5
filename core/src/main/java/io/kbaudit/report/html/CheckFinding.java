package io.kbaudit.report.html;

import io.kbaudit.audit.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What one check has against a file, or why it could not be done.
 *
 * @param check its name; of a file that no check could be done on, a few words instead
 * @param values what was expected and what was found, or why it could not be told
 * @param cause of which the page says what it means, and what to do
 */
public record CheckFinding(String check, List<Fact> values, Optional<Cause> cause) {
  /** Copies the list. */
  public CheckFinding {
    values = List.copyOf(values);
  }
}
