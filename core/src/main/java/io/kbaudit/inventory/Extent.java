package io.kbaudit.inventory;

/**
 * How far the files of an inventory were looked into. Immutable.
 *
 * @param contents whether each was asked what it says about itself
 * @param thorough whether what is packed in packages was unpacked
 * @param signatures whether each was asked what its signatures are worth
 */
public record Extent(boolean contents, boolean thorough, boolean signatures) {
  /** Files were listed, and none was opened, but perhaps for its digest. */
  public static final Extent METADATA = new Extent(false, false, false);
}
