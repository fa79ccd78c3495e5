package io.kbaudit.cli;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.report.InspectedFiles.CodeClash;
import io.kbaudit.report.InspectedFiles.Inspected;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The package codes of inspected files, and which of them stand for several contents. */
final class PackageCodes {
  /** So many different contents of one code are compared; more are as bad. */
  private static final int CONTENTS_AT_MOST = 20;

  private final Map<String, List<Path>> unlike = new LinkedHashMap<>();

  void add(Path file, Inspected inspected) throws IOException {
    Optional<String> code =
        inspected instanceof InspectedPackage read
                && !read.inspection().kind().equals(Optional.of(MsiKind.TRANSFORM))
            ? read.inspection().summary().flatMap(SummaryInformation::packageCode)
            : Optional.empty();
    if (code.isEmpty()) {
      return;
    }
    List<Path> others = unlike.computeIfAbsent(code.get(), key -> new ArrayList<>(1));
    if (others.size() >= CONTENTS_AT_MOST) {
      return;
    }
    for (Path other : others) {
      if (Files.mismatch(other, file) < 0) {
        return;
      }
    }
    others.add(file);
  }

  /** Returns the codes that stand for several contents, in the order in which they were found. */
  List<CodeClash> clashes() {
    return unlike.entrySet().stream()
        .filter(code -> code.getValue().size() > 1)
        .map(
            code ->
                new CodeClash(
                    code.getKey(), code.getValue().stream().map(ObservedFile::named).toList()))
        .toList();
  }
}
