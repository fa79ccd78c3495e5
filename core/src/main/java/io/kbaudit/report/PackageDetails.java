package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.msi.AppliedTransform;
import io.kbaudit.msi.InstalledFiles;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.msi.Table;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a Windows Installer file beyond its inspection, as far as it was asked for.
 * Immutable.
 *
 * @param rowCounts rows by table; empty where they were not counted
 * @param installed the files that it installs
 * @param contents what it holds besides its tables
 * @param database its tables, to be read when they are written
 * @param transform what the file was changed by before all this was read
 */
public record PackageDetails(
    Map<String, Integer> rowCounts,
    Optional<InstalledFiles> installed,
    Optional<MsiContents> contents,
    Optional<Tables> database,
    Optional<Transformation> transform) {
  /** Nothing was asked for. */
  public static final PackageDetails NONE =
      new PackageDetails(
          Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A transform that was applied.
   *
   * @param path as its user named it, with slashes
   */
  public record Transformation(String path, AppliedTransform applied) {
    /** Checks that nothing is null. */
    public Transformation {
      requireNonNull(path, "path");
      requireNonNull(applied, "applied");
    }
  }

  /** All tables of a file, of which no more than one is in memory. */
  public interface Tables {
    /**
     * Reads one table after the other.
     *
     * @throws IOException if the file cannot be read, or by the visitor
     */
    void visit(Visitor visitor) throws IOException;
  }

  /** What is done with each table. */
  public interface Visitor {
    /** Takes a table. */
    void table(Table table) throws IOException;

    /** Takes that a table cannot be read, and why, in half a sentence. */
    void damaged(String name, String problem) throws IOException;
  }

  /** Copies the counts. */
  public PackageDetails {
    rowCounts = Map.copyOf(rowCounts);
    requireNonNull(installed, "installed");
    requireNonNull(contents, "contents");
    requireNonNull(database, "database");
    requireNonNull(transform, "transform");
  }

  /** Returns these details with the rows of tables counted. */
  public PackageDetails withRowCounts(Map<String, Integer> counts) {
    return new PackageDetails(counts, installed, contents, database, transform);
  }

  /** Returns these details with the files that the package installs. */
  public PackageDetails withInstalled(InstalledFiles files) {
    return new PackageDetails(rowCounts, Optional.of(files), contents, database, transform);
  }

  /** Returns these details with what the file holds besides its tables. */
  public PackageDetails withContents(MsiContents held) {
    return new PackageDetails(rowCounts, installed, Optional.of(held), database, transform);
  }

  /** Returns these details with all tables. */
  public PackageDetails withDatabase(Tables tables) {
    return new PackageDetails(rowCounts, installed, contents, Optional.of(tables), transform);
  }

  /** Returns these details of a file that a transform changed. */
  public PackageDetails withTransform(Transformation applied) {
    return new PackageDetails(rowCounts, installed, contents, database, Optional.of(applied));
  }
}
