package io.kbaudit.msi;

import io.kbaudit.file.FileContent;
import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.msi.cab.CabinetSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files in the folder of a package, as Windows finds its cabinets there: in any case. Where
 * several have names that are one to Windows, the one that is spelt as asked is found, else the
 * first by its spelling, in whatever order the folder has them.
 */
final class CabinetsBeside {
  /** What leads out of a folder, or into another. */
  private static final Pattern NO_PLAIN_NAME = Pattern.compile("[/\\\\:\0]|^\\.{0,2}$");

  private final FileContent file;
  private @Nullable Map<FileName, NavigableMap<String, Path>> byName;

  CabinetsBeside(FileContent file) {
    this.file = file;
  }

  /** Returns whether a name is that of a file in the folder, and leads nowhere else. */
  static boolean isPlainName(String name) {
    return !NO_PLAIN_NAME.matcher(name).find();
  }

  /**
   * Returns the regular file of a {@linkplain #isPlainName plain} name.
   *
   * @throws IOException if the folder cannot be listed
   */
  Optional<Path> find(String name) throws IOException {
    if (byName == null) {
      byName = list();
    }
    NavigableMap<String, Path> spellings = byName.get(FileName.ofStored(name));
    return spellings == null
        ? Optional.empty()
        : Optional.of(spellings.getOrDefault(name, spellings.firstEntry().getValue()));
  }

  private Map<FileName, NavigableMap<String, Path>> list() throws IOException {
    Map<FileName, NavigableMap<String, Path>> files = new HashMap<>();
    Path folder = file.path().toAbsolutePath().getParent();
    if (folder == null) {
      return files;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (WindowsNames.faultAt(entry).isEmpty() && Files.isRegularFile(entry)) {
          FileName name = FileName.of(entry);
          files.computeIfAbsent(name, key -> new TreeMap<>()).put(name.spelling(), entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files;
  }

  /**
   * Opens a file that was found.
   *
   * @throws IOException if it cannot be, or is a link out of the folder, where anybody may put what
   *     it leads to
   */
  Source open(Path found) throws IOException {
    if (Files.isSymbolicLink(found) && leadsOut(found.toRealPath())) {
      throw new IOException("it is a link that leads out of the folder");
    }
    return new Source(FileContent.of(found, file::isStopped));
  }

  /** Whoever follows a link to a package follows those to its cabinets, if they lead beside it. */
  private boolean leadsOut(Path real) throws IOException {
    return !isBeside(file.path().toAbsolutePath(), real)
        && !isBeside(file.path().toRealPath(), real);
  }

  private static boolean isBeside(Path installer, Path real) throws IOException {
    Path folder = installer.getParent();
    return folder != null && real.startsWith(folder.toRealPath());
  }

  /** A file that is read in places. */
  static final class Source implements CabinetSource, Closeable {
    private final FileContent file;
    private final long sizeBytes;

    private Source(FileContent file) throws IOException {
      this.file = file;
      this.sizeBytes = file.sizeBytes();
    }

    @Override
    public long sizeBytes() {
      return sizeBytes;
    }

    @Override
    public ByteBuffer read(long offset, int length) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      file.readFully(offset, bytes);
      return bytes.flip();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
