package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import io.kbaudit.signature.SignatureEvidence;

/**
 * How far the files of an inventory were looked into. Immutable.
 *
 * @param contents whether each was asked what it says about itself
 * @param thorough whether what is packed in packages was unpacked
 * @param signatures whether each was asked what its signatures are worth
 * @param evidence by what signatures were judged; none where they were not
 */
public record Extent(
    boolean contents, boolean thorough, boolean signatures, SignatureEvidence evidence) {
  /** Files were listed, and none was opened, but perhaps for its digest. */
  public static final Extent METADATA = new Extent(false, false, false, SignatureEvidence.NONE);

  /** Checks that nothing judged what was not asked. */
  public Extent {
    requireNonNull(evidence, "evidence");
    if (!signatures && !evidence.isNone()) {
      throw new IllegalArgumentException("signatures that nobody asked about: " + evidence);
    }
  }
}
