package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file that is not the same once it was written to, or another was
 * put in its place.
 *
 * @param regular whether it is one that can be read from end to end
 * @param key by which the file system knows it under whatever name; null where it has none
 * @param changed when anything of it was changed last, which on POSIX nobody can set; where there
 *     is no such time when it was created
 */
record FileStamp(
    boolean regular, long sizeBytes, FileTime modified, @Nullable Object key, FileTime changed) {
  private static final String UNIX = "unix";

  private static final String WANTED = "unix:isRegularFile,size,lastModifiedTime,fileKey,ctime";

  /** Whether the file system of the machine tells when an inode was changed. */
  private static final boolean HAS_CHANGE_TIMES =
      FileSystems.getDefault().supportedFileAttributeViews().contains(UNIX);

  /** Asks about what {@code path} leads to. */
  static FileStamp of(Path path) throws IOException {
    if (HAS_CHANGE_TIMES && path.getFileSystem().equals(FileSystems.getDefault())) {
      Map<String, Object> told = Files.readAttributes(path, WANTED);
      return new FileStamp(
          (Boolean) requireNonNull(told.get("isRegularFile")),
          (Long) requireNonNull(told.get("size")),
          (FileTime) requireNonNull(told.get("lastModifiedTime")),
          told.get("fileKey"),
          (FileTime) requireNonNull(told.get("ctime")));
    }
    BasicFileAttributes told = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileStamp(
        told.isRegularFile(),
        told.size(),
        told.lastModifiedTime(),
        told.fileKey(),
        told.creationTime());
  }
}
