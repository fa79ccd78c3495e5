package io.kbaudit.cli;

import io.kbaudit.LocatedTarget;
import io.kbaudit.deployment.ListedPlace;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.PlaceListReader;
import io.kbaudit.deployment.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The places of a deployment that a user names, each by its location and where that is. */
final class NamedPlaces {
  static final String COMPLETE = "--complete";

  private static final String LOCATION = "--location";
  private static final String LOCATIONS = "--locations";

  private NamedPlaces() {}

  /** Adds the options by which a user names them. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder(LOCATION)
                .arity("1")
                .paramLabel("NAME[=FOLDER]")
                .completionCandidates(NamedDeployment.BUNDLED_LOCATIONS)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "Hold the folder to the rows of one location, by its policy. With its folder, a"
                        + " saved inventory, or a pattern of either (*, ?, [0-9]), repeatable:"
                        + " several locations, one verdict; one that cannot be opened leaves that one"
                        + " undecided. Default: all rows, by the article's own policy.")
                .build())
        .addOption(
            Options.valued(LOCATIONS, "FILE", String.class)
                .description(
                    "The same of a list, in YAML or CSV: location, path or inventory, and, if you"
                        + " like, label (what the server is called) and zone (as --source-zone)."
                        + " Paths are relative to the list's folder.")
                .build())
        .addOption(
            OptionSpec.builder(COMPLETE)
                .description(
                    "Be indeterminate while a location of the profile, other than an optional one,"
                        + " is given no folder. How many servers there are, it does not know.")
                .build());
  }

  /** Returns the locations that are asked about, each perhaps with its folder. */
  static List<String> given(ParseResult arguments) {
    return arguments.matchedOptionValue(LOCATION, List.of());
  }

  /** Returns whether places are named with their locations, and so may be several. */
  static boolean areIn(ParseResult arguments) {
    return arguments.hasMatchedOption(LOCATIONS)
        || given(arguments).stream().anyMatch(each -> each.indexOf('=') >= 0);
  }

  /** Returns them, in their order, and adds to {@code inputs} the list in which they are. */
  static List<LocatedTarget> in(
      ParseResult arguments, NamedDeployment deployment, InputFiles inputs)
      throws CannotAskException {
    List<LocatedTarget> places = new ArrayList<>();
    String list = arguments.matchedOptionValue(LOCATIONS, null);
    if (list != null) {
      places.addAll(listed(list, deployment, InventoryOptions.cultureIn(arguments)));
      inputs.add(LOCATIONS, list);
    }
    for (String each : given(arguments)) {
      places.addAll(named(each, deployment, InventoryOptions.cultureIn(arguments)));
    }
    String target = arguments.matchedPositionalValue(0, null);
    if (arguments.hasMatchedOption(InventoryOptions.INVENTORY)) {
      throw new CannotAskException(
          InventoryOptions.INVENTORY
              + " is audited alone; of several, name the location of each: --location NAME=FILE");
    }
    if (target != null) {
      throw new CannotAskException(
          "each location was given its folder; '" + target + "' belongs to none");
    }
    return places;
  }

  private static List<LocatedTarget> named(
      String given, NamedDeployment deployment, Optional<Locale> culture)
      throws CannotAskException {
    int equals = given.indexOf('=');
    String name = equals < 0 ? given : given.substring(0, equals);
    Location location = deployment.location(name);
    String path = given.substring(equals + 1);
    if (equals < 0 || path.isEmpty()) {
      throw new CannotAskException(
          "the location '" + name + "' has no folder: --location " + name + "=FOLDER");
    }
    try {
      return LocatedTarget.named(location, Path.of(""), path, culture);
    } catch (InvalidPathException e) {
      throw Paths.notOne(path, e);
    }
  }

  private static List<LocatedTarget> listed(
      String name, NamedDeployment deployment, Optional<Locale> culture) throws CannotAskException {
    Path file = file(name);
    Path base = file.resolveSibling("");
    List<LocatedTarget> places = new ArrayList<>();
    for (ListedPlace place : read(name, file, deployment)) {
      try {
        places.addAll(LocatedTarget.named(place, base, culture));
      } catch (InvalidPathException e) {
        throw Paths.notOne(place.path(), e);
      }
    }
    return places;
  }

  private static Path file(String name) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("--locations is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    if (Files.notExists(file)) {
      throw new CannotAskException("no such list of locations: '" + name + "'");
    }
    if (Files.isDirectory(file)) {
      throw new CannotAskException("'" + name + "' is a folder, not a list of locations");
    }
    return file;
  }

  private static List<ListedPlace> read(String name, Path file, NamedDeployment deployment)
      throws CannotAskException {
    try {
      return PlaceListReader.read(file, deployment.requireProfile());
    } catch (ProfileException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the list of locations '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }
}
