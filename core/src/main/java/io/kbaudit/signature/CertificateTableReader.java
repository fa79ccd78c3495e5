package io.kbaudit.signature;

import io.kbaudit.file.FileContent;
import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.signature.Signature.Origin;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the signatures of a program, library or driver ("PE Format", The Attribute Certificate
 * Table).
 */
final class CertificateTableReader {
  /** Length, revision and type of an entry. */
  private static final int HEADER_BYTES = 8;

  /** Entries begin at multiples of this. */
  private static final int ALIGNMENT = 8;

  /** WIN_CERT_TYPE_PKCS_SIGNED_DATA. */
  private static final int SIGNED_DATA = 2;

  /** Signatures with chains and time stamps have some tens of KB; some makers add their data. */
  static final int LARGEST_TABLE = 8 << 20;

  static final int MOST_ENTRIES = 16;

  private CertificateTableReader() {}

  /** Returns all signatures; one that cannot be read among them. */
  static List<ReadSignature> read(FileContent file, CertificateTable table) throws IOException {
    if (table.sizeBytes() > LARGEST_TABLE) {
      return List.of(
          malformed(
              "the certificate table is said to have "
                  + table.sizeBytes()
                  + " bytes; at most "
                  + LARGEST_TABLE
                  + " are read"));
    }
    try {
      return entries(bytes(file, table));
    } catch (EOFException e) {
      return List.of(malformed("the file ends within its certificate table"));
    }
  }

  private static byte[] bytes(FileContent file, CertificateTable table) throws IOException {
    if (table.end() > file.sizeBytes()) {
      throw new EOFException();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) table.sizeBytes());
    file.readFully(table.offset(), bytes);
    return bytes.array();
  }

  private static List<ReadSignature> entries(byte[] table) {
    List<ReadSignature> all = new ArrayList<>();
    int entries = 0;
    for (int at = 0; at < table.length && !isZero(table, at, table.length); ) {
      if (entries++ == MOST_ENTRIES) {
        all.add(malformed("the certificate table has more than " + MOST_ENTRIES + " entries"));
        break;
      }
      if (table.length - at < HEADER_BYTES) {
        all.add(malformed("the certificate table ends within an entry"));
        break;
      }
      ByteBuffer header = ByteBuffer.wrap(table, at, HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long length = header.getInt() & 0xFFFF_FFFFL;
      header.getShort(); // the revision, of which there are two that mean the same
      int type = header.getShort() & 0xFFFF;
      if (length < HEADER_BYTES || length > table.length - at) {
        all.add(malformed("an entry of the certificate table has a length of " + length));
        break;
      }
      byte[] content = Arrays.copyOfRange(table, at + HEADER_BYTES, (int) (at + length));
      all.addAll(
          type == SIGNED_DATA
              ? signatures(content)
              : List.of(
                  malformed("an entry of the certificate table is of type " + type + ", not 2")));
      at += (int) Math.min(length + ALIGNMENT - 1, Integer.MAX_VALUE) / ALIGNMENT * ALIGNMENT;
    }
    return all.isEmpty() ? List.of(malformed("the certificate table is empty")) : all;
  }

  /** Fills up the entry, or is something that whoever put it there wants to be passed over. */
  private static List<ReadSignature> signatures(byte[] content) {
    List<ReadSignature> all = new ArrayList<>(ReadSignature.of(content, IndirectData.OF_PROGRAM));
    int behind = all.get(0).bytesBehind();
    if (behind >= ALIGNMENT || !isZero(content, content.length - behind, content.length)) {
      all.set(
          0,
          all.get(0)
              .remarking(
                  behind
                      + " bytes follow the signature in the certificate table, and are not signed"));
    }
    return all;
  }

  private static ReadSignature malformed(String problem) {
    return ReadSignature.malformed(Origin.EMBEDDED, problem);
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }
}
