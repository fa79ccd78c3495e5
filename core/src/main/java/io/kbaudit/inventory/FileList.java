package io.kbaudit.inventory;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Files, of which there may be very many: a few bytes are kept of each, and it is made of them anew
 * each time it is asked for. Immutable.
 */
public final class FileList extends AbstractList<ObservedFile> implements RandomAccess {
  /** Of each file what {@link PackedFile} makes of it. */
  private final Object[] kept;

  private FileList(Object[] kept) {
    this.kept = kept;
  }

  /** Returns a list of the same files. */
  public static FileList of(Collection<? extends ObservedFile> files) {
    if (files instanceof FileList list) {
      return list;
    }
    Builder builder = new Builder();
    files.forEach(builder::add);
    return builder.build();
  }

  /** Files as they are found. Not for use by several threads. */
  public static final class Builder {
    private final List<Object> kept = new ArrayList<>();

    /** Begins with no file. */
    public Builder() {}

    /** Adds a file behind the others. */
    public void add(ObservedFile file) {
      kept.add(PackedFile.pack(file));
    }

    /** Adds the files of another builder behind the others. */
    void addAll(Builder others) {
      kept.addAll(others.kept);
    }

    /**
     * Puts those that were added so far in the order of their paths, here and in memory. A list
     * whose parts are sorted as they are found is merged from what lies in a row.
     */
    void sort() {
      kept.sort(PackedFile.BY_PATH);
      kept.replaceAll(PackedFile::copy);
    }

    /** Returns how many there are. */
    public int size() {
      return kept.size();
    }

    /** Returns one of them, counted from 0. */
    public ObservedFile get(int index) {
      return PackedFile.unpack(kept.get(index));
    }

    /** Returns the last, which is kept no longer. */
    public ObservedFile removeLast() {
      return PackedFile.unpack(kept.remove(kept.size() - 1));
    }

    /** Returns all, in the order in which they were added. */
    public FileList build() {
      return new FileList(kept.toArray());
    }
  }

  @Override
  public ObservedFile get(int index) {
    return PackedFile.unpack(kept[index]);
  }

  @Override
  public int size() {
    return kept.length;
  }

  /** Returns those that are wanted, in their order. */
  public FileList filter(Predicate<? super ObservedFile> wanted) {
    return keeping(each -> wanted.test(PackedFile.unpack(each)));
  }

  /** Returns those that are at none of {@code paths}, in their order. */
  public FileList without(Set<String> paths) {
    return paths.isEmpty() ? this : keeping(each -> !paths.contains(PackedFile.path(each)));
  }

  /**
   * Returns those of which more is known than their metadata, in their order: all that were looked
   * into, and those that cannot be read. Of a million files they may be few, and the others need
   * not be made for this.
   */
  public FileList beyondMetadata() {
    return keeping(PackedFile::isMoreThanMetadata);
  }

  private FileList keeping(Predicate<Object> wanted) {
    Object[] left = new Object[kept.length];
    int count = 0;
    for (Object each : kept) {
      if (wanted.test(each)) {
        left[count++] = each;
      }
    }
    return count == kept.length ? this : new FileList(Arrays.copyOf(left, count));
  }

  /** Returns, in place of each, what {@code change} makes of it. */
  public FileList map(UnaryOperator<ObservedFile> change) {
    Object[] changed = new Object[kept.length];
    for (int i = 0; i < changed.length; i++) {
      ObservedFile before = PackedFile.unpack(kept[i]);
      ObservedFile after = change.apply(before);
      changed[i] = after.equals(before) ? kept[i] : PackedFile.pack(after);
    }
    return new FileList(changed);
  }

  /** Returns the path of one of them. */
  String path(int index) {
    return PackedFile.path(kept[index]);
  }

  /** Returns whether the path of one of them is that of the one before it. */
  boolean repeatsPath(int index) {
    return PackedFile.BY_PATH.compare(kept[index - 1], kept[index]) == 0;
  }

  /** Returns whether there is a path that is that of the one before it. */
  boolean repeatsSomePath() {
    for (int i = 1; i < kept.length; i++) {
      if (repeatsPath(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Places what is kept of files one behind the other in memory too. Whoever goes over a million
   * that lie about there waits for memory at each.
   */
  private static Object[] inARow(Object[] kept) {
    for (int i = 0; i < kept.length; i++) {
      kept[i] = PackedFile.copy(kept[i]);
    }
    return kept;
  }

  /** Returns these files in the order of their paths. */
  FileList sorted() {
    for (int i = 1; i < kept.length; i++) {
      if (PackedFile.BY_PATH.compare(kept[i - 1], kept[i]) > 0) {
        Object[] sorted = kept.clone();
        Arrays.sort(sorted, PackedFile.BY_PATH);
        return new FileList(inARow(sorted));
      }
    }
    return this;
  }
}
