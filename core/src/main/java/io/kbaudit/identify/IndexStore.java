package io.kbaudit.identify;

import io.kbaudit.file.Digest;
import io.kbaudit.file.FileFailure;
import io.kbaudit.file.SourceName;
import io.kbaudit.file.TemporaryFile;
import io.kbaudit.identify.IndexFormatException.Kind;
import io.kbaudit.text.English;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps an index in its place, and up to date: articles that are new or changed are read, those
 * that are gone are left out, and what is known of all others is copied. It is written beside its
 * place and moved there, so that a run that is killed leaves the old one. Where none is to be kept,
 * or none can be written, it is a temporary file.
 */
final class IndexStore implements Closeable {
  private final ArticleFolder folder;
  private final Optional<Path> place;
  private final ArticleListener listener;
  private final List<String> warnings;
  private final Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
  private Optional<Path> temporary = Optional.empty();

  /** Whether the index in its place has all articles of the folder as they are, and no others. */
  private boolean isWhole;

  /** Whether there is something at the place that is not to be written over. */
  private boolean isTaken;

  /**
   * Creates a store.
   *
   * @param place where the index is kept; absent where it is not to be
   * @param warnings to which a sentence is added for all that goes wrong
   */
  IndexStore(
      ArticleFolder folder, Optional<Path> place, ArticleListener listener, List<String> warnings) {
    this.folder = folder;
    this.place = place;
    this.listener = listener;
    this.warnings = warnings;
  }

  /** Returns the index once it is up to date. */
  Path upToDate() throws IOException {
    Set<String> known = known();
    if (place.isPresent() && isWhole) {
      return place.get();
    }
    try {
      return made(known);
    } catch (IndexFormatException e) {
      sayAnew(e);
      return made(Set.of());
    }
  }

  /** Returns the index, made anew since it shows itself to be damaged. */
  Path madeAnew(IndexFormatException problem) throws IOException {
    sayAnew(problem);
    return made(Set.of());
  }

  /** Returns the algorithms of all digests that articles here list. */
  Set<Digest.Algorithm> algorithms() {
    return algorithms;
  }

  /** Returns the paths of the articles of which the index knows all; none where it is none. */
  private Set<String> known() {
    if (place.isEmpty() || !Files.exists(place.get(), LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    if (!Files.isRegularFile(place.get())) {
      isTaken = true;
      warn("is no file, so that articles are read anew each time");
      return Set.of();
    }
    Set<String> known = new HashSet<>();
    boolean stale = false;
    try (IndexReader index = IndexReader.open(place.get())) {
      for (Optional<IndexEntry> next = index.next(); next.isPresent(); next = index.next()) {
        IndexEntry entry = next.get();
        if (folder.hasUnchanged(entry)) {
          known.add(entry.article().path());
          algorithms.addAll(entry.algorithms());
        } else {
          stale |= folder.reaches(entry.article().path());
        }
      }
    } catch (IndexFormatException e) {
      sayAnew(e);
      return Set.of();
    } catch (IOException e) {
      warn("cannot be read, and is made anew: " + FileFailure.reason(e));
      return Set.of();
    }
    isWhole = !stale && known.equals(folder.paths());
    return known;
  }

  /** A file that somebody named, and that is something else, is left as it is. */
  private void sayAnew(IndexFormatException problem) {
    boolean isOurs = place.map(SourceName::of).filter(ArticleIndex.NAME::equals).isPresent();
    if (problem.kind() == Kind.FOREIGN && !isOurs) {
      isTaken = true;
      warn("is left as it is, and not used: " + problem.getMessage());
    } else if (problem.kind() != Kind.OF_OTHER_VERSION) {
      warn("is made anew: " + problem.getMessage());
    }
  }

  private Path made(Set<String> known) throws IOException {
    if (place.isPresent() && !isTaken && !folder.paths().isEmpty()) {
      try {
        return madeInPlace(place.get(), known);
      } catch (IndexFormatException e) {
        throw e;
      } catch (IOException e) {
        warn(
            "cannot be written, so that articles are read anew each time: "
                + FileFailure.reason(e));
      } catch (ReadOnlyFileSystemException e) {
        warn("cannot be written, so that articles are read anew each time: it is read-only");
      }
    }
    Path file = TemporaryFile.create();
    deleteOnceTheProcessEnds(file);
    discard();
    temporary = Optional.of(file);
    write(file, known, StandardOpenOption.TRUNCATE_EXISTING);
    return file;
  }

  private Path madeInPlace(Path index, Set<String> known) throws IOException {
    Path draft = index.resolveSibling(index.getFileName() + "." + UUID.randomUUID() + ".part");
    deleteOnceTheProcessEnds(draft);
    try {
      write(draft, known, StandardOpenOption.CREATE_NEW);
      move(draft, index);
      return index;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** It may end while the file is needed; of other file systems Java does not do this. */
  private static void deleteOnceTheProcessEnds(Path file) {
    if (file.getFileSystem().equals(FileSystems.getDefault())) {
      file.toFile().deleteOnExit();
    }
  }

  private static void move(Path draft, Path index) throws IOException {
    try {
      Files.move(draft, index, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, index, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void write(Path file, Set<String> known, OpenOption option) throws IOException {
    try (IndexWriter out =
        new IndexWriter(Files.newOutputStream(file, StandardOpenOption.WRITE, option))) {
      Set<String> copied = copyTo(out, known);
      long total = (long) folder.paths().size() - copied.size();
      long done = 0;
      for (String path : folder.paths()) {
        if (!copied.contains(path)) {
          ArticleFolder.Reading read = folder.read(path);
          algorithms.addAll(read.entry().algorithms());
          out.add(read.entry(), IndexedRows.encode(read.rows()));
          listener.articleRead(++done, total);
        }
      }
      out.finish();
    }
  }

  /** Copies what is known; also of folders below that nobody asks for this time. */
  private Set<String> copyTo(IndexWriter out, Set<String> known) throws IOException {
    Set<String> copied = new HashSet<>();
    if (known.isEmpty()) {
      return copied;
    }
    try (IndexReader index = IndexReader.open(place.orElseThrow())) {
      for (Optional<IndexEntry> next = index.next(); next.isPresent(); next = index.next()) {
        String path = next.get().article().path();
        boolean isKept = known.contains(path) ? copied.add(path) : !folder.reaches(path);
        if (isKept) {
          out.add(next.get(), index.encodedRows());
        }
      }
    }
    return copied;
  }

  private void warn(String what) {
    warnings.add("the index " + English.quoted(place.map(Path::toString).orElse("")) + " " + what);
  }

  private void discard() throws IOException {
    if (temporary.isPresent()) {
      Files.deleteIfExists(temporary.get());
      temporary = Optional.empty();
    }
  }

  /** Deletes what was not to be kept. */
  @Override
  public void close() throws IOException {
    discard();
  }
}
