package io.kbaudit.cli;

import io.kbaudit.LocatedTarget;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.registry.RegistryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What is known of the audited computers besides their folders: exports of others. */
final class EvidenceOptions {
  private static final String REGISTRY = "--registry";
  private static final String PROGRAMS = "--programs";
  private static final String DATABASE = "--database";
  private static final List<String> ALL = List.of(REGISTRY, PROGRAMS, DATABASE);

  private final ParseResult arguments;
  private final InputFiles inputs;

  EvidenceOptions(ParseResult arguments, InputFiles inputs) {
    this.arguments = arguments;
    this.inputs = inputs;
  }

  /** Adds the options by which a user names them. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            files(REGISTRY)
                .description(
                    "INSTALLED: whether the packages are installed, and not only copied, by an export"
                        + " of the keys Installer and Uninstall (.reg), or the latter as CSV or JSON, or"
                        + " osquery's programs. Of several locations, with the location or label of the one"
                        + " that it is of.")
                .build())
        .addOption(
            files(PROGRAMS)
                .description(
                    "Besides, whether what was installed is still there: an inventory of the folder to"
                        + " which programs are installed.")
                .build())
        .addOption(
            files(DATABASE)
                .description(
                    "DATABASE: whether the database has what the package adds to it, by the result of"
                        + " the query that 'kbaudit explain DATABASE' shows, as CSV or JSON.")
                .build());
  }

  private static OptionSpec.Builder files(String name) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel("[NAME=]FILE")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  /** What one option was given. */
  private record Given(Optional<String> name, String file) {}

  /**
   * Returns what is known of the one folder that is audited.
   *
   * @param location that it is; absent for one that is to hold every row
   */
  FurtherEvidence ofOne(Optional<Location> location, Optional<Profile> profile)
      throws CannotAskException {
    FurtherEvidence evidence = FurtherEvidence.NONE;
    for (String option : ALL) {
      List<Given> given =
          given(option, name -> location.filter(place -> place.name().equals(name)).isPresent());
      if (given.size() > 1) {
        throw new CannotAskException(option + " is of one computer; name one file");
      }
      for (Given each : given) {
        boolean asked =
            location
                .map(place -> isAskedAt(place, option, profile.orElseThrow()))
                .orElse(!option.equals(DATABASE) || hasDatabase(profile));
        if (!asked) {
          throw new CannotAskException(notAsked(option));
        }
        evidence = with(evidence, option, each.file());
      }
    }
    return requireRegistry(evidence);
  }

  /** Returns {@code places}, each with what is known of its server. */
  List<LocatedTarget> of(List<LocatedTarget> places, Profile profile) throws CannotAskException {
    List<LocatedTarget> known = new ArrayList<>(places);
    for (String option : ALL) {
      List<Integer> taken = new ArrayList<>();
      for (Given each : given(option, name -> places.stream().anyMatch(isCalled(name)))) {
        int place = placeOf(option, each, places, profile);
        if (taken.contains(place)) {
          throw new CannotAskException(
              option + " is given twice for " + called(places.get(place)) + "; name one file");
        }
        taken.add(place);
        LocatedTarget before = known.get(place);
        known.set(place, before.knowing(with(before.evidence(), option, each.file())));
      }
    }
    for (LocatedTarget each : known) {
      requireRegistry(each.evidence());
    }
    return known;
  }

  private static String notAsked(String option) {
    return option
        + (option.equals(DATABASE)
            ? " is asked about where the profile says, and no such location is named"
            : " is of what is installed, and what is named is of before the installation");
  }

  /** What is in the folder of the programs says nothing without what is registered. */
  private static FurtherEvidence requireRegistry(FurtherEvidence evidence)
      throws CannotAskException {
    if (evidence.programs().isPresent() && evidence.registry().isEmpty()) {
      throw new CannotAskException(
          PROGRAMS + " is held to what is registered; name " + REGISTRY + " too");
    }
    return evidence;
  }

  private static Predicate<LocatedTarget> isCalled(String name) {
    return place ->
        place.location().name().equals(name) || place.label().filter(name::equals).isPresent();
  }

  private static String called(LocatedTarget place) {
    return "'" + place.label().orElse(place.location().name()) + "'";
  }

  private static int placeOf(
      String option, Given given, List<LocatedTarget> places, Profile profile)
      throws CannotAskException {
    List<LocatedTarget> found =
        places.stream()
            .filter(given.name().map(EvidenceOptions::isCalled).orElse(place -> true))
            .filter(place -> isAskedAt(place.location(), option, profile))
            .toList();
    if (found.isEmpty()) {
      throw new CannotAskException(notAsked(option));
    }
    if (found.size() > 1) {
      throw new CannotAskException(
          option
              + " is of one computer; say of which, "
              + found.stream().map(EvidenceOptions::called).collect(Collectors.joining(", "))
              + ": "
              + option
              + " NAME=FILE");
    }
    return places.indexOf(found.get(0));
  }

  /** Before the installation nothing is; of a database, only some locations are asked. */
  private static boolean isAskedAt(Location location, String option, Profile profile) {
    return location.phase() == Phase.POST_INSTALL
        && (!option.equals(DATABASE)
            || profile.database().entrySet().stream()
                .filter(each -> location.files().contains(each.getKey()))
                .map(Map.Entry::getValue)
                .anyMatch(addition -> addition.isAskedAt(location.name())));
  }

  private static boolean hasDatabase(Optional<Profile> profile) {
    return profile.filter(places -> !places.database().isEmpty()).isPresent();
  }

  /** What stands before '=' is a name if it is one of an audited place, else part of the file's. */
  private List<Given> given(String option, Predicate<String> isName) {
    List<Given> all = new ArrayList<>();
    for (String text : arguments.<List<String>>matchedOptionValue(option, List.of())) {
      int equals = text.indexOf('=');
      boolean named = equals > 0 && isName.test(text.substring(0, equals));
      all.add(
          named
              ? new Given(Optional.of(text.substring(0, equals)), text.substring(equals + 1))
              : new Given(Optional.empty(), text));
    }
    return all;
  }

  private FurtherEvidence with(FurtherEvidence evidence, String option, String name)
      throws CannotAskException {
    Path file = InputFiles.lasting(option, name);
    FurtherEvidence known;
    try {
      known =
          switch (option) {
            case REGISTRY -> evidence.with(RegistryReader.read(file));
            case DATABASE -> evidence.with(DatabaseObjects.read(file));
            default -> evidence.withPrograms(InventoryOptions.read(file, arguments));
          };
    } catch (IOException e) {
      throw InputFiles.cannotBeRead(option, name, e);
    }
    inputs.add(option, name);
    return known;
  }
}
