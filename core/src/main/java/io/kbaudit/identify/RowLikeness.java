package io.kbaudit.identify;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.match.ServiceBranches;
import io.kbaudit.audit.match.StatedPlatform;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.audit.match.VersionComparison;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.identify.Traits.NameRelation;
import io.kbaudit.identify.Traits.Relation;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.ProductVersion;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is like a row, compared as an audit that wants everything as printed does it, and
 * whether that is evidence for the file being the row's.
 */
record RowLikeness(Traits traits, Digests digests, boolean otherKind, boolean exactSize) {
  private static final TimeComparison TIMES = TimeComparison.of(AuditPolicy.asPrinted());

  /** Which branch a version is of does not matter where only the same one will do. */
  private static final ServiceBranches NO_BRANCHES = ServiceBranches.of(List.of());

  /**
   * Compares.
   *
   * @param originalNames that the file states
   */
  static RowLikeness of(
      ExpectedFile row, ObservedFile.Readable file, List<FileName> originalNames) {
    Digests alike = alike(row, file);
    return new RowLikeness(
        new Traits(
            name(row.name(), file.name(), originalNames),
            size(row, file),
            date(row, file),
            version(row, file),
            digest(row, file, alike)),
        alike,
        StatedPlatform.isOther(row, file) || isNoSoundOneOfItsKind(row, file),
        file.sizeBytes() > 0
            && row.size().map(ListedSize::exactBytes).filter(OptionalLong::isPresent).isPresent());
  }

  /**
   * Returns what speaks for the file being the row's; absent where nothing does, or the row lists
   * contents, a version or a platform that the file is known not to have, or a program or package
   * that it is not.
   */
  Optional<MatchEvidence> evidence() {
    if (traits.digest() == Relation.AGREES) {
      return Optional.of(MatchEvidence.DIGEST);
    }
    if (traits.digest() == Relation.DIFFERS || traits.version() == Relation.DIFFERS || otherKind) {
      return Optional.empty();
    }
    boolean isOfItsName = traits.name() != NameRelation.OTHER;
    if (traits.version() == Relation.AGREES && isOfItsName && traits.size() != Relation.DIFFERS) {
      return Optional.of(MatchEvidence.VERSION);
    }
    if (traits.size() != Relation.AGREES) {
      return Optional.empty();
    }
    if (traits.isNamed()) {
      return Optional.of(
          traits.date() == Relation.AGREES ? MatchEvidence.SIZE_AND_DATE : MatchEvidence.SIZE);
    }
    return traits.date() == Relation.AGREES && exactSize
        ? Optional.of(MatchEvidence.RENAMED)
        : Optional.empty();
  }

  /** What is damaged, or no program at all, is not the program or package that a row lists. */
  private static boolean isNoSoundOneOfItsKind(ExpectedFile row, ObservedFile.Readable file) {
    String extension = row.name().best().extension();
    return (PeKind.ofExtension(extension).isPresent()
            && file.executable().filter(PeInspection::sound).isEmpty())
        || file.executable().filter(executable -> !executable.sound()).isPresent()
        || file.inspection().filter(inspection -> !inspection.sound()).isPresent();
  }

  private static NameRelation name(ListedName listed, FileName name, List<FileName> originalNames) {
    if (!listed.isKnown()) {
      return name.startsWith(listed.printed()) ? NameRelation.BEGINNING : NameRelation.OTHER;
    }
    if (name.equals(listed.best())) {
      return NameRelation.SAME;
    }
    return originalNames.contains(listed.best()) ? NameRelation.ORIGINAL : NameRelation.OTHER;
  }

  private static Relation size(ExpectedFile row, ObservedFile.Readable file) {
    return row.size()
        .map(listed -> relation(listed.covers(file.sizeBytes())))
        .orElseGet(() -> unread(row.printed().size()));
  }

  private static Relation date(ExpectedFile row, ObservedFile.Readable file) {
    return row.modified()
        .map(listed -> relation(TIMES.agrees(listed, file.modified())))
        .orElseGet(() -> unread(row.printed().date()));
  }

  private static Relation version(ExpectedFile row, ObservedFile.Readable file) {
    if (row.version().isEmpty() || PrintedRow.saysNothing(row.version().get())) {
      return Relation.NOT_LISTED;
    }
    if (file.executable().isPresent()) {
      return VersionComparison.of(row, file, NO_BRANCHES)
          .map(VersionComparison::relation)
          .map(RowLikeness::ofProgram)
          .orElse(Relation.NOT_COMPARED);
    }
    return ofPackage(row.version().get(), file);
  }

  private static Relation ofProgram(VersionComparison.Relation compared) {
    return switch (compared) {
      case EQUAL, EQUAL_AS_STRING -> Relation.AGREES;
      case EQUAL_AS_PRODUCT, LOWER, HIGHER -> Relation.DIFFERS;
      case NONE, DISAGREEING -> Relation.NOT_COMPARED;
    };
  }

  /** No package has a version that is too high for one: the article means that of a file in it. */
  private static Relation ofPackage(String printed, ObservedFile.Readable file) {
    Optional<ProductVersion> listed = ProductVersion.find(printed);
    Optional<ProductVersion> stated =
        file.inspection()
            .flatMap(inspection -> inspection.property("ProductVersion"))
            .flatMap(ProductVersion::find);
    if (listed.isEmpty() || stated.isEmpty()) {
      return Relation.NOT_COMPARED;
    }
    boolean isSame = stated.get().compareWith(listed.get()) == 0;
    return isSame || listed.get().isAllowed() ? relation(isSame) : Relation.NOT_COMPARED;
  }

  private static Digests alike(ExpectedFile row, ObservedFile.Readable file) {
    Digests listed = row.hashes().digests();
    Digests seen = file.digests().alongside(listed);
    return seen.without(seen.without(listed));
  }

  /** All that are listed must be the file's, as far as they were computed. */
  private static Relation digest(ExpectedFile row, ObservedFile.Readable file, Digests alike) {
    if (row.hashes().areNone()) {
      return Relation.NOT_LISTED;
    }
    if (file.sizeBytes() == 0) {
      return Relation.NOT_COMPARED; // all that are empty have it
    }
    Digests compared = file.digests().alongside(row.hashes().digests());
    return compared.isEmpty() ? Relation.NOT_COMPARED : relation(compared.equals(alike));
  }

  private static Relation relation(boolean agrees) {
    return agrees ? Relation.AGREES : Relation.DIFFERS;
  }

  private static Relation unread(String cell) {
    return PrintedRow.saysNothing(cell) ? Relation.NOT_LISTED : Relation.NOT_COMPARED;
  }
}
