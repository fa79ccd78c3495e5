package io.kbaudit.signature;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.MsiFormatException;
import io.kbaudit.msi.SignedContents;
import io.kbaudit.signature.Signature.Origin;
import io.kbaudit.signature.SignatureJudge.Flaw;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The signatures of a Windows Installer file, and the digests of what they sign.
 *
 * @param metadata absent where the file has no such digest, or is not signed
 * @param flaws what keeps all of them from being intact
 */
record PackageSignatures(
    List<ReadSignature> signatures,
    Map<HashAlgorithm, ContentDigest> digests,
    Optional<MetadataDigest> metadata,
    List<Flaw> flaws) {
  PackageSignatures {
    signatures = List.copyOf(signatures);
    digests = Map.copyOf(digests);
    flaws = List.copyOf(flaws);
  }

  /**
   * Reads a file.
   *
   * @param wanted algorithms of digests that are wanted whatever its signatures use
   */
  static PackageSignatures read(FileContent file, Set<HashAlgorithm> wanted) throws IOException {
    try {
      return read(SignedContents.of(file), wanted);
    } catch (MsiFormatException e) {
      return new PackageSignatures(
          List.of(
              ReadSignature.malformed(
                  Origin.EMBEDDED, "what it signs cannot be read: " + e.getMessage())),
          Map.of(),
          Optional.empty(),
          List.of());
    }
  }

  private static PackageSignatures read(SignedContents contents, Set<HashAlgorithm> wanted)
      throws IOException {
    Optional<byte[]> stored = contents.signature();
    List<ReadSignature> signatures = new ArrayList<>();
    if (stored.isPresent()) {
      signatures.addAll(ReadSignature.of(stored.get(), IndirectData.OF_PACKAGE));
      int behind = signatures.get(0).bytesBehind();
      if (behind > 0) {
        signatures.set(
            0,
            signatures
                .get(0)
                .remarking(
                    behind + " bytes follow the signature in its stream, and are not signed"));
      }
    }
    Set<HashAlgorithm> algorithms = EnumSet.noneOf(HashAlgorithm.class);
    algorithms.addAll(wanted);
    signatures.stream()
        .map(ReadSignature::algorithm)
        .flatMap(Optional::stream)
        .forEach(algorithms::add);
    Optional<byte[]> storedMetadata = contents.storedMetadataDigest();
    Map<HashAlgorithm, MessageDigest> computed = RunningDigests.start(algorithms);
    storedMetadata.ifPresent(bytes -> computed.values().forEach(digest -> digest.update(bytes)));
    contents.digestContents(computed.values());
    List<Flaw> flaws = new ArrayList<>();
    Optional<MetadataDigest> metadata =
        storedMetadata
            .filter(bytes -> stored.isPresent())
            .map(bytes -> metadata(contents, bytes, algorithms));
    metadata.filter(digest -> !digest.matches()).map(PackageSignatures::flaw).ifPresent(flaws::add);
    contents
        .strangeStreams()
        .forEach(
            name ->
                flaws.add(
                    new Flaw(
                        Grade.MALFORMED,
                        "the stream '"
                            + name
                            + "' is named as those of signatures are, and none is known so")));
    long behind = contents.bytesBehindUse();
    if (behind > 0) {
      flaws.add(
          new Flaw(
              Grade.MALFORMED,
              behind
                  + " bytes follow the last sector in use, where no signature reaches; Windows does"
                  + " not take the signature of such a file for valid"));
    }
    return new PackageSignatures(signatures, RunningDigests.of(computed), metadata, flaws);
  }

  /** By which algorithm it was made is not stated: that of its length, as signers have it. */
  private static MetadataDigest metadata(
      SignedContents contents, byte[] stored, Set<HashAlgorithm> algorithms) {
    Optional<String> computed =
        algorithms.stream()
            .filter(algorithm -> algorithm.bytes() == stored.length)
            .findFirst()
            .map(HashAlgorithm::newDigest)
            .map(
                digest -> {
                  contents.digestMetadata(digest);
                  return HexFormat.of().formatHex(digest.digest());
                });
    return new MetadataDigest(HexFormat.of().formatHex(stored), computed);
  }

  private static Flaw flaw(MetadataDigest metadata) {
    return metadata.computed().isPresent()
        ? new Flaw(
            Grade.DIGEST_MISMATCH,
            "names, sizes, times or classes of its streams and storages were altered since: their"
                + " stored digest is "
                + metadata.stored()
                + ", that of what is here "
                + metadata.computed().get())
        : new Flaw(
            Grade.MALFORMED,
            "the stored digest of its streams' metadata has "
                + metadata.stored().length() / 2
                + " bytes, as none by an algorithm of its signatures");
  }
}
