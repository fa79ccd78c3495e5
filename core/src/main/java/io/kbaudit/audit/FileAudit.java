package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.SignatureInspection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the article, and all that was established about it. Immutable.
 *
 * @param component what the article calls the component in the file, where that is known
 * @param observed the file taken for the row's; absent if there is none, or not only one
 * @param outcomes one for every {@link Check}, in the checks' order
 * @param waived which of the outcomes is accepted for a time, and by whom, in the checks' order;
 *     they are failures, or undecided
 */
public record FileAudit(
    ExpectedFile expected,
    Optional<String> component,
    Optional<ObservedFile> observed,
    Map<Check, Outcome> outcomes,
    Map<Check, Waiver> waived) {

  /** Checks that no check is left out. */
  public FileAudit {
    requireNonNull(expected, "expected");
    requireNonNull(component, "component");
    requireNonNull(observed, "observed");
    if (outcomes.size() != Check.values().length) {
      throw new IllegalArgumentException("every check has an outcome, not only " + outcomes);
    }
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    waived = Waived.of(outcomes, waived);
  }

  /** Creates what was established about a row, of which nothing is waived. */
  public FileAudit(
      ExpectedFile expected,
      Optional<String> component,
      Optional<ObservedFile> observed,
      Map<Check, Outcome> outcomes) {
    this(expected, component, observed, outcomes, Map.of());
  }

  /** Returns this row, of which these waivers cover the outcomes of these checks. */
  public FileAudit withWaived(Map<Check, Waiver> waivers) {
    return new FileAudit(expected, component, observed, outcomes, waivers);
  }

  /** Returns what the outcomes come to. */
  public FileResult result() {
    return FileResult.of(outcomes, waived.keySet());
  }

  /** Returns whether some check passed with this remark. */
  public boolean isRemarked(Cause remark) {
    return outcomes.values().stream()
        .anyMatch(
            outcome ->
                outcome instanceof Outcome.Passed passed
                    && passed.cause().equals(Optional.of(remark)));
  }

  /** Returns the strongest evidence behind the result; absent if no file was looked at. */
  public Optional<Assurance> assurance() {
    if (readable().isEmpty()) {
      return Optional.empty();
    }
    if (isPinned()) {
      return Optional.of(Assurance.PINNED);
    }
    if (isSigned()) {
      return Optional.of(Assurance.SIGNED);
    }
    return Optional.of(isNamed() ? Assurance.IDENTITY : Assurance.METADATA);
  }

  /** A later version passes the check too, and is not what was pinned. */
  private boolean isPinned() {
    return outcomes.get(Check.HASH) instanceof Outcome.Passed passed && passed.cause().isEmpty();
  }

  /** A signature speaks of all of a file, and not of what somebody appended to it. */
  private boolean isSigned() {
    return outcomes.get(Check.SIGNATURE) instanceof Outcome.Passed
        && signatures().filter(read -> read.grade() == Grade.TRUSTED).isPresent()
        && damage().isEmpty();
  }

  /**
   * Returns whether the file says itself that it is this row's, and is not known to be damaged or
   * altered.
   */
  public boolean isNamed() {
    return outcomes.get(Check.IDENTITY) instanceof Outcome.Passed && isSound();
  }

  /**
   * Returns what the file says about itself, if it is a Windows Installer file; absent if there is
   * none, or it was not read.
   */
  public Optional<MsiInspection> inspection() {
    return readable().flatMap(ObservedFile.Readable::inspection);
  }

  /** Returns what the file says about itself, if it is a program, library or driver. */
  public Optional<PeInspection> executable() {
    return readable().flatMap(ObservedFile.Readable::executable);
  }

  /** Returns what the file's signatures are worth; absent where they were not looked at. */
  public Optional<SignatureInspection> signatures() {
    return readable().flatMap(ObservedFile.Readable::signatures);
  }

  /**
   * Returns what makes the file unsound, whether or not {@link Check#FORMAT} was to look for it;
   * absent where nothing is known to.
   */
  public Optional<String> damage() {
    return outcomes.get(Check.FORMAT) instanceof Outcome.Passed
        ? Optional.empty()
        : readable().flatMap(ObservedFile.Readable::damage);
  }

  /** Returns this row, whose file is taken though it is not sound; nothing else is accepted. */
  public FileAudit acceptingUnsound() {
    Optional<String> damage = damage();
    if (damage.isEmpty() || !(outcomes.get(Check.FORMAT) instanceof Outcome.Failed)) {
      return this;
    }
    Map<Check, Outcome> accepted = new EnumMap<>(outcomes);
    accepted.put(
        Check.FORMAT,
        new Outcome.NotApplicable("it is not sound, and accepted so: " + damage.get()));
    return new FileAudit(expected, component, observed, accepted);
  }

  private Optional<ObservedFile.Readable> readable() {
    return observed.isPresent() && observed.get() instanceof ObservedFile.Readable file
        ? Optional.of(file)
        : Optional.empty();
  }

  private boolean isSound() {
    boolean isWhole =
        outcomes.get(Check.FORMAT) instanceof Outcome.Passed
            || inspection().filter(MsiInspection::sound).isPresent()
            || executable().filter(PeInspection::sound).isPresent();
    return isWhole && signatures().filter(read -> read.grade().isBroken()).isEmpty();
  }
}
