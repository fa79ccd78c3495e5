package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleId;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of one article belong.
 *
 * @param components what the article calls the component in each file, by the file's full name
 */
public record Profile(
    ArticleId article, List<Location> locations, Map<FileName, String> components) {
  /** Checks that nothing is null. */
  public Profile {
    requireNonNull(article, "article");
    locations = List.copyOf(locations);
    components = Map.copyOf(components);
  }

  /** Returns the location of this name. */
  public Optional<Location> location(String name) {
    return locations.stream().filter(location -> location.name().equals(name)).findFirst();
  }
}
