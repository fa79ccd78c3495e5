package io.kbaudit.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Files, of which there may be very many: of one whose metadata alone is known a few bytes are
 * kept, and it is made of them anew each time it is asked for. Immutable.
 */
public final class FileList extends AbstractList<ObservedFile> implements RandomAccess {
  /** Size, seconds and nanoseconds; whether there is a version, and how many digests. */
  private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES + 2;

  private static final int VERSION_BYTES = 4 * Short.BYTES;

  /** Of each file its bytes, or where those do not hold all of it, the file itself. */
  private final Object[] kept;

  private FileList(Object[] kept) {
    this.kept = kept;
  }

  /** Returns a list of the same files. */
  public static FileList of(Collection<? extends ObservedFile> files) {
    if (files instanceof FileList list) {
      return list;
    }
    Builder builder = new Builder();
    files.forEach(builder::add);
    return builder.build();
  }

  /** Files as they are found. Not for use by several threads. */
  public static final class Builder {
    private final List<Object> kept = new ArrayList<>();

    /** Begins with no file. */
    public Builder() {}

    /** Adds a file behind the others. */
    public void add(ObservedFile file) {
      kept.add(packed(file));
    }

    /** Returns how many there are. */
    public int size() {
      return kept.size();
    }

    /** Returns one of them, counted from 0. */
    public ObservedFile get(int index) {
      return unpacked(kept.get(index));
    }

    /** Returns the last, which is kept no longer. */
    public ObservedFile removeLast() {
      return unpacked(kept.remove(kept.size() - 1));
    }

    /** Returns all, in the order in which they were added. */
    public FileList build() {
      return new FileList(kept.toArray());
    }
  }

  @Override
  public ObservedFile get(int index) {
    return unpacked(kept[index]);
  }

  @Override
  public int size() {
    return kept.length;
  }

  /** Returns those that are wanted, in their order. */
  public FileList filter(Predicate<? super ObservedFile> wanted) {
    Object[] left = Arrays.stream(kept).filter(each -> wanted.test(unpacked(each))).toArray();
    return left.length == kept.length ? this : new FileList(left);
  }

  /** Returns, in place of each, what {@code change} makes of it. */
  public FileList map(UnaryOperator<ObservedFile> change) {
    Object[] changed = new Object[kept.length];
    for (int i = 0; i < changed.length; i++) {
      ObservedFile before = unpacked(kept[i]);
      ObservedFile after = change.apply(before);
      changed[i] = after.equals(before) ? kept[i] : packed(after);
    }
    return new FileList(changed);
  }

  /** Returns the path of one of them. */
  String path(int index) {
    return path(kept[index]);
  }

  /** Returns these files in the order of their paths. */
  FileList sorted() {
    for (int i = 1; i < kept.length; i++) {
      if (path(i - 1).compareTo(path(i)) > 0) {
        Object[] sorted = kept.clone();
        Arrays.sort(sorted, Comparator.comparing(FileList::path));
        return new FileList(sorted);
      }
    }
    return this;
  }

  private static Object packed(ObservedFile file) {
    requireNonNull(file, "file");
    if (!(file instanceof ObservedFile.Readable readable)
        || readable.inspection().isPresent()
        || readable.executable().isPresent()
        || readable.signatures().isPresent()) {
      return file;
    }
    byte[] path = readable.path().getBytes(UTF_8);
    // A path in Windows may have half of a surrogate pair, which UTF-8 has not.
    return new String(path, UTF_8).equals(readable.path()) ? packed(readable, path) : file;
  }

  private static byte[] packed(ObservedFile.Readable file, byte[] path) {
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
    file.listedVersion()
        .ifPresent(
            version ->
                out.putShort((short) version.major())
                    .putShort((short) version.minor())
                    .putShort((short) version.build())
                    .putShort((short) version.revision()));
    for (Digest digest : digests) {
      byte[] digits = HexFormat.of().parseHex(digest.hex());
      out.put((byte) digits.length).put(digits);
    }
    out.put(path);
    return bytes;
  }

  private static ObservedFile unpacked(Object kept) {
    return kept instanceof byte[] bytes ? unpacked(bytes) : (ObservedFile) kept;
  }

  private static ObservedFile.Readable unpacked(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long size = in.getLong();
    Instant modified = Instant.ofEpochSecond(in.getLong(), in.getInt());
    boolean hasVersion = in.get() != 0;
    int digestCount = in.get();
    Optional<FileVersion> version =
        hasVersion
            ? Optional.of(new FileVersion(part(in), part(in), part(in), part(in)))
            : Optional.empty();
    Digests digests = digestCount == 0 ? Digests.NONE : digests(in, digestCount);
    String path = new String(bytes, in.position(), in.remaining(), UTF_8);
    return new ObservedFile.Readable(
        path,
        FileName.ofStored(path.substring(path.lastIndexOf('/') + 1)),
        size,
        modified,
        digests,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
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

  private static String path(Object kept) {
    if (!(kept instanceof byte[] bytes)) {
      return ((ObservedFile) kept).path();
    }
    int start = FIXED_BYTES + (bytes[FIXED_BYTES - 2] != 0 ? VERSION_BYTES : 0);
    for (int i = 0; i < bytes[FIXED_BYTES - 1]; i++) {
      start += 1 + bytes[start];
    }
    return new String(bytes, start, bytes.length - start, UTF_8);
  }
}
