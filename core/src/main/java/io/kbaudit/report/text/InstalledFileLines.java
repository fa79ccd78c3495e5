package io.kbaudit.report.text;

import io.kbaudit.msi.InstalledFile;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.PackagedFile;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files that a package installs, for people: two lines each, however many there are. */
final class InstalledFileLines {
  private InstalledFileLines() {}

  static void write(TextPage page, InstalledFiles installed) throws IOException {
    for (String problem : installed.problems()) {
      page.paragraph(4, Printable.line(problem));
    }
    if (installed.files().isEmpty()) {
      return;
    }
    if (installed.files().get().isEmpty()) {
      page.line("    none; its File table is empty");
    }
    for (InstalledFile file : installed.files().get()) {
      page.paragraph(4, nameAndSize(file));
      page.paragraph(8, details(file));
      for (String problem : file.problems()) {
        page.paragraph(8, Printable.line(problem));
      }
    }
  }

  private static String nameAndSize(InstalledFile file) {
    String name = file.path().isEmpty() ? "(no name)" : Printable.line(file.path());
    return name
        + ", "
        + (file.row().sizeBytes().isPresent()
            ? English.counted(file.row().sizeBytes().getAsInt(), "byte")
            : "no size");
  }

  private static String details(InstalledFile file) {
    PackagedFile row = file.row();
    List<String> details = new ArrayList<>();
    row.version().ifPresent(version -> details.add("version " + Printable.excerpt(version)));
    row.language().ifPresent(language -> details.add("language " + Printable.excerpt(language)));
    file.md5().ifPresent(md5 -> details.add("MD5 " + md5));
    details.add("file " + Printable.excerpt(row.id()));
    details.add("component " + Printable.excerpt(row.component()));
    if (row.attributes().isPresent()) {
      List<String> names = file.attributeNames();
      details.add(
          "attributes "
              + row.attributes().getAsInt()
              + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")"));
    }
    return String.join("; ", details);
  }
}
