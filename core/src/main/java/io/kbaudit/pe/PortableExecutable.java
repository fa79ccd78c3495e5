package io.kbaudit.pe;

import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PeHeader.Code;
import io.kbaudit.pe.PeHeader.SigningFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The headers of a PE32 or PE32+ file ("PE Format"): what they say, and how it fits the file. */
final class PortableExecutable {
  private static final int FILE_HEADER_BYTES = 24; // with the signature before it
  private static final int SECTION_BYTES = 40;
  private static final int SECTION_NAME_BYTES = 8;
  private static final int SYMBOL_BYTES = 18;
  private static final int DEBUG_ENTRY_BYTES = 28;

  /** "The Windows loader limits the number of sections to 96" ("PE Format", COFF File Header). */
  static final int MOST_SECTIONS = 96;

  /** More debug entries than any linker writes; of more, the bytes would be said to be appended. */
  private static final int MOST_DEBUG_ENTRIES = 64;

  private static final int MAGIC_PE32 = 0x10b;
  private static final int MAGIC_PE32_PLUS = 0x20b;
  private static final int SYMBOLS_STRIPPED = 0x0200;
  private static final int IS_LIBRARY = 0x2000;
  private static final int SUBSYSTEM_NATIVE = 1;

  /** Where the checksum is in the optional header. */
  private static final int CHECKSUM = 64;

  private static final int DIRECTORY_BYTES = 8;
  private static final int RESOURCES = 2;
  private static final int CERTIFICATES = 4;
  private static final int RELOCATIONS = 5;
  private static final int DEBUG = 6;
  private static final int CLR_HEADER = 14;

  private static final int PAGE_BYTES = 4096;
  private static final int IL_ONLY = 0x1;
  private static final int REQUIRES_32_BIT = 0x2;

  /** With this the flag before it means no more than "32 bits, where there is a choice". */
  private static final int PREFERS_32_BIT = 0x2_0000;

  /** A certificate table begins at a multiple of this. */
  private static final int CERTIFICATE_ALIGNMENT = 8;

  /** Where something is, by the data directories; nowhere where its size is 0. */
  record Directory(long address, long size) {
    boolean isThere() {
      return address > 0 && size > 0;
    }
  }

  private final Pages pages;
  private final int machine;
  private final int characteristics;
  private final long symbolTable;
  private final long symbols;
  private final long headerBytes;
  private final long entryPoint;
  private final boolean isAlignedToSectors;
  private final int subsystem;
  private final boolean plus;
  private final List<Directory> directories;
  private final List<Section> sections;
  private final SigningFields signing;

  /**
   * Reads the headers.
   *
   * @param start where the signature {@code PE\0\0} is
   * @throws PeFormatException if they end beyond the file, or are no headers
   */
  PortableExecutable(Pages pages, long start) throws IOException {
    this.pages = pages;
    ByteBuffer header = pages.bytes(start, FILE_HEADER_BYTES, "the PE header");
    machine = header.getShort(4) & 0xFFFF;
    int sectionCount = header.getShort(6) & 0xFFFF;
    symbolTable = header.getInt(12) & 0xFFFF_FFFFL;
    symbols = header.getInt(16) & 0xFFFF_FFFFL;
    int optionalBytes = header.getShort(20) & 0xFFFF;
    characteristics = header.getShort(22) & 0xFFFF;
    long optionalStart = start + FILE_HEADER_BYTES;
    int magic = pages.unsignedShort(optionalStart, "the optional header");
    if (magic != MAGIC_PE32 && magic != MAGIC_PE32_PLUS) {
      throw damaged(
          String.format(
              "the optional header begins with 0x%04x, which is neither PE32 nor PE32+", magic));
    }
    plus = magic == MAGIC_PE32_PLUS;
    int fixedBytes = plus ? 112 : 96;
    if (optionalBytes < fixedBytes) {
      throw damaged("the optional header has " + optionalBytes + " bytes, at least " + fixedBytes);
    }
    ByteBuffer optional = pages.bytes(optionalStart, optionalBytes, "the optional header");
    long sectionAlignment = optional.getInt(32) & 0xFFFF_FFFFL;
    long fileAlignment = optional.getInt(36) & 0xFFFF_FFFFL;
    isAlignedToSectors = fileAlignment >= Section.SECTOR_BYTES && sectionAlignment >= PAGE_BYTES;
    entryPoint = optional.getInt(16) & 0xFFFF_FFFFL;
    headerBytes = optional.getInt(60) & 0xFFFF_FFFFL;
    subsystem = optional.getShort(68) & 0xFFFF;
    directories = directories(optional, fixedBytes);
    sections = sections(optionalStart + optionalBytes, sectionCount);
    signing =
        new SigningFields(
            optionalStart + CHECKSUM,
            directories.size() > CERTIFICATES
                ? OptionalLong.of(optionalStart + fixedBytes + CERTIFICATES * DIRECTORY_BYTES)
                : OptionalLong.empty());
  }

  private static List<Directory> directories(ByteBuffer optional, int fixedBytes) {
    long stated = optional.getInt(fixedBytes - 4) & 0xFFFF_FFFFL;
    long count = Math.min(stated, (optional.limit() - fixedBytes) / DIRECTORY_BYTES);
    List<Directory> directories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = fixedBytes + i * DIRECTORY_BYTES;
      directories.add(
          new Directory(
              optional.getInt(at) & 0xFFFF_FFFFL, optional.getInt(at + 4) & 0xFFFF_FFFFL));
    }
    return directories;
  }

  private List<Section> sections(long start, int count) throws IOException {
    if (count > MOST_SECTIONS) {
      throw damaged("the header counts " + count + " sections, at most " + MOST_SECTIONS);
    }
    ByteBuffer table = pages.bytes(start, count * SECTION_BYTES, "the section table");
    List<Section> sections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = i * SECTION_BYTES;
      byte[] name = new byte[SECTION_NAME_BYTES];
      table.get(at, name);
      sections.add(
          new Section(
              new String(name, StandardCharsets.ISO_8859_1).replace("\0", ""),
              table.getInt(at + 12) & 0xFFFF_FFFFL,
              table.getInt(at + 8) & 0xFFFF_FFFFL,
              table.getInt(at + 20) & 0xFFFF_FFFFL,
              table.getInt(at + 16) & 0xFFFF_FFFFL,
              isAlignedToSectors));
    }
    return sections;
  }

  /** Returns what the headers say. */
  PeHeader header() throws IOException {
    return new PeHeader(
        plus ? PeFormat.PE32_PLUS : PeFormat.PE32,
        Machine.of(machine),
        (characteristics & IS_LIBRARY) != 0,
        subsystem == SUBSYSTEM_NATIVE,
        code(),
        certificates(),
        Optional.of(signing));
  }

  private Code code() throws IOException {
    if (!directory(CLR_HEADER).isThere()) {
      return Code.MACHINE;
    }
    long offset = offsetOf(directory(CLR_HEADER).address(), "the CLR header");
    long flags = pages.unsignedInt(offset + 16, "the CLR header");
    if ((flags & IL_ONLY) == 0) {
      return Code.MACHINE;
    }
    boolean requires32Bit = (flags & REQUIRES_32_BIT) != 0 && (flags & PREFERS_32_BIT) == 0;
    boolean isForAny = !plus && "x86".equals(Machine.of(machine).id()) && !requires32Bit;
    return isForAny ? Code.MSIL_ANY_CPU : Code.MSIL;
  }

  /** Of all directories, this alone is by its place in the file. */
  Optional<CertificateTable> certificates() {
    Directory table = directory(CERTIFICATES);
    return table.isThere()
        ? Optional.of(new CertificateTable(table.address(), table.size()))
        : Optional.empty();
  }

  /** Returns where the resources are, relative to the image. */
  Directory resources() {
    return directory(RESOURCES);
  }

  private Directory directory(int index) {
    return index < directories.size() ? directories.get(index) : new Directory(0, 0);
  }

  /**
   * Returns where in the file the byte is that is loaded at {@code address}.
   *
   * @throws PeFormatException if it is in no section
   */
  long offsetOf(long address, String what) throws PeFormatException {
    for (Section section : sections) {
      if (section.holds(address)) {
        return section.start() + address - section.address();
      }
    }
    if (address < headerBytes) {
      return address;
    }
    throw damaged(
        what + " is said to be loaded at " + Pages.grouped(address) + ", which is in no section");
  }

  /** Returns how far the file is from what its headers say. */
  List<PeProblem> problems() throws IOException {
    List<PeProblem> problems = new ArrayList<>();
    if (headerBytes > pages.size()) {
      problems.add(tooShort("the headers are", headerBytes));
    }
    for (Section section : sections) {
      if (section.end() > pages.size()) {
        problems.add(tooShort("section " + quoted(section.name()) + " is", section.end()));
        return problems;
      }
    }
    if (hasSymbols() && symbolNames() > pages.size()) {
      problems.add(tooShort("the symbol table is", symbolNames()));
    }
    certificates()
        .filter(table -> table.end() > pages.size())
        .ifPresent(table -> problems.add(tooShort("the certificate table is", table.end())));
    if (problems.isEmpty()) {
      addAppended(problems);
    }
    return problems;
  }

  /** Returns where the code begins, relative to the image; 0 in what has none of its own. */
  long entryPoint() {
    return entryPoint;
  }

  Directory relocations() {
    return directory(RELOCATIONS);
  }

  /** Returns whether the byte that is loaded at {@code address} is in some section. */
  boolean holds(long address) {
    return sections.stream().anyMatch(section -> section.holds(address));
  }

  private PeProblem tooShort(String what, long end) {
    return new PeProblem(
        PeProblem.Kind.TRUNCATED,
        what
            + " said to end at byte "
            + Pages.grouped(end)
            + ", and the file has "
            + Pages.grouped(pages.size()));
  }

  private void addAppended(List<PeProblem> problems) throws IOException {
    long known = knownEnd();
    Optional<CertificateTable> table = certificates();
    if (table.isPresent() && table.get().offset() < known) {
      problems.add(
          new PeProblem(
              PeProblem.Kind.DAMAGED,
              "the certificate table is said to begin at byte "
                  + Pages.grouped(table.get().offset())
                  + ", within what ends at "
                  + Pages.grouped(known)));
      return;
    }
    long before = table.map(CertificateTable::offset).orElse(pages.size()) - known;
    if (before >= (table.isPresent() ? CERTIFICATE_ALIGNMENT : 1)) {
      problems.add(appended(before, "the last section", known));
    }
    table.ifPresent(
        there -> {
          long behind = pages.size() - there.end();
          if (behind > 0) {
            problems.add(appended(behind, "the certificate table", there.end()));
          }
        });
  }

  private static PeProblem appended(long count, String what, long from) {
    return new PeProblem(
        PeProblem.Kind.APPENDED_BYTES,
        Pages.grouped(count)
            + (count == 1 ? " byte follows " : " bytes follow ")
            + what
            + ", from byte "
            + Pages.grouped(from)
            + " on, and "
            + (count == 1 ? "is" : "are")
            + " no signature");
  }

  /** Returns the end of all that the headers know of but signatures. */
  private long knownEnd() throws IOException {
    long end = Math.min(headerBytes, pages.size());
    for (Section section : sections) {
      end = Math.max(end, section.end());
    }
    return Math.max(end, Math.max(endOfSymbols(), endOfDebugData()));
  }

  /** The symbols that some linkers leave behind the sections, and their names. */
  private long endOfSymbols() throws IOException {
    long names = symbolNames();
    return symbolTable == 0 || names + Integer.BYTES > pages.size()
        ? 0
        : Math.min(pages.size(), names + pages.unsignedInt(names, "the symbol names"));
  }

  private long symbolNames() {
    return symbolTable + symbols * SYMBOL_BYTES;
  }

  /** Where they were taken out again, the header may still say where they were. */
  private boolean hasSymbols() {
    return symbolTable > 0 && symbols > 0 && (characteristics & SYMBOLS_STRIPPED) == 0;
  }

  private long endOfDebugData() throws IOException {
    Directory debug = directory(DEBUG);
    long end = 0;
    if (debug.isThere() && holds(debug.address())) {
      long start = offsetOf(debug.address(), "the debug directory");
      long count = Math.min(debug.size() / DEBUG_ENTRY_BYTES, MOST_DEBUG_ENTRIES);
      for (long at = start; at < start + count * DEBUG_ENTRY_BYTES; at += DEBUG_ENTRY_BYTES) {
        ByteBuffer entry = pages.bytes(at, DEBUG_ENTRY_BYTES, "the debug directory");
        long size = entry.getInt(16) & 0xFFFF_FFFFL;
        long offset = entry.getInt(24) & 0xFFFF_FFFFL;
        if (offset > 0 && offset + size <= pages.size()) {
          end = Math.max(end, offset + size);
        }
      }
    }
    return end;
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }

  private static PeFormatException damaged(String text) {
    return new PeFormatException(PeProblem.Kind.DAMAGED, text);
  }
}
