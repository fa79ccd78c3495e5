package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.SignatureWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the signatures of a file. One that is broken fails, whatever is demanded. Where nothing
 * is, a file need not be signed, and whoever signed it is a remark at most.
 */
record SignatureRule(SignatureDemand demand) implements Rule {
  @Override
  public Check check() {
    return Check.SIGNATURE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ObservedFile.Readable file = found.file();
    if (file.signatures().isEmpty()) {
      return Unchecked.signaturesNotRead(file, demand.required());
    }
    SignatureInspection read = file.signatures().get();
    Optional<Signature> decisive = read.decisive();
    if (decisive.isEmpty()) {
      return unsigned(file, read);
    }
    if (decisive.get().grade().isBroken()) {
      return found.isCachedWithoutCabinets()
          ? cachedWithoutCabinets()
          : broken(file, read, decisive.get(), policy);
    }
    return demand.publishers().isEmpty()
        ? intact(read, decisive.get(), demand.required())
        : published(read, decisive.get());
  }

  private Outcome unsigned(ObservedFile.Readable file, SignatureInspection read) {
    List<String> clauses = new ArrayList<>();
    clauses.add(
        Unchecked.wasRead(file)
            ? "it has no signature"
            : "it is neither a package nor a program, and signatures in it are not read");
    clauses.addAll(read.remarks());
    String reason = String.join("; ", clauses);
    if (!demand.required()) {
      return new Outcome.NotApplicable(reason);
    }
    return Unchecked.wasRead(file)
        ? new Outcome.Failed(demand.toString(), Grade.UNSIGNED + ": " + reason, Cause.UNSIGNED)
        : new Outcome.Undecided(reason, Cause.NOT_READ);
  }

  /**
   * A signature that was cut off with the end of the file is one defect with that, of which FORMAT
   * says more; a digest that differs says that the file was whole, and is another.
   */
  private Outcome broken(
      ObservedFile.Readable file,
      SignatureInspection read,
      Signature decisive,
      AuditPolicy policy) {
    String words = SignatureWords.of(read, decisive);
    boolean isMalformed = decisive.grade() == Grade.MALFORMED;
    if (isMalformed
        && !demand.required()
        && policy.checks().contains(Check.FORMAT)
        && file.damage().isPresent()) {
      return new Outcome.NotApplicable("the file is damaged, and its signature with it: " + words);
    }
    return new Outcome.Failed(
        demand.required() ? demand.toString() : "the file as it was signed",
        words,
        isMalformed ? Cause.MALFORMED_SIGNATURE : Cause.ALTERED_SINCE_SIGNED);
  }

  private Outcome cachedWithoutCabinets() {
    String reason = "it is cached without its cabinets, which its signature covers";
    return demand.required()
        ? new Outcome.Undecided(reason, Cause.NOT_STATED)
        : new Outcome.NotApplicable(reason);
  }

  private Outcome intact(SignatureInspection read, Signature decisive, boolean mustBeTrusted) {
    String words = SignatureWords.of(read, decisive);
    Optional<Cause> doubt = doubt(decisive);
    return mustBeTrusted && doubt.isPresent()
        ? new Outcome.Failed(demand.toString(), words, doubt.get())
        : new Outcome.Passed(Evidence.of(words), doubt);
  }

  private Outcome published(SignatureInspection read, Signature decisive) {
    List<Signature> theirs =
        read.signatures().stream()
            .filter(each -> each.grade().isIntact())
            .filter(demand::names)
            .toList();
    Optional<Signature> trusted = first(theirs, Grade.TRUSTED);
    if (trusted.isPresent()) {
      return intact(read, trusted.get(), true);
    }
    Optional<Signature> known =
        theirs.stream()
            .filter(demand::namesCertificateOf)
            .filter(each -> each.doubt().filter(doubt -> doubt != Doubt.NO_TRUSTED_ROOT).isEmpty())
            .findFirst();
    if (known.isPresent()) {
      return intact(read, known.get(), false);
    }
    Optional<Signature> doubtful =
        first(theirs, Grade.INTACT_EXPIRED).or(() -> first(theirs, Grade.INTACT_UNTRUSTED));
    return doubtful.isPresent()
        ? intact(read, doubtful.get(), true)
        : new Outcome.Failed(
            demand.toString(), SignatureWords.of(read, decisive), Cause.OTHER_PUBLISHER);
  }

  private static Optional<Signature> first(List<Signature> signatures, Grade grade) {
    return signatures.stream().filter(each -> each.grade() == grade).findFirst();
  }

  private static Optional<Cause> doubt(Signature intact) {
    return switch (intact.grade()) {
      case INTACT_UNTRUSTED ->
          Optional.of(
              switch (intact.doubt().orElseThrow()) {
                case NO_TRUSTED_ROOT -> Cause.UNTRUSTED_SIGNER;
                case WRONG_USAGE -> Cause.UNFIT_SIGNER;
                case REVOKED -> Cause.REVOKED_SIGNER;
              });
      case INTACT_EXPIRED -> Optional.of(Cause.EXPIRED_SIGNER);
      default -> Optional.empty();
    };
  }
}
