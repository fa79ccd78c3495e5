package io.kbaudit.pe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers of a 16-bit program or library of Windows ("Executable-File Header Format", Windows
 * 3.1 SDK): what they say, and how it fits the file.
 */
final class NewExecutable {
  private static final int HEADER_BYTES = 64;
  private static final int SEGMENT_BYTES = 8;
  private static final int RESOURCE_BYTES = 12;
  private static final int IS_LIBRARY = 0x8000;
  private static final int RT_VERSION = 0x8010;

  /** A segment whose length is stored as 0 has 64 KiB. */
  private static final int FULL_SEGMENT = 0x1_0000;

  /** Sectors are at most 32 KiB; a larger shift is no alignment. */
  private static final int LARGEST_SHIFT = 15;

  private final Pages pages;
  private final long start;
  private final ByteBuffer header;
  private final List<PeProblem> problems = new ArrayList<>();
  private final List<VersionData> versions = new ArrayList<>();

  /**
   * Reads the headers.
   *
   * @param start where the signature {@code NE} is
   * @throws PeFormatException if they end beyond the file
   */
  NewExecutable(Pages pages, long start) throws IOException {
    this.pages = pages;
    this.start = start;
    this.header = pages.bytes(start, HEADER_BYTES, "the NE header");
    readSegments();
    readResources();
  }

  PeHeader header() {
    return PeHeader.of(PeFormat.NE, (header.getShort(0x0C) & IS_LIBRARY) != 0, false);
  }

  /** Returns where the version resources are; those within the file. */
  List<VersionData> versions() {
    return versions;
  }

  /** Returns how far the file is from what its headers say. */
  List<PeProblem> problems() {
    return problems;
  }

  private void readSegments() throws IOException {
    int count = header.getShort(0x1C) & 0xFFFF;
    int shift = header.getShort(0x32) & 0xFFFF;
    long table = start + (header.getShort(0x22) & 0xFFFF);
    for (int i = 0; i < count; i++) {
      long at = table + (long) i * SEGMENT_BYTES;
      long sector = pages.unsignedShort(at, "the segment table");
      int length = pages.unsignedShort(at + 2, "the segment table");
      if (sector > 0) {
        hold("segment " + (i + 1), shifted(sector, shift), length == 0 ? FULL_SEGMENT : length);
      }
    }
  }

  private void readResources() throws IOException {
    int place = header.getShort(0x24) & 0xFFFF;
    if (place == (header.getShort(0x26) & 0xFFFF)) {
      return; // the resident names follow at once: there are no resources
    }
    String what = "the resource table";
    long at = start + place;
    int shift = pages.unsignedShort(at, what);
    at += 2;
    int type = pages.unsignedShort(at, what);
    while (type != 0) {
      int count = pages.unsignedShort(at + 2, what);
      at += 8;
      for (int i = 0; i < count; i++) {
        long offset = shifted(pages.unsignedShort(at, what), shift);
        long length = shifted(pages.unsignedShort(at + 2, what), shift);
        boolean isWithin = hold("a resource", offset, length);
        if (type == RT_VERSION && isWithin) {
          versions.add(new VersionData(0, offset, length));
        }
        at += RESOURCE_BYTES;
      }
      type = pages.unsignedShort(at, what);
    }
  }

  private static long shifted(long units, int shift) throws PeFormatException {
    if (shift > LARGEST_SHIFT) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          "the NE header states an alignment of 2 to the power of " + shift);
    }
    return units << shift;
  }

  /** Returns whether a part is within the file, and says where one is not. */
  private boolean hold(String what, long offset, long length) {
    long end = offset + length;
    if (end <= pages.size()) {
      return true;
    }
    if (problems.isEmpty()) {
      problems.add(
          new PeProblem(
              PeProblem.Kind.TRUNCATED,
              what
                  + " is said to end at byte "
                  + Pages.grouped(end)
                  + ", and the file has "
                  + Pages.grouped(pages.size())));
    }
    return false;
  }
}
