package io.kbaudit.signature;

import java.util.List;
import java.util.Optional;

/**
 * What the certificates behind a signature come to.
 *
 * @param subjects from the signer's on, as far as they lead
 * @param doubt absent unless it is untrusted
 * @param reasons why it is no better, each a clause
 * @param remarks what else is to be known, each a clause
 */
record Chain(
    Standing standing,
    List<String> subjects,
    Optional<Doubt> doubt,
    List<String> reasons,
    List<String> remarks) {
  /** How far a chain vouches for a signer. */
  enum Standing {
    UNTRUSTED,
    /** All is well but the time: a certificate is not valid then. */
    EXPIRED,
    TRUSTED
  }

  Chain {
    subjects = List.copyOf(subjects);
    reasons = List.copyOf(reasons);
    remarks = List.copyOf(remarks);
  }

  boolean isTrusted() {
    return standing == Standing.TRUSTED;
  }
}
