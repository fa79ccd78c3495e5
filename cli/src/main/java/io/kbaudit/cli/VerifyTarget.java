package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.Target;
import io.kbaudit.deployment.Location;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The one folder, or inventory of one, to be audited.
 *
 * @param location that it is to be; absent for one that is to hold every row
 * @param name as the user spelt it
 */
record VerifyTarget(Optional<Location> location, Target target, String name) {
  /** Returns what is asked for. */
  static VerifyTarget in(ParseResult arguments, NamedDeployment deployment)
      throws CannotAskException {
    List<String> given = NamedPlaces.given(arguments);
    String target = arguments.matchedPositionalValue(0, null);
    if (arguments.hasMatchedOption(NamedPlaces.COMPLETE)) {
      throw new CannotAskException(
          "--complete is about all locations; name each with its folder: --location NAME=FOLDER");
    }
    if (given.size() > 1) {
      throw new CannotAskException(
          "several locations need a folder each: --location "
              + given.get(0)
              + "=FOLDER --location "
              + given.get(1)
              + "=FOLDER");
    }
    Optional<Location> location =
        given.isEmpty() ? Optional.empty() : Optional.of(deployment.location(given.get(0)));
    Optional<Target.Saved> saved = InventoryOptions.in(arguments);
    if (saved.isPresent()) {
      if (target != null) {
        throw new CannotAskException(
            InventoryOptions.INVENTORY
                + " is audited instead of a folder; leave '"
                + target
                + "' out");
      }
      return new VerifyTarget(location, saved.get(), saved.get().path().toString());
    }
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
    return new VerifyTarget(location, new Target.Folder(Folders.path("FOLDER", target)), target);
  }

  /** Returns {@code question} about the rows of the location, if there is one. */
  KbAudit ask(KbAudit question, NamedDeployment deployment) {
    return location
        .map(place -> question.at(deployment.profile().orElseThrow(), place))
        .orElse(question);
  }
}
