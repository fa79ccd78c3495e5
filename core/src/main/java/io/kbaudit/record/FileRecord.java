package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waived;
import io.kbaudit.audit.Waiver;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.signature.SignatureInspection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the article, and all that was established about it.
 *
 * @param component what the article calls the component in the file, where that is known
 * @param observed the file taken for the row's; absent if there is none, or not only one
 * @param outcomes one for every {@link Check}, in the checks' order
 * @param assurance the strongest evidence behind the result; absent if no file was looked at
 * @param waived which of the outcomes is accepted for a time, and by whom, in the checks' order
 */
public record FileRecord(
    RowRecord listed,
    Optional<String> component,
    Optional<ObservedFile> observed,
    Map<Check, Outcome> outcomes,
    Optional<Assurance> assurance,
    Map<Check, Waiver> waived) {

  /** Checks that no check is left out. */
  public FileRecord {
    requireNonNull(listed, "listed");
    requireNonNull(component, "component");
    requireNonNull(observed, "observed");
    requireNonNull(assurance, "assurance");
    if (outcomes.size() != Check.values().length) {
      throw new IllegalArgumentException("every check has an outcome, not only " + outcomes);
    }
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    waived = Waived.of(outcomes, waived);
  }

  /** Creates what was established about a row, of which nothing is waived. */
  public FileRecord(
      RowRecord listed,
      Optional<String> component,
      Optional<ObservedFile> observed,
      Map<Check, Outcome> outcomes,
      Optional<Assurance> assurance) {
    this(listed, component, observed, outcomes, assurance, Map.of());
  }

  static FileRecord of(FileAudit audit) {
    return new FileRecord(
        RowRecord.of(audit.expected()),
        audit.component(),
        audit.observed(),
        audit.outcomes(),
        audit.assurance(),
        audit.waived());
  }

  /** Returns what the file's signatures are worth; absent where they were not looked at. */
  public Optional<SignatureInspection> signatures() {
    return observed
        .filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast)
        .flatMap(ObservedFile.Readable::signatures);
  }

  /** Returns what the outcomes come to. */
  public FileResult result() {
    return FileResult.of(outcomes, waived.keySet());
  }
}
