package io.kbaudit.signature;

import io.kbaudit.file.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A catalog: a signed list of files by their digests, as Windows has it for most files of its own.
 * Immutable.
 */
public final class Catalog {
  /** The largest of Windows have some MB. */
  static final int LARGEST = 64 << 20;

  private final String name;
  private final Digest digest;
  private final SignedMessage message;
  private final Set<CatalogList.Member> members;

  private Catalog(
      String name, Digest digest, SignedMessage message, Set<CatalogList.Member> members) {
    this.name = name;
    this.digest = digest;
    this.message = message;
    this.members = Set.copyOf(members);
  }

  /**
   * Reads a catalog.
   *
   * @throws SignatureEvidenceException if it is none, or was altered since it was signed: of what
   *     it lists nothing can be said; or if it has more than 64 MB
   * @throws IOException if it cannot be read
   */
  public static Catalog read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new SignatureEvidenceException(
          file.toString(), "is no catalog: it has more than " + (LARGEST >> 20) + " MB");
    }
    try {
      SignedMessage message = SignedMessage.of(bytes);
      CatalogList list = CatalogList.of(message);
      if (!message.isIntact()) {
        throw new MalformedException("it was altered since it was signed");
      }
      if (message.bytesBehind() > 0) {
        throw new MalformedException(message.bytesBehind() + " bytes follow it");
      }
      return new Catalog(
          Optional.ofNullable(file.getFileName()).orElse(file).toString(),
          Digest.Algorithm.SHA256.of(bytes),
          message,
          list.members());
    } catch (MalformedException e) {
      throw new SignatureEvidenceException(
          file.toString(), "is no catalog to rely on: " + e.problem(), e);
    }
  }

  /** Returns its file name. */
  public String name() {
    return name;
  }

  /** Returns the SHA-256 of the file. */
  Digest digest() {
    return digest;
  }

  SignedMessage message() {
    return message;
  }

  /** Returns whether it lists a program of this digest of its image. */
  boolean listsProgram(ContentDigest digest) {
    return lists(digest, Optional.of(IndirectData.OF_PROGRAM)) || lists(digest, Optional.empty());
  }

  /** Returns whether it lists a package of this digest of its contents. */
  boolean listsPackage(ContentDigest digest) {
    return lists(digest, Optional.of(IndirectData.OF_PACKAGE));
  }

  /**
   * Returns whether it lists a file of this digest of its bytes. What it states of the image of a
   * program is of none, and of what kind those are of which it states nothing but a digest is not
   * known: a program is not taken for one of another kind.
   */
  boolean listsFile(ContentDigest digest, boolean isProgram) {
    return members.stream()
        .filter(member -> member.digest().equals(digest))
        .anyMatch(
            member ->
                member
                    .fileKind()
                    .map(kind -> !kind.equals(IndirectData.OF_PROGRAM))
                    .orElse(!isProgram));
  }

  private boolean lists(ContentDigest digest, Optional<String> fileKind) {
    return members.contains(new CatalogList.Member(fileKind, digest));
  }

  /** Returns the algorithms by which it lists files. */
  Set<HashAlgorithm> algorithms() {
    Set<HashAlgorithm> all = EnumSet.noneOf(HashAlgorithm.class);
    members.forEach(each -> all.add(each.digest().algorithm()));
    return all;
  }
}
