package io.kbaudit.comparison;

import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.signature.SignatureEvidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One place as one of two audits saw it, or did not. */
final class PlaceView {
  private static final Comparator<ObservedFile> BY_PATH = Comparator.comparing(ObservedFile::path);

  private final Optional<FolderRecord> place;
  private final List<ObservedFile> unlisted;

  PlaceView(Optional<FolderRecord> place) {
    this.place = place;
    this.unlisted = place.map(FolderRecord::unlisted).map(PlaceView::inOrder).orElse(List.of());
  }

  /** Returns the files by path, in which order an audit has them. */
  private static List<ObservedFile> inOrder(List<ObservedFile> files) {
    for (int i = 1; i < files.size(); i++) {
      if (BY_PATH.compare(files.get(i - 1), files.get(i)) > 0) {
        return FileList.of(files.stream().sorted(BY_PATH).toList());
      }
    }
    return files;
  }

  Optional<FolderRecord> place() {
    return place;
  }

  Iterable<FileRecord> files() {
    return place.map(FolderRecord::files).orElse(List.of());
  }

  /** Returns the files that no row accounts for, by path. */
  List<ObservedFile> unlisted() {
    return unlisted;
  }

  /** Returns the unlisted file at {@code path}. */
  Optional<ObservedFile> unlisted(String path) {
    int low = 0;
    int high = unlisted.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = unlisted.get(middle).path().compareTo(path);
      if (compared == 0) {
        return Optional.of(unlisted.get(middle));
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** Returns whether the place was audited, and could be looked at. */
  boolean isReached() {
    return place.filter(each -> !each.isUnreachable()).isPresent();
  }

  /** Returns whether files that no row accounts for may not be there. */
  boolean forbidsUnlisted() {
    return place.filter(each -> each.policy().unlistedFiles() == UnlistedFiles.FAIL).isPresent();
  }

  /** Returns by what the signatures of files were judged. */
  SignatureEvidence signaturesJudgedBy() {
    return place.map(each -> each.policy().grounds().signatures()).orElse(SignatureEvidence.NONE);
  }

  /** Returns whether a file at {@code path} would be told of, whatever it is. */
  boolean wouldTellOf(String path) {
    return isReached()
        && place.orElseThrow().policy().unlistedFiles() != UnlistedFiles.IGNORE
        && looksAt(path)
        && (path.indexOf('/') < 0 || looksBelow());
  }

  /** Returns whether a file at {@code path} would be looked at, if its folder is. */
  boolean looksAt(String path) {
    return place.filter(each -> each.policy().files().accepts(path)).isPresent();
  }

  private boolean looksBelow() {
    return place
        .filter(each -> each.target().recursive() && each.gaps().folders() == 0)
        .isPresent();
  }
}
