package io.kbaudit.attestation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a text file of keys or certificates (RFC 7468), the first of each label.
 *
 * @param source what messages call the file
 * @param blocks what is between the boundaries, by label
 */
record PemFile(String source, Map<String, String> blocks) {
  static final String PRIVATE_KEY = "PRIVATE KEY";
  static final String PUBLIC_KEY = "PUBLIC KEY";
  static final String CERTIFICATE = "CERTIFICATE";

  /** A key with all certificates that may stand beside it has some kilobytes. */
  static final int LARGEST = 64 << 10;

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]{1,40}+)-----((?:[^-]++|-(?!----))*+)-----END \\1-----");

  private static final Pattern BLANK = Pattern.compile("\\s");

  static PemFile read(Path file) throws IOException {
    String source = file.toString();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new KeyFormatException(source, "holds no key: it has more than 64 KB", null);
    }
    Map<String, String> blocks = new LinkedHashMap<>();
    Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (block.find()) {
      blocks.putIfAbsent(block.group(1), block.group(2));
    }
    if (blocks.isEmpty()) {
      throw new KeyFormatException(source, "holds no key in PEM", null);
    }
    return new PemFile(source, blocks);
  }

  /** Returns whether there is a block of this label. */
  boolean has(String label) {
    return blocks.containsKey(label);
  }

  /** Returns the labels of all blocks: {@code 'EC PARAMETERS', 'EC PRIVATE KEY'}. */
  String labels() {
    return "'" + String.join("', '", blocks.keySet()) + "'";
  }

  /** Returns the bytes of a block. */
  Optional<byte[]> find(String label) throws KeyFormatException {
    String text = blocks.get(label);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(BLANK.matcher(text).replaceAll("")));
    } catch (IllegalArgumentException e) {
      // its message may have a part of the key
      throw new KeyFormatException(
          source, "is damaged: what is in '" + label + "' is no base64", null);
    }
  }
}
