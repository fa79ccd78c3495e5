package io.kbaudit.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first bytes of a file that is not what its name says: what it is instead, in words. The
 * formats are those in which files come from downloads, repositories and archives.
 */
public final class FileBeginning {
  /** As many bytes tell all that is told. */
  public static final int BYTES = 512;

  private static final int BYTES_SHOWN = 8;
  private static final int CHARACTERS_SHOWN = 16;

  /** By the bytes at the start, in hexadecimal digits; each from its format's specification. */
  private enum Magic {
    ZIP("504B0304", "as a ZIP archive does (.zip, .msix, .jar)"),
    EMPTY_ZIP("504B0506", "as a ZIP archive does (.zip, .msix, .jar)"),
    CABINET("4D534346", "as a cabinet does"),
    INSTALLSHIELD("49536328", "as a cabinet of InstallShield does"),
    PROGRAM("4D5A", "as a program does (.exe or .dll)"),
    OLE("D0CF11E0A1B11AE1", "as an OLE compound file does (.msi, .doc)"),
    GZIP("1F8B08", "as a gzip file does (.gz)"),
    SEVEN_ZIP("377ABCAF271C", "as a 7-Zip archive does (.7z)"),
    XZ("FD377A585A00", "as an xz file does (.xz)"),
    BZIP2("425A68", "as a bzip2 file does (.bz2)"),
    ZSTANDARD("28B52FFD", "as a Zstandard file does (.zst)"),
    RAR("526172211A07", "as a RAR archive does (.rar)"),
    WIM("4D5357494D000000", "as a Windows image does (.wim)"),
    PDF("255044462D", "as a PDF document does (.pdf)"),
    RTF("7B5C727466", "as a document of rich text does (.rtf)"),
    PNG("89504E470D0A1A0A", "as a picture does (.png)"),
    JPEG("FFD8FF", "as a picture does (.jpg)"),
    GIF("47494638", "as a picture does (.gif)"),
    ELF("7F454C46", "as a program of Linux does");

    private final String hex;
    private final String description;

    Magic(String hex, String description) {
      this.hex = hex;
      this.description = description;
    }

    private boolean begins(byte[] first) {
      return startsWith(first, HexFormat.of().parseHex(hex));
    }
  }

  /**
   * How a Git LFS pointer begins, and the line that has its file's size (git-lfs, docs/spec.md).
   */
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

  private static final Pattern LFS_SIZE = Pattern.compile("\nsize (\\d{1,18})\n");

  /** A declaration and a comment may stand in front. */
  private static final Pattern HTML =
      Pattern.compile(
          "\\s*+(?:<\\?xml[^>]*+>\\s*+)?(?:<!--.*?-->\\s*+)?<(?:!doctype\\s+html|html)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern TITLE =
      Pattern.compile("<title>\\s*+([^<]{1,60}?)\\s*+</title>", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private FileBeginning() {}

  /**
   * Returns how a file begins, as the end of a sentence: {@code as a gzip file does (.gz)}.
   *
   * @param first its first {@link #BYTES}, or all there are, at least one
   */
  public static String describe(byte[] first) {
    for (Magic magic : Magic.values()) {
      if (magic.begins(first)) {
        return magic.description;
      }
    }
    for (Encoding encoding : Encoding.values()) {
      if (encoding.isOf(first)) {
        return describeText(encoding, encoding.decode(first));
      }
    }
    return describeBytes(first);
  }

  /** How text is told from other bytes: by the mark in front, or because all of it is ASCII. */
  private enum Encoding {
    UTF_8("EFBBBF", "text", StandardCharsets.UTF_8),
    UTF_16LE("FFFE", "UTF-16 text", StandardCharsets.UTF_16LE),
    UTF_16BE("FEFF", "UTF-16 text", StandardCharsets.UTF_16BE),
    ASCII("", "text", StandardCharsets.ISO_8859_1);

    private final String mark;
    private final String noun;
    private final Charset charset;

    Encoding(String mark, String noun, Charset charset) {
      this.mark = mark;
      this.noun = noun;
      this.charset = charset;
    }

    private boolean isOf(byte[] first) {
      return this == ASCII ? isAscii(first) : startsWith(first, HexFormat.of().parseHex(mark));
    }

    private String decode(byte[] first) {
      int start = mark.length() / 2; // two digits a byte
      return new String(first, start, first.length - start, charset);
    }

    private static boolean isAscii(byte[] first) {
      for (int i = 0; i < Math.min(CHARACTERS_SHOWN, first.length); i++) {
        boolean isPrinted = first[i] >= ' ' && first[i] < 0x7F;
        if (!isPrinted && first[i] != '\t' && first[i] != '\r' && first[i] != '\n') {
          return false;
        }
      }
      return true;
    }
  }

  private static String describeText(Encoding encoding, String text) {
    if (text.startsWith(LFS_POINTER)) {
      Matcher size = LFS_SIZE.matcher(text);
      return "as a Git LFS pointer does: the file that it stands for"
          + (size.find()
              ? String.format(Locale.ROOT, ", of %,d bytes,", Long.parseLong(size.group(1)))
              : "")
          + " was not fetched";
    }
    if (HTML.matcher(text).lookingAt()) {
      Matcher title = TITLE.matcher(text);
      return "as an HTML page does"
          + (title.find() ? ", with the title '" + oneLine(title.group(1)) + "'" : "")
          + ": an answer in place of the file";
    }
    return "as "
        + encoding.noun
        + " does, with '"
        + oneLine(text.substring(0, Math.min(CHARACTERS_SHOWN, text.length())))
        + "'";
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String describeBytes(byte[] first) {
    int shown = Math.min(BYTES_SHOWN, first.length);
    boolean isZero = true;
    for (int i = 0; i < Math.min(CHARACTERS_SHOWN, first.length); i++) {
      isZero &= first[i] == 0;
    }
    return isZero
        ? "with zeros"
        : "with the bytes " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first, 0, shown);
  }

  private static boolean startsWith(byte[] first, byte[] bytes) {
    return first.length >= bytes.length
        && Arrays.equals(first, 0, bytes.length, bytes, 0, bytes.length);
  }
}
