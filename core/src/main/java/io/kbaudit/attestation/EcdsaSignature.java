package io.kbaudit.attestation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two numbers of a signature by ECDSA, as DER has them: {@code SEQUENCE { r INTEGER, s INTEGER
 * }} (RFC 3279, section 2.2.3).
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  /** A length of up to 127 is a byte; a longer one comes after this. */
  private static final int ONE_BYTE_LENGTH = 0x81;

  /** Returns the one that is written so; absent if it is none, or DER writes it otherwise. */
  static Optional<EcdsaSignature> find(byte[] der) {
    ByteBuffer in = ByteBuffer.wrap(der);
    try {
      ByteBuffer numbers = ByteBuffer.wrap(read(in, SEQUENCE));
      EcdsaSignature signature =
          new EcdsaSignature(
              new BigInteger(read(numbers, INTEGER)), new BigInteger(read(numbers, INTEGER)));
      return Optional.of(signature).filter(each -> Arrays.equals(each.der(), der));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty(); // cut, or of other parts, or of an empty number
    }
  }

  private static byte[] read(ByteBuffer in, int tag) {
    if ((in.get() & 0xFF) != tag) {
      throw new IllegalArgumentException("another tag");
    }
    int first = in.get() & 0xFF;
    byte[] value = new byte[first == ONE_BYTE_LENGTH ? in.get() & 0xFF : first];
    in.get(value);
    return value;
  }

  /**
   * Returns whether both numbers are from 1 to below {@code order} (FIPS 186-5, section 6.4.2): of
   * others some versions of Java take 0 for a signature of anything (CVE-2022-21449).
   */
  boolean isBelow(BigInteger order) {
    return r.signum() > 0 && s.signum() > 0 && r.compareTo(order) < 0 && s.compareTo(order) < 0;
  }

  private byte[] der() {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    numbers.writeBytes(written(INTEGER, r.toByteArray()));
    numbers.writeBytes(written(INTEGER, s.toByteArray()));
    return written(SEQUENCE, numbers.toByteArray());
  }

  private static byte[] written(int tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length >= 0x80) {
      out.write(ONE_BYTE_LENGTH);
    }
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }
}
