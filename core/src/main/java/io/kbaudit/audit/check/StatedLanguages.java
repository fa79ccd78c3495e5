package io.kbaudit.audit.check;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.VersionResource;
import io.kbaudit.pe.VersionResource.Translation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages that a file states.
 *
 * @param identifiers as in [MS-LCID] 2.2; empty where it is the same in all
 * @param whyNone why it states none, for people
 */
record StatedLanguages(List<Integer> identifiers, String whyNone) {
  /** The extension of the texts themselves, which bear the same mark as the file beside them. */
  private static final String TEXTS = "mui";

  /** Copies the list. */
  StatedLanguages {
    identifiers = List.copyOf(identifiers);
  }

  /** Returns what {@code file} states; absent where it does not say, as a patch does not. */
  static Optional<StatedLanguages> of(ObservedFile.Readable file) {
    return file.inspection()
        .flatMap(MsiInspection::template)
        .filter(template -> template.platform().isPresent())
        .map(StatedLanguages::of)
        .or(
            () ->
                file.executable()
                    .filter(PeInspection::sound)
                    .flatMap(executable -> of(executable, file.name().extension())));
  }

  private static StatedLanguages of(Template template) {
    return new StatedLanguages(template.languages(), "no language is named");
  }

  /** What has its texts beside it is of no language, whatever its version resource is worded in. */
  private static Optional<StatedLanguages> of(PeInspection executable, String extension) {
    if (executable.textsBeside() && !extension.equals(TEXTS)) {
      return Optional.of(new StatedLanguages(List.of(), "its texts are in files beside it"));
    }
    List<Integer> stated =
        executable.versions().stream().flatMap(StatedLanguages::languages).distinct().toList();
    return stated.isEmpty() ? Optional.empty() : Optional.of(new StatedLanguages(stated, ""));
  }

  /** Windows goes by the translations; where there are none, the tables of strings say it. */
  private static Stream<Integer> languages(VersionResource version) {
    return version.translations().isEmpty()
        ? version.strings().stream().flatMap(table -> table.language().stream())
        : version.translations().stream().map(Translation::language);
  }
}
