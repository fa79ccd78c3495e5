package io.kbaudit.audit;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.text.Processors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A folder with a file for each row of an article, as the row lists it; each in one of its own. */
public final class ListedFolder {
  /** Codes by processors ("PE Format", Machine Types). */
  private static final Map<String, Integer> MACHINES =
      Map.of(
          "x64", 0x8664, "ia64", 0x0200, "arm", 0x01c4, "arm64", 0xaa64, "alpha", 0x0184, "mips",
          0x0166, "ppc", 0x01f0);

  private static final ListedTime UNLISTED = ListedTime.ofDay(LocalDate.of(2001, 2, 3));

  private final List<ExpectedFile> rows;

  private ListedFolder(List<ExpectedFile> rows) {
    this.rows = rows;
  }

  /** Returns the folder that has everything. */
  public static ListedFolder of(Article article) {
    return new ListedFolder(article.rows());
  }

  /** Returns the same without any file of this name. */
  public ListedFolder without(String name) {
    return keeping(row -> !row.name().best().equals(FileName.of(name)));
  }

  /** Returns the same without the file of one row, and of those that it may be instead of. */
  public ListedFolder withoutRow(ExpectedFile missing) {
    int first = missing.alternativeTo().orElse(missing.row());
    return keeping(row -> row.alternativeTo().orElse(row.row()) != first);
  }

  private ListedFolder keeping(Predicate<ExpectedFile> isKept) {
    return new ListedFolder(rows.stream().filter(isKept).toList());
  }

  /** Returns its files. */
  public Inventory inventory() {
    return inventory(UnaryOperator.identity());
  }

  /** Returns its files, each changed. */
  public Inventory inventory(UnaryOperator<ObservedFile.Readable> change) {
    return Given.folder(rows.stream().map(row -> (ObservedFile) change.apply(file(row))).toList());
  }

  private static ObservedFile.Readable file(ExpectedFile row) {
    String name = row.name().best().spelling();
    ObservedFile.Readable file =
        ObservedFile.Readable.of(
                row.row() + "/" + name, row.size().map(ListedFolder::bytes).orElse(1L), time(row))
            .withSignatures(new SignatureInspection(List.of(), List.of()));
    for (Digest digest : row.hashes().digests().all()) {
      file = file.withDigest(digest);
    }
    Optional<MsiKind> kind = MsiKind.ofExtension(file.name().extension());
    if (kind.isPresent()) {
      return file.withInspection(inspection(kind.get(), row));
    }
    boolean isProgram =
        PeKind.ofExtension(file.name().extension()).isPresent()
            || FileVersion.find(row.version().orElse("")).isPresent()
            || !Processors.namedBy(row.variant().platform().orElse("")).isEmpty();
    return isProgram ? file.withExecutable(executable(file, row)) : file;
  }

  /** Of whatever its name is: a listed version is that of a program. */
  private static PeInspection executable(ObservedFile.Readable file, ExpectedFile row) {
    PeKind kind = PeKind.ofExtension(file.name().extension()).orElse(PeKind.LIBRARY);
    List<VersionResource> versions =
        FileVersion.find(row.version().orElse(""))
            .map(FileVersion::toString)
            .map(version -> List.of(Executables.resource(version, version, Map.of())))
            .orElse(List.of());
    return Executables.saying(kind, machine(row), versions);
  }

  /** The code of the first processor that the row names. */
  private static int machine(ExpectedFile row) {
    return Processors.namedBy(row.variant().platform().orElse("")).stream()
        .flatMap(processor -> Optional.ofNullable(MACHINES.get(processor)).stream())
        .findFirst()
        .orElse(0x014c);
  }

  private static Instant time(ExpectedFile row) {
    return row.modified().orElse(UNLISTED).start();
  }

  /** Of a rounded size, the whole bytes that come nearest. */
  private static long bytes(ListedSize size) {
    long bytes = 1;
    while (size.exceeds(bytes)) {
      bytes *= 2;
    }
    long low = bytes / 2;
    while (low + 1 < bytes) {
      long middle = (low + bytes) >>> 1;
      if (size.exceeds(middle)) {
        low = middle;
      } else {
        bytes = middle;
      }
    }
    return size.covers(0) ? 0 : bytes;
  }

  private static MsiInspection inspection(MsiKind kind, ExpectedFile row) {
    MsiInspection sound = Given.inspection(kind, "", "");
    return row.version()
        .map(
            version ->
                new MsiInspection(
                    sound.kind(),
                    sound.problems(),
                    sound.summary(),
                    sound.tables(),
                    Map.of("ProductVersion", version)))
        .orElse(sound);
  }
}
