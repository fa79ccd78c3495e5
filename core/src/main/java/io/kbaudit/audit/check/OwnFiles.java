package io.kbaudit.audit.check;

import io.kbaudit.audit.Remark;
import io.kbaudit.file.CopyNames;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/** Back-ups, and what was not copied whole, that the scripts of a plan left: nobody's else. */
final class OwnFiles {
  private static final int NAMED_AT_MOST = 5;

  private OwnFiles() {}

  static boolean isOne(ObservedFile file) {
    return CopyNames.isOne(file.name());
  }

  static Optional<Remark> remarkOn(List<ObservedFile> own) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<String> named =
        own.stream().limit(NAMED_AT_MOST).map(file -> English.quoted(file.path())).toList();
    int more = own.size() - named.size();
    return Optional.of(
        Remark.of(
            Remark.Kind.OWN_FILES,
            (own.size() == 1
                    ? "This back-up, or unfinished copy"
                    : "These back-ups, or unfinished copies")
                + " of kbaudit's "
                + (own.size() == 1 ? "is" : "are")
                + " not counted as unlisted: "
                + (more == 0
                    ? English.enumerate(named)
                    : String.join(", ", named) + " and " + English.number(more) + " more")
                + "."));
  }
}
