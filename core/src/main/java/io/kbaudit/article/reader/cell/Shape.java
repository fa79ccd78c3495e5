package io.kbaudit.article.reader.cell;

import io.kbaudit.article.PrintedRow;
import io.kbaudit.file.Digest;
import io.kbaudit.text.Folded;
import io.kbaudit.text.PrintedDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cell or word looks like, whatever the heading above it says. */
public enum Shape {
  /** A day, in one of the ways in which articles print days. */
  DATE,
  /** Like a date, and none: {@code 16-2}, {@code 6/12/200}. */
  BROKEN_DATE,
  TIME,
  /** A day and a time, in either order. */
  MODIFIED,
  /** A number with thousands parted, or with a unit. */
  SIZE,
  /** Digits alone: a size, if anything. */
  NUMBER,
  /** Numbers parted by dots; under a date's heading, {@code 16.05.2002} is a day. */
  VERSION,
  /** A word with an extension. */
  FILE_NAME,
  MD5,
  SHA1,
  SHA256,
  SHA512,
  /** Hexadecimal digits, too many for a number, and of no digest that can be compared. */
  UNKNOWN_DIGEST,
  /** How articles say that there is no value. */
  NOTHING,
  /** In place of a size, what directory listings print of folders. */
  FOLDER,
  TEXT;

  /** The longest name that NTFS keeps ([MS-FSCC] 2.1.5), with a path before it. */
  private static final int LONGEST_NAME = 400;

  private static final Pattern BROKEN = Pattern.compile("[0-9]{1,4}([-/][0-9]{1,4}){1,2}");
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){1,5}");

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");

  /**
   * Of 32 bits or more, as CRC-32 and the time stamps of linkers are printed; or a GUID, as package
   * codes are.
   */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?:0x)?[0-9A-Fa-f]{8,31}"
              + "|\\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\\}?");

  /** Extensions have a letter; or they are digits behind letters, as in {@code VIP.386}. */
  private static final Pattern NAME =
      Pattern.compile(
          "[^\\s|\"<>*?,;\\p{L}_~$%]*+[\\p{L}_~$%][^\\s|\"<>*?,;]*"
              + "\\.[0-9]{0,4}[A-Za-z_][A-Za-z0-9_]{0,19}"
              + "|[0-9][0-9_-]*\\.[A-Za-z_][A-Za-z0-9_]{0,7}"
              + "|[\\p{L}0-9_~$-]*[\\p{L}_~$]\\.[0-9]{1,3}");

  public static Shape of(String cell) {
    if (PrintedRow.saysNothing(cell)) {
      return NOTHING;
    }
    char first = cell.charAt(0);
    boolean mayBeNumeric = first >= '0' && first <= '9';
    if (mayBeNumeric || Character.isLetter(first)) {
      Optional<Shape> attribute = attribute(cell, mayBeNumeric);
      if (attribute.isPresent()) {
        return attribute.get();
      }
    }
    if (cell.equalsIgnoreCase("<DIR>")) {
      return FOLDER;
    }
    return isFileName(cell) ? FILE_NAME : TEXT;
  }

  /** Returns whether {@code cell} is one word that ends as file names do. */
  public static boolean isFileName(String cell) {
    return cell.length() <= LONGEST_NAME
        && cell.indexOf('.') >= 0
        && !cell.contains("://")
        && NAME.matcher(cell).matches();
  }

  /**
   * Returns whether {@code cell} tells a file from others, and is nothing that can be compared: a
   * checksum of other kinds than digests are, or a GUID.
   */
  public static boolean isIdentifier(String cell) {
    return IDENTIFIER.matcher(cell).matches();
  }

  /** Returns whether a file could be held to {@code cell}, whether or not it is compared. */
  public static boolean isValue(String cell) {
    return of(cell).isAttribute() || isIdentifier(cell);
  }

  /** Returns what stands behind the last dot of a {@linkplain #isFileName file's name}, folded. */
  public static String extension(String fileName) {
    return Folded.of(fileName.substring(fileName.lastIndexOf('.') + 1));
  }

  /** Returns whether a file is dated, measured or identified by a cell of this shape. */
  public boolean isAttribute() {
    return switch (this) {
      case DATE,
          BROKEN_DATE,
          TIME,
          MODIFIED,
          SIZE,
          NUMBER,
          VERSION,
          MD5,
          SHA1,
          SHA256,
          SHA512,
          UNKNOWN_DIGEST ->
          true;
      case FILE_NAME, NOTHING, FOLDER, TEXT -> false;
    };
  }

  /** Returns whether it is a digest. */
  public boolean isDigest() {
    return this == MD5
        || this == SHA1
        || this == SHA256
        || this == SHA512
        || this == UNKNOWN_DIGEST;
  }

  /** Returns the column to which a cell of this shape belongs, if to only one. */
  public Optional<Column> column() {
    return switch (this) {
      case DATE -> Optional.of(Column.DATE);
      case TIME -> Optional.of(Column.TIME);
      case MODIFIED -> Optional.of(Column.MODIFIED);
      case SIZE -> Optional.of(Column.SIZE);
      case VERSION -> Optional.of(Column.VERSION);
      case FILE_NAME -> Optional.of(Column.NAME);
      case MD5 -> Optional.of(Column.MD5);
      case SHA1 -> Optional.of(Column.SHA1);
      case SHA256 -> Optional.of(Column.SHA256);
      case SHA512 -> Optional.of(Column.SHA512);
      case UNKNOWN_DIGEST -> Optional.of(Column.DIGEST);
      case BROKEN_DATE, NUMBER, NOTHING, FOLDER, TEXT -> Optional.empty();
    };
  }

  private static Shape of(Digest digest) {
    return switch (digest.algorithm()) {
      case MD5 -> MD5;
      case SHA1 -> SHA1;
      case SHA256 -> SHA256;
      case SHA512 -> SHA512;
    };
  }

  private static Optional<Shape> attribute(String cell, boolean mayBeNumeric) {
    Optional<Shape> digest = Digest.find(cell).map(Shape::of);
    if (digest.isPresent()) {
      return digest;
    }
    if (cell.length() > Digest.Algorithm.MD5.digits() && HEX.matcher(cell).matches()) {
      return Optional.of(UNKNOWN_DIGEST);
    }
    if (DOTTED.matcher(cell).matches()) {
      return Optional.of(VERSION);
    }
    if (!Cells.hasDigit(cell)) {
      return Optional.empty();
    }
    if (PrintedDate.find(cell).isPresent()) {
      return Optional.of(DATE);
    }
    if (!mayBeNumeric && DateAndTime.find(cell).isEmpty()) {
      return Optional.empty();
    }
    if (NUMBERS.matcher(cell).matches()) {
      return Optional.of(NUMBER);
    }
    if (Cells.isSize(cell)) {
      return Optional.of(SIZE);
    }
    if (Cells.isTime(cell)) {
      return Optional.of(TIME);
    }
    if (BROKEN.matcher(cell).matches()) {
      return Optional.of(BROKEN_DATE);
    }
    return DateAndTime.find(cell).map(both -> MODIFIED);
  }
}
