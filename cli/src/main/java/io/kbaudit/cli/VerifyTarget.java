package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.LocatedFolder;
import io.kbaudit.deployment.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * A folder to be audited.
 *
 * @param location that it is to be; absent for one that is to hold every row
 */
record VerifyTarget(Optional<Location> location, String folder) {
  /** What {@code --location} is given: a name, or a name and the folder that it is here. */
  private record Given(String name, Optional<String> folder) {
    static Given parse(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Given(text, Optional.empty())
          : new Given(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }
  }

  /** Returns whether the folders are named with their locations, and so may be several. */
  static boolean areSeveral(ParseResult arguments) {
    return given(arguments).stream().anyMatch(each -> each.folder().isPresent());
  }

  /** Returns the folders that are asked for, at least one, in that order. */
  static List<VerifyTarget> in(ParseResult arguments, NamedDeployment deployment)
      throws CannotAskException {
    List<Given> given = given(arguments);
    String target = arguments.matchedPositionalValue(0, null);
    return areSeveral(arguments)
        ? several(given, target, deployment)
        : List.of(one(given, target, deployment));
  }

  private static List<Given> given(ParseResult arguments) {
    return arguments.<List<String>>matchedOptionValue("--location", List.of()).stream()
        .map(Given::parse)
        .toList();
  }

  private static VerifyTarget one(List<Given> given, String target, NamedDeployment deployment)
      throws CannotAskException {
    if (given.size() > 1) {
      throw new CannotAskException(
          "several locations need a folder each: --location "
              + given.get(0).name()
              + "=FOLDER --location "
              + given.get(1).name()
              + "=FOLDER");
    }
    Optional<Location> location =
        given.isEmpty() ? Optional.empty() : Optional.of(deployment.location(given.get(0).name()));
    if (target == null) {
      throw new CannotAskException(
          "the folder to audit is missing"
              + location
                  .map(
                      place ->
                          ": name it behind the options, or with --location "
                              + place.name()
                              + "="
                              + place.path().orElse("FOLDER"))
                  .orElse(": kbaudit verify FOLDER"));
    }
    return new VerifyTarget(location, target);
  }

  private static List<VerifyTarget> several(
      List<Given> given, String target, NamedDeployment deployment) throws CannotAskException {
    List<VerifyTarget> targets = new ArrayList<>();
    for (Given each : given) {
      Location location = deployment.location(each.name());
      if (each.folder().filter(folder -> !folder.isEmpty()).isEmpty()) {
        throw new CannotAskException(
            "the location '"
                + each.name()
                + "' has no folder: --location "
                + each.name()
                + "=FOLDER");
      }
      targets.add(new VerifyTarget(Optional.of(location), each.folder().get()));
    }
    if (target != null) {
      throw new CannotAskException(
          "each location was given its folder; '" + target + "' belongs to none");
    }
    return targets;
  }

  /** Returns {@code question} about the rows of the location, if there is one. */
  KbAudit ask(KbAudit question, NamedDeployment deployment) {
    return location
        .map(place -> question.at(deployment.profile().orElseThrow(), place))
        .orElse(question);
  }

  /** Returns the folder at its location. */
  LocatedFolder located() throws CannotAskException {
    return new LocatedFolder(location.orElseThrow(), Folders.path("TARGET", folder));
  }
}
