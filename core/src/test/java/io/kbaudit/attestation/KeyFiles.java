package io.kbaudit.attestation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A pair of keys that was just made, each in its file.
 *
 * @param privateKey in the form of PKCS #8
 */
public record KeyFiles(Path privateKey, Path publicKey) {
  /** Writes new keys into {@code folder}. */
  public static KeyFiles in(Path folder, String algorithm) {
    KeyPair pair = pair(algorithm);
    String name = algorithm + Integer.toHexString(pair.getPublic().hashCode());
    return new KeyFiles(
        write(folder.resolve(name + ".pem"), pem("PRIVATE KEY", pair.getPrivate())),
        write(folder.resolve(name + ".pub.pem"), pem("PUBLIC KEY", pair.getPublic())));
  }

  /** Returns new keys of a kind that Java knows, or of one of its curves. */
  static KeyPair pair(String algorithm) {
    try {
      boolean isCurve = algorithm.startsWith("sec");
      KeyPairGenerator generator = KeyPairGenerator.getInstance(isCurve ? "EC" : algorithm);
      if (isCurve) {
        generator.initialize(new ECGenParameterSpec(algorithm));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(String label, Key key) {
    return pem(label, key.getEncoded());
  }

  static String pem(String label, byte[] der) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SigningKey signing() throws IOException {
    return SigningKey.read(privateKey);
  }

  VerifyingKey verifying() throws IOException {
    return VerifyingKey.read(publicKey);
  }
}
