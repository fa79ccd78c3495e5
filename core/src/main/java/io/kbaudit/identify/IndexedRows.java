package io.kbaudit.identify;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rows of an article as bytes, as far as files are compared with them: headings, languages and
 * branches are left out, and of printed cells all that were read.
 */
final class IndexedRows {
  private static final int CUT = 1;
  private static final int FULL = 1 << 1;
  private static final int BYTES = 1 << 2;
  private static final int ROUNDED = 1 << 3;
  private static final int DAY = 1 << 4;
  private static final int MINUTE = 1 << 5;
  private static final int VERSION = 1 << 6;
  private static final int DIGESTS = 1 << 7;
  private static final int UNREAD_DIGEST = 1 << 8;
  private static final int PLATFORM = 1 << 9;
  private static final int ALTERNATIVE = 1 << 10;
  private static final int UNREAD_SIZE = 1 << 11;
  private static final int UNREAD_DATE = 1 << 12;

  /** The fewest bytes that a row takes: flags, two numbers, and a name of one character. */
  private static final int SHORTEST_ROW = 12;

  private IndexedRows() {}

  static byte[] encode(List<ExpectedFile> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(rows.size());
    for (ExpectedFile row : rows) {
      write(row, out);
    }
    out.flush();
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} returned.
   *
   * @throws IndexFormatException if these bytes are something else
   */
  static List<ExpectedFile> decode(byte[] bytes) throws IndexFormatException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      if (count < 0 || count > bytes.length / SHORTEST_ROW) {
        throw IndexFormatException.damaged(count + " rows in " + bytes.length + " bytes");
      }
      List<ExpectedFile> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rows.add(read(in));
      }
      if (in.available() > 0) {
        throw IndexFormatException.damaged("bytes follow the last row");
      }
      return rows;
    } catch (IndexFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IndexFormatException("a row cannot be read", e);
    }
  }

  private static int flags(ExpectedFile row) {
    boolean bytes = row.size().filter(size -> size.unit() == ListedSize.Unit.BYTES).isPresent();
    return flag(CUT, row.name().cut())
        | flag(FULL, row.name().full().isPresent())
        | flag(BYTES, bytes)
        | flag(ROUNDED, row.size().isPresent() && !bytes)
        | flag(DAY, row.modified().isPresent())
        | flag(MINUTE, row.modified().flatMap(ListedTime::minute).isPresent())
        | flag(VERSION, row.version().isPresent())
        | flag(DIGESTS, row.hashes().hasDigest())
        | flag(UNREAD_DIGEST, row.hashes().unread().isPresent())
        | flag(PLATFORM, row.variant().platform().isPresent())
        | flag(ALTERNATIVE, row.alternativeTo().isPresent())
        | flag(UNREAD_SIZE, row.size().isEmpty() && !row.printed().size().isEmpty())
        | flag(UNREAD_DATE, row.modified().isEmpty() && !row.printed().date().isEmpty());
  }

  private static int flag(int flag, boolean set) {
    return set ? flag : 0;
  }

  private static void write(ExpectedFile row, DataOutputStream out) throws IOException {
    int flags = flags(row);
    out.writeShort(flags);
    out.writeInt(row.row());
    out.writeInt(row.line());
    IndexText.write(row.name().printed().spelling(), out);
    if (row.name().full().isPresent()) {
      IndexText.write(row.name().full().get().spelling(), out);
    }
    if (row.size().isPresent()) {
      writeSize(row.size().get(), out);
    }
    if (row.modified().isPresent()) {
      writeTime(row.modified().get(), out);
    }
    if (row.version().isPresent()) {
      IndexText.write(row.version().get(), out);
    }
    if (row.hashes().hasDigest()) {
      writeDigests(row.hashes().digests(), out);
    }
    if (row.hashes().unread().isPresent()) {
      IndexText.write(row.hashes().unread().get(), out);
    }
    if (row.variant().platform().isPresent()) {
      IndexText.write(row.variant().platform().get(), out);
    }
    if (row.alternativeTo().isPresent()) {
      out.writeInt(row.alternativeTo().getAsInt());
    }
    if ((flags & UNREAD_SIZE) != 0) {
      IndexText.write(row.printed().size(), out);
    }
    if ((flags & UNREAD_DATE) != 0) {
      IndexText.write(row.printed().date(), out);
    }
  }

  private static ExpectedFile read(DataInputStream in) throws IOException {
    int flags = in.readUnsignedShort();
    int row = in.readInt();
    int line = in.readInt();
    ListedName name = readName(flags, in);
    Optional<ListedSize> size = readSize(flags, in);
    Optional<ListedTime> modified =
        (flags & DAY) == 0 ? Optional.empty() : Optional.of(readTime(flags, in));
    Optional<String> version = readText(VERSION, flags, in);
    Digests digests = (flags & DIGESTS) == 0 ? Digests.NONE : readDigests(in);
    ListedHashes hashes = new ListedHashes(digests, readText(UNREAD_DIGEST, flags, in));
    Variant variant =
        readText(PLATFORM, flags, in).map(Variant.of("")::onPlatform).orElse(Variant.of(""));
    OptionalInt alternativeTo =
        (flags & ALTERNATIVE) == 0 ? OptionalInt.empty() : OptionalInt.of(in.readInt());
    String printedSize = readText(UNREAD_SIZE, flags, in).orElse("");
    String printedDate = readText(UNREAD_DATE, flags, in).orElse("");
    PrintedRow printed =
        new PrintedRow(name.printed().spelling(), printedDate, "", printedSize, "", "");
    ExpectedFile read =
        ExpectedFile.of(row, line, name, printed)
            .variant(variant)
            .size(size)
            .modified(modified)
            .version(version)
            .hashes(hashes)
            .alternativeTo(alternativeTo)
            .build();
    if (flags(read) != flags) {
      throw IndexFormatException.damaged("a row contradicts itself");
    }
    return read;
  }

  private static Optional<String> readText(int flag, int flags, DataInputStream in)
      throws IOException {
    return (flags & flag) == 0 ? Optional.empty() : Optional.of(IndexText.read(in));
  }

  private static ListedName readName(int flags, DataInputStream in) throws IOException {
    FileName printed = FileName.of(IndexText.read(in));
    Optional<FileName> full = readText(FULL, flags, in).map(FileName::of);
    return new ListedName(printed, (flags & CUT) != 0, full);
  }

  private static void writeSize(ListedSize size, DataOutputStream out) throws IOException {
    if (size.exactBytes().isPresent()) {
      out.writeLong(size.exactBytes().getAsLong());
    } else {
      IndexText.write(size.amount().toString(), out);
      IndexText.write(size.unit().name(), out);
    }
  }

  private static Optional<ListedSize> readSize(int flags, DataInputStream in) throws IOException {
    if ((flags & BYTES) != 0) {
      return Optional.of(ListedSize.ofBytes(in.readLong()));
    }
    if ((flags & ROUNDED) == 0) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(IndexText.read(in));
    return Optional.of(new ListedSize(amount, ListedSize.Unit.valueOf(IndexText.read(in))));
  }

  private static void writeTime(ListedTime time, DataOutputStream out) throws IOException {
    out.writeLong(time.day().toEpochDay());
    if (time.minute().isPresent()) {
      LocalTime minute = time.minute().get();
      out.writeByte(minute.getHour());
      out.writeByte(minute.getMinute());
    }
  }

  private static ListedTime readTime(int flags, DataInputStream in) throws IOException {
    LocalDate day = LocalDate.ofEpochDay(in.readLong());
    return (flags & MINUTE) == 0
        ? ListedTime.ofDay(day)
        : ListedTime.ofMinute(day, LocalTime.of(in.readUnsignedByte(), in.readUnsignedByte()));
  }

  private static void writeDigests(Digests digests, DataOutputStream out) throws IOException {
    out.writeByte(digests.all().size());
    for (Digest digest : digests.all()) {
      IndexText.write(digest.algorithm().name(), out);
      out.write(HexFormat.of().parseHex(digest.hex()));
    }
  }

  private static Digests readDigests(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    List<Digest> digests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Digest.Algorithm algorithm = Digest.Algorithm.valueOf(IndexText.read(in));
      byte[] bytes = new byte[algorithm.digits() / 2];
      in.readFully(bytes);
      digests.add(new Digest(algorithm, HexFormat.of().formatHex(bytes)));
    }
    return new Digests(digests);
  }
}
