package io.kbaudit.msi;

import io.kbaudit.msi.MediaCabinets.FileRow;
import io.kbaudit.msi.MediaCabinets.Wanted;
import io.kbaudit.msi.cab.Cabinet;
import io.kbaudit.msi.cab.Cabinet.PackedFile;
import io.kbaudit.msi.cab.CabinetExamination;
import io.kbaudit.msi.cab.CabinetFormatException;
import io.kbaudit.msi.cab.CabinetReader;
import io.kbaudit.msi.cab.CabinetSource;
import io.kbaudit.msi.cab.Compression;
import io.kbaudit.msi.ole.OleFormatException;
import io.kbaudit.msi.ole.OleStream;
import io.kbaudit.text.Letters;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the cabinets of a file to being there, to being whole, block by block, and to having the
 * files that the File table says are in them. Which there are its tables say; besides, each stream
 * that begins as a cabinet is one.
 *
 * <p>What is in the blocks is unpacked on demand alone. Of a patch, a transform below its root says
 * which cabinets it has, and is not read: one that is zeros from its first byte on goes unnoticed.
 */
final class CabinetCheck {
  private static final int MOST_PROBLEMS = 10;

  private final MsiFile file;
  private final CabinetsBeside beside;
  private final ReadingDepth depth;
  private final List<MsiProblem> problems = new ArrayList<>();
  private final List<CabinetState> cabinets = new ArrayList<>();
  private final Set<Compression> notUnpacked = new TreeSet<>();
  private int withoutChecksum;
  private int partsOfSets;
  private int blocks;

  private CabinetCheck(MsiFile file, CabinetsBeside beside, ReadingDepth depth) {
    this.file = file;
    this.beside = beside;
    this.depth = depth;
  }

  /**
   * What was found.
   *
   * @param problems at most ten, the last of which says how many more there are
   */
  record Findings(List<CabinetState> cabinets, List<MsiProblem> problems) {}

  /**
   * Examines all cabinets.
   *
   * @throws MsiFormatException if the tables that list them cannot be read
   */
  static Findings of(MsiFile file, CabinetsBeside beside, ReadingDepth depth) throws IOException {
    CabinetCheck check = new CabinetCheck(file, beside, depth);
    Set<String> examined = new HashSet<>();
    for (Wanted wanted : MediaCabinets.of(file)) {
      if (!wanted.embedded()) {
        check.examineBeside(wanted);
      } else if (examined.add(wanted.name())) {
        check.examineEmbedded(wanted);
      }
    }
    for (String name : file.streamNames()) {
      if (!examined.contains(name)) {
        check.examineIfCabinet(name);
      }
    }
    check.tellWhatIsUnchecked();
    return new Findings(check.cabinets, check.firstProblems());
  }

  private void examineEmbedded(Wanted wanted) throws IOException {
    Optional<OleStream> stream = file.stream(wanted.name());
    if (stream.isPresent()) {
      examine(wanted, source(stream.get()));
    } else if (wanted.isNeeded() && file.kind() == MsiKind.PACKAGE) {
      isMissing(
          wanted,
          MsiProblem.Kind.CABINET_MISSING,
          "its Media table has the cabinet '"
              + wanted.name()
              + "' in the file, and there is no such stream");
    } else if (wanted.isNeeded() && wanted.files().isPresent()) {
      isMissing(
          wanted,
          MsiProblem.Kind.CABINET_MISSING,
          "its files are in the cabinet '" + wanted.name() + "', and there is no such stream");
    }
  }

  private void examineBeside(Wanted wanted) throws IOException {
    String name = wanted.name();
    Optional<Path> found = Optional.empty();
    String why = "is not there";
    if (!CabinetsBeside.isPlainName(name)) {
      why = "was not looked for: its name leads elsewhere";
    } else {
      try {
        found = beside.find(name);
        if (found.isPresent()) {
          try (CabinetsBeside.Source source = beside.open(found.get())) {
            examine(wanted, source);
          }
          return;
        }
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        why = "cannot be read" + reason(e);
      }
    }
    if (wanted.isNeeded()) {
      isMissing(
          wanted,
          MsiProblem.Kind.CABINET_ELSEWHERE,
          "its files are in the cabinet '" + name + "' beside it, which " + why);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return ": permission denied";
    }
    return e.getMessage() == null ? "" : ": " + e.getMessage();
  }

  private void examineIfCabinet(String name) throws IOException {
    Optional<OleStream> stream = file.stream(name);
    if (stream.isPresent() && CabinetReader.begins(source(stream.get()))) {
      examine(new Wanted(name, true, Optional.empty()), source(stream.get()));
    }
  }

  private void isMissing(Wanted wanted, MsiProblem.Kind kind, String text) {
    problems.add(new MsiProblem(kind, text));
    cabinets.add(CabinetState.missing(wanted.name(), text));
  }

  private void examine(Wanted wanted, CabinetSource source) throws IOException {
    int before = problems.size();
    OptionalInt files = OptionalInt.empty();
    int unpacked = 0;
    try {
      Cabinet cabinet = CabinetReader.read(wanted.name(), source);
      files = OptionalInt.of(cabinet.files().size());
      unpacked = examine(wanted, cabinet, source);
    } catch (CabinetFormatException e) {
      damaged(e.text());
    } catch (OleFormatException e) {
      problems.add(MsiFormatException.of(e).problem());
    }
    boolean isSound = problems.size() == before;
    CabinetState.State whole =
        wanted.embedded() ? CabinetState.State.OK : CabinetState.State.BESIDE;
    cabinets.add(
        new CabinetState(
            wanted.name(),
            isSound ? whole : CabinetState.State.DAMAGED,
            OptionalLong.of(source.sizeBytes()),
            files,
            unpacked,
            isSound ? Optional.empty() : Optional.of(problems.get(before).text())));
  }

  /** Returns how many files were unpacked. */
  private int examine(Wanted wanted, Cabinet cabinet, CabinetSource source) throws IOException {
    Map<String, String> md5 = new HashMap<>();
    CabinetExamination examination =
        CabinetExamination.of(
            cabinet,
            source,
            depth == ReadingDepth.THOROUGH
                ? Optional.of(
                    (packed, digest) -> md5.put(packed.name(), HexFormat.of().formatHex(digest)))
                : Optional.empty());
    examination.problems().forEach(this::damaged);
    blocks += examination.blocks();
    withoutChecksum += examination.withoutChecksum();
    notUnpacked.addAll(examination.notUnpacked());
    partsOfSets += depth == ReadingDepth.THOROUGH && cabinet.continued() ? 1 : 0;
    if (wanted.files().isPresent()) {
      holdToTables(cabinet, wanted.files().get(), md5);
    }
    return md5.size();
  }

  /** Each file of the File table is in the cabinet, of the size and the MD5 that tables have. */
  private void holdToTables(Cabinet cabinet, List<FileRow> rows, Map<String, String> md5)
      throws IOException {
    Map<String, PackedFile> packed = new HashMap<>();
    Set<String> unlisted = new LinkedHashSet<>();
    for (PackedFile each : cabinet.files()) {
      packed.put(folded(each.name()), each);
      if (each.isWhole()) {
        unlisted.add(folded(each.name()));
      }
    }
    for (FileRow row : rows) {
      unlisted.remove(folded(row.id()));
    }
    if (!unlisted.isEmpty()) {
      damaged(
          String.format(
              Locale.ROOT,
              "the cabinet '%s' has files, %,d in all, of which the File table has no row for this"
                  + " disk, as '%s'",
              cabinet.name(),
              unlisted.size(),
              unlisted.iterator().next()));
    }
    Optional<FileHashes> listed = md5.isEmpty() ? Optional.empty() : hashes();
    for (FileRow row : rows) {
      PackedFile found = packed.get(folded(row.id()));
      if (found == null) {
        if (!cabinet.continued()) { // else it may be whole in the next one
          damaged(
              "the cabinet '"
                  + cabinet.name()
                  + "' lacks the file '"
                  + row.id()
                  + "' of its File table");
        }
      } else if (row.sizeBytes().isPresent() && row.sizeBytes().getAsInt() != found.sizeBytes()) {
        damaged(
            String.format(
                Locale.ROOT,
                "the cabinet '%s' has the file '%s' of %,d bytes, and its File table says %,d",
                cabinet.name(),
                row.id(),
                found.sizeBytes(),
                row.sizeBytes().getAsInt()));
      } else if (found.sizeBytes() > 0 && differ(listed, row.id(), md5.get(found.name()))) {
        damaged(
            "the cabinet '"
                + cabinet.name()
                + "' has a file '"
                + row.id()
                + "' whose MD5 is not the one that its MsiFileHash table has");
      }
    }
  }

  private Optional<FileHashes> hashes() throws IOException {
    Optional<Table> table = file.table("MsiFileHash");
    return table.isPresent() ? Optional.of(FileHashes.of(table.get())) : Optional.empty();
  }

  /**
   * Of empty files, Windows makes no MD5 ("MsiGetFileHash"), so that they are not compared. A hash
   * that lacks a part is told with its table.
   */
  private static boolean differ(Optional<FileHashes> listed, String id, @Nullable String found) {
    return found != null
        && listed
            .flatMap(hashes -> hashes.of(id, new ArrayList<>()))
            .filter(md5 -> !md5.equals(found))
            .isPresent();
  }

  /** Names in cabinets are those of Windows: in any case. */
  private static String folded(String name) {
    return Letters.small(name);
  }

  private void tellWhatIsUnchecked() {
    if (withoutChecksum > 0) {
      notChecked(
          String.format(
              Locale.ROOT,
              "%,d of the %,d data blocks in its cabinets have no checksum, so that nothing tells"
                  + " whether they changed",
              withoutChecksum,
              blocks));
    }
    if (partsOfSets > 0) {
      notChecked("what goes on in another cabinet was not unpacked");
    }
    for (Compression compression : notUnpacked) {
      notChecked("what is packed by " + compression.label() + " in its cabinets was not unpacked");
    }
  }

  private void notChecked(String text) {
    problems.add(new MsiProblem(MsiProblem.Kind.CONTENT_UNCHECKED, text));
  }

  private List<MsiProblem> firstProblems() {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<MsiProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS - 1));
    List<MsiProblem> others = problems.subList(first.size(), problems.size());
    MsiProblem worst =
        others.stream().filter(MsiProblem::isDamage).findFirst().orElse(others.get(0));
    first.add(
        new MsiProblem(
            worst.kind(),
            String.format(
                Locale.ROOT,
                "and %,d more is to be said of its cabinets, as: %s",
                others.size(),
                worst.text())));
    return first;
  }

  private void damaged(String text) {
    problems.add(new MsiProblem(MsiProblem.Kind.DAMAGED, text));
  }

  private static CabinetSource source(OleStream stream) {
    return new CabinetSource() {
      @Override
      public long sizeBytes() {
        return stream.sizeBytes();
      }

      @Override
      public ByteBuffer read(long offset, int length) throws IOException {
        return stream.read(offset, length);
      }
    };
  }
}
