package io.kbaudit.identify;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;

/** How a file compares with what a row lists, one by one. Immutable. */
public record Traits(
    NameRelation name, Relation size, Relation date, Relation version, Relation digest) {
  /** How a file's name compares with a listed one. */
  public enum NameRelation {
    /** The listed name. */
    SAME,
    /** The article cuts the name, and the file's begins so. */
    BEGINNING,
    /** Another name, while the file states the listed one as its OriginalFilename. */
    ORIGINAL,
    /** Another name. */
    OTHER
  }

  /** How something else of a file compares with what is listed. */
  public enum Relation {
    /** It is as listed. */
    AGREES,
    /** It is other than listed. */
    DIFFERS,
    /** The row lists none. */
    NOT_LISTED,
    /** The row lists one, and it cannot be read, or the file does not tell its own. */
    NOT_COMPARED
  }

  /** Checks that nothing is null. */
  public Traits {
    requireNonNull(name, "name");
    requireNonNull(size, "size");
    requireNonNull(date, "date");
    requireNonNull(version, "version");
    requireNonNull(digest, "digest");
  }

  /** Returns whether the file bears the listed name, as far as the article prints it. */
  public boolean isNamed() {
    return name == NameRelation.SAME || name == NameRelation.BEGINNING;
  }

  /** Returns whether nothing that the row lists is other than the file's. */
  boolean areClean() {
    return isNamed() && count(Relation.DIFFERS) == 0;
  }

  int count(Relation relation) {
    return (int) Stream.of(size, date, version, digest).filter(relation::equals).count();
  }
}
