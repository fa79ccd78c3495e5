package io.kbaudit.pe;

import io.kbaudit.pe.VersionBlock.Width;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file as far as it can be, of whichever format it is. */
final class PeReader {
  private static final int DOS_HEADER_BYTES = 64;
  private static final int MZ = 0x5A4D;
  private static final int PE = 0x4550;
  private static final int NE = 0x454E;
  private static final int LE = 0x454C;
  private static final int LX = 0x584C;

  /** Collections of linear executables: WIN386.EXE of Windows 3.1, VMM32.VXD of Windows 95. */
  private static final int W3 = 0x3357;

  private static final int W4 = 0x3457;
  private static final Set<Integer> SIGNATURES = Set.of(PE, NE, LE, LX, W3, W4);

  /** Where the place of the newer header is. */
  private static final int NEW_HEADER = 0x3C;

  /** Where the relocations of a program are which has a newer header, or further on. */
  private static final int NEWER_RELOCATIONS = 0x40;

  /** A device driver of MS-DOS: no other follows it, as it is stored, in the first four bytes. */
  private static final int NO_NEXT_DRIVER = 0xFFFF_FFFF;

  private static final int DOS_DRIVER_BYTES = 18;
  private static final int DOS_PAGE_BYTES = 512;

  private final Pages pages;
  private final List<PeProblem> problems = new ArrayList<>();
  private final List<VersionResource> versions = new ArrayList<>();
  private Optional<PeHeader> header = Optional.empty();
  private boolean textsBeside;

  PeReader(Pages pages) {
    this.pages = pages;
  }

  /** Returns whether the file has a header of Windows where every program has one. */
  boolean isOfWindows() throws IOException {
    return beginsAsProgram()
        && pages.size() >= DOS_HEADER_BYTES
        && SIGNATURES.contains(signatureAt(pages.unsignedInt(NEW_HEADER, "the MS-DOS header")));
  }

  private int signatureAt(long start) throws IOException {
    return start > 0 && start + 4 <= pages.size() ? pages.unsignedShort(start, "the header") : 0;
  }

  /** Returns whether the file begins as every program does, since MS-DOS: {@code MZ}. */
  private boolean beginsAsProgram() throws IOException {
    return pages.size() >= Short.BYTES && pages.unsignedShort(0, "the file") == MZ;
  }

  /** Reads all that can be read. */
  void read() throws IOException {
    try {
      readFile();
    } catch (PeFormatException e) {
      problems.add(e.problem());
    }
  }

  /** Returns what the headers say; absent where they cannot be read. */
  Optional<PeHeader> header() {
    return header;
  }

  List<VersionResource> versions() {
    return versions;
  }

  /** Returns whether the texts of the file are in others beside it. */
  boolean textsBeside() {
    return textsBeside;
  }

  /** Returns what is wrong, in the order found. */
  List<PeProblem> problems() {
    return problems;
  }

  private void readFile() throws IOException {
    if (pages.size() == 0) {
      throw new PeFormatException(PeProblem.OF_EMPTY_FILE);
    }
    if (!beginsAsProgram()) {
      readDosDriver();
      return;
    }
    ByteBuffer dos = pages.bytes(0, DOS_HEADER_BYTES, "the MS-DOS header");
    long start = dos.getInt(NEW_HEADER) & 0xFFFF_FFFFL;
    boolean isNewer = (dos.getShort(0x18) & 0xFFFF) >= NEWER_RELOCATIONS;
    switch (signatureAt(start)) {
      case PE -> readPortable(start);
      case NE -> readNew(start);
      case LE, LX, W3, W4 -> readLinear(start);
      default -> readDos(dos, start, isNewer);
    }
  }

  private void readPortable(long start) throws IOException {
    if (pages.unsignedShort(start + 2, "the PE header") != 0) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED, "the signature of the PE header is not PE and two zeros");
    }
    PortableExecutable file = new PortableExecutable(pages, start);
    problems.addAll(file.problems());
    if (problems.stream().noneMatch(PeProblem::isDamage)) {
      new HollowParts(file, pages).addTo(problems);
    }
    header = Optional.of(file.header());
    if (file.resources().isThere()) {
      ResourceDirectory resources = new ResourceDirectory(pages, file);
      VersionReader reader = new VersionReader(pages, Width.WIDE, problems);
      for (VersionData data : resources.versions()) {
        versions.add(reader.read(data));
      }
      textsBeside = resources.hasTextsBeside();
    }
  }

  private void readNew(long start) throws IOException {
    NewExecutable file = new NewExecutable(pages, start);
    problems.addAll(file.problems());
    header = Optional.of(file.header());
    VersionReader reader = new VersionReader(pages, Width.NARROW, problems);
    for (VersionData data : file.versions()) {
      versions.add(reader.read(data));
    }
  }

  private void readLinear(long start) {
    header = Optional.of(PeHeader.of(PeFormat.LE, false, true));
    problems.add(
        new PeProblem(
            PeProblem.Kind.NOT_READ,
            "it is a virtual device driver (a linear executable, from byte "
                + Pages.grouped(start)
                + " on), of which neither version nor soundness is read"));
  }

  private void readDos(ByteBuffer dos, long start, boolean isNewer) throws IOException {
    if (isNewer && start + 4 > pages.size()) {
      throw new PeFormatException(
          PeProblem.Kind.TRUNCATED,
          "the PE header is said to be at byte "
              + Pages.grouped(start)
              + ", and the file has "
              + Pages.grouped(pages.size()));
    }
    if (isNewer && start > 0) {
      throw new PeFormatException(
          PeProblem.Kind.DAMAGED,
          "there is no header of Windows at byte "
              + Pages.grouped(start)
              + ", where one should be");
    }
    header = Optional.of(PeHeader.of(PeFormat.DOS, false, false));
    int inLastPage = dos.getShort(2) & 0xFFFF;
    long pageCount = dos.getShort(4) & 0xFFFF;
    long end = pageCount * DOS_PAGE_BYTES - (inLastPage == 0 ? 0 : DOS_PAGE_BYTES - inLastPage);
    if (end > pages.size()) {
      problems.add(
          new PeProblem(
              PeProblem.Kind.TRUNCATED,
              "the program is said to end at byte "
                  + Pages.grouped(end)
                  + ", and the file has "
                  + Pages.grouped(pages.size())));
    }
  }

  /**
   * Its header: attributes, and the places of its two entries within it (MS-DOS, Device Header).
   */
  private void readDosDriver() throws IOException {
    if (pages.size() < DOS_DRIVER_BYTES) {
      throw notAProgram();
    }
    ByteBuffer start = pages.bytes(0, DOS_DRIVER_BYTES, "the header");
    int strategy = start.getShort(6) & 0xFFFF;
    int interrupt = start.getShort(8) & 0xFFFF;
    boolean isDriver =
        start.getInt(0) == NO_NEXT_DRIVER
            && Math.min(strategy, interrupt) >= DOS_DRIVER_BYTES
            && Math.max(strategy, interrupt) < pages.size()
            && strategy != interrupt;
    if (!isDriver) {
      throw notAProgram();
    }
    header = Optional.of(PeHeader.of(PeFormat.DOS, false, true));
    problems.add(
        new PeProblem(
            PeProblem.Kind.NOT_READ,
            "it is a device driver of MS-DOS, in which nothing tells whether it is whole"));
  }

  private PeFormatException notAProgram() {
    return new PeFormatException(
        PeProblem.Kind.NOT_A_PROGRAM, "it does not begin as a program, library or driver does");
  }
}
