package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;

/** Asks a file all that can be asked of it. */
final class Everything {
  private interface Question {
    Object answer() throws IOException;
  }

  private Everything() {}

  /**
   * Asks each question, whatever became of those before. That a file is no good, as {@link
   * MsiFormatException} says, is an answer; whatever else is thrown is not.
   *
   * @return what an inspection said
   */
  static MsiInspection askedOf(Path path) throws IOException {
    MsiInspection inspection = MsiInspection.of(path);
    inspection.problems().forEach(Everything::requireText);
    ask(inspection::template);
    ask(inspection::lastSaved);
    ask(() -> inspection.property("ProductName"));
    try (MsiFile msi = MsiFile.open(path)) {
      ask(msi::kind);
      ask(() -> msi.summary().packageCode());
      ask(msi::tableNames);
      ask(msi::properties);
      ask(msi::files);
      ask(msi::streamNames);
      ask(() -> charactersOfAllTables(msi));
    } catch (MsiFormatException e) {
      requireText(e.problem());
    }
    return inspection;
  }

  static long charactersOfAllTables(MsiFile msi) throws IOException {
    long characters = 0;
    for (String name : msi.tableNames()) {
      try {
        characters += msi.table(name).map(Everything::characters).orElse(0L);
      } catch (MsiFormatException e) {
        requireText(e.problem());
      }
    }
    return characters;
  }

  /** Reads each cell, and returns how much text there is. */
  private static long characters(Table table) {
    long characters = 0;
    for (Table.Row row : table.rows()) {
      for (int i = 0; i < table.columns().size(); i++) {
        characters += row.value(i).map(String::length).orElse(0);
      }
    }
    return characters;
  }

  private static void ask(Question question) throws IOException {
    try {
      requireNonNull(question.answer());
    } catch (MsiFormatException e) {
      requireText(e.problem());
    }
  }

  private static void requireText(MsiProblem problem) {
    if (problem.text().isBlank()) {
      throw new AssertionError("a problem without words");
    }
  }
}
