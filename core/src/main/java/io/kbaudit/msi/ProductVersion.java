package io.kbaudit.msi;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of a package as its property ProductVersion has it: numbers between dots, of which
 * Windows Installer knows three ("ProductVersion property", Windows Installer). Immutable.
 */
public final class ProductVersion {
  private static final Pattern FIELDS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10}){0,7}");
  private static final int KNOWN = 3;
  private static final BigInteger[] HIGHEST = {
    BigInteger.valueOf(255), BigInteger.valueOf(255), BigInteger.valueOf(65_535)
  };

  private final BigInteger[] fields;

  private ProductVersion(BigInteger[] fields) {
    this.fields = fields;
  }

  /** Reads a version; returns empty where {@code text} is none. */
  public static Optional<ProductVersion> find(String text) {
    if (!FIELDS.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger[] fields =
        Arrays.stream(text.split("\\.", -1)).map(BigInteger::new).toArray(BigInteger[]::new);
    return Optional.of(new ProductVersion(fields));
  }

  /**
   * Compares number by number. Of the first three, what one does not print is 0; after them, only
   * numbers that both print count, since a package may leave out what Windows Installer ignores.
   *
   * @return negative, 0 or positive, as this is lower, the same or higher
   */
  public int compareWith(ProductVersion other) {
    int printedByBoth = Math.min(fields.length, other.fields.length);
    for (int i = 0; i < Math.max(KNOWN, printedByBoth); i++) {
      int order = field(i).compareTo(other.field(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Returns whether Windows Installer allows it: up to 255.255.65535. Files have higher ones, such
   * as 2011.110.2100.60 in SQL Server 2012.
   */
  public boolean isAllowed() {
    for (int i = 0; i < KNOWN; i++) {
      if (field(i).compareTo(HIGHEST[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private BigInteger field(int index) {
    return index < fields.length ? fields[index] : BigInteger.ZERO;
  }
}
