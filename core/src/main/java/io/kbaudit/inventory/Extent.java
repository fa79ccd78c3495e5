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
 * @param followsLinks whether it was looked where links lead out of the folder
 */
public record Extent(
    boolean contents,
    boolean thorough,
    boolean signatures,
    SignatureEvidence evidence,
    boolean followsLinks) {
  /** Files were listed, and none was opened, but perhaps for its digest. */
  public static final Extent METADATA = new Extent(false, false, false, SignatureEvidence.NONE);

  /** Creates that of a scan by which no link out of the folder was followed. */
  public Extent(
      boolean contents, boolean thorough, boolean signatures, SignatureEvidence evidence) {
    this(contents, thorough, signatures, evidence, false);
  }

  /** Checks that nothing judged what was not asked. */
  public Extent {
    requireNonNull(evidence, "evidence");
    if (!signatures && !evidence.isNone()) {
      throw new IllegalArgumentException("signatures that nobody asked about: " + evidence);
    }
  }
}
