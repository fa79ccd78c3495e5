package io.kbaudit.audit.match;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of a product that a package gives itself; its title is that of all packages. */
final class StatedNames {
  /** No file system that Windows has takes a longer name; what is longer is a text, and no name. */
  static final int LONGEST = 255;

  /**
   * One name.
   *
   * @param source the property that holds it
   */
  record StatedName(String source, String text, Words words) {
    /** Returns for example {@code ProductName 'DNS Client'}. */
    @Override
    public String toString() {
      return source + " " + English.quoted(text);
    }
  }

  private StatedNames() {}

  static List<StatedName> of(ObservedFile.Readable file) {
    return file.inspection().map(StatedNames::of).orElse(List.of());
  }

  private static List<StatedName> of(MsiInspection inspection) {
    String property =
        inspection.kind().orElse(MsiKind.PACKAGE) == MsiKind.PATCH ? "DisplayName" : "ProductName";
    List<StatedName> names = new ArrayList<>();
    add(names, property, inspection.property(property));
    add(names, "Subject", inspection.summary().flatMap(SummaryInformation::subject));
    return names;
  }

  private static void add(List<StatedName> names, String source, Optional<String> text) {
    if (text.isPresent() && text.get().length() <= LONGEST) {
      Words words = Words.of(text.get());
      if (!words.isEmpty()) {
        names.add(new StatedName(source, text.get(), words));
      }
    }
  }
}
