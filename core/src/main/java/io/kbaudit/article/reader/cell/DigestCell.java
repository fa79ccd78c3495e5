package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.file.Digest;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands in the place of a digest. What a column or label calls it and how many digits
 * it has must agree: else it is none, and is not passed over.
 */
public final class DigestCell {
  private static final Map<Digest.Algorithm, Column> COLUMNS =
      new EnumMap<>(
          Map.of(
              Digest.Algorithm.MD5, Column.MD5,
              Digest.Algorithm.SHA1, Column.SHA1,
              Digest.Algorithm.SHA256, Column.SHA256,
              Digest.Algorithm.SHA512, Column.SHA512));

  /** As programs and articles call them, without marks: OpenSSL has {@code SHA2-256}. */
  private static final Map<String, Digest.Algorithm> NAMES =
      Map.of(
          "MD5", Digest.Algorithm.MD5,
          "SHA1", Digest.Algorithm.SHA1,
          "SHA256", Digest.Algorithm.SHA256,
          "SHA2256", Digest.Algorithm.SHA256,
          "SHA512", Digest.Algorithm.SHA512,
          "SHA2512", Digest.Algorithm.SHA512);

  /** What a hash is called, whether or not it is one that can be compared. */
  public static final Pattern ALGORITHM =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])(?:MD-?[245]|SHA-?[23]?[-_ ]?(?:1|2|224|256|384|512)|SHA"
              + "|BLAKE2[BS]?|RIPEMD-?160|CRC(?:-?(?:16|32|64))?)(?![A-Za-z0-9])");

  /** Of 16, 20, 32 and 64 bytes, as RFC 4648 codes them: without padding, many words look so. */
  private static final Pattern BASE_64 =
      Pattern.compile(
          "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}="
              + "|[A-Za-z0-9+/]{86}==)(?!=)");

  private static final Pattern MARKS = Pattern.compile("[-_\\s]+");

  private static final Pattern BLANK = Pattern.compile("\\s");

  private static final Pattern SPACED = Pattern.compile("[0-9A-Fa-f]{2,}(?:\\s[0-9A-Fa-f]{2,})+");

  /** Sixteen bytes or more, each or each few of them apart. */
  private static final Pattern BYTES =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}[:-]){15,}[0-9A-Fa-f]{2}(?![0-9A-Za-z])"
              + "|(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2} ){15,}[0-9A-Fa-f]{2}(?![0-9A-Za-z])"
              + "|(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{8} ){3,}[0-9A-Fa-f]{8}(?![0-9A-Za-z])");

  private static final Pattern BETWEEN = Pattern.compile("[ :-]");

  private DigestCell() {}

  /** Returns the algorithm of this name; absent where none is known, or compared, by it. */
  public static Optional<Digest.Algorithm> algorithm(String name) {
    return Optional.ofNullable(NAMES.get(MARKS.matcher(Letters.capital(name)).replaceAll("")));
  }

  /** Returns the column that holds digests of an algorithm. */
  public static Column column(Digest.Algorithm algorithm) {
    return COLUMNS.getOrDefault(algorithm, Column.DIGEST);
  }

  /** Returns {@code text} without the first digest in base 64 that it has; absent without one. */
  public static Optional<String> withoutBase64(String text) {
    Matcher digest = BASE_64.matcher(text.indexOf('=') < 0 ? "" : text);
    return digest.find()
        ? Optional.of(text.substring(0, digest.start()) + " " + text.substring(digest.end()))
        : Optional.empty();
  }

  /** Returns {@code digits} without the blanks that part their bytes, or that wrap them. */
  public static String digits(String digits) {
    return SPACED.matcher(digits).matches() ? BLANK.matcher(digits).replaceAll("") : digits;
  }

  /** Returns {@code text} with the bytes of digests that marks or blanks part put together. */
  public static String joined(String text) {
    return hasBytes(text)
        ? BYTES.matcher(text).replaceAll(bytes -> BETWEEN.matcher(bytes.group()).replaceAll(""))
        : text;
  }

  /** A quick look, which spares most texts the slow one: whether there are so many digits. */
  private static boolean hasBytes(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < Digest.Algorithm.MD5.digits(); i++) {
      digits += Character.digit(text.charAt(i), 16) < 0 ? 0 : 1;
    }
    return digits == Digest.Algorithm.MD5.digits();
  }

  /** Returns the cells of a digest that {@code label} names the algorithm of. */
  public static Map<Column, String> labelled(String label, String digits) {
    return Map.of(Column.ALGORITHM, label, Column.DIGEST, digits);
  }

  /** Returns all digests among the cells of a row. */
  public static ListedHashes in(Map<Column, String> cells) {
    List<ListedHashes> found = new ArrayList<>();
    Arrays.stream(Digest.Algorithm.values())
        .map(
            algorithm ->
                read(cells.getOrDefault(column(algorithm), ""), "", Optional.of(algorithm)))
        .forEach(found::add);
    String label = cells.getOrDefault(Column.ALGORITHM, "");
    String digest = cells.getOrDefault(Column.DIGEST, "");
    found.add(
        PrintedRow.saysNothing(label)
            ? read(digest, "", Digest.find(digits(digest)).map(Digest::algorithm))
            : read(digest, label + " ", algorithm(label)));
    return ListedHashes.together(found);
  }

  private static ListedHashes read(
      String cell, String label, Optional<Digest.Algorithm> algorithm) {
    if (PrintedRow.saysNothing(cell)) {
      return ListedHashes.NONE;
    }
    return algorithm
        .flatMap(known -> known.find(digits(cell)))
        .map(ListedHashes::of)
        .orElseGet(() -> ListedHashes.unread(Cells.strip(label + cell)));
  }
}
