package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.pe.PeInspection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Windows Installer files, programs, libraries and drivers say about themselves: the matter of
 * inspection reports.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param files in the order in which they are reported
 * @param unreadable those of which nothing can be said
 */
public record InspectedFiles(List<Inspected> files, List<Unreadable> unreadable) {
  /** A file that was read. */
  public sealed interface Inspected {
    /** Returns its path as its user named it, with slashes. */
    String path();

    /** Returns whether nothing about it is damaged. */
    boolean sound();
  }

  /**
   * A Windows Installer file that was read, or what was taken for one.
   *
   * @param rowCounts rows by table; empty where they were not counted
   * @param installed the files that it installs; absent where they were not asked for
   */
  public record InspectedPackage(
      String path,
      MsiInspection inspection,
      Map<String, Integer> rowCounts,
      Optional<InstalledFiles> installed)
      implements Inspected {
    /** Copies the counts. */
    public InspectedPackage {
      requireNonNull(path, "path");
      requireNonNull(inspection, "inspection");
      requireNonNull(installed, "installed");
      rowCounts = Map.copyOf(rowCounts);
    }

    /** Creates a package of whose files nothing was asked. */
    public InspectedPackage(String path, MsiInspection inspection, Map<String, Integer> rowCounts) {
      this(path, inspection, rowCounts, Optional.empty());
    }

    @Override
    public boolean sound() {
      return inspection.sound();
    }
  }

  /** A program, library or driver that was read, or what was taken for one. */
  public record InspectedProgram(String path, PeInspection inspection) implements Inspected {
    /** Checks that nothing is null. */
    public InspectedProgram {
      requireNonNull(path, "path");
      requireNonNull(inspection, "inspection");
    }

    @Override
    public boolean sound() {
      return inspection.sound();
    }
  }

  /**
   * A file that could not be read, or a folder that could not be listed.
   *
   * @param path as its user named it, with slashes
   * @param reason half a sentence
   */
  public record Unreadable(String path, String reason) {
    /** Checks that nothing is null. */
    public Unreadable {
      requireNonNull(path, "path");
      requireNonNull(reason, "reason");
    }
  }

  /** Copies the lists. */
  public InspectedFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /** Returns how many of the files that were read are sound. */
  public int soundCount() {
    return (int) files.stream().filter(Inspected::sound).count();
  }
}
