package io.kbaudit.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Finds out whether certificates lead to a trusted root (RFC 5280, section 6), at a time that is
 * given; the JDK builds the paths.
 */
final class ChainBuilder {
  /**
   * More than any authority has between its root and those it vouches for; among more, that vouch
   * for each other, there are more paths than anybody can follow.
   */
  static final int MOST_AUTHORITIES = 16;

  /** Authorities between a root and who signed; usual are one or two. */
  static final int LONGEST_PATH = 6;

  /** So many other times are tried at which a path may be valid. */
  private static final int MOST_TIMES = 8;

  /** Names that a root may vouch for (RFC 5280, section 4.2.1.10). */
  private static final String NAME_CONSTRAINTS = "2.5.29.30";

  private static final String BASIC_CONSTRAINTS = "2.5.29.19";

  private final Supplier<List<X509Certificate>> roots;
  private final RevocationLists revocations;
  private final Map<List<Object>, Chain> built = new HashMap<>();

  /**
   * Creates a builder.
   *
   * @param roots asked for once there is a certificate to be judged
   */
  ChainBuilder(Supplier<List<X509Certificate>> roots, RevocationLists revocations) {
    this.roots = roots;
    this.revocations = revocations;
  }

  /**
   * Returns what the certificate of a signer comes to.
   *
   * @param others that came with it
   * @param time at which all must be valid
   */
  Chain build(
      X509Certificate signer, Collection<X509Certificate> others, Usage usage, Instant time) {
    List<Object> question = List.of(signer, List.copyOf(others), usage, time);
    Chain known = built.get(question);
    if (known == null) {
      known = buildAnew(signer, others, usage, time);
      built.put(question, known);
    }
    return known;
  }

  private Chain buildAnew(
      X509Certificate signer, Collection<X509Certificate> others, Usage usage, Instant time) {
    List<X509Certificate> authorities = authorities(signer, others);
    if (authorities.size() > MOST_AUTHORITIES) {
      return untrusted(
          signer, List.of(), "it brings more than " + MOST_AUTHORITIES + " authorities along");
    }
    Attempt attempt = attempt(signer, authorities, time);
    if (attempt.path().isPresent()) {
      return judged(attempt.path().get(), usage, time, Chain.Standing.TRUSTED, List.of());
    }
    return otherTimes(signer, authorities)
        .map(other -> attempt(signer, authorities, other).path())
        .flatMap(Optional::stream)
        .findFirst()
        .map(path -> judged(path, usage, time, Chain.Standing.EXPIRED, notValid(path, time)))
        .orElseGet(() -> untrusted(signer, authorities, attempt.problem()));
  }

  /** A path from the signer to a root, or why there is none. */
  private record Attempt(Optional<List<X509Certificate>> path, String problem) {}

  private Attempt attempt(X509Certificate signer, List<X509Certificate> authorities, Instant time) {
    Set<X509Certificate> trusted = new LinkedHashSet<>(roots.get());
    if (trusted.contains(signer)) {
      return new Attempt(
          Optional.of(List.of(signer)).filter(path -> notValid(path, time).isEmpty()), "");
    }
    if (trusted.isEmpty()) {
      return new Attempt(Optional.empty(), "no root is trusted");
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              trusted.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()),
              target);
      parameters.setRevocationEnabled(false); // lists are asked afterwards
      parameters.setDate(Date.from(time));
      parameters.setMaxPathLength(LONGEST_PATH);
      List<X509Certificate> known = new ArrayList<>(oneOfEach(authorities, time));
      known.add(signer);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
      PKIXCertPathBuilderResult result =
          (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
      List<X509Certificate> path = new ArrayList<>();
      for (Certificate certificate : result.getCertPath().getCertificates()) {
        path.add((X509Certificate) certificate);
      }
      path.add(result.getTrustAnchor().getTrustedCert());
      return notValid(path, time).isEmpty()
          ? new Attempt(Optional.of(path), "")
          : new Attempt(Optional.empty(), String.join("; ", notValid(path, time)));
    } catch (CertPathBuilderException e) {
      return new Attempt(Optional.empty(), refusal(e));
    } catch (GeneralSecurityException | RuntimeException e) {
      return new Attempt(Optional.empty(), "this Java cannot follow its certificates");
    }
  }

  /** Returns what the JDK has against a path that leads to a root; nothing where none does. */
  private static String refusal(CertPathBuilderException failure) {
    return failure.getCause() instanceof CertPathValidatorException cause
            && cause.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED
        ? "this Java does not rely on an algorithm or key in its chain (" + cause.getMessage() + ")"
        : "";
  }

  private Chain judged(
      List<X509Certificate> path,
      Usage usage,
      Instant time,
      Chain.Standing standing,
      List<String> expired) {
    List<String> misuses = new ArrayList<>();
    usage.refuses(path.get(0)).ifPresent(misuses::add);
    path.stream()
        .skip(1)
        .map(usage::refusesAuthority)
        .flatMap(Optional::stream)
        .forEach(misuses::add);
    limitOfRoot(path).ifPresent(misuses::add);
    Revocation revocation = Revocation.of(path, roots.get(), revocations, usage, time);
    Optional<Doubt> doubt =
        !revocation.refusals().isEmpty()
            ? Optional.of(Doubt.REVOKED)
            : misuses.isEmpty() ? Optional.empty() : Optional.of(Doubt.WRONG_USAGE);
    List<String> reasons = new ArrayList<>(misuses);
    reasons.addAll(revocation.refusals());
    reasons.addAll(expired);
    return new Chain(
        doubt.isEmpty() ? standing : Chain.Standing.UNTRUSTED,
        subjects(path),
        doubt,
        reasons,
        revocation.remarks());
  }

  /** What a root says of those it vouches for the JDK passes over, since it is trusted. */
  private static Optional<String> limitOfRoot(List<X509Certificate> path) {
    X509Certificate root = path.get(path.size() - 1);
    if (path.size() == 1) {
      return Optional.empty();
    }
    String whose = "the certificate of '" + Names.of(root) + "', which is trusted, ";
    int authoritiesBelow = path.size() - 2;
    int allowed = root.getBasicConstraints();
    boolean saysNothing =
        root.getExtensionValue(BASIC_CONSTRAINTS) == null
            && Names.isSelfIssued(root); // as roots of old
    if (allowed < 0 && !saysNothing) {
      return Optional.of(whose + "is that of no authority");
    }
    if (allowed >= 0 && authoritiesBelow > allowed) {
      return Optional.of(whose + "allows for fewer authorities below it");
    }
    return root.getExtensionValue(NAME_CONSTRAINTS) == null
        ? Optional.empty()
        : Optional.of(whose + "is for some names alone, which is not checked");
  }

  private static List<String> subjects(List<X509Certificate> path) {
    return path.stream().map(each -> each.getSubjectX500Principal().getName()).toList();
  }

  /** Says how far the certificates lead, where that is to no root. */
  private Chain untrusted(
      X509Certificate signer, List<X509Certificate> authorities, String problem) {
    Map<X500Principal, X509Certificate> bySubject = new LinkedHashMap<>();
    authorities.forEach(each -> bySubject.putIfAbsent(each.getSubjectX500Principal(), each));
    List<X509Certificate> path = new ArrayList<>(List.of(signer));
    Optional<X509Certificate> next = Optional.of(signer);
    while (next.isPresent()) {
      next =
          Optional.ofNullable(bySubject.remove(next.get().getIssuerX500Principal()))
              .filter(each -> !each.equals(signer));
      next.ifPresent(path::add);
    }
    return new Chain(
        Chain.Standing.UNTRUSTED,
        subjects(path),
        Optional.of(Doubt.NO_TRUSTED_ROOT),
        List.of(problem.isEmpty() ? end(path) : problem),
        List.of());
  }

  /** Says where a path ends that leads to no root, or why one that does is refused. */
  private String end(List<X509Certificate> path) {
    if (path.stream().skip(1).filter(each -> !Names.isSelfIssued(each)).count() > LONGEST_PATH) {
      return "more than " + LONGEST_PATH + " authorities stand between it and a root";
    }
    X509Certificate last = path.get(path.size() - 1);
    Optional<X509Certificate> root =
        roots.get().stream()
            .filter(
                each ->
                    each.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                        && !each.equals(last))
            .findFirst();
    if (root.isPresent()) {
      return refusal(path, root.get());
    }
    return Names.isSelfIssued(last)
        ? "no trusted root vouches for it: '" + Names.of(last) + "' is not trusted here"
        : "no trusted root vouches for it: the certificate of '"
            + Names.of(last.getIssuerX500Principal())
            + "', who issued that of '"
            + Names.of(last)
            + "', is neither in it nor trusted here";
  }

  /** Has the JDK say what it has against a path to a root that is trusted. */
  private static String refusal(List<X509Certificate> path, X509Certificate root) {
    String refused =
        "its certificates do not lead to '" + Names.of(root) + "', which is trusted, by the rules";
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(path.get(0).getNotBefore());
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return refused;
    } catch (CertPathValidatorException e) {
      String whose = e.getIndex() < 0 ? "" : " of '" + Names.of(path.get(e.getIndex())) + "'";
      return refused + ": Java refuses the certificate" + whose + ", " + e.getMessage();
    } catch (GeneralSecurityException | RuntimeException e) {
      return refused;
    }
  }

  private static List<String> notValid(List<X509Certificate> path, Instant time) {
    return path.stream()
        .filter(each -> !isValid(each, time))
        .map(
            each ->
                time.isBefore(each.getNotBefore().toInstant())
                    ? "the certificate of '"
                        + Names.of(each)
                        + "' was not valid before "
                        + each.getNotBefore().toInstant()
                    : "the certificate of '"
                        + Names.of(each)
                        + "' expired on "
                        + each.getNotAfter().toInstant())
        .toList();
  }

  private static boolean isValid(X509Certificate certificate, Instant time) {
    return !time.isBefore(certificate.getNotBefore().toInstant())
        && !time.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Returns times at which a path may be valid that is not at another: where validities end. */
  private static Stream<Instant> otherTimes(
      X509Certificate signer, List<X509Certificate> authorities) {
    Stream<Instant> all =
        Stream.concat(Stream.of(signer), authorities.stream())
            .flatMap(each -> Stream.of(each.getNotAfter(), each.getNotBefore()))
            .map(Date::toInstant);
    return all.filter(time -> isValid(signer, time)).distinct().limit(MOST_TIMES);
  }

  /** Returns the certificates that may lead on from the signer's, by their names. */
  private static List<X509Certificate> authorities(
      X509Certificate signer, Collection<X509Certificate> others) {
    Map<X500Principal, List<X509Certificate>> bySubject =
        others.stream().collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
    Set<X509Certificate> found = new LinkedHashSet<>();
    Set<X500Principal> asked = new HashSet<>();
    Deque<X500Principal> open = new ArrayDeque<>(List.of(signer.getIssuerX500Principal()));
    while (!open.isEmpty()) {
      X500Principal issuer = open.pop();
      if (asked.add(issuer)) {
        for (X509Certificate each : bySubject.getOrDefault(issuer, List.of())) {
          found.add(each);
          open.add(each.getIssuerX500Principal());
        }
      }
    }
    return List.copyOf(found);
  }

  /** Of certificates of one key by one issuer, one is enough: one that is valid then, if any is. */
  private static Collection<X509Certificate> oneOfEach(
      List<X509Certificate> certificates, Instant time) {
    Comparator<X509Certificate> best =
        Comparator.comparing((X509Certificate each) -> isValid(each, time))
            .thenComparing(X509Certificate::getNotAfter);
    return certificates.stream()
        .collect(
            Collectors.toMap(
                each ->
                    List.of(
                        each.getSubjectX500Principal(),
                        each.getIssuerX500Principal(),
                        each.getPublicKey()),
                each -> each,
                (one, other) -> best.compare(one, other) >= 0 ? one : other,
                LinkedHashMap::new))
        .values();
  }
}
