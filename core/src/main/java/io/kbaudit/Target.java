package io.kbaudit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What is audited: a folder, or what was found in one before, perhaps on another computer. */
public sealed interface Target {
  /** Returns the folder, or the file in which it was written down what was in one. */
  Path path();

  /** Returns what its owner called it. */
  default String name() {
    return path().toString();
  }

  /** A folder that can be opened here. */
  record Folder(Path path) implements Target {
    /** Checks that nothing is null. */
    public Folder {
      requireNonNull(path, "path");
    }
  }

  /**
   * An inventory that was saved, or a list of files that another program made.
   *
   * @param path of the file
   * @param culture in which another program wrote dates, where the file does not tell
   */
  record Saved(Path path, Optional<Locale> culture) implements Target {
    /** Checks that nothing is null. */
    public Saved {
      requireNonNull(path, "path");
      requireNonNull(culture, "culture");
    }
  }

  /**
   * What somebody meant by a pattern that nothing matches: a place that is not reached.
   *
   * @param path the folder in which it was looked for first
   * @param name the pattern; not every file system takes it for a path
   * @param reason half a sentence
   */
  record Unmatched(Path path, String name, String reason) implements Target {
    /** Checks that nothing is null. */
    public Unmatched {
      requireNonNull(path, "path");
      requireNonNull(name, "name");
      requireNonNull(reason, "reason");
    }
  }
}
