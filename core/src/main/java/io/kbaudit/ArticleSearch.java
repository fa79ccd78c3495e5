package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.identify.ArticleIndex;
import io.kbaudit.identify.ArticleListener;
import io.kbaudit.identify.Identification;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.inventory.ScanListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The question which articles of a folder list files, such as which rollup is on a server: put
 * together by the methods that return another question, and answered by {@link #identify}.
 *
 * <p>Immutable, and safe for use by several threads if its listeners are.
 */
public final class ArticleSearch {
  private final Path articles;
  private final boolean recursive;
  private final Optional<Path> index;
  private final ScanListener scanListener;
  private final ArticleListener articleListener;
  private final Clock clock;

  private ArticleSearch(
      Path articles,
      boolean recursive,
      Optional<Path> index,
      ScanListener scanListener,
      ArticleListener articleListener,
      Clock clock) {
    this.articles = articles;
    this.recursive = recursive;
    this.index = index;
    this.scanListener = scanListener;
    this.articleListener = articleListener;
    this.clock = clock;
  }

  /**
   * Returns the question about the articles in {@code folder} itself, of which an index is kept
   * there: {@link ArticleIndex#NAME}.
   */
  public static ArticleSearch in(Path folder) {
    return new ArticleSearch(
        folder,
        false,
        Optional.of(folder.resolve(ArticleIndex.NAME)),
        ScanListener.NONE,
        ArticleListener.NONE,
        Clock.systemUTC());
  }

  /** Returns this question about the folders below too: of the articles, and of the files. */
  public ArticleSearch recursively() {
    return new ArticleSearch(articles, true, index, scanListener, articleListener, clock);
  }

  /** Returns this question with an index that is kept in {@code file}. */
  public ArticleSearch withIndex(Path file) {
    return new ArticleSearch(
        articles, recursive, Optional.of(file), scanListener, articleListener, clock);
  }

  /** Returns this question without an index: every article is read. */
  public ArticleSearch withoutIndex() {
    return new ArticleSearch(
        articles, recursive, Optional.empty(), scanListener, articleListener, clock);
  }

  /** Returns this question; the listeners hear how far it has come. */
  public ArticleSearch reportingTo(ScanListener ofFiles, ArticleListener ofArticles) {
    return new ArticleSearch(
        articles,
        recursive,
        index,
        requireNonNull(ofFiles, "ofFiles"),
        requireNonNull(ofArticles, "ofArticles"),
        clock);
  }

  /** Returns this question, asked at the time of {@code other}. */
  ArticleSearch at(Clock other) {
    return new ArticleSearch(articles, recursive, index, scanListener, articleListener, other);
  }

  /**
   * Answers about {@code files}, each once; of a folder about the files in it.
   *
   * @throws NoSuchFileException if there is nothing of a name
   * @throws NotDirectoryException if the folder of articles is a file
   * @throws IOException if a folder cannot be listed, or no index be written even for the time
   *     being
   */
  public Identification identify(List<Path> files) throws IOException {
    Inventory listing = scanner().scan(articles);
    try (ArticleIndex rows =
        ArticleIndex.upToDate(articles, listing, index, clock.instant(), articleListener)) {
      return rows.identify(observed(files, rows.algorithms()));
    }
  }

  private FolderScanner scanner() {
    FolderScanner scanner = recursive ? FolderScanner.recursive() : FolderScanner.flat();
    return scanner.followingLinks().reportingTo(scanListener);
  }

  /** Returns the files by their paths as they were named, with slashes. */
  private Map<String, ObservedFile> observed(List<Path> files, Set<Digest.Algorithm> algorithms)
      throws IOException {
    FolderScanner scanner = scanner().readingContents().digesting(size -> algorithms);
    Map<String, ObservedFile> observed = new LinkedHashMap<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        addAll(scanner.scan(file), file, observed);
      } else {
        observed.putIfAbsent(ObservedFile.named(file), scanner.scanFile(file));
      }
    }
    return observed;
  }

  private static void addAll(Inventory inventory, Path folder, Map<String, ObservedFile> observed) {
    for (ObservedFile file : inventory.files()) {
      if (!ArticleIndex.isNamedAsIndex(file.name().spelling())) {
        observed.putIfAbsent(ObservedFile.named(folder, file.path()), file);
      }
    }
    for (Inventory.Gap gap : inventory.gaps()) {
      observed.putIfAbsent(
          ObservedFile.named(folder, gap.path()),
          new ObservedFile.Unreadable(
              gap.path(), ObservedFile.nameAt(gap.path()).orElseThrow(), gap.reason()));
    }
  }
}
