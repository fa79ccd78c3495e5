package io.kbaudit.report.json.field;

import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses a place where one file stands for rows of two names, or for a row and for none; rows of
 * one name share their file. There may be more files than fit into memory, so sixteen bytes are
 * kept of each: hashes of its path and of its row's name, which two share so rarely (one in 2^64)
 * that those of no audit do.
 */
final class TakenPaths {
  /** FNV-1a of 64 bits: RFC 9923. */
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] paths = new long[16];
  private long[] names = new long[16];
  private int count;

  /** Adds the file of a row. */
  void add(String path, FileName listed) {
    if (count == paths.length) {
      paths = Arrays.copyOf(paths, 2 * count);
      names = Arrays.copyOf(names, 2 * count);
    }
    paths[count] = hash(path);
    names[count++] = hash(listed.canonical());
  }

  /**
   * Refuses a place of which a file is here twice.
   *
   * @param value the place
   */
  void refuse(List<ObservedFile> unlisted, JsonValue value) throws JsonFormatException {
    long[] sorted = Arrays.copyOf(paths, count);
    Arrays.sort(sorted);
    // By the place at which the search finds a path, which is one place for equal ones.
    long[] nameOf = new long[count];
    boolean[] isNamed = new boolean[count];
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(sorted, paths[i]);
      if (isNamed[at] && nameOf[at] != names[i]) {
        throw value.wrong("one file is here for rows of two names");
      }
      isNamed[at] = true;
      nameOf[at] = names[i];
    }
    for (ObservedFile file : unlisted) {
      if (Arrays.binarySearch(sorted, hash(file.path())) >= 0) {
        throw value
            .field("unlisted")
            .wrong("the unlisted file '" + file.path() + "' is here for a row, too");
      }
    }
  }

  private static long hash(String path) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      hash = (hash ^ (c & 0xff)) * FNV_PRIME;
      hash = (hash ^ (c >> 8)) * FNV_PRIME;
    }
    return hash;
  }
}
