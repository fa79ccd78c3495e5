package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.match.StatedNames.StatedName;

/** What the names that a file gives itself come to for one row. */
public sealed interface Identity {
  /** It says that it is this row's. */
  record Own(StatedName name) implements Identity {}

  /** It says that it is another row's. */
  record Other(StatedName name, ExpectedFile row) implements Identity {}

  /**
   * It does not say.
   *
   * @param reason half a sentence
   */
  record Silent(String reason) implements Identity {}
}
