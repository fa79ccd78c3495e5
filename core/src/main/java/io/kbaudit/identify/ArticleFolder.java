package io.kbaudit.identify;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.file.Digest;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a folder that are to be read as articles: all of them but indexes. */
final class ArticleFolder {
  /** A file that was written so shortly before it was listed may be written again unnoticed. */
  private static final Duration TIME_STEP = Duration.ofSeconds(2);

  /** No file has this time, so that it is read again. */
  private static final Instant UNSETTLED = Instant.MIN;

  private static final String INDEX = "it is an index of articles";

  /** An article as it was read. */
  record Reading(IndexEntry entry, List<ExpectedFile> rows) {}

  private final Path folder;
  private final boolean recursive;
  private final Instant listedAt;
  private final Map<String, ObservedFile.Readable> files = new TreeMap<>();
  private final List<FolderArticle> unreadable = new ArrayList<>();

  /**
   * Creates the folder.
   *
   * @param index where one is kept, which is no article
   */
  ArticleFolder(Path folder, Inventory listing, Optional<Path> index, Instant listedAt) {
    this.folder = folder;
    this.recursive = listing.recursive();
    this.listedAt = listedAt;
    for (ObservedFile file : listing.files()) {
      Optional<Path> path = ObservedFile.placeIn(folder, file.path());
      boolean isIndex =
          index.filter(each -> path.filter(own -> isSame(each, own)).isPresent()).isPresent()
              || file.name().spelling().startsWith(ArticleIndex.NAME);
      if (!isIndex && path.isEmpty()) {
        unreadable.add(FolderArticle.unread(file.path(), ObservedFile.NAME_IS_NO_TEXT));
      } else if (!isIndex && file instanceof ObservedFile.Readable readable) {
        files.put(file.path(), readable);
      } else if (!isIndex && file instanceof ObservedFile.Unreadable lost) {
        unreadable.add(FolderArticle.unread(file.path(), lost.reason()));
      }
    }
    for (Inventory.Gap gap : listing.gaps()) {
      unreadable.add(
          FolderArticle.unread(gap.path(), "the folder cannot be listed: " + gap.reason()));
    }
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** Returns the files and folders of which nothing can be read. */
  List<FolderArticle> unreadable() {
    return unreadable;
  }

  /** Returns the paths of all others below the folder. */
  Set<String> paths() {
    return files.keySet();
  }

  /** Returns whether the folder was listed so far that an article of this path would be in it. */
  boolean reaches(String path) {
    return recursive || path.indexOf('/') < 0;
  }

  /** Returns whether an article is there, and is the file that was read. */
  boolean hasUnchanged(IndexEntry entry) {
    ObservedFile.Readable file = files.get(entry.article().path());
    return file != null
        && file.sizeBytes() == entry.sizeBytes()
        && file.modified().equals(entry.modified());
  }

  /** Returns whether this is no article, but an index that was kept under a name of its own. */
  static boolean isIndex(FolderArticle article) {
    return article.problem().equals(Optional.of(INDEX));
  }

  /** Reads an article. */
  Reading read(String path) {
    ObservedFile.Readable file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no such article: " + path);
    }
    Path place = folder.resolve(path);
    try {
      return isIndex(place)
          ? unread(file, settled(file), INDEX)
          : reading(file, ArticleReader.read(place).requireRows());
    } catch (ArticleFormatException e) {
      return unread(file, settled(file), problem(e, place));
    } catch (IOException e) {
      return unread(file, UNSETTLED, "it cannot be read: " + e.getMessage());
    }
  }

  private static boolean isIndex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return IndexWriter.isBegunBy(in);
    }
  }

  /** The message begins with the name of the file, which is said anyhow. */
  private static String problem(ArticleFormatException e, Path file) {
    String message = String.valueOf(e.getMessage());
    String source = Printable.excerpt(SourceName.of(file)) + ": ";
    return message.startsWith(source) ? message.substring(source.length()) : message;
  }

  private Reading reading(ObservedFile.Readable file, Article article) {
    Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
    for (ExpectedFile row : article.rows()) {
      algorithms.addAll(row.hashes().digests().algorithms());
    }
    FolderArticle about =
        new FolderArticle(
            file.path(),
            article.id(),
            Identifier.count(article.rows()),
            article.unreadLines(),
            Optional.empty());
    IndexEntry entry =
        new IndexEntry(
            about, file.sizeBytes(), settled(file), algorithms, RowKeys.of(article.rows()));
    return new Reading(entry, article.rows());
  }

  private static Reading unread(ObservedFile.Readable file, Instant modified, String problem) {
    FolderArticle about = FolderArticle.unread(file.path(), problem);
    return new Reading(
        new IndexEntry(about, file.sizeBytes(), modified, Set.of(), RowKeys.of(List.of())),
        List.of());
  }

  /** Returns when the file was modified, unless it may yet be modified in the same instant. */
  private Instant settled(ObservedFile.Readable file) {
    return Duration.between(file.modified(), listedAt).abs().compareTo(TIME_STEP) > 0
        ? file.modified()
        : UNSETTLED;
  }
}
