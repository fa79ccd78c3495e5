package io.kbaudit.signature;

import io.kbaudit.signature.Chain.Standing;
import io.kbaudit.signature.Signature.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a signature that was read is worth. */
final class SignatureJudge {
  private final ChainBuilder chains;
  private final TimeStampReader timeStamps;
  private final Clock clock;

  SignatureJudge(ChainBuilder chains, Clock clock) {
    this.chains = chains;
    this.timeStamps = new TimeStampReader(chains, clock);
    this.clock = clock;
  }

  /**
   * Returns what a signature in a file is worth.
   *
   * @param computed what is true of the file, by each algorithm that its signatures use
   * @param flaws what else is wrong with the file, so that no signature of it can be relied on
   */
  Signature judge(
      ReadSignature read, Map<HashAlgorithm, ContentDigest> computed, List<Flaw> flaws) {
    if (read.statement().isEmpty()) {
      return new Subject(
              read.origin(), Optional.empty(), Optional.empty(), Optional.empty(), List.of())
          .signature(
              Grade.MALFORMED,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              read.problems(),
              read.remarks());
    }
    ReadSignature.Statement statement = read.statement().get();
    Optional<ContentDigest> signed = Optional.of(statement.data().digest());
    Optional<ContentDigest> found =
        Optional.ofNullable(computed.get(statement.data().digest().algorithm()));
    List<Flaw> all = new ArrayList<>(flaws);
    read.problems().forEach(problem -> all.add(new Flaw(Grade.MALFORMED, problem)));
    if (!signed.equals(found)) {
      all.add(
          new Flaw(Grade.DIGEST_MISMATCH, "the file was altered since: its contents are others"));
    }
    return judge(
        statement.message(),
        new Subject(read.origin(), Optional.empty(), signed, found, read.remarks()),
        all);
  }

  /** Returns what the signature of a catalog is worth for a file that it lists. */
  Signature judge(Catalog catalog, ContentDigest member) {
    return judge(
        catalog.message(),
        new Subject(
            Origin.CATALOG,
            Optional.of(catalog.name()),
            Optional.of(member),
            Optional.of(member),
            List.of()),
        List.of());
  }

  /** Something that keeps a signature from being intact. */
  record Flaw(Grade grade, String reason) {}

  /** Of what a signature is, and where. */
  private record Subject(
      Origin origin,
      Optional<String> catalog,
      Optional<ContentDigest> signed,
      Optional<ContentDigest> computed,
      List<String> remarks) {
    Signature signature(
        Grade grade,
        Optional<Signer> signer,
        Optional<TimeStamp> timeStamp,
        List<String> chain,
        Optional<Doubt> doubt,
        List<String> reasons,
        List<String> allRemarks) {
      return new Signature(
          grade,
          origin,
          catalog,
          signer,
          timeStamp,
          signed,
          computed,
          chain,
          doubt,
          reasons,
          allRemarks.stream().distinct().toList());
    }
  }

  private Signature judge(SignedMessage message, Subject subject, List<Flaw> flaws) {
    List<Flaw> all = new ArrayList<>(flaws);
    List<String> remarks = new ArrayList<>(subject.remarks());
    Optional<Signer> signer = Optional.empty();
    try {
      signer = Optional.of(Names.signer(message.certificate()));
      if (!message.isIntact()) {
        all.add(new Flaw(Grade.DIGEST_MISMATCH, "the signature itself was altered"));
      }
      weakness(message, subject).ifPresent(remarks::add);
      remarks.addAll(strange(message));
      if (all.isEmpty()) {
        return intact(message, subject, signer, remarks);
      }
    } catch (MalformedException e) {
      all.add(new Flaw(Grade.MALFORMED, e.problem()));
    }
    Grade grade =
        all.stream().anyMatch(flaw -> flaw.grade() == Grade.DIGEST_MISMATCH)
            ? Grade.DIGEST_MISMATCH
            : Grade.MALFORMED;
    List<String> reasons = all.stream().map(Flaw::reason).toList();
    return subject.signature(
        grade, signer, Optional.empty(), List.of(), Optional.empty(), reasons, remarks);
  }

  private Signature intact(
      SignedMessage message, Subject subject, Optional<Signer> signer, List<String> remarks)
      throws MalformedException {
    TimeStampReader.Found stamps = timeStamps.read(message);
    Chain chain = chain(message, stamps.best());
    List<String> all = new ArrayList<>(remarks);
    all.addAll(stamps.remarks());
    all.addAll(chain.remarks());
    return subject.signature(
        grade(chain.standing()),
        signer,
        stamps.best(),
        chain.subjects(),
        chain.doubt(),
        chain.reasons(),
        all);
  }

  private Chain chain(SignedMessage message, Optional<TimeStamp> stamp) {
    boolean ends = Usage.endsWith(message.certificate());
    Optional<Instant> stamped =
        stamp.filter(TimeStamp::counts).filter(counted -> !ends).map(TimeStamp::time);
    Chain chain =
        chains.build(
            message.certificate(),
            message.certificates(),
            Usage.CODE_SIGNING,
            stamped.orElseGet(clock::instant));
    if (chain.standing() != Standing.EXPIRED) {
      return chain;
    }
    List<String> reasons = new ArrayList<>(chain.reasons());
    if (ends) {
      reasons.add("its certificate says that signatures end with it, whatever their time stamps");
    } else if (stamped.isEmpty()) {
      reasons.add("no time stamp that counts says when it was signed");
    }
    return new Chain(chain.standing(), chain.subjects(), chain.doubt(), reasons, chain.remarks());
  }

  private static Grade grade(Standing standing) {
    return switch (standing) {
      case UNTRUSTED -> Grade.INTACT_UNTRUSTED;
      case EXPIRED -> Grade.INTACT_EXPIRED;
      case TRUSTED -> Grade.TRUSTED;
    };
  }

  /** The algorithm of the digest of the file is told with that. */
  private static Optional<String> weakness(SignedMessage message, Subject subject) {
    return HashAlgorithm.of(message.signer().getDigestAlgOID())
        .filter(HashAlgorithm::isWeak)
        .filter(weak -> !subject.signed().map(ContentDigest::algorithm).equals(Optional.of(weak)))
        .map(weak -> "the signature itself is by " + SignatureWords.algorithm(weak));
  }

  /** Returns what is in a message that is neither signed nor understood. */
  private static List<String> strange(SignedMessage message) throws MalformedException {
    List<String> all = new ArrayList<>();
    List<String> unknown = message.unknownAttributes();
    if (!unknown.isEmpty()) {
      all.add(
          "something is attached to the signature that is neither signed nor known, "
              + String.join(", ", unknown));
    }
    if (message.unreadCertificates() > 0) {
      all.add("of its certificates, " + message.unreadCertificates() + " cannot be read");
    }
    return all;
  }
}
