package io.kbaudit.audit.check;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.KeyFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.registry.KeyPath;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.text.English;
import io.kbaudit.text.PortablePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is in the folder to which programs are installed, of which an inventory was taken. A
 * registered path is of that folder if an element of it has the folder's name.
 */
final class ProgramFolder {
  /** Of this name there is no folder on a path. */
  private static final FileName NOWHERE = FileName.ofStored("?");

  private final FileName folder;
  private final boolean recursive;
  private final Map<List<FileName>, ObservedFile> files = new HashMap<>();

  /** Folders below of which it is not known what is in them. */
  private final Set<List<FileName>> unseen = new HashSet<>();

  ProgramFolder(Inventory inventory) {
    this.folder =
        FileName.lastOf(PortablePath.withoutSlashesBehind(inventory.folder())).orElse(NOWHERE);
    this.recursive = inventory.recursive();
    for (ObservedFile file : inventory.files()) {
      files.put(elements(file.path()), file);
    }
    inventory.gaps().forEach(gap -> unseen.add(elements(gap.path())));
    inventory.linkLoops().forEach(path -> unseen.add(elements(path)));
  }

  private static List<FileName> elements(String path) {
    List<FileName> elements = new ArrayList<>();
    for (String element : path.replace('\\', '/').split("/", -1)) {
      if (!element.isEmpty()) {
        elements.add(FileName.ofStored(element));
      }
    }
    return elements;
  }

  /**
   * What became of the files of a product.
   *
   * @param there how many are where they are registered
   * @param notCovered how many are registered where nobody looked
   */
  record Seen(FileName folder, int there, List<String> gone, List<String> older, int notCovered) {
    /** Returns what keeps the product from passing; absent where nothing does. */
    Optional<Outcome> objection() {
      if (!gone.isEmpty()) {
        return Optional.of(
            new Outcome.Failed(
                "the files that are registered, in " + folder,
                gone.size()
                    + (gone.size() == 1 ? " is gone: " : " are gone: ")
                    + English.enumerate(gone),
                Cause.INSTALLED_FILE_GONE));
      }
      if (!older.isEmpty()) {
        return Optional.of(
            new Outcome.Failed(
                "the files that are registered, in "
                    + folder
                    + ", of the package's versions or later",
                English.enumerate(older),
                Cause.INSTALLED_FILE_OLDER));
      }
      return there == 0 && notCovered > 0
          ? Optional.of(new Outcome.Undecided(described(), Cause.NOT_READ))
          : Optional.empty();
    }

    /** Returns how many of the files were looked for, in a clause. */
    String described() {
      if (there == 0 && notCovered == 0) {
        return "no file of it is registered that could be looked for";
      }
      if (notCovered == 0) {
        return English.counted(there, "registered file") + " there";
      }
      return there
          + " of "
          + English.counted(there + notCovered, "registered file")
          + " there, and the others not in what was looked at of "
          + folder;
    }
  }

  /** Looks for the files of {@code product}. */
  Seen look(MsiInspection inspection, RegisteredProduct product) {
    Map<String, FileVersion> versions = new HashMap<>();
    for (KeyFile each : inspection.keyFiles()) {
      versions.put(each.component(), each.version());
    }
    int there = 0;
    int notCovered = 0;
    List<String> gone = new ArrayList<>();
    List<String> older = new ArrayList<>();
    for (KeyPath keyPath : product.keyPaths()) {
      Optional<String> path = keyPath.file();
      if (path.isEmpty()) {
        continue;
      }
      List<List<FileName>> below = below(path.get());
      Optional<ObservedFile> file =
          below.stream().flatMap(each -> Optional.ofNullable(files.get(each)).stream()).findFirst();
      if (file.isPresent()) {
        there++;
        Optional.ofNullable(versions.get(keyPath.component()))
            .flatMap(version -> olderThan(version, file.get()))
            .ifPresent(version -> older.add(path.get() + " is " + version));
      } else if (below.isEmpty() || below.stream().anyMatch(this::isUnseen)) {
        notCovered++;
      } else {
        gone.add(path.get());
      }
    }
    return new Seen(folder, there, gone, older, notCovered);
  }

  /** Returns what a path is below each folder on it that has this one's name. */
  private List<List<FileName>> below(String path) {
    List<FileName> elements = elements(path);
    List<List<FileName>> below = new ArrayList<>();
    for (int i = 0; i < elements.size() - 1; i++) {
      if (elements.get(i).equals(folder)) {
        below.add(elements.subList(i + 1, elements.size()));
      }
    }
    return below;
  }

  private boolean isUnseen(List<FileName> path) {
    if (!recursive && path.size() > 1) {
      return true;
    }
    for (int i = 1; i < path.size(); i++) {
      if (unseen.contains(path.subList(0, i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the version of a file, and that it is lower; absent where it is not, or has none. */
  private static Optional<String> olderThan(FileVersion wanted, ObservedFile file) {
    if (!(file instanceof ObservedFile.Readable readable)) {
      return Optional.empty();
    }
    return readable
        .executable()
        .flatMap(read -> read.fileVersions().stream().max(Comparator.naturalOrder()))
        .or(readable::listedVersion)
        .filter(wanted::isAbove)
        .map(found -> found + ", and the package has " + wanted);
  }
}
