package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digests of one file's contents, at most one of each algorithm. Immutable.
 *
 * @param all the strongest first
 */
public record Digests(List<Digest> all) {
  /** No digest. */
  public static final Digests NONE = new Digests(List.of());

  /** Checks that no algorithm comes twice, and puts them in order. */
  public Digests {
    List<Digest> inOrder = new ArrayList<>(all);
    inOrder.sort((one, other) -> other.algorithm().compareTo(one.algorithm()));
    all = List.copyOf(inOrder);
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).algorithm() == all.get(i - 1).algorithm()) {
        throw new IllegalArgumentException("two digests of one algorithm: " + all);
      }
    }
  }

  /** Returns these digests. */
  public static Digests of(Digest... digests) {
    return new Digests(Arrays.asList(digests));
  }

  /** Returns these and another. */
  public Digests with(Digest other) {
    return new Digests(Stream.concat(all.stream(), Stream.of(other)).toList());
  }

  /** Returns the digest of an algorithm. */
  public Optional<Digest> by(Digest.Algorithm algorithm) {
    requireNonNull(algorithm, "algorithm");
    for (Digest digest : all) {
      if (digest.algorithm() == algorithm) {
        return Optional.of(digest);
      }
    }
    return Optional.empty();
  }

  /** Returns the digests of algorithms that {@code others} have too, to be compared with those. */
  public Digests alongside(Digests others) {
    Set<Digest.Algorithm> shared = others.algorithms();
    return new Digests(all.stream().filter(digest -> shared.contains(digest.algorithm())).toList());
  }

  /** Returns those that are not among {@code others}. */
  public Digests without(Digests others) {
    return new Digests(all.stream().filter(digest -> !others.all.contains(digest)).toList());
  }

  /** Returns the algorithms. */
  public Set<Digest.Algorithm> algorithms() {
    Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
    for (Digest digest : all) {
      algorithms.add(digest.algorithm());
    }
    return algorithms;
  }

  /** Returns whether there are only digests that an altered file may have too; or none. */
  public boolean areWeak() {
    return all.stream().map(Digest::algorithm).allMatch(Digest.Algorithm::isWeak);
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns the strongest. */
  public Optional<Digest> strongest() {
    return all.stream().findFirst();
  }

  /** Returns all with their algorithms: {@code SHA-256 9f86..., MD5 0980...}. */
  @Override
  public String toString() {
    return all.stream().map(Digest::toString).collect(Collectors.joining(", "));
  }
}
