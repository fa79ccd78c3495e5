package io.kbaudit.msi;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.msi.ole.OleFormatException;
import io.kbaudit.msi.ole.OleStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a signature of a Windows Installer file signs, open for reading: all its streams and
 * storages, those of signatures themselves apart. How the digests are made is documented nowhere;
 * osslsigncode and jsign agree on it. It is not safe for use by several threads.
 */
public final class SignedContents {
  /** The stream of an Authenticode signature. */
  static final String SIGNATURE = "\u0005DigitalSignature";

  /** The digest of the names, sizes, times and classes of all that is signed. */
  private static final String METADATA = "\u0005MsiDigitalSignatureEx";

  /** How the names of streams begin that are of the file, and of no table and no row. */
  private static final String OF_FILE = "\u0005";

  private static final Set<String> KNOWN =
      Set.of(SIGNATURE, METADATA, "\u0005SummaryInformation", "\u0005DocumentSummaryInformation");

  /** Signatures with chains and time stamps have some tens of KB. */
  static final long LARGEST_SIGNATURE = 8 << 20;

  /** Of SHA-512. */
  private static final int LONGEST_DIGEST_BYTES = 64;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final OleFile ole;

  private SignedContents(OleFile ole) {
    this.ole = ole;
  }

  /**
   * Reads the tables of a file, which is not to be closed as long as this is used.
   *
   * @throws MsiFormatException if it is no compound file, or not enough of one to open
   * @throws InterruptedIOException here and later, if the thread that reads is interrupted, which
   *     it stays, or stopped
   * @throws IOException if the file cannot be read
   */
  public static SignedContents of(FileContent file) throws IOException {
    return converted(() -> new SignedContents(OleFile.of(file, StreamName::printed)));
  }

  /**
   * Returns the signature as stored; absent where there is none.
   *
   * @throws MsiFormatException if the file does not hold all of it
   */
  public Optional<byte[]> signature() throws IOException {
    return stream(SIGNATURE);
  }

  /**
   * Returns the digest of metadata as stored, of whatever length; absent where there is none.
   *
   * @throws MsiFormatException if the file does not hold all of it
   */
  public Optional<byte[]> storedMetadataDigest() throws IOException {
    return stream(METADATA);
  }

  /**
   * Returns the names, fit for people, of streams that are named as those of no table and no row
   * are, are none that is known, and no longer than a digest: one of metadata that is called
   * otherwise is hidden so. PuTTY's packages have a longer one.
   */
  public List<String> strangeStreams() {
    return ole.streams().stream()
        .filter(entry -> entry.sizeBytes() <= LONGEST_DIGEST_BYTES)
        .map(OleEntry::name)
        .filter(name -> name.startsWith(OF_FILE) && !KNOWN.contains(name))
        .map(StreamName::printed)
        .toList();
  }

  /** Returns how many bytes are behind the last sector in use, which no signature reaches. */
  public long bytesBehindUse() throws IOException {
    return converted(ole::bytesBehindUse);
  }

  /**
   * Gives the contents of all streams to {@code digests}, each storage's in the order of their
   * names, and its class behind them.
   *
   * @throws MsiFormatException if the file does not hold all of them, each by itself
   */
  public void digestContents(Collection<MessageDigest> digests) throws IOException {
    converted(
        () -> {
          long left = ole.sizeBytes();
          ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
          Deque<Storage> open =
              new ArrayDeque<>(List.of(new Storage(ole.root(), inOrder(ole.root()))));
          while (!open.isEmpty()) {
            Storage storage = open.element();
            if (!storage.left().hasNext()) {
              update(digests, classId(storage.entry().classId()));
              open.pop();
            } else {
              OleEntry next = storage.left().next();
              if (next.type() == OleEntry.Type.STORAGE) {
                open.push(new Storage(next, inOrder(next)));
              } else {
                left -= next.sizeBytes();
                if (left < 0) {
                  throw new MsiFormatException("its streams have more bytes than the file");
                }
                digest(next, buffer, digests);
              }
            }
          }
          return digests;
        });
  }

  /**
   * Gives the metadata of all streams and storages to {@code digest}, a storage's own before that
   * of what is in it, else in the same order.
   */
  public void digestMetadata(MessageDigest digest) {
    digest.update(classId(ole.root().classId()));
    digest.update(littleEndian(Integer.BYTES).putInt(ole.root().stateBits()).flip());
    Deque<Iterator<OleEntry>> open = new ArrayDeque<>(List.of(inOrder(ole.root())));
    while (!open.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        continue;
      }
      OleEntry entry = open.element().next();
      boolean isStorage = entry.type() == OleEntry.Type.STORAGE;
      digest.update(nameBytes(entry));
      digest.update(
          isStorage
              ? classId(entry.classId())
              : littleEndian(Integer.BYTES).putInt((int) entry.sizeBytes()).flip());
      digest.update(
          littleEndian(Integer.BYTES + 2 * Long.BYTES)
              .putInt(entry.stateBits())
              .putLong(entry.created())
              .putLong(entry.modified())
              .flip());
      if (isStorage) {
        open.push(inOrder(entry));
      }
    }
  }

  /** A storage of which some children are yet to be digested. */
  private record Storage(OleEntry entry, Iterator<OleEntry> left) {}

  /**
   * Names are compared as they are stored, byte by byte, so that the beginning of one comes first.
   */
  private Iterator<OleEntry> inOrder(OleEntry storage) {
    boolean isRoot = storage.type() == OleEntry.Type.ROOT;
    return ole.childrenOf(storage).stream()
        .filter(entry -> !isRoot || !isOfSignature(entry))
        .sorted(Comparator.comparing(SignedContents::nameBytes, Arrays::compareUnsigned))
        .iterator();
  }

  private static boolean isOfSignature(OleEntry entry) {
    return entry.type() == OleEntry.Type.STREAM
        && (entry.name().equals(SIGNATURE) || entry.name().equals(METADATA));
  }

  private void digest(OleEntry stream, ByteBuffer buffer, Collection<MessageDigest> digests)
      throws IOException {
    OleStream content = ole.open(stream);
    for (long at = 0; at < content.sizeBytes(); at += buffer.capacity()) {
      content.read(
          at, buffer.clear().limit((int) Math.min(buffer.capacity(), content.sizeBytes() - at)));
      update(digests, buffer.flip());
    }
  }

  private Optional<byte[]> stream(String name) throws IOException {
    Optional<OleEntry> stream = ole.stream(name);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    if (stream.get().sizeBytes() > LARGEST_SIGNATURE) {
      throw new MsiFormatException(
          "the stream '"
              + StreamName.printed(name)
              + "' has "
              + stream.get().sizeBytes()
              + " bytes; at most "
              + LARGEST_SIGNATURE
              + " are read");
    }
    return Optional.of(converted(() -> ole.read(stream.get())));
  }

  private static void update(Collection<MessageDigest> digests, ByteBuffer bytes) {
    digests.forEach(digest -> digest.update(bytes.duplicate()));
  }

  /** The units as they are stored, also those that are no text. */
  private static byte[] nameBytes(OleEntry entry) {
    String name = entry.name();
    byte[] bytes = new byte[2 * name.length()];
    for (int i = 0; i < name.length(); i++) {
      bytes[2 * i] = (byte) name.charAt(i);
      bytes[2 * i + 1] = (byte) (name.charAt(i) >> Byte.SIZE);
    }
    return bytes;
  }

  /** The packet form of a GUID ([MS-DTYP] 2.3.4.2), as the directory has it. */
  private static ByteBuffer classId(UUID id) {
    long high = id.getMostSignificantBits();
    return littleEndian(2 * Long.BYTES)
        .putInt((int) (high >>> 32))
        .putShort((short) (high >>> 16))
        .putShort((short) high)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(id.getLeastSignificantBits())
        .flip();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private static <T> T converted(Reading<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }
}
