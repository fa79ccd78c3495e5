package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a package installs, as far as its tables can be read. Immutable.
 *
 * @param files in the order stored, each read when it is asked for; absent where there is no File
 *     table, which is not the same as an empty one, or it cannot be read
 * @param problems why something is absent, in half a sentence each
 */
public record InstalledFiles(Optional<List<InstalledFile>> files, List<String> problems) {
  /** Copies the problems. */
  public InstalledFiles {
    requireNonNull(files, "files");
    problems = List.copyOf(problems);
  }

  /** Reads the tables of {@code msi}; one that is damaged is said, and the others are read. */
  public static InstalledFiles of(MsiFile msi) throws IOException {
    return new Reading(msi).files();
  }

  private static final class Reading {
    private final MsiFile msi;
    private final List<String> problems = new ArrayList<>();

    Reading(MsiFile msi) {
      this.msi = msi;
    }

    InstalledFiles files() throws IOException {
      Optional<Table> file = table("File");
      if (file.isEmpty()) {
        if (problems.isEmpty()) {
          problems.add("there is no File table");
        }
        return new InstalledFiles(Optional.empty(), problems);
      }
      problems.addAll(PackagedFile.missingColumns(file.get()));
      Optional<Map<String, String>> components = components();
      Optional<Directories> directories =
          texts("Directory", "Directory", "Directory_Parent", "DefaultDir").map(Directories::new);
      Optional<FileHashes> hashes = hashes(file.get());
      Table table = file.get();
      List<InstalledFile> files =
          new AbstractList<>() {
            @Override
            public InstalledFile get(int index) {
              PackagedFile row = PackagedFile.ofWhatThereIs(table.rows().get(index));
              return located(row, components, directories, hashes);
            }

            @Override
            public int size() {
              return table.rows().size();
            }
          };
      return new InstalledFiles(Optional.of(files), problems);
    }

    private Optional<Map<String, String>> components() throws IOException {
      return texts("Component", "Component", "Directory_")
          .map(
              table -> {
                Map<String, String> directories = new HashMap<>();
                for (Table.Row row : table.rows()) {
                  directories.putIfAbsent(
                      row.text("Component").orElse(""), row.text("Directory_").orElse(""));
                }
                return directories;
              });
    }

    /** The table of hashes is one that a package may do without. */
    private Optional<FileHashes> hashes(Table files) throws IOException {
      Optional<Table> table = table("MsiFileHash");
      if (table.isEmpty()) {
        return Optional.empty();
      }
      try {
        FileHashes hashes = FileHashes.of(table.get());
        int left = left(hashes, files);
        if (left > 0) {
          problems.add("MsiFileHash has the hashes of " + left + " files that File does not list");
        }
        return Optional.of(hashes);
      } catch (MsiFormatException e) {
        problems.add(e.problem().text());
        return Optional.empty();
      }
    }

    private static int left(FileHashes hashes, Table files) {
      Set<String> left = new HashSet<>(hashes.files());
      for (Table.Row row : files.rows()) {
        left.remove(PackagedFile.ofWhatThereIs(row).id());
      }
      return left.size();
    }

    private Optional<Table> texts(String name, String... columns) throws IOException {
      int before = problems.size();
      Optional<Table> table = table(name);
      if (table.isEmpty()) {
        if (problems.size() == before) {
          problems.add("there is no " + name + " table");
        }
        return table;
      }
      try {
        return Optional.of(table.get().requireTexts(columns));
      } catch (MsiFormatException e) {
        problems.add(e.problem().text());
        return Optional.empty();
      }
    }

    private Optional<Table> table(String name) throws IOException {
      try {
        return msi.table(name);
      } catch (MsiFormatException e) {
        problems.add(e.problem().text());
        return Optional.empty();
      }
    }

    /** What a table as a whole lacks is not said again for each of its files. */
    private static InstalledFile located(
        PackagedFile row,
        Optional<Map<String, String>> components,
        Optional<Directories> directories,
        Optional<FileHashes> hashes) {
      List<String> missing = new ArrayList<>();
      Optional<String> folder = Optional.empty();
      if (components.isPresent()) {
        String directory = components.get().get(row.component());
        if (directory == null) {
          missing.add("there is no component '" + row.component() + "'");
        } else if (directories.isPresent()) {
          Directories.Resolved resolved = directories.get().resolve(directory);
          folder = resolved.path();
          resolved.problem().ifPresent(missing::add);
        }
      }
      Optional<String> md5 = hashes.flatMap(known -> known.of(row.id(), missing));
      return new InstalledFile(row, md5, folder, missing);
    }
  }
}
