package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Template property of a summary ("Template Summary property", Windows Installer reference).
 * Immutable.
 *
 * @param text as stored: {@code x64;1033}, or of a patch the codes of the products that it changes
 * @param platform as spelt there; an empty one means {@code Intel}; absent in a patch
 * @param languages decimal LCIDs ([MS-LCID]), 0 for neutral; none where the template names none
 * @param targetProducts of a patch: product codes with their braces
 */
public record Template(
    String text, Optional<String> platform, List<Integer> languages, List<String> targetProducts) {
  /** What an empty platform stands for. */
  private static final String INTEL = "Intel";

  private static final Pattern LCID = Pattern.compile("[0-9]{1,5}");

  /** One platform or several, which may stand alone, without any languages. */
  private static final Pattern PLATFORMS =
      Pattern.compile("\\s*+(?:\\p{L}++[0-9]{0,2}+(?:\\s*+,\\s*+\\p{L}++[0-9]{0,2}+)*+\\s*+)?+");

  /** A language where platforms should stand, as in {@code Intel,1031}. */
  private static final Pattern AMONG_PLATFORMS = Pattern.compile(",\\s*[0-9]");

  private static final Pattern PRODUCT_CODE = Pattern.compile("\\{[0-9A-Fa-f-]{36}\\}");

  /** Copies the lists. */
  public Template {
    requireNonNull(text, "text");
    requireNonNull(platform, "platform");
    languages = List.copyOf(languages);
    targetProducts = List.copyOf(targetProducts);
  }

  /**
   * Returns where the languages are stated in another way than by decimal LCIDs, as stored; absent
   * where all are read, or none is stated. Of a patch it is absent too.
   */
  public Optional<String> unreadLanguages() {
    if (platform.isEmpty()) {
      return Optional.empty();
    }
    String[] fields = text.split(";", -1);
    if ((fields.length == 1 && !PLATFORMS.matcher(text).matches())
        || AMONG_PLATFORMS.matcher(fields[0]).find()) {
      return Optional.of(text);
    }
    boolean read =
        Arrays.stream(fields).skip(2).allMatch(String::isBlank)
            && (fields.length == 1
                || Arrays.stream(fields[1].split(",", -1))
                    .map(String::strip)
                    .allMatch(language -> language.isEmpty() || LCID.matcher(language).matches()));
    return read
        ? Optional.empty()
        : Optional.of(Arrays.stream(fields).skip(1).collect(Collectors.joining(";")).strip());
  }

  /** Returns what {@code text} means in a file of this kind. */
  static Template parse(String text, MsiKind kind) {
    List<String> parts = Arrays.asList(text.split(";", -1));
    List<String> products =
        parts.stream().map(String::strip).filter(p -> PRODUCT_CODE.matcher(p).matches()).toList();
    if (kind == MsiKind.PATCH && !products.isEmpty()) {
      return new Template(text, Optional.empty(), List.of(), products);
    }
    List<Integer> languages = new ArrayList<>();
    for (String language : parts.size() < 2 ? new String[0] : parts.get(1).split(",", -1)) {
      if (LCID.matcher(language.strip()).matches()) {
        languages.add(Integer.valueOf(language.strip()));
      }
    }
    String platform = parts.get(0).strip();
    return new Template(
        text, Optional.of(platform.isEmpty() ? INTEL : platform), languages, List.of());
  }
}
