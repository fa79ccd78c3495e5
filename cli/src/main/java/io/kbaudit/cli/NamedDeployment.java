package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.SourceName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The article that a user means, and where its files belong.
 *
 * @param article with the names that the profile completes
 * @param profile absent where there is none of the article
 * @param articleNames by which it was found: ids, files, or {@code -}
 * @param profileName the file in which the profile was read; absent where it is bundled
 */
record NamedDeployment(
    Article article,
    Optional<Profile> profile,
    List<String> articleNames,
    Optional<String> profileName) {
  /**
   * The names of locations that a user may type without a profile; read when they are asked for.
   */
  static final Iterable<String> BUNDLED_LOCATIONS =
      () ->
          BundledProfiles.find(BundledArticles.KB2492954).orElseThrow().locations().stream()
              .map(Location::name)
              .iterator();

  /** Adds the options by which a user names the two. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder("--article")
                .arity("1")
                .paramLabel("ID|FILE")
                .completionCandidates(Articles.BUNDLED_IDS)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "A bundled article, or the file of an article: text, Markdown, HTML or CSV; -"
                        + " is standard input. Repeatable: the files of all are meant. Default:"
                        + " KB2492954.")
                .build())
        .addOption(
            Options.valued("--profile", "FILE", String.class)
                .description(
                    "The locations of your own deployment, in YAML; 'kbaudit profile init' writes"
                        + " one to begin with. Default: the article's bundled profile, if any.")
                .build())
        .addOption(Options.dates());
  }

  /** Returns what {@code --article} and {@code --profile} name. */
  static NamedDeployment of(ParseResult arguments, Console console) throws CannotAskException {
    List<String> articleNames = arguments.matchedOptionValue("--article", List.of());
    String profileName = arguments.matchedOptionValue("--profile", null);
    if (profileName == null) {
      List<String> names = orDefault(articleNames);
      Article article = Options.withDates(Articles.together(names, console), arguments);
      return new NamedDeployment(
          article, article.id().flatMap(BundledProfiles::find), names, Optional.empty());
    }
    if (articleNames.size() > 1) {
      throw new CannotAskException(
          "a profile is of one article; name one --article with --profile");
    }
    NamedProfile named =
        NamedProfile.inFile(profileName, articleNames.stream().findFirst(), console);
    return new NamedDeployment(
        Options.withDates(named.article(), arguments),
        Optional.of(named.profile()),
        articleNames.isEmpty()
            ? named.article().id().stream().map(ArticleId::value).toList()
            : articleNames,
        Optional.of(profileName));
  }

  private static List<String> orDefault(List<String> articleNames) {
    return articleNames.isEmpty() ? List.of(BundledArticles.KB2492954.value()) : articleNames;
  }

  /** Returns the profile, without which there are no locations. */
  Profile requireProfile() throws CannotAskException {
    return requireProfileFor("locations");
  }

  private Profile requireProfileFor(String what) throws CannotAskException {
    if (profile.isEmpty()) {
      throw new CannotAskException(
          "there is no profile for "
              + article.label()
              + ", so it has no "
              + what
              + "; 'kbaudit profile init' writes one to begin with");
    }
    return profile.get();
  }

  /** Returns the location of this name. */
  Location location(String name) throws CannotAskException {
    Profile places = requireProfileFor("location '" + name + "'");
    Optional<Location> location = places.location(name);
    if (location.isEmpty()) {
      List<String> names = places.locations().stream().map(Location::name).toList();
      throw new CannotAskException(
          "unknown location '"
              + name
              + "'; "
              + (SourceName.isBundled(places.source()) ? article.label() : places.source())
              + " has "
              + String.join(", ", names)
              + Suggestion.afterAll(name, names));
    }
    return location.get();
  }
}
