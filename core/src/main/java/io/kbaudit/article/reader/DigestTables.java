package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The digests that an article lists in tables of their own: of files that its other tables list
 * too, as in KB5037331, or of which nothing else is listed.
 */
final class DigestTables {
  /** What tells rows of one name apart: another one of these is another file's. */
  private static final List<Function<Variant, Optional<String>>> DISTINCTIONS =
      List.of(
          variant -> variant.platform().map(DigestTables::processors),
          Variant::language,
          Variant::branch,
          Variant::servicePack);

  private static final int ROWS_SHOWN = 5;

  /** Of digests and rows of one name, which all may have to be compared with all. */
  static final int MOST_PAIRS = 1_000_000;

  private final List<ExpectedFile> rows;
  private final List<ArticleRemark> remarks;
  private final Map<FileName, List<Integer>> rowsOf = new HashMap<>();
  private final Map<Integer, List<ListedHashes>> hashesOf = new LinkedHashMap<>();

  private DigestTables(List<ExpectedFile> rows, List<ArticleRemark> remarks) {
    this.rows = new ArrayList<>(rows);
    this.remarks = remarks;
    for (int i = 0; i < rows.size(); i++) {
      rowsOf.computeIfAbsent(rows.get(i).name().best(), name -> new ArrayList<>(1)).add(i);
    }
  }

  /** Returns whether the rows of {@code table} list digests, and nothing else. */
  static boolean contain(FileTable table) {
    boolean any = false;
    for (FileTable.Row row : table.rows()) {
      for (Map.Entry<Column, String> cell : row.cells().entrySet()) {
        if (cell.getKey().isAttribute() && !PrintedRow.saysNothing(cell.getValue())) {
          if (!cell.getKey().isDigest()) {
            return false;
          }
          any = true;
        }
      }
    }
    return any || table.facts().digestsAlone();
  }

  /**
   * Returns {@code rows} with the digests of each file in its row; and one row more for each file
   * that none of them lists. Where several rows have a name, and nothing tells which of them is
   * meant, the contents of each are undecided.
   *
   * @param digests rows of tables that list nothing else
   * @param remarks to which is added what is not clear
   */
  static List<ExpectedFile> join(
      List<ExpectedFile> rows, List<ExpectedFile> digests, List<ArticleRemark> remarks) {
    DigestTables joining = new DigestTables(rows, remarks);
    List<ExpectedFile> unlisted = new ArrayList<>();
    grouped(digests, digest -> digest.name().best())
        .forEach(
            ofName -> {
              int most = joining.mostDigestsOf(ofName.get(0));
              ofName.stream()
                  .limit(most)
                  .filter(digest -> !joining.findRowsOf(digest))
                  .forEach(unlisted::add);
              if (ofName.size() > most) {
                joining.leaveOut(ofName.subList(most, ofName.size()));
              }
            });
    joining.hashesOf.forEach(joining::put);
    files(unlisted).forEach(joining::add);
    return joining.rows;
  }

  /** Returns how many digests are compared with all rows of the name. */
  private int mostDigestsOf(ExpectedFile digest) {
    int rowsOfName = rowsOf.getOrDefault(digest.name().best(), List.of()).size();
    return MOST_PAIRS / Math.max(1, rowsOfName) + 1;
  }

  /** Notes that digests of one name are not compared: each may belong to any row of it. */
  private void leaveOut(List<ExpectedFile> digests) {
    ExpectedFile first = digests.get(0);
    List<Integer> ofName = rowsOf.getOrDefault(first.name().best(), List.of());
    remark(
        first,
        English.counted(digests.size(), "more digest")
            + " listed for "
            + quotedName(first)
            + ", too many to tell to which of "
            + English.number(ofName.size())
            + " rows each belongs; the contents of none are decided.");
    ListedHashes any = ofOneOf(ofName, first.hashes());
    ofName.forEach(row -> hashesOf.computeIfAbsent(row, r -> new ArrayList<>(1)).add(any));
  }

  /** Notes which rows a digest belongs to; returns whether there are any. */
  private boolean findRowsOf(ExpectedFile digest) {
    List<Integer> meant = meant(digest);
    boolean alike = meant.stream().map(row -> rows.get(row).printed()).distinct().count() < 2;
    if (!alike) {
      remark(
          digest,
          "A digest is listed for "
              + quotedName(digest)
              + ", and which of "
              + meant.size()
              + " rows it belongs to is not; the contents of none are decided.");
    }
    ListedHashes hashes = alike ? digest.hashes() : ofOneOf(meant, digest.hashes());
    meant.forEach(row -> hashesOf.computeIfAbsent(row, r -> new ArrayList<>(1)).add(hashes));
    return !meant.isEmpty();
  }

  private List<Integer> meant(ExpectedFile digest) {
    List<Integer> meant = rowsOf.getOrDefault(digest.name().best(), List.of());
    for (Function<Variant, Optional<String>> distinction : DISTINCTIONS) {
      Optional<String> said = distinction.apply(digest.variant());
      if (said.isPresent()) {
        List<Integer> same = thatSay(said, distinction, meant);
        meant = same.isEmpty() ? thatSay(Optional.empty(), distinction, meant) : same;
      }
    }
    List<Integer> underIt = thatSay(digest.variant().heading(), Variant::heading, meant);
    return underIt.isEmpty() ? meant : underIt;
  }

  private List<Integer> thatSay(
      Optional<String> said,
      Function<Variant, Optional<String>> distinction,
      List<Integer> candidates) {
    return candidates.stream()
        .filter(
            row ->
                distinction
                    .apply(rows.get(row).variant())
                    .map(DigestTables::folded)
                    .equals(said.map(DigestTables::folded)))
        .toList();
  }

  private static String folded(String text) {
    return Letters.small(text);
  }

  /** One processor has many names. */
  private static String processors(String platform) {
    Set<String> processors = Processors.in(platform);
    return processors.isEmpty() ? platform : String.join(" ", new TreeSet<>(processors));
  }

  private ListedHashes ofOneOf(List<Integer> meant, ListedHashes hashes) {
    List<String> numbers =
        meant.stream().map(row -> Integer.toString(rows.get(row).row())).toList();
    String digests =
        Stream.concat(hashes.digests().all().stream().map(Digest::hex), hashes.unread().stream())
            .collect(Collectors.joining(", "));
    return ListedHashes.unread(
        digests + " for one of rows " + English.enumerate(numbers, ROWS_SHOWN));
  }

  /** Puts digests into the row beside its own, if any. */
  private void put(int index, List<ListedHashes> hashes) {
    ExpectedFile row = rows.get(index);
    rows.set(
        index,
        row.withHashes(
            together(row, Stream.concat(Stream.of(row.hashes()), hashes.stream()).toList())));
  }

  /**
   * Returns the rows of each file. Digests that contradict each other are of several files where
   * they stand under several headings.
   */
  private static List<List<ExpectedFile>> files(List<ExpectedFile> unlisted) {
    List<List<ExpectedFile>> files = new ArrayList<>();
    for (List<ExpectedFile> alike : grouped(unlisted, DigestTables::nameAndVariant)) {
      boolean headed = alike.stream().allMatch(row -> row.variant().heading().isPresent());
      if (headed && contradict(hashes(alike))) {
        files.addAll(grouped(alike, row -> row.variant().heading()));
      } else {
        files.add(alike);
      }
    }
    return files;
  }

  private static Object nameAndVariant(ExpectedFile row) {
    return List.of(
        row.name().best(),
        DISTINCTIONS.stream()
            .map(each -> each.apply(row.variant()).map(DigestTables::folded))
            .toList());
  }

  private static <K> Collection<List<ExpectedFile>> grouped(
      List<ExpectedFile> rows, Function<ExpectedFile, K> by) {
    return rows.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<ListedHashes> hashes(List<ExpectedFile> rows) {
    return rows.stream().map(ExpectedFile::hashes).toList();
  }

  private static boolean contradict(List<ListedHashes> hashes) {
    return hashes.stream().anyMatch(ListedHashes::hasDigest)
        && !ListedHashes.together(hashes).hasDigest();
  }

  /** Adds one row for a file that no other lists. */
  private void add(List<ExpectedFile> file) {
    ExpectedFile first = file.get(0);
    rows.add(
        ExpectedFile.of(rows.size() + 1, first.line(), first.name(), first.printed())
            .variant(first.variant())
            .hashes(together(first, hashes(file)))
            .build());
  }

  private ListedHashes together(ExpectedFile row, List<ListedHashes> hashes) {
    if (contradict(hashes)) {
      remark(
          row,
          hashes.stream().filter(one -> !one.areNone()).distinct().count()
              + " digests are listed for "
              + quotedName(row)
              + ", and which of them it has is not.");
    }
    return ListedHashes.together(hashes);
  }

  private void remark(ExpectedFile row, String text) {
    remarks.add(new ArticleRemark(Kind.HASH_WITHOUT_ROW, row.line(), text));
  }

  private static String quotedName(ExpectedFile row) {
    return Printable.quoted(row.name().best().spelling());
  }
}
