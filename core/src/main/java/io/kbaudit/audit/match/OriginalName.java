package io.kbaudit.audit.match;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.VersionResource;
import java.util.List;
import java.util.Optional;

/**
 * A name under which a program, library or driver was built: its OriginalFilename.
 *
 * @param text as stated
 * @param name without a folder, and as the file itself would be named
 */
public record OriginalName(String text, FileName name) {
  /** The canonical end of the name of what holds the texts of a file in one language: a.dll.mui. */
  private static final String TEXTS = ".MUI";

  /** Checks that nothing is null. */
  public OriginalName {
    requireNonNull(text, "text");
    requireNonNull(name, "name");
  }

  /** Returns the names that {@code file} states; none where it states none, or is damaged. */
  public static List<OriginalName> statedBy(ObservedFile.Readable file) {
    return file
        .executable()
        .filter(PeInspection::sound)
        .map(executable -> executable.strings(VersionResource.ORIGINAL_FILENAME))
        .orElse(List.of())
        .stream()
        .flatMap(text -> find(text, file.name()).stream())
        .toList();
  }

  /** A file whose texts are beside it may state the name of those, and those that of the file. */
  private static Optional<OriginalName> find(String text, FileName own) {
    int folder = Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/'));
    return FileName.find(text.substring(folder + 1))
        .map(FileName::canonical)
        .map(
            name -> name.endsWith(TEXTS) ? name.substring(0, name.length() - TEXTS.length()) : name)
        .map(name -> own.canonical().endsWith(TEXTS) ? name + TEXTS : name)
        .flatMap(FileName::find)
        .map(name -> new OriginalName(text, name));
  }
}
