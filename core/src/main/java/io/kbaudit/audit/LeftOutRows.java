package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many rows of an article no file was held to, by what left them out; each is counted once, by
 * the first of these. Immutable.
 *
 * @param group that the selection left out
 * @param platform that the selection left out
 * @param language that the selection left out
 * @param location that do not belong there
 * @param alternatives in whose place another row stands, as of another service branch
 */
public record LeftOutRows(int group, int platform, int language, int location, int alternatives) {
  /** No row was left out. */
  public static final LeftOutRows NONE = new LeftOutRows(0, 0, 0, 0, 0);

  /** Checks that all are numbers of rows. */
  public LeftOutRows {
    if (Stream.of(group, platform, language, location, alternatives).anyMatch(rows -> rows < 0)) {
      throw new IllegalArgumentException("a negative number of rows");
    }
  }

  /**
   * Counts what was left out.
   *
   * @param files for how many rows there are files in the answer to {@code request}
   */
  static LeftOutRows of(AuditRequest request, int files) {
    RowSelection selection = request.selection();
    List<ExpectedFile> all = request.article().rows();
    List<ExpectedFile> ofGroup = selection.byGroupAlone().of(all);
    List<ExpectedFile> onPlatform = selection.inAnyLanguage().of(all);
    List<ExpectedFile> selected = selection.of(all);
    int here = (int) selected.stream().filter(request::belongsHere).count();
    return new LeftOutRows(
        all.size() - ofGroup.size(),
        ofGroup.size() - onPlatform.size(),
        onPlatform.size() - selected.size(),
        selected.size() - here,
        here - files);
  }

  /** Returns those that the selection left out, at whatever location. */
  public LeftOutRows bySelection() {
    return new LeftOutRows(group, platform, language, 0, 0);
  }

  /**
   * Returns how many were not asked for: the others are alternatives of which one must be there.
   */
  public int onDemand() {
    return group + platform + language + location;
  }

  /** Returns how many they are together. */
  public int count() {
    return group + platform + language + location + alternatives;
  }
}
