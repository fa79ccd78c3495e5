package io.kbaudit.inventory.saved;

import io.kbaudit.file.Digest;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Passes on what is written, and computes the SHA-256 of it in UTF-8. Pairs of surrogates must not
 * be parted, and there must be no half one: our JSON escapes all of them.
 */
final class DigestingWriter extends FilterWriter {
  private final MessageDigest computation = Digest.Algorithm.SHA256.newDigest();
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

  DigestingWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    write(new char[] {(char) character}, 0, 1);
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    ByteBuffer bytes = encoder.encode(CharBuffer.wrap(characters, offset, length));
    computation.update(bytes);
    out.write(characters, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  /** Returns the digest of all that was written so far. */
  Digest digest() {
    return Digest.of(Digest.Algorithm.SHA256, computation);
  }
}
