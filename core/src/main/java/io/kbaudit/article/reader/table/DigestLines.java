package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.file.Digest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines have in common that list a digest of a file. */
final class DigestLines {
  /** Longer than a line of a digest, its labels and the longest path. */
  static final int LONGEST = 4_000;

  private static final Pattern HEX =
      Pattern.compile("(?<![A-Za-z0-9{-])[0-9A-Fa-f]{32,}(?![A-Za-z0-9}]|-[0-9A-Fa-f])");

  /** These have digests too, which are of no file. */
  private static final Pattern OF_NO_FILE =
      Pattern.compile("(?i)thumbprint|fingerprint|certificate|serial|commit|public key|://");

  /** Of these, the name of a file may stand beside it. */
  private static final Pattern OF_NO_PACKAGE = Pattern.compile("(?i)commit|public key|://");

  private static final Pattern WORD = Pattern.compile("[^\\s|,;()\"'`<>]{1,400}");

  private DigestLines() {}

  /** A quick look, which spares most lines the slow one: whether so many digits stand together. */
  static boolean mayHaveDigest(String line) {
    int digits = 0;
    for (int i = 0; i < line.length() && digits < Digest.Algorithm.MD5.digits(); i++) {
      digits = Character.digit(line.charAt(i), 16) < 0 ? 0 : digits + 1;
    }
    return digits >= Digest.Algorithm.MD5.digits() && line.length() <= LONGEST;
  }

  /** Returns the row of a name and a digest of the algorithm that {@code label} names. */
  static Map<Column, String> row(String name, String label, String digest) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.putAll(DigestCell.labelled(label, digest));
    row.put(Column.NAME, name);
    return row;
  }

  /** Returns the digits of a digest that {@code line} is, blanks aside. */
  static Optional<String> alone(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String digits = DigestCell.digits(line.strip());
    Matcher hex = HEX.matcher(digits);
    return hex.matches() ? Optional.of(digits) : Optional.empty();
  }

  /** Returns whether the last word of {@code name}, which may have blanks, ends as names do. */
  static boolean endsAsName(String name) {
    int start =
        Math.max(name.lastIndexOf(' '), Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/')));
    return Shape.isFileName(name.substring(start + 1));
  }

  /** Returns whether a line that stands in no table has a digest, and says of what. */
  static boolean isListedIn(String line) {
    return line.length() <= LONGEST
        && withoutDigest(line).filter(DigestLines::saysOfWhat).isPresent();
  }

  /** Returns whether a line says of which other thing than a file the digest below it is. */
  static boolean announcesOfNoFile(String line) {
    return OF_NO_FILE.matcher(line).find();
  }

  private static boolean saysOfWhat(String around) {
    boolean named =
        WORD.matcher(around)
            .results()
            .anyMatch(word -> Shape.isFileName(withoutColon(word.group())));
    return named
        ? !OF_NO_PACKAGE.matcher(around).find()
        : DigestCell.ALGORITHM.matcher(around).find() && !announcesOfNoFile(around);
  }

  private static String withoutColon(String word) {
    return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
  }

  private static Optional<String> withoutDigest(String line) {
    String joined = DigestCell.joined(line);
    if (!mayHaveDigest(joined)) {
      return DigestCell.withoutBase64(line);
    }
    Matcher hex = HEX.matcher(joined);
    return hex.find()
        ? Optional.of(joined.substring(0, hex.start()) + " " + joined.substring(hex.end()))
        : Optional.empty();
  }
}
