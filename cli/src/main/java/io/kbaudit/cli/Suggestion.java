package io.kbaudit.cli;

import io.kbaudit.file.NearestName;
import java.util.Collection;

/** What somebody may have meant who named something that there is not. */
final class Suggestion {
  private Suggestion() {}

  /** Returns {@code , did you mean 'verify'?}, or nothing where none of {@code names} is near. */
  static String of(String written, Collection<String> names) {
    return NearestName.find(written, names)
        .map(name -> ", did you mean '" + name + "'?")
        .orElse("");
  }

  /** Returns the same, to end a sentence that lists the names. */
  static String afterAll(String written, Collection<String> names) {
    return NearestName.find(written, names)
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("");
  }
}
