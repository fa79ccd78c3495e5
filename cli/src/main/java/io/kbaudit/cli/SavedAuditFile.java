package io.kbaudit.cli;

import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A saved audit that an argument names.
 *
 * @param name a file's, or - for standard input
 */
record SavedAuditFile(String name) {
  /** Returns the parameter that names one. */
  static PositionalParamSpec parameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity("1")
        .required(true)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  boolean isStandardInput() {
    return name.equals(Articles.STANDARD_INPUT);
  }

  /** Returns the file, over which no report may be written; none for standard input. */
  List<Path> files() throws CannotAskException {
    return isStandardInput() ? List.of() : List.of(Paths.parse(name));
  }

  SavedAudit open(Console console) throws CannotAskException {
    try {
      if (isStandardInput()) {
        return SavedAudit.copied(console.in(), "standard input");
      }
      Path file = Paths.parse(name);
      if (Files.isDirectory(file)) {
        throw new CannotAskException("'" + name + "' is a folder, not a saved audit");
      }
      return SavedAudit.open(file);
    } catch (IOException e) {
      throw cannotBeRead(e);
    }
  }

  /** Returns that it cannot be read, as a sentence. */
  CannotAskException cannotBeRead(IOException e) {
    return e instanceof SavedAuditException
        ? new CannotAskException(Paths.reason(e), e)
        : new CannotAskException(
            "the saved audit '" + name + "' cannot be read: " + Paths.reason(e), e);
  }
}
