package io.kbaudit.identify;

import io.kbaudit.file.Digest;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All rows of the articles in a folder, on disk, to be gone through from the first to the last; in
 * memory there is one article at a time. Not safe for use by several threads.
 */
public final class ArticleIndex implements Closeable {
  /** What the file is called that is kept beside the articles; its drafts begin so, too. */
  public static final String NAME = ".kbaudit-articles";

  private final ArticleFolder folder;
  private final IndexStore store;
  private final List<String> warnings;
  private Path file;

  private ArticleIndex(ArticleFolder folder, IndexStore store, List<String> warnings, Path file) {
    this.folder = folder;
    this.store = store;
    this.warnings = warnings;
    this.file = file;
  }

  /**
   * Returns the index of a folder's articles, once it is up to date.
   *
   * @param listing what is in the folder, by metadata alone
   * @param place where it is kept; absent where it is not to be
   * @param listedAt when the folder was listed
   * @throws IOException if it can be written nowhere
   */
  public static ArticleIndex upToDate(
      Path folder,
      Inventory listing,
      Optional<Path> place,
      Instant listedAt,
      ArticleListener listener)
      throws IOException {
    ArticleFolder articles = new ArticleFolder(folder, listing, place, listedAt);
    List<String> warnings = new ArrayList<>();
    IndexStore store = new IndexStore(articles, place, listener, warnings);
    try {
      return new ArticleIndex(articles, store, warnings, store.upToDate());
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Returns whether a file of this name is the index that is kept beside articles, or a draft. */
  public static boolean isNamedAsIndex(String name) {
    return name.startsWith(NAME);
  }

  /** Returns the algorithms of all digests that the articles list. */
  public Set<Digest.Algorithm> algorithms() {
    Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
    algorithms.addAll(store.algorithms());
    return Collections.unmodifiableSet(algorithms);
  }

  /**
   * Finds the rows that list files.
   *
   * @param files by the paths under which they are reported, in that order; with what each says
   *     about itself, and its digests by the {@linkplain #algorithms() algorithms}
   * @throws IOException if the index cannot be read, or made anew where it is damaged
   */
  public Identification identify(Map<String, ObservedFile> files) throws IOException {
    try {
      return identifyOnce(files);
    } catch (IndexFormatException e) {
      file = store.madeAnew(e);
      return identifyOnce(files);
    }
  }

  private Identification identifyOnce(Map<String, ObservedFile> files) throws IOException {
    Identifier identifier = new Identifier(files);
    List<FolderArticle> unread = new ArrayList<>(folder.unreadable());
    List<FolderArticle> partlyRead = new ArrayList<>();
    int read = 0;
    try (IndexReader index = IndexReader.open(file)) {
      for (Optional<IndexEntry> next = index.next(); next.isPresent(); next = index.next()) {
        FolderArticle article = next.get().article();
        boolean isBelow = !folder.paths().contains(article.path()); // and not asked for
        if (isBelow || ArticleFolder.isIndex(article)) {
          continue;
        }
        if (article.problem().isPresent()) {
          unread.add(article);
          continue;
        }
        read++;
        if (article.unreadLines() > 0) {
          partlyRead.add(article);
        }
        if (identifier.mayFind(next.get().keys())) {
          identifier.seek(article, index.rows());
        }
      }
    }
    return new Identification(
        identifier.files(), identifier.here(), read, unread, partlyRead, warnings);
  }

  /** Deletes the index where it is not to be kept. */
  @Override
  public void close() throws IOException {
    store.close();
  }
}
