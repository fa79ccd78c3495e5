package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.English;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A file size as an article prints it: exact bytes, or an amount of a larger unit, which stands for
 * every size that is rounded to it. Immutable.
 */
public record ListedSize(BigDecimal amount, Unit unit) {
  /** What an amount counts. Microsoft's articles mean powers of two. */
  public enum Unit {
    /** Single bytes: the size is exact. */
    BYTES(1),
    /** 1,024 bytes. */
    KB(1L << 10),
    /** 1,048,576 bytes. */
    MB(1L << 20),
    /** 1,073,741,824 bytes. */
    GB(1L << 30);

    private final BigDecimal bytes;

    Unit(long bytes) {
      this.bytes = BigDecimal.valueOf(bytes);
    }
  }

  /** Digits before and behind the point: all bytes of 63 bits have 19. */
  static final int MOST_DIGITS = 20;

  /**
   * Checks that the amount is a size: not negative, whole bytes, within 63 bits, and written in at
   * most 20 digits on either side of the point.
   */
  public ListedSize {
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    if (amount.signum() < 0
        || Math.abs((long) amount.scale()) > MOST_DIGITS
        || amount.precision() > 2 * MOST_DIGITS
        || (unit == Unit.BYTES && amount.stripTrailingZeros().scale() > 0)
        || amount.multiply(unit.bytes).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("not a size: " + amount + " " + unit);
    }
  }

  /** Returns the size of exactly so many bytes. */
  public static ListedSize ofBytes(long bytes) {
    return new ListedSize(BigDecimal.valueOf(bytes), Unit.BYTES);
  }

  /** Returns the size in bytes, absent where the article rounds it. */
  public OptionalLong exactBytes() {
    return unit == Unit.BYTES ? OptionalLong.of(amount.longValueExact()) : OptionalLong.empty();
  }

  /**
   * Returns whether a file of so many bytes is as printed. A rounded amount covers whatever rounds
   * to it, up, down or to the nearest: articles do not say which.
   */
  public boolean covers(long bytes) {
    if (unit == Unit.BYTES) {
      return amount.compareTo(BigDecimal.valueOf(bytes)) == 0;
    }
    BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(Math.max(0, amount.scale()));
    BigDecimal distance = BigDecimal.valueOf(bytes).subtract(amount.multiply(unit.bytes)).abs();
    return distance.compareTo(lastDigit.multiply(unit.bytes)) < 0;
  }

  /** Returns whether a file of so many bytes is smaller than any that this covers. */
  public boolean exceeds(long bytes) {
    return !covers(bytes) && amount.multiply(unit.bytes).compareTo(BigDecimal.valueOf(bytes)) > 0;
  }

  /** Returns the number where the unit is bytes: {@code 679,936} or {@code 105 KB}. */
  public String withoutBytes() {
    return unit == Unit.BYTES
        ? English.number(amount.longValueExact())
        : amount.toPlainString() + " " + unit;
  }

  /** Returns for example {@code 679,936 bytes} or {@code 105 KB}. */
  @Override
  public String toString() {
    return unit == Unit.BYTES ? English.counted(amount.longValueExact(), "byte") : withoutBytes();
  }
}
