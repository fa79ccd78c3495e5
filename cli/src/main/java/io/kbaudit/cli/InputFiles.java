package io.kbaudit.cli;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files that an answer rests on, over which no report may be written. */
final class InputFiles {
  private final List<Path> files;

  /** Begins with the article and the profile. */
  InputFiles(NamedDeployment deployment) {
    this.files = new ArrayList<>(deployment.inputFiles());
  }

  /** Adds the listed files of an audited folder, and those taken for them. */
  void add(AuditResult result) throws CannotAskException {
    Set<FileName> listed = new HashSet<>();
    Set<String> audited = new HashSet<>();
    for (FileAudit file : result.files()) {
      listed.add(file.expected().name().best());
      file.observed().map(ObservedFile::path).ifPresent(audited::add);
    }
    Inventory inventory = result.inventory();
    Path folder = Paths.parse(inventory.folder());
    for (ObservedFile file : inventory.files()) {
      if (listed.contains(file.name()) || audited.contains(file.path())) {
        files.add(folder.resolve(file.path()));
      }
    }
  }

  /** Adds every file of a folder. */
  void addAll(Inventory inventory) throws CannotAskException {
    Path folder = Paths.parse(inventory.folder());
    inventory.files().forEach(file -> files.add(folder.resolve(file.path())));
  }

  /** Adds a file. */
  void add(String file) throws CannotAskException {
    files.add(Paths.parse(file));
  }

  List<Path> files() {
    return files;
  }
}
