package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.file.FileName;
import io.kbaudit.signature.SignatureDemand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of one article belong. Immutable.
 *
 * @param article of which it is; absent where the article has no id
 * @param source where it was read: {@code bundled}, or the name of the file
 * @param names the full names of rows whose names the article cuts, by row
 * @param components what the article calls the component in each file, by the file's full name
 * @param products what the packages in the files install, by the file's full name
 * @param signatures what is demanded of the signatures of the files
 * @param database what the packages in the files add to a database, by the file's full name
 */
public record Profile(
    Optional<ArticleId> article,
    String source,
    Map<Integer, FileName> names,
    List<Location> locations,
    Map<FileName, String> components,
    Map<FileName, Product> products,
    SignatureDemand signatures,
    Map<FileName, DatabaseAddition> database) {
  /** Checks that nothing is null. */
  public Profile {
    requireNonNull(article, "article");
    requireNonNull(source, "source");
    requireNonNull(signatures, "signatures");
    names = Map.copyOf(names);
    locations = List.copyOf(locations);
    components = Map.copyOf(components);
    products = Map.copyOf(products);
    database = Map.copyOf(database);
  }

  /** Creates a profile that demands nothing of signatures, and knows of no database. */
  public Profile(
      Optional<ArticleId> article,
      String source,
      Map<Integer, FileName> names,
      List<Location> locations,
      Map<FileName, String> components,
      Map<FileName, Product> products) {
    this(article, source, names, locations, components, products, SignatureDemand.NONE, Map.of());
  }

  /** Creates a profile that states no products. */
  public Profile(
      Optional<ArticleId> article,
      String source,
      Map<Integer, FileName> names,
      List<Location> locations,
      Map<FileName, String> components) {
    this(article, source, names, locations, components, Map.of());
  }

  /** Returns the location of this name. */
  public Optional<Location> location(String name) {
    return locations.stream().filter(location -> location.name().equals(name)).findFirst();
  }

  /**
   * Returns {@code listed} with its cut names completed by {@link #names()}: what an audit by this
   * profile is to be held to.
   *
   * @throws ProfileException if a name does not complete that of its row
   */
  public Article complete(Article listed) throws ProfileException {
    FullNames fullNames = new FullNames(listed);
    for (Map.Entry<Integer, FileName> name : names.entrySet()) {
      Optional<String> objection = fullNames.objection(name.getKey(), name.getValue());
      if (objection.isPresent()) {
        throw new ProfileException(source, objection.get());
      }
    }
    return fullNames.complete(names);
  }

  /**
   * Checks that this is not a profile of another article than {@code asked}.
   *
   * @throws IllegalArgumentException if both have an id, and not the same
   */
  public void requireMadeFor(Article asked) {
    if (article.isPresent() && asked.id().isPresent() && !article.equals(asked.id())) {
      throw new IllegalArgumentException(
          "a profile of " + article.get() + ", and the article is " + asked.id().get());
    }
  }

  /** Returns each row of {@code listed}, in its order, with the locations where it belongs. */
  public List<PlacedRow> place(Article listed) {
    return listed.rows().stream()
        .map(row -> new PlacedRow(row, locationsOf(row.name().best())))
        .toList();
  }

  private List<Location> locationsOf(FileName file) {
    return locations.stream().filter(location -> location.files().contains(file)).toList();
  }
}
