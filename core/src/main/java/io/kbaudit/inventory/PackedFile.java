package io.kbaudit.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.SignatureInspection;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A file as a {@link FileList} keeps it: a few bytes of which it is made anew each time that it is
 * asked for. Of a file that was looked into they hold all but what was found there; of one that is
 * not {@link ObservedFile.Readable readable}, nothing. So a kept file is an array of bytes, or such
 * bytes with what was found, or the file itself, and here alone it is known which.
 */
final class PackedFile {
  /** Orders kept files as their paths are ordered, which for bytes need not be made texts. */
  static final Comparator<Object> BY_PATH = PackedFile::compareByPath;

  /** Size, seconds and nanoseconds; whether there is a version, and how many digests. */
  private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES + 2;

  private static final int VERSION_BYTES = 4 * Short.BYTES;

  /** How UTF-8 begins a character from U+E000 on, and one that UTF-16 needs two units for. */
  private static final int FIRST_BEHIND_SURROGATES = 0xEE;

  private static final int FIRST_OF_TWO_UNITS = 0xF0;

  private static final byte[] NOT_PACKED = new byte[0];

  /** What was found in a file; files of which the same was found may share it. */
  private static final class LookedInto {
    private final byte[] metadata;
    private final Optional<MsiInspection> inspection;
    private final Optional<PeInspection> executable;
    private final Optional<SignatureInspection> signatures;

    private LookedInto(byte[] metadata, ObservedFile.Readable file) {
      this.metadata = metadata;
      this.inspection = file.inspection();
      this.executable = file.executable();
      this.signatures = file.signatures();
    }
  }

  private PackedFile() {}

  /** Returns what is to be kept of {@code file}. */
  static Object pack(ObservedFile file) {
    if (!(requireNonNull(file, "file") instanceof ObservedFile.Readable readable)) {
      return file;
    }
    byte[] path = readable.path().getBytes(UTF_8);
    // A path in Windows may have half of a surrogate pair, which UTF-8 has not.
    if (!new String(path, UTF_8).equals(readable.path())) {
      return file;
    }
    byte[] metadata = metadata(readable, path);
    boolean isLookedInto =
        readable.inspection().isPresent()
            || readable.executable().isPresent()
            || readable.signatures().isPresent();
    return isLookedInto ? new LookedInto(metadata, readable) : metadata;
  }

  private static byte[] metadata(ObservedFile.Readable file, byte[] path) {
    List<Digest> digests = file.digests().all();
    int length = FIXED_BYTES + (file.listedVersion().isPresent() ? VERSION_BYTES : 0);
    for (Digest digest : digests) {
      length += 1 + digest.algorithm().digits() / 2;
    }
    byte[] bytes = new byte[length + path.length];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    Instant modified = file.modified();
    out.putLong(file.sizeBytes());
    out.putLong(modified.getEpochSecond()).putInt(modified.getNano());
    out.put((byte) (file.listedVersion().isPresent() ? 1 : 0)).put((byte) digests.size());
    if (file.listedVersion().isPresent()) {
      FileVersion version = file.listedVersion().get();
      out.putShort((short) version.major())
          .putShort((short) version.minor())
          .putShort((short) version.build())
          .putShort((short) version.revision());
    }
    for (Digest digest : digests) {
      byte[] digits = HexFormat.of().parseHex(digest.hex());
      out.put((byte) digits.length).put(digits);
    }
    out.put(path);
    return bytes;
  }

  /** Returns the file of which {@code kept} is kept. */
  static ObservedFile unpack(Object kept) {
    if (kept instanceof byte[] metadata) {
      return unpack(metadata, Optional.empty(), Optional.empty(), Optional.empty());
    }
    return kept instanceof LookedInto file
        ? unpack(file.metadata, file.inspection, file.executable, file.signatures)
        : (ObservedFile) kept;
  }

  private static ObservedFile.Readable unpack(
      byte[] metadata,
      Optional<MsiInspection> inspection,
      Optional<PeInspection> executable,
      Optional<SignatureInspection> signatures) {
    ByteBuffer in = ByteBuffer.wrap(metadata);
    long size = in.getLong();
    Instant modified = Instant.ofEpochSecond(in.getLong(), in.getInt());
    boolean hasVersion = in.get() != 0;
    int digestCount = in.get();
    Optional<FileVersion> version =
        hasVersion
            ? Optional.of(new FileVersion(part(in), part(in), part(in), part(in)))
            : Optional.empty();
    Digests digests = digestCount == 0 ? Digests.NONE : digests(in, digestCount);
    String path = new String(metadata, in.position(), in.remaining(), UTF_8);
    return new ObservedFile.Readable(
        path,
        FileName.ofStored(path.substring(path.lastIndexOf('/') + 1)),
        size,
        modified,
        digests,
        inspection,
        executable,
        signatures,
        version);
  }

  private static int part(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }

  private static Digests digests(ByteBuffer in, int count) {
    Digest[] digests = new Digest[count];
    for (int i = 0; i < count; i++) {
      byte[] digits = new byte[in.get()];
      in.get(digits);
      digests[i] = Digest.find(HexFormat.of().formatHex(digits)).orElseThrow();
    }
    return Digests.of(digests);
  }

  /** Returns the path of the file of which {@code kept} is kept. */
  static String path(Object kept) {
    byte[] metadata = metadata(kept);
    if (metadata.length == 0) {
      return ((ObservedFile) kept).path();
    }
    int start = pathStart(metadata);
    return new String(metadata, start, metadata.length - start, UTF_8);
  }

  /** Returns whether what the file says of itself, or is worth, is known, or why it is not. */
  static boolean isMoreThanMetadata(Object kept) {
    return !(kept instanceof byte[]);
  }

  /**
   * Returns the same, at another place in memory; of a file that was looked into the very same,
   * since more than this would have to be copied.
   */
  static Object copy(Object kept) {
    return kept instanceof byte[] metadata ? metadata.clone() : kept;
  }

  private static byte[] metadata(Object kept) {
    if (kept instanceof byte[] metadata) {
      return metadata;
    }
    return kept instanceof LookedInto file ? file.metadata : NOT_PACKED;
  }

  private static int pathStart(byte[] metadata) {
    int start = FIXED_BYTES + (metadata[FIXED_BYTES - 2] != 0 ? VERSION_BYTES : 0);
    for (int i = 0; i < metadata[FIXED_BYTES - 1]; i++) {
      start += 1 + metadata[start];
    }
    return start;
  }

  private static int compareByPath(Object one, Object other) {
    byte[] a = metadata(one);
    byte[] b = metadata(other);
    if (a.length == 0 || b.length == 0) {
      return path(one).compareTo(path(other));
    }
    int from = pathStart(a);
    int fromOther = pathStart(b);
    int shared = Arrays.mismatch(a, from, a.length, b, fromOther, b.length);
    if (shared < 0) {
      return 0;
    }
    if (from + shared == a.length || fromOther + shared == b.length) {
      return (a.length - from) - (b.length - fromOther);
    }
    return rank(a[from + shared]) - rank(b[fromOther + shared]);
  }

  /**
   * Returns where a byte of UTF-8 stands in the order of UTF-16, which {@link String#compareTo} is:
   * there the surrogates, of which characters beyond U+FFFF are made, come before U+E000.
   */
  private static int rank(byte unit) {
    int value = Byte.toUnsignedInt(unit);
    if (value < FIRST_BEHIND_SURROGATES) {
      return value;
    }
    return value < FIRST_OF_TWO_UNITS ? value + 0x10 : value;
  }
}
