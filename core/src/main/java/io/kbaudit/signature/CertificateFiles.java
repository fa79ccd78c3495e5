package io.kbaudit.signature;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files of certificates, and of revocations. */
final class CertificateFiles {
  /** All roots of an operating system have about 250 KB. */
  static final int LARGEST = 64 << 20;

  /** How a key store of JKS begins. */
  private static final int JKS = 0xFEED_FEED;

  /** What key stores are protected with whose makers had to name something. */
  private static final List<String> USUAL_PASSWORDS = List.of("", "changeit");

  private CertificateFiles() {}

  /** Returns all certificates in a file, or in the files of a folder. */
  static List<X509Certificate> read(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return ofFile(path);
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(path)) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new SignatureEvidenceException(path.toString(), "is a folder without files");
    }
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(ofFile(file));
    }
    return all;
  }

  private static List<X509Certificate> ofFile(Path file) throws IOException {
    byte[] bytes = bytes(file, "certificates");
    List<X509Certificate> found;
    try {
      found = isJks(bytes) || isPkcs12(bytes) ? ofKeyStore(bytes, file) : certificates(bytes);
    } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) {
      throw new SignatureEvidenceException(
          file.toString(),
          "holds no certificates in PEM or DER, and is no key store of PKCS #12 or JKS",
          e);
    }
    if (found.isEmpty()) {
      throw new SignatureEvidenceException(
          file.toString(), "holds no certificate that this Java can read from it");
    }
    return found;
  }

  /**
   * Returns all lists of revocations in a file.
   *
   * @throws SignatureEvidenceException if there is none
   */
  static List<X509CRL> readRevocations(Path file) throws IOException {
    byte[] bytes = bytes(file, "revocations");
    List<X509CRL> lists = new ArrayList<>();
    try {
      for (CRL each :
          CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(bytes))) {
        lists.add((X509CRL) each);
      }
    } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) {
      throw new SignatureEvidenceException(
          file.toString(), "holds no revocation list in PEM or DER", e);
    }
    if (lists.isEmpty()) {
      throw new SignatureEvidenceException(
          file.toString(), "holds no revocation list in PEM or DER");
    }
    return lists;
  }

  private static byte[] bytes(Path file, String what) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new SignatureEvidenceException(file.toString(), "is no file, and holds no " + what);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new SignatureEvidenceException(
            file.toString(), "holds no " + what + ": it has more than " + (LARGEST >> 20) + " MB");
      }
      return bytes;
    }
  }

  private static List<X509Certificate> certificates(byte[] bytes) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    Collection<? extends Certificate> read =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes));
    read.forEach(each -> all.add((X509Certificate) each));
    return all;
  }

  private static boolean isJks(byte[] bytes) {
    return bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == JKS;
  }

  /** A sequence that begins with the version 3 (RFC 7292, section 4); a certificate does not. */
  private static boolean isPkcs12(byte[] bytes) {
    for (int at = 2; at <= 6 && at + 2 < bytes.length && bytes[0] == 0x30; at++) {
      if (bytes[at] == 2 && bytes[at + 1] == 1 && bytes[at + 2] == 3) {
        return true;
      }
    }
    return false;
  }

  /** Its certificates are no secret; some makers encrypt them all the same. */
  private static List<X509Certificate> ofKeyStore(byte[] bytes, Path file)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> open = entries(bytes, null);
    if (!open.isEmpty()) {
      return open;
    }
    for (String password : USUAL_PASSWORDS) {
      List<X509Certificate> found = entries(bytes, password.toCharArray());
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new SignatureEvidenceException(
        file.toString(),
        "is a key store without certificates to trust, or damaged, or protected by a password of"
            + " its own: export its certificates as PEM");
  }

  /** Returns none too where the password is another, or the store is damaged. */
  private static List<X509Certificate> entries(byte[] bytes, char @Nullable [] password)
      throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(isJks(bytes) ? "JKS" : "PKCS12");
    try {
      store.load(new ByteArrayInputStream(bytes), password);
    } catch (IOException e) {
      return List.of();
    }
    List<X509Certificate> all = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      Certificate one = chain == null ? store.getCertificate(alias) : chain[chain.length - 1];
      if (one instanceof X509Certificate certificate) {
        all.add(certificate);
      }
    }
    return all;
  }
}
