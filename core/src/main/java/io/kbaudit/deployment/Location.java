package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Printable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place that holds some of an article's files. Immutable.
 *
 * @param name a short word: {@code msi-share}
 * @param where for people: which server it is on
 * @param path the folder there, as a hint: {@code C:\MSIShare}
 * @param optional whether a deployment may do without it
 * @param several whether it is on each of several servers
 * @param files the names of the rows that belong there, in full where they are known; at least one
 */
public record Location(
    String name,
    String where,
    Optional<String> path,
    Phase phase,
    Acceptance acceptance,
    boolean optional,
    boolean several,
    FileNaming naming,
    Set<FileName> files) {

  /** Checks that something belongs there, and that it is held to no baseline. */
  public Location {
    requireNonNull(name, "name");
    requireNonNull(where, "where");
    requireNonNull(path, "path");
    requireNonNull(phase, "phase");
    requireNonNull(acceptance, "acceptance");
    requireNonNull(naming, "naming");
    files = Set.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("nothing belongs at " + name);
    }
    if (!acceptance.makesSenseWithoutBaseline()) {
      throw new IllegalArgumentException("no baseline belongs to " + name);
    }
  }

  /** Returns a location to go on from: one that every deployment has, once, by listed names. */
  public static Builder of(
      String name, String where, Phase phase, Acceptance acceptance, Set<FileName> files) {
    return new Builder(name, where, phase, acceptance, files);
  }

  /** Returns where it is, for people: "the first MPS server, MPS01, C:\MSIShare". */
  public String description() {
    return where + path.map(folder -> ", " + folder).orElse("");
  }

  /**
   * Returns the rows of {@code article} that belong here, in the article's order.
   *
   * @throws ProfileException if the article does not list one of {@link #files()}
   */
  public List<ExpectedFile> rowsOf(Article article) throws ProfileException {
    List<ExpectedFile> rows =
        article.rows().stream().filter(row -> files.contains(row.name().best())).toList();
    Set<FileName> unlisted = new HashSet<>(files);
    rows.forEach(row -> unlisted.remove(row.name().best()));
    if (!unlisted.isEmpty()) {
      throw new ProfileException(
          "location '"
              + name
              + "' holds '"
              + Printable.excerpt(unlisted.stream().sorted().findFirst().orElseThrow().spelling())
              + "', which the article "
              + Printable.excerpt(article.label())
              + " (from "
              + Printable.excerpt(article.source())
              + ") does not list");
    }
    return rows;
  }

  /** Collects what is said of a location. Not safe for use by several threads. */
  public static final class Builder {
    private final String name;
    private final String where;
    private final Phase phase;
    private final Acceptance acceptance;
    private final Set<FileName> files;
    private Optional<String> path = Optional.empty();
    private boolean optional;
    private boolean several;
    private FileNaming naming = FileNaming.AS_LISTED;

    private Builder(
        String name, String where, Phase phase, Acceptance acceptance, Set<FileName> files) {
      this.name = name;
      this.where = where;
      this.phase = phase;
      this.acceptance = acceptance;
      this.files = files;
    }

    /** Sets the folder, as a hint. */
    public Builder path(Optional<String> folder) {
      path = folder;
      return this;
    }

    /** Sets whether a deployment may do without it. */
    public Builder optional(boolean may) {
      optional = may;
      return this;
    }

    /** Sets whether it is on each of several servers. */
    public Builder several(boolean are) {
      several = are;
      return this;
    }

    /** Sets whether the names of files mean anything there. */
    public Builder naming(FileNaming kind) {
      naming = kind;
      return this;
    }

    /**
     * Returns the location.
     *
     * @throws IllegalArgumentException if nothing belongs there, or what is later than a baseline
     */
    public Location build() {
      return new Location(name, where, path, phase, acceptance, optional, several, naming, files);
    }
  }
}
