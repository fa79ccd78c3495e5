package io.kbaudit.pe;

import io.kbaudit.file.FileVersion;
import io.kbaudit.pe.VersionBlock.Width;
import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads version resources, and says what of them it could not read. */
final class VersionReader {
  private static final String ROOT = "VS_VERSION_INFO";
  private static final String STRINGS = "StringFileInfo";
  private static final String VARIABLES = "VarFileInfo";
  private static final String TRANSLATION = "Translation";

  /** {@code VS_FIXEDFILEINFO}, dwSignature. */
  private static final int FIXED_SIGNATURE = 0xFEEF04BD;

  private static final int FIXED_BYTES = 52;

  /** The length of a block has 16 bits. */
  private static final int LARGEST = 0xFFFF;

  private final Pages pages;
  private final Width width;
  private final List<PeProblem> problems;

  VersionReader(Pages pages, Width width, List<PeProblem> problems) {
    this.pages = pages;
    this.width = width;
    this.problems = problems;
  }

  /**
   * Reads a resource as far as it can be.
   *
   * @throws PeFormatException if it is not within the file, or not read
   */
  VersionResource read(VersionData data) throws IOException {
    String what = "the version resource at byte " + Pages.grouped(data.offset());
    int size = (int) Math.min(data.size(), LARGEST);
    if (size >= Short.BYTES) {
      size = Math.min(size, pages.unsignedShort(data.offset(), what));
    }
    ByteBuffer resource = pages.bytes(data.offset(), size, what);
    Optional<VersionBlock> root = VersionBlock.at(resource, 0, size, width);
    if (root.isEmpty() || !root.get().key().equals(ROOT)) {
      problems.add(bad(what + " does not begin with " + ROOT + ", and is not read"));
      return new VersionResource(data.language(), Optional.empty(), List.of(), List.of());
    }
    List<StringTable> strings = new ArrayList<>();
    List<Translation> translations = new ArrayList<>();
    for (VersionBlock block : blocks(root.get(), resource, what)) {
      if (block.key().equals(STRINGS)) {
        for (VersionBlock table : blocks(block, resource, what)) {
          strings.add(new StringTable(table.key(), values(table, resource, what)));
        }
      } else if (block.key().equals(VARIABLES)) {
        for (VersionBlock variable : blocks(block, resource, what)) {
          if (variable.key().equals(TRANSLATION)) {
            translations.addAll(translations(variable));
          }
        }
      }
    }
    return new VersionResource(data.language(), fixed(root.get(), what), strings, translations);
  }

  private List<VersionBlock> blocks(VersionBlock around, ByteBuffer resource, String what) {
    List<VersionBlock> blocks = around.blocks(resource, width);
    if (!around.isFilledBy(blocks, resource)) {
      problems.add(
          bad(
              what
                  + ": a block in "
                  + around.key()
                  + " has a length that does not fit, and is not read, nor is what follows it"));
    }
    return blocks;
  }

  private Map<String, String> values(VersionBlock table, ByteBuffer resource, String what) {
    Map<String, String> values = new LinkedHashMap<>();
    for (VersionBlock string : blocks(table, resource, what)) {
      values.put(string.key(), string.text(width));
    }
    return values;
  }

  private static List<Translation> translations(VersionBlock variable) {
    List<Translation> translations = new ArrayList<>();
    int bytes = Math.min(variable.statedLength(), variable.value().limit());
    for (int at = 0; at + 4 <= bytes; at += 4) {
      translations.add(
          new Translation(
              variable.value().getShort(at) & 0xFFFF, variable.value().getShort(at + 2) & 0xFFFF));
    }
    return translations;
  }

  private Optional<FixedFileInfo> fixed(VersionBlock root, String what) {
    ByteBuffer value = root.value();
    int bytes = Math.min(root.statedLength(), value.limit());
    if (bytes == 0) {
      return Optional.empty();
    }
    if (bytes < FIXED_BYTES || value.getInt(0) != FIXED_SIGNATURE) {
      problems.add(bad(what + " has fixed file info of " + bytes + " bytes that is none"));
      return Optional.empty();
    }
    return Optional.of(
        new FixedFileInfo(
            FileVersion.ofHalves(value.getInt(8), value.getInt(12)),
            FileVersion.ofHalves(value.getInt(16), value.getInt(20)),
            value.getInt(28),
            value.getInt(24),
            value.getInt(36)));
  }

  private static PeProblem bad(String text) {
    return new PeProblem(PeProblem.Kind.BAD_VALUE, text);
  }
}
