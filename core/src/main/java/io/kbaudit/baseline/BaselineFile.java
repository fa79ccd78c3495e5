package io.kbaudit.baseline;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import java.time.Instant;
import java.util.Optional;

/**
 * The file that was verified for one row of an article.
 *
 * @param row its number in the article, from 1
 * @param listedName as the row prints it, be it cut
 * @param name that the file had
 * @param sizeBytes of its contents
 * @param modified as finely as the file system kept it
 * @param codes that the package in it states, and what else it calls itself
 * @param damage what makes it unsound, where it was accepted all the same
 */
public record BaselineFile(
    int row,
    FileName listedName,
    FileName name,
    long sizeBytes,
    Instant modified,
    Digest sha256,
    Codes codes,
    Optional<String> damage) {

  /**
   * What a package calls itself.
   *
   * @param packageCode new for each build ("Package Codes", Windows Installer); absent where it
   *     states none
   * @param productCode absent where it states none
   * @param upgradeCode which all versions of a product share; absent where it states none
   * @param productName absent where it states none
   * @param manufacturer absent where it states none
   */
  public record Codes(
      Optional<String> packageCode,
      Optional<String> productCode,
      Optional<String> upgradeCode,
      Optional<String> productName,
      Optional<String> manufacturer) {
    /** Checks that nothing is null. */
    public Codes {
      requireNonNull(packageCode, "packageCode");
      requireNonNull(productCode, "productCode");
      requireNonNull(upgradeCode, "upgradeCode");
      requireNonNull(productName, "productName");
      requireNonNull(manufacturer, "manufacturer");
    }

    /** Creates what a package calls itself of which no more is known than these codes. */
    public Codes(Optional<String> packageCode, Optional<String> productCode) {
      this(packageCode, productCode, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Checks that the row counts from 1, and that the size is one. */
  public BaselineFile {
    requireNonNull(listedName, "listedName");
    requireNonNull(name, "name");
    requireNonNull(modified, "modified");
    requireNonNull(sha256, "sha256").require(Digest.Algorithm.SHA256);
    requireNonNull(codes, "codes");
    requireNonNull(damage, "damage");
    if (row < 1 || sizeBytes < 0) {
      throw new IllegalArgumentException("row " + row + ", " + sizeBytes + " bytes");
    }
  }

  /** Creates a file that is sound. */
  public BaselineFile(
      int row,
      FileName listedName,
      FileName name,
      long sizeBytes,
      Instant modified,
      Digest sha256,
      Codes codes) {
    this(row, listedName, name, sizeBytes, modified, sha256, codes, Optional.empty());
  }

  /** Returns the code of the package in it, new for each build; absent where it states none. */
  public Optional<String> packageCode() {
    return codes.packageCode();
  }

  /** Returns whether this is the file of {@code expected}, a row of the article it was made for. */
  public boolean isOf(ExpectedFile expected) {
    return expected.row() == row && expected.name().printed().equals(listedName);
  }
}
