package io.kbaudit.pe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources of a PE file, as far as the way to its version resources goes ("PE Format", The
 * .rsrc Section): a tree of three levels, of types, names and languages. Its depth is what is
 * followed, so that a directory which leads back to itself ends too.
 */
final class ResourceDirectory {
  private static final int DIRECTORY_BYTES = 16;
  private static final int ENTRY_BYTES = 8;
  private static final int DATA_ENTRY_BYTES = 16;
  private static final int RT_VERSION = 16;

  /** Of a number: it is the place of a directory, or of a name. */
  private static final long IS_DIRECTORY = 0x8000_0000L;

  /** A type of which every file has one that has its texts in files beside it, one a language. */
  private static final String MUI = "MUI";

  /** As many types, names or languages as fill a page; no linker writes so many. */
  static final int MOST_ENTRIES = 1024;

  /**
   * More languages than Windows has; of as many the resources are read as the limit of pages
   * allows.
   */
  static final int MOST_VERSIONS = 256;

  private record Entry(long id, long place) {
    boolean isNamed() {
      return (id & IS_DIRECTORY) != 0;
    }
  }

  private final Pages pages;
  private final PortableExecutable file;
  private final long start;
  private final List<Entry> types;

  ResourceDirectory(Pages pages, PortableExecutable file) throws IOException {
    this.pages = pages;
    this.file = file;
    this.start = file.offsetOf(file.resources().address(), "the resource directory");
    this.types = entries(0);
    if (types.isEmpty() && file.resources().size() > DIRECTORY_BYTES) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          "the resource directory is empty, though it has "
              + Pages.grouped(file.resources().size())
              + " bytes");
    }
  }

  /** Returns whether the texts of the file are in others beside it, so that it has no language. */
  boolean hasTextsBeside() throws IOException {
    for (Entry type : types) {
      if (type.isNamed() && MUI.equals(name(type))) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the version resources are, those of all languages. */
  List<VersionData> versions() throws IOException {
    List<VersionData> versions = new ArrayList<>();
    Optional<Entry> type =
        types.stream().filter(entry -> !entry.isNamed() && entry.id() == RT_VERSION).findFirst();
    if (type.isPresent()) {
      for (Entry name : entries(directoryAt(type.get()))) {
        for (Entry language : entries(directoryAt(name))) {
          versions.add(dataAt(language));
          if (versions.size() > MOST_VERSIONS) {
            throw new PeFormatException(
                PeProblem.Kind.NOT_READ,
                "there are more than " + MOST_VERSIONS + " version resources, which were not read");
          }
        }
      }
    }
    return versions;
  }

  private static long directoryAt(Entry entry) throws PeFormatException {
    if ((entry.place() & IS_DIRECTORY) == 0) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          "the resource directory has data where there should be a directory of version resources");
    }
    return entry.place() & ~IS_DIRECTORY;
  }

  private VersionData dataAt(Entry language) throws IOException {
    if ((language.place() & IS_DIRECTORY) != 0) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          "the resource directory has a directory where there should be a version resource");
    }
    String what = "the place of the version resource";
    ByteBuffer entry = pages.bytes(start + language.place(), DATA_ENTRY_BYTES, what);
    long offset = file.offsetOf(entry.getInt(0) & 0xFFFF_FFFFL, "the version resource");
    return new VersionData((int) language.id() & 0xFFFF, offset, entry.getInt(4) & 0xFFFF_FFFFL);
  }

  private List<Entry> entries(long place) throws IOException {
    String what = "the resource directory";
    ByteBuffer directory = pages.bytes(start + place, DIRECTORY_BYTES, what);
    int count = (directory.getShort(12) & 0xFFFF) + (directory.getShort(14) & 0xFFFF);
    if (count > MOST_ENTRIES) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          what + " counts " + Pages.grouped(count) + " entries, at most " + MOST_ENTRIES);
    }
    ByteBuffer table = pages.bytes(start + place + DIRECTORY_BYTES, count * ENTRY_BYTES, what);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(table.getInt() & 0xFFFF_FFFFL, table.getInt() & 0xFFFF_FFFFL));
    }
    return entries;
  }

  private String name(Entry entry) throws IOException {
    long at = start + (entry.id() & ~IS_DIRECTORY);
    int length = pages.unsignedShort(at, "the name of a resource");
    return length == MUI.length()
        ? StandardCharsets.UTF_16LE
            .decode(pages.bytes(at + Short.BYTES, 2 * length, "the name of a resource"))
            .toString()
        : "";
  }
}
