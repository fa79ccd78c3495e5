package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.QuestionException.Kind;
import io.kbaudit.deployment.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that is one location of a deployment. Immutable.
 *
 * @param location of a profile
 * @param folder that it is here
 */
public record LocatedFolder(Location location, Path folder) {
  /** Checks that nothing is null. */
  public LocatedFolder {
    requireNonNull(location, "location");
    requireNonNull(folder, "folder");
  }

  /**
   * Returns {@code folders}, of which none is a location that is asked about twice, but for one
   * that is on each of several servers.
   *
   * @throws QuestionException if one is
   * @throws IOException if two folders cannot be told apart
   */
  public static List<LocatedFolder> requireDistinct(List<LocatedFolder> folders)
      throws IOException {
    for (int later = 1; later < folders.size(); later++) {
      for (LocatedFolder earlier : folders.subList(0, later)) {
        folders.get(later).refuseRepetitionOf(earlier);
      }
    }
    return folders;
  }

  private void refuseRepetitionOf(LocatedFolder earlier) throws IOException {
    if (!location.equals(earlier.location)) {
      return;
    }
    String name = "the location '" + location.name() + "' ";
    if (Folders.areSame(folder, earlier.folder)) {
      throw new QuestionException(
          Kind.LOCATION_REPEATED, name + "was given '" + folder + "' twice", null);
    }
    if (!location.several()) {
      throw new QuestionException(
          Kind.LOCATION_REPEATED,
          name
              + "is one place, and was given two folders: '"
              + earlier.folder
              + "' and '"
              + folder
              + "'; a profile says 'several: true' of a place on each of several servers",
          null);
    }
  }
}
