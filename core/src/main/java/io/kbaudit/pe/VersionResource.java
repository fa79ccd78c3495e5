package io.kbaudit.pe;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version resource: what a file says of itself ({@code VS_VERSIONINFO}). Immutable.
 *
 * @param language of the resource, as in [MS-LCID] 2.2; 0 for neutral, and in formats of 16 bits
 * @param fixed absent where it has none, or another than its signature says
 * @param strings one table for each language
 * @param translations which languages it is for; empty where it does not say
 */
public record VersionResource(
    int language,
    Optional<FixedFileInfo> fixed,
    List<StringTable> strings,
    List<Translation> translations) {
  /** As VerQueryValue knows it. */
  public static final String FILE_VERSION = "FileVersion";

  public static final String PRODUCT_VERSION = "ProductVersion";
  public static final String ORIGINAL_FILENAME = "OriginalFilename";
  public static final String PRODUCT_NAME = "ProductName";
  public static final String COMPANY_NAME = "CompanyName";

  private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{8}");

  /**
   * A language and a code page.
   *
   * @param language as in [MS-LCID] 2.2; 0 for neutral
   */
  public record Translation(int language, int codePage) {
    /** Returns it as the key of a string table: {@code 040904b0}. */
    public String key() {
      return String.format(Locale.ROOT, "%04x%04x", language, codePage);
    }
  }

  /**
   * The strings of one language.
   *
   * @param key language and code page in hexadecimal, as stored: {@code 040904B0}
   * @param values by name, in the order stored; the last one of a name
   */
  public record StringTable(String key, Map<String, String> values) {
    private static final int LANGUAGE_DIGITS = 4;

    /** Copies the map. */
    public StringTable {
      requireNonNull(key, "key");
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns its language, as in [MS-LCID] 2.2; absent where the key is none. */
    public Optional<Integer> language() {
      return CODE.matcher(key).matches()
          ? Optional.of(Integer.parseInt(key.substring(0, LANGUAGE_DIGITS), 16))
          : Optional.empty();
    }
  }

  /** Copies the lists. */
  public VersionResource {
    requireNonNull(fixed, "fixed");
    strings = List.copyOf(strings);
    translations = List.copyOf(translations);
  }

  /** Returns what the string of this name is in each table that has one which is not blank. */
  public Stream<String> strings(String name) {
    return strings.stream()
        .flatMap(table -> Stream.ofNullable(table.values().get(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
