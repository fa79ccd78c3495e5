package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What somebody else than the signer says of when a signature was there. Immutable.
 *
 * @param authority the name of who says so
 * @param counts whether it is intact, and a trusted root vouches for its authority; where not, the
 *     certificates are judged as though there were none
 */
public record TimeStamp(Instant time, Kind kind, String authority, boolean counts) {
  /** How it is made. */
  public enum Kind {
    /** A token of a time-stamping authority (RFC 3161). */
    RFC3161,
    /** A countersignature, as authorities made them before (PKCS #9, RFC 2985, section 5.3.6). */
    COUNTERSIGNATURE
  }

  /** Checks that nothing is null. */
  public TimeStamp {
    requireNonNull(time, "time");
    requireNonNull(kind, "kind");
    requireNonNull(authority, "authority");
  }
}
