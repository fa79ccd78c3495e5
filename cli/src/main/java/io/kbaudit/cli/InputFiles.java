package io.kbaudit.cli;

import io.kbaudit.Target;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.nio.file.Files;
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
    if (result.inventory().unreachable().isPresent()) {
      return; // there is no file, and perhaps no path
    }
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

  /** Returns the file that an option names, which must be there. */
  static Path existing(String option, String name) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException(option + " is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (!Files.exists(file)) {
      throw new CannotAskException(option + ": no such file: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException(option + " takes a file, and '" + name + "' is a folder");
    }
    return file;
  }

  /** Adds what was audited: a folder's files, or a file. */
  void add(Target target, AuditResult result) throws CannotAskException {
    if (target instanceof Target.Saved) {
      files.add(target.path());
    } else {
      add(result);
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
