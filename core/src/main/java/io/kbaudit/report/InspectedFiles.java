package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Remark;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Windows Installer files, programs, libraries and drivers say about themselves: the matter of
 * inspection reports.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param files in the order in which they are reported
 * @param unreadable those of which nothing can be said
 * @param clashes packages of one code and other contents
 */
public record InspectedFiles(
    List<Inspected> files, List<Unreadable> unreadable, List<CodeClash> clashes) {
  /** A file that was read. */
  public sealed interface Inspected {
    /** Returns its path as its user named it, with slashes. */
    String path();

    /** Returns whether nothing about it is damaged, and no signature of it broken. */
    boolean sound();

    /** Returns what its signatures are worth; absent where they were not looked at. */
    Optional<SignatureInspection> signatures();

    /** Returns the signature that makes it unsound; absent where none does. */
    default Optional<Signature> brokenSignature() {
      return signatures()
          .flatMap(SignatureInspection::decisive)
          .filter(decisive -> decisive.grade().isBroken());
    }

    /** Returns whether it is sound, and a transform that it was to be changed by was applied. */
    default boolean asAsked() {
      return sound();
    }
  }

  /** A Windows Installer file that was read, or what was taken for one. */
  public record InspectedPackage(
      String path,
      MsiInspection inspection,
      Optional<SignatureInspection> signatures,
      PackageDetails details)
      implements Inspected {
    /** Checks that nothing is null. */
    public InspectedPackage {
      requireNonNull(signatures, "signatures");
      requireNonNull(path, "path");
      requireNonNull(inspection, "inspection");
      requireNonNull(details, "details");
    }

    /** Creates a package whose signatures were not looked at. */
    public InspectedPackage(String path, MsiInspection inspection, PackageDetails details) {
      this(path, inspection, Optional.empty(), details);
    }

    /**
     * Creates a package of which nothing more was asked.
     *
     * @param rowCounts rows by table; empty where they were not counted
     */
    public InspectedPackage(String path, MsiInspection inspection, Map<String, Integer> rowCounts) {
      this(path, inspection, PackageDetails.NONE.withRowCounts(rowCounts));
    }

    @Override
    public boolean sound() {
      return inspection.sound() && brokenSignature().isEmpty();
    }

    @Override
    public boolean asAsked() {
      return sound()
          && details.transform().filter(made -> !made.applied().problems().isEmpty()).isEmpty();
    }
  }

  /** A program, library or driver that was read, or what was taken for one. */
  public record InspectedProgram(
      String path, PeInspection inspection, Optional<SignatureInspection> signatures)
      implements Inspected {
    /** Checks that nothing is null. */
    public InspectedProgram {
      requireNonNull(signatures, "signatures");
      requireNonNull(path, "path");
      requireNonNull(inspection, "inspection");
    }

    /** Creates a program whose signatures were not looked at. */
    public InspectedProgram(String path, PeInspection inspection) {
      this(path, inspection, Optional.empty());
    }

    @Override
    public boolean sound() {
      return inspection.sound() && brokenSignature().isEmpty();
    }
  }

  /**
   * A file that could not be read, or a folder that could not be listed.
   *
   * @param path as its user named it, with slashes
   * @param reason half a sentence
   */
  public record Unreadable(String path, String reason) {
    /** Checks that nothing is null. */
    public Unreadable {
      requireNonNull(path, "path");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * Packages that state one package code, and are not the same byte for byte.
   *
   * @param paths of one of each contents, two at least
   */
  public record CodeClash(String packageCode, List<String> paths) {
    /** The stable id of this remark. */
    public static final String ID = Remark.Kind.SAME_PACKAGE_CODE.name();

    /** Copies the list. */
    public CodeClash {
      requireNonNull(packageCode, "packageCode");
      paths = List.copyOf(paths);
    }

    /** Returns what is to be said of them, in a sentence. */
    public String text() {
      return English.enumerate(paths.stream().map(Printable::quoted).toList())
          + " state one package code, "
          + packageCode
          + ", and differ, compared byte for byte; each build is to have a code of its own.";
    }
  }

  /** Copies the lists. */
  public InspectedFiles {
    clashes = List.copyOf(clashes);
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /** Creates inspections of files of which no two are compared. */
  public InspectedFiles(List<Inspected> files, List<Unreadable> unreadable) {
    this(files, unreadable, List.of());
  }

  /** Returns how many of the files that were read are sound. */
  public int soundCount() {
    return (int) files.stream().filter(Inspected::sound).count();
  }

  /** Returns to how many sound files a transform was to be applied, and was not all of it. */
  public int notTransformedCount() {
    return (int) files.stream().filter(file -> file.sound() && !file.asAsked()).count();
  }
}
