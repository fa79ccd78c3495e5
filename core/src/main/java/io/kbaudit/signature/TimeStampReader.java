package io.kbaudit.signature;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cms.SignerInformation;

/** Reads what others state of when a signature was there, and judges whether that counts. */
final class TimeStampReader {
  /** More than anybody attaches, of which most have one. */
  static final int MOST_STAMPS = 8;

  private static final String NOT_ALL =
      "of its time stamps, only the first " + MOST_STAMPS + " were read";

  /** By which clocks may differ. */
  private static final Duration SLACK = Duration.ofDays(1);

  private final ChainBuilder chains;
  private final Clock clock;

  TimeStampReader(ChainBuilder chains, Clock clock) {
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * All that was found on one signature.
   *
   * @param best the earliest of those that count, if any does; else the first
   * @param remarks what is to be known of those that do not count, each a clause
   */
  record Found(Optional<TimeStamp> best, List<String> remarks) {
    Found {
      remarks = List.copyOf(remarks);
    }
  }

  /** Returns the time stamps of {@code signed}: tokens first, then countersignatures. */
  Found read(SignedMessage signed) throws MalformedException {
    List<TimeStamp> all = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (ASN1ObjectIdentifier type : SignedMessage.TIME_STAMPS) {
      for (byte[] token : signed.unsigned(type)) {
        if (all.size() == MOST_STAMPS) {
          remarks.add(NOT_ALL);
          break;
        }
        try {
          all.add(token(token, signed.signer().getSignature(), remarks));
        } catch (MalformedException e) {
          remarks.add("its time stamp cannot be relied on: " + e.problem());
        }
      }
    }
    if (!signed.unsigned(SignedMessage.COUNTERSIGNATURE).isEmpty()) {
      try {
        for (SignerInformation each :
            Parsing.of(
                "a countersignature cannot be read",
                () -> signed.signer().getCounterSignatures().getSigners())) {
          if (all.size() == MOST_STAMPS) {
            remarks.add(NOT_ALL);
            break;
          }
          all.add(countersignature(new Countersignature(each), signed, remarks));
        }
      } catch (MalformedException e) {
        remarks.add("its time stamp cannot be relied on: " + e.problem());
      }
    }
    return new Found(
        all.stream()
            .filter(TimeStamp::counts)
            .min(Comparator.comparing(TimeStamp::time))
            .or(() -> all.stream().findFirst()),
        remarks);
  }

  /** A token's own message signs the time, and a digest of the signature (RFC 3161, 2.4.2). */
  private TimeStamp token(byte[] token, byte[] signature, List<String> remarks)
      throws MalformedException {
    SignedMessage message = SignedMessage.of(token);
    TSTInfo info =
        Parsing.of(
            "it states no time",
            () -> {
              if (!message.contentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo.getId())) {
                throw new MalformedException("it states no time");
              }
              return TSTInfo.getInstance(message.content());
            });
    String identifier = info.getMessageImprint().getHashAlgorithm().getAlgorithm().getId();
    HashAlgorithm algorithm =
        HashAlgorithm.of(identifier)
            .orElseThrow(() -> new MalformedException("its algorithm is not known, " + identifier));
    MessageDigest digest = algorithm.newDigest();
    if (!MessageDigest.isEqual(
        digest.digest(signature), info.getMessageImprint().getHashedMessage())) {
      throw new MalformedException("it is of another signature");
    }
    if (!message.isIntact()) {
      throw new MalformedException("it was altered");
    }
    Instant time =
        Parsing.of("its time cannot be read", () -> info.getGenTime().getDate().toInstant());
    return judged(
        message.certificate(), message.certificates(), time, TimeStamp.Kind.RFC3161, remarks);
  }

  private TimeStamp countersignature(
      Countersignature stamp, SignedMessage signed, List<String> remarks)
      throws MalformedException {
    X509Certificate authority =
        signed.certificates().stream()
            .filter(stamp::isBy)
            .findFirst()
            .orElseThrow(
                () -> new MalformedException("the certificate of who states it is not in it"));
    if (!stamp.isIntact(signed.signer().getSignature(), authority.getPublicKey())) {
      throw new MalformedException("it was altered, or is of another signature");
    }
    return judged(
        authority, signed.certificates(), stamp.time(), TimeStamp.Kind.COUNTERSIGNATURE, remarks);
  }

  private TimeStamp judged(
      X509Certificate authority,
      Collection<X509Certificate> others,
      Instant time,
      TimeStamp.Kind kind,
      List<String> remarks) {
    if (time.isAfter(clock.instant().plus(SLACK))) {
      remarks.add("its time stamp does not count: it states a time that is yet to come");
      return new TimeStamp(time, kind, Names.of(authority), false);
    }
    Chain chain = chains.build(authority, others, Usage.TIME_STAMPING, time);
    if (!chain.isTrusted()) {
      remarks.add("its time stamp does not count: " + String.join("; ", chain.reasons()));
    }
    remarks.addAll(chain.remarks());
    return new TimeStamp(time, kind, Names.of(authority), chain.isTrusted());
  }
}
