package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Rows that fail whichever of several files is taken for theirs: which one is meant need not be
 * known then.
 *
 * @param failing accepts a row and a file found for it, of which some check of the file alone fails
 */
record Hopeless(BiPredicate<ExpectedFile, Match.Found> failing) {
  /** Returns whether {@code row} fails with each of {@code files}; it does without any. */
  boolean isSo(ExpectedFile row, Collection<? extends ObservedFile> files, Match.Manner manner) {
    return files.stream()
        .allMatch(
            file ->
                file instanceof ObservedFile.Readable readable
                    && failing.test(row, new Match.Found(readable, manner)));
  }

  /** Returns what to say of rows that were given one of {@code files} all the same, or none. */
  static Remark remark(List<ExpectedFile> rows, Collection<? extends ObservedFile> files) {
    String fail = Wording.rows(rows) + (rows.size() == 1 ? " fails" : " fail");
    return Remark.of(
        Remark.Kind.NO_FILE_FITS,
        files.size() == 1
            ? "Whichever row " + Wording.paths(files) + " is taken for, " + fail + ": it fits none."
            : "Whichever of " + Wording.paths(files) + " is taken, " + fail + ": none fits.");
  }
}
