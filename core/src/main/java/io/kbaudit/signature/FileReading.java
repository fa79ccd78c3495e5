package io.kbaudit.signature;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.signature.RunningDigests.Range;
import io.kbaudit.signature.SignatureJudge.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signatures of a file of any kind, in the file and in catalogs. */
final class FileReading implements SignatureReading {
  private final FileContent file;
  private final SignatureJudge judge;
  private final List<Catalog> catalogs;
  private final boolean isSignedPackage;
  private final boolean isPackage;
  private final boolean isProgram;
  private final List<ReadSignature> ofProgram;
  private final List<Flaw> flawsOfProgram;
  private final RunningDigests image;
  private final RunningDigests flat;

  FileReading(
      FileContent file,
      Optional<MsiInspection> msi,
      Optional<PeInspection> pe,
      SignatureJudge judge,
      List<Catalog> catalogs)
      throws IOException {
    this.file = file;
    this.judge = judge;
    this.catalogs = catalogs;
    isProgram = pe.isPresent();
    isPackage = msi.flatMap(MsiInspection::kind).isPresent();
    isSignedPackage = msi.filter(MsiInspection::signed).isPresent();
    Optional<PeHeader> header = pe.flatMap(PeInspection::header);
    ofProgram = signatures(file, header);
    flawsOfProgram = ofProgram.isEmpty() ? List.of() : flaws(file, pe.orElseThrow());
    Set<HashAlgorithm> ofCatalogs = algorithms(catalogs);
    Set<HashAlgorithm> ofImage = EnumSet.noneOf(HashAlgorithm.class);
    ofProgram.stream()
        .map(ReadSignature::algorithm)
        .flatMap(Optional::stream)
        .forEach(ofImage::add);
    if (header.flatMap(PeHeader::signing).isPresent()) {
      ofImage.addAll(ofCatalogs);
    }
    image = new RunningDigests(ofImage, header.map(FileReading::unsigned).orElse(List.of()));
    flat = new RunningDigests(ofCatalogs, List.of());
  }

  private static List<ReadSignature> signatures(FileContent file, Optional<PeHeader> header)
      throws IOException {
    Optional<PeHeader.CertificateTable> table = header.flatMap(PeHeader::certificates);
    return table.isPresent() ? CertificateTableReader.read(file, table.get()) : List.of();
  }

  /** A file that is not laid out as its headers say runs otherwise than it is digested. */
  private static List<Flaw> flaws(FileContent file, PeInspection pe) throws IOException {
    List<Flaw> flaws = new ArrayList<>();
    long end =
        pe.header().flatMap(PeHeader::certificates).map(PeHeader.CertificateTable::end).orElse(0L);
    long behind = file.sizeBytes() - end;
    if (behind > 0) {
      flaws.add(
          new Flaw(
              Grade.MALFORMED,
              "the certificate table is not the end of the file: "
                  + behind
                  + (behind == 1 ? " byte follows it" : " bytes follow it")));
    }
    pe.problems().stream()
        .filter(PeProblem::isDamage)
        .map(problem -> new Flaw(Grade.MALFORMED, "the file is not sound: " + problem.text()))
        .forEach(flaws::add);
    return flaws;
  }

  /** "Windows Authenticode Portable Executable Signature Format", Calculating the PE Image Hash. */
  private static List<Range> unsigned(PeHeader header) {
    List<Range> ranges = new ArrayList<>();
    header
        .signing()
        .ifPresent(
            fields -> {
              ranges.add(new Range(fields.checksum(), fields.checksum() + Integer.BYTES));
              fields.certificateEntry().ifPresent(at -> ranges.add(new Range(at, at + Long.BYTES)));
            });
    header.certificates().ifPresent(table -> ranges.add(new Range(table.offset(), table.end())));
    return ranges;
  }

  private static Set<HashAlgorithm> algorithms(List<Catalog> catalogs) {
    return catalogs.stream()
        .flatMap(catalog -> catalog.algorithms().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(HashAlgorithm.class)));
  }

  @Override
  public boolean wantsBytes() {
    return !image.isEmpty() || !flat.isEmpty();
  }

  @Override
  public void hear(byte[] bytes, int start, int length) {
    image.update(bytes, start, length);
    flat.update(bytes, start, length);
  }

  @Override
  public SignatureInspection finish() throws IOException {
    List<Signature> all = new ArrayList<>();
    List<ContentDigest> ofPackage = new ArrayList<>();
    Map<HashAlgorithm, ContentDigest> ofImage = image.digests();
    ofProgram.forEach(read -> all.add(judge.judge(read, ofImage, flawsOfProgram)));
    Optional<MetadataDigest> metadata = Optional.empty();
    if (isSignedPackage || (isPackage && !catalogs.isEmpty())) {
      PackageSignatures read = PackageSignatures.read(file, algorithms(catalogs));
      if (isSignedPackage) { // of another, what cannot be read is no signature
        read.signatures().forEach(each -> all.add(judge.judge(each, read.digests(), read.flaws())));
      }
      metadata = read.metadata();
      if (read.flaws().isEmpty()) {
        ofPackage.addAll(read.digests().values());
      }
    }
    Collection<ContentDigest> ofBytes = flat.digests().values();
    boolean isListed = false;
    for (Catalog catalog : catalogs) {
      Optional<ContentDigest> member =
          Stream.of(
                  ofImage.values().stream().filter(catalog::listsProgram),
                  ofPackage.stream().filter(catalog::listsPackage),
                  ofBytes.stream().filter(digest -> catalog.listsFile(digest, isProgram)))
              .flatMap(each -> each)
              .findFirst();
      if (member.isPresent()) {
        isListed = true;
        all.add(judge.judge(catalog, member.get()));
      }
    }
    return new SignatureInspection(
        all, catalogs.isEmpty() || isListed ? List.of() : List.of(inNone()), metadata);
  }

  private String inNone() {
    return catalogs.size() == 1
        ? "the catalog '" + catalogs.get(0).name() + "' does not list it"
        : "none of the " + catalogs.size() + " catalogs lists it";
  }
}
