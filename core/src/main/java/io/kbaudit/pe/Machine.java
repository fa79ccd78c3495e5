package io.kbaudit.pe;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file was built for. Immutable.
 *
 * @param code as stored ("PE Format", Machine Types); absent in formats of 16 bits, which know x86
 *     alone
 */
public record Machine(Optional<Integer> code) {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x014c, "x86"),
          Map.entry(0x0162, "mips"),
          Map.entry(0x0166, "mips"),
          Map.entry(0x0168, "mips"),
          Map.entry(0x0169, "mips"),
          Map.entry(0x0184, "alpha"),
          Map.entry(0x01a2, "sh3"),
          Map.entry(0x01a3, "sh3"),
          Map.entry(0x01a6, "sh4"),
          Map.entry(0x01a8, "sh5"),
          Map.entry(0x01c0, "arm"),
          Map.entry(0x01c2, "arm"),
          Map.entry(0x01c4, "arm"),
          Map.entry(0x01f0, "ppc"),
          Map.entry(0x01f1, "ppc"),
          Map.entry(0x0200, "ia64"),
          Map.entry(0x0266, "mips16"),
          Map.entry(0x0284, "alpha"),
          Map.entry(0x0366, "mips"),
          Map.entry(0x0466, "mips16"),
          Map.entry(0x0ebc, "efi"),
          Map.entry(0x8664, "x64"),
          Map.entry(0xaa64, "arm64"));

  /** Of the formats before PE. */
  static final Machine X86_16 = new Machine(Optional.empty());

  static Machine of(int code) {
    return new Machine(Optional.of(code));
  }

  /** Returns the processor's name, as articles spell it: {@code x64}; absent where it has none. */
  public Optional<String> processor() {
    return code.isEmpty() ? Optional.of("x86") : Optional.ofNullable(NAMES.get(code.get()));
  }

  /** Returns the stable id that reports print: {@code x64}, or the code as {@code 0x9041}. */
  public String id() {
    return code.isEmpty()
        ? "x86-16"
        : processor().orElseGet(() -> String.format(Locale.ROOT, "0x%04x", code.get()));
  }
}
