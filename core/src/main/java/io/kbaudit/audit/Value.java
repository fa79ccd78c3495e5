package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a check compares, as a value instead of as text. Immutable. */
public sealed interface Value {
  /** The name of a file. */
  record Name(FileName name) implements Value {
    /** Checks that nothing is null. */
    public Name {
      requireNonNull(name, "name");
    }
  }

  /** A size: exact, as every file has one, or rounded, as an article may print it. */
  record Size(ListedSize size) implements Value {
    /** Checks that nothing is null. */
    public Size {
      requireNonNull(size, "size");
    }

    /** Returns the size of exactly so many bytes. */
    public static Size ofBytes(long bytes) {
      return new Size(ListedSize.ofBytes(bytes));
    }
  }

  /** The minute or day that an article prints. */
  record Listed(ListedTime time) implements Value {
    /** Checks that nothing is null. */
    public Listed {
      requireNonNull(time, "time");
    }
  }

  /** When a file was modified; its true time, where it carries that of a zone as though UTC. */
  record Modified(Instant time) implements Value {
    /** Checks that nothing is null. */
    public Modified {
      requireNonNull(time, "time");
    }
  }

  /**
   * A version.
   *
   * @param numbers with dots between them, as printed or stated
   */
  record Version(String numbers) implements Value {
    /** Checks that nothing is null. */
    public Version {
      requireNonNull(numbers, "numbers");
    }
  }

  /**
   * What a file contains, by its digests.
   *
   * @param digests one or more
   */
  record Contents(Digests digests) implements Value {
    /** Checks that there is a digest. */
    public Contents {
      if (digests.isEmpty()) {
        throw new IllegalArgumentException("contents of which no digest is known");
      }
    }
  }

  /**
   * Languages, of which a package may have several, and an article's may have several identifiers.
   *
   * @param identifiers as in [MS-LCID] 2.2; empty where a package names none
   */
  record Languages(List<Integer> identifiers) implements Value {
    /** Copies the list. */
    public Languages {
      identifiers = List.copyOf(identifiers);
    }
  }

  /**
   * What a package is built for.
   *
   * @param processors each by one name, such as {@code x64}
   */
  record Platform(Set<String> processors) implements Value {
    /** Copies the set. */
    public Platform {
      processors = Set.copyOf(processors);
    }
  }
}
