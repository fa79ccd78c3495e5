package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleId;
import io.kbaudit.file.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an index knows of an article beside its rows. Immutable.
 *
 * @param sizeBytes of its file, when that was read
 * @param modified likewise; long ago where the file may have changed since without showing it
 * @param algorithms of the digests that it lists
 * @param keys by which files are found among its rows
 */
record IndexEntry(
    FolderArticle article,
    long sizeBytes,
    Instant modified,
    Set<Digest.Algorithm> algorithms,
    RowKeys keys) {
  IndexEntry {
    requireNonNull(article, "article");
    requireNonNull(modified, "modified");
    requireNonNull(keys, "keys");
    algorithms = Collections.unmodifiableSet(copy(algorithms));
  }

  private static Set<Digest.Algorithm> copy(Set<Digest.Algorithm> algorithms) {
    Set<Digest.Algorithm> copy = EnumSet.noneOf(Digest.Algorithm.class);
    copy.addAll(algorithms);
    return copy;
  }

  byte[] encode() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    IndexText.write(article.path(), out);
    out.writeLong(sizeBytes);
    out.writeLong(modified.getEpochSecond());
    out.writeInt(modified.getNano());
    IndexText.writeIfPresent(article.id().map(ArticleId::value), out);
    out.writeInt(article.rows());
    out.writeInt(article.unreadLines());
    IndexText.writeIfPresent(article.problem(), out);
    out.writeByte(algorithms.size());
    for (Digest.Algorithm algorithm : algorithms) {
      IndexText.write(algorithm.name(), out);
    }
    keys.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} returned.
   *
   * @throws IndexFormatException if these bytes are something else
   */
  static IndexEntry decode(byte[] bytes) throws IndexFormatException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String path = IndexText.read(in);
      long sizeBytes = in.readLong();
      Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
      Optional<ArticleId> id = IndexText.readIfPresent(in).map(ArticleId::new);
      int rows = in.readInt();
      int unreadLines = in.readInt();
      Optional<String> problem = IndexText.readIfPresent(in);
      Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        algorithms.add(Digest.Algorithm.valueOf(IndexText.read(in)));
      }
      return new IndexEntry(
          new FolderArticle(path, id, rows, unreadLines, problem),
          sizeBytes,
          modified,
          algorithms,
          RowKeys.read(in));
    } catch (IOException | RuntimeException e) {
      throw new IndexFormatException("what it says of an article cannot be read", e);
    }
  }
}
