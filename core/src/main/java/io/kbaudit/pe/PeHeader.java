package io.kbaudit.pe;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the headers of a file say. Immutable.
 *
 * @param library whether it says that it is loaded, not run
 * @param nativeCode whether it runs without the subsystems of Windows, as the kernel and its
 *     drivers do, and the few programs that start before those
 * @param code what runs it
 * @param certificates where its signatures are; absent where it has none
 * @param signing where the fields are that signing changes; absent in formats that are not signed
 */
public record PeHeader(
    PeFormat format,
    Machine machine,
    boolean library,
    boolean nativeCode,
    Code code,
    Optional<CertificateTable> certificates,
    Optional<SigningFields> signing) {
  /** What the code in a file is for. */
  public enum Code {
    /** The processor itself. */
    MACHINE,
    /** The common language runtime, on the file's machine alone: {@code CorFlags 32BITREQUIRED}. */
    MSIL,
    /** The common language runtime, on any machine. */
    MSIL_ANY_CPU
  }

  /**
   * The table of Authenticode signatures ("PE Format", The Attribute Certificate Table).
   *
   * @param offset its first byte in the file
   * @param sizeBytes with all its entries
   */
  public record CertificateTable(long offset, long sizeBytes) {
    /** Checks that it is somewhere. */
    public CertificateTable {
      if (offset < 0 || sizeBytes < 0) {
        throw new IllegalArgumentException("no table is at " + offset + " of " + sizeBytes);
      }
    }

    /** Returns the first byte behind it. */
    public long end() {
      return offset + sizeBytes;
    }
  }

  /**
   * The fields of the headers that signing changes, and that no signature covers ("Windows
   * Authenticode Portable Executable Signature Format", Calculating the PE Image Hash).
   *
   * @param checksum where in the file the checksum is, of 4 bytes
   * @param certificateEntry where in the file the entry is, of 8 bytes, that says where signatures
   *     are; absent where the headers have none
   */
  public record SigningFields(long checksum, OptionalLong certificateEntry) {
    /** Checks that nothing is null. */
    public SigningFields {
      requireNonNull(certificateEntry, "certificateEntry");
    }
  }

  /** Checks that nothing is null. */
  public PeHeader {
    requireNonNull(format, "format");
    requireNonNull(machine, "machine");
    requireNonNull(code, "code");
    requireNonNull(certificates, "certificates");
    requireNonNull(signing, "signing");
  }

  static PeHeader of(PeFormat format, boolean library, boolean nativeCode) {
    return new PeHeader(
        format,
        Machine.X86_16,
        library,
        nativeCode,
        Code.MACHINE,
        Optional.empty(),
        Optional.empty());
  }
}
