package io.kbaudit.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.input.BOMInputStream;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the text of what people write for kbaudit: UTF-8 and nothing else, and no more of it than
 * such a thing has.
 */
public final class DocumentText {
  /** The bundled profile has 5 KB; what is two hundred times that is none. */
  static final int MAXIMUM_BYTES = 1 << 20;

  private DocumentText() {}

  /**
   * Returns all of {@code in} without its byte order mark.
   *
   * @param noun what it has to be: "profile"
   * @throws YamlException if it is larger than 1 MiB, or no text that YAML allows
   */
  public static String ofYaml(InputStream in, String source, String noun) throws IOException {
    return requireYaml(read(in, source, noun), source);
  }

  /** Returns {@code text}, all of whose characters YAML allows. */
  public static String requireYaml(String text, String source) throws YamlException {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        throw endOf(text.substring(0, i), source)
            .fault("a character that YAML does not allow", Character.toString(text.codePointAt(i)));
      }
    }
    return text;
  }

  /** Returns the same, whatever its characters are. */
  public static String read(InputStream in, String source, String noun) throws IOException {
    byte[] bytes = BOMInputStream.builder().setInputStream(in).get().readNBytes(MAXIMUM_BYTES + 1);
    if (bytes.length > MAXIMUM_BYTES) {
      throw new YamlException(source, "larger than 1 MiB, which no " + noun + " is");
    }
    ByteBuffer in8 = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in8, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw endOf(text, source)
          .fault(
              "a byte that is not UTF-8, as a " + noun + " has to be",
              String.format(Locale.ROOT, "%02X", bytes[in8.position()]));
    }
    return text;
  }

  /** Returns the line in which {@code before} ends. */
  private static SourceLine endOf(String before, String source) {
    return new SourceLine(source, (int) (before + "here").lines().count());
  }
}
