package io.kbaudit.cli;

import io.kbaudit.settings.Setting;
import io.kbaudit.settings.SettingsFormatException;
import io.kbaudit.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are given where nobody types them: by environment variables, or else by the file of
 * settings that {@code --config} or {@code KBAUDIT_CONFIG} names.
 */
final class Defaults {
  static final String CONFIG = "--config";

  /** What the launchers read or set. */
  private static final Set<String> OF_LAUNCHERS =
      Set.of("KBAUDIT_OPTS", "KBAUDIT_CACHE", "KBAUDIT_HOME", "KBAUDIT_JAVA");

  /** What nobody wants each time: a day that stays would let no waiver expire. */
  private static final Set<String> NO_DEFAULT =
      Set.of("--help", "--version", CONFIG, WaiverOptions.AS_OF);

  private final CommandSpec root;
  private final Map<String, String> variables;
  private final List<OptionDefault> settings;

  private Defaults(CommandSpec root, Map<String, String> variables, List<OptionDefault> settings) {
    this.root = root;
    this.variables = variables;
    this.settings = settings;
  }

  /** Returns the option that names the file of settings. */
  static OptionSpec option() {
    return Options.valued(CONFIG, "FILE", String.class)
        .description(
            "Take options that are not typed from this file of settings, in YAML; 'kbaudit help"
                + " config' tells more.")
        .build();
  }

  /** Returns whether a command has options of its own, for which a default is of use. */
  static boolean areOf(CommandSpec spec) {
    if (!spec.subcommands().isEmpty()) {
      return false;
    }
    for (OptionSpec option : spec.options()) {
      if (canHave(option) && !option.longestName().equals("--debug")) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an option can have a default. */
  static boolean canHave(OptionSpec option) {
    return !NO_DEFAULT.contains(option.longestName());
  }

  /** Returns those for a call that asks for help, or for the version: none. */
  static Defaults none(CommandSpec root) {
    return new Defaults(root, Map.of(), List.of());
  }

  /**
   * Returns those for a call with these arguments.
   *
   * @throws CannotAskException if the file that is named cannot be read, or sets what there is not
   */
  static Defaults of(CommandSpec root, String[] args, Console console) throws CannotAskException {
    Map<String, String> variables = variables(console);
    Optional<String> file =
        configIn(args).or(() -> Optional.ofNullable(variables.get(OptionDefault.variable(CONFIG))));
    return new Defaults(root, variables, file.isPresent() ? settings(file.get(), root) : List.of());
  }

  /** Returns whether any may be set for a call with these arguments, for whatever command. */
  static boolean mayBeSet(String[] args, Console console) {
    Set<String> names = new HashSet<>(variables(console).keySet());
    names.removeAll(OF_LAUNCHERS);
    return !names.isEmpty() || configIn(args).isPresent();
  }

  private static Map<String, String> variables(Console console) {
    Map<String, String> variables = new TreeMap<>();
    for (Map.Entry<String, String> each : console.environment().entrySet()) {
      String name = console.isWindows() ? each.getKey().toUpperCase(Locale.ROOT) : each.getKey();
      if (OptionDefault.isVariable(name) && !each.getValue().isEmpty()) {
        variables.put(name, each.getValue());
      }
    }
    return variables;
  }

  private static Optional<String> configIn(String[] args) {
    Optional<String> named = Optional.empty();
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].equals(CONFIG) && i + 1 < args.length) {
        named = Optional.of(args[i + 1]);
      } else if (args[i].startsWith(CONFIG + "=")) {
        named = Optional.of(args[i].substring(CONFIG.length() + 1));
      }
    }
    return named;
  }

  private static List<OptionDefault> settings(String name, CommandSpec root)
      throws CannotAskException {
    Path file = InputFiles.existing(CONFIG, name);
    try {
      List<OptionDefault> settings = new ArrayList<>();
      for (Setting setting : SettingsReader.read(file)) {
        requireKnown(setting, root);
        settings.add(OptionDefault.of(setting));
      }
      return settings;
    } catch (SettingsFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          CONFIG + " '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }

  private static void requireKnown(Setting setting, CommandSpec root) throws CannotAskException {
    CommandSpec spec = root;
    for (String word : setting.section()) {
      var below = spec.subcommands().get(word);
      if (below == null) {
        throw unknown(setting, "command", word, Usage.names(spec));
      }
      spec = below.getCommandSpec();
    }
    List<String> names = optionsOf(spec).stream().map(option -> option.substring(2)).toList();
    if (!names.contains(setting.name())) {
      throw unknown(setting, "option", setting.name(), names);
    }
  }

  private static CannotAskException unknown(
      Setting setting, String kind, String word, List<String> words) {
    return new CannotAskException(
        setting.source()
            + ", line "
            + setting.line()
            + ": unknown "
            + kind
            + " '"
            + word
            + "'"
            + Suggestion.of(word, words));
  }

  /** Returns the options of a command, and of those below it, that can have a default. */
  static Set<String> optionsOf(CommandSpec spec) {
    Set<String> names = new LinkedHashSet<>();
    for (CommandSpec each : Usage.all(spec)) {
      for (OptionSpec option : each.options()) {
        if (canHave(option)) {
          names.add(option.longestName());
        }
      }
    }
    return names;
  }

  /**
   * Says on standard error which variables are meant for kbaudit, and unknown to it.
   *
   * @throws CannotAskException if one is spelt nearly as one that is known: what it is to ask would
   *     not be asked
   */
  void complainOfUnknown(Console console) throws CannotAskException {
    Set<String> known = new HashSet<>();
    for (String option : optionsOf(root)) {
      known.add(OptionDefault.variable(option));
    }
    known.addAll(OF_LAUNCHERS);
    known.add(OptionDefault.variable(CONFIG));
    for (String name : variables.keySet()) {
      if (!known.contains(name)) {
        String none = "the environment variable " + name + " is none of kbaudit's";
        String suggestion = Suggestion.of(name, known);
        if (!suggestion.isEmpty()) {
          throw new CannotAskException(none + suggestion);
        }
        console.complain(none + ", and ignored");
      }
    }
  }

  /** Returns those in force for a command, in the order of its options. */
  List<OptionDefault> inForce(CommandSpec spec) {
    List<OptionDefault> found = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (canHave(option)) {
        find(spec, option.longestName()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<OptionDefault> find(CommandSpec spec, String option) {
    String value = variables.get(OptionDefault.variable(option));
    if (value != null) {
      return Optional.of(OptionDefault.ofVariable(option, value));
    }
    List<String> command = List.of(Usage.words(spec).split(" ", -1));
    return settings.stream()
        .filter(each -> each.option().equals(option))
        .filter(each -> isOf(command, each.command()))
        .max((a, b) -> Integer.compare(a.command().size(), b.command().size()));
  }

  private static boolean isOf(List<String> command, List<String> section) {
    return section.size() <= command.size() && command.subList(0, section.size()).equals(section);
  }

  /** A call, with what was typed and what is taken besides. */
  record Call(List<String> args, List<OptionDefault> taken) {
    Call {
      args = List.copyOf(args);
      taken = List.copyOf(taken);
    }

    /** Returns {@code sentence}, and of what it speaks that was not typed, where that is said. */
    String explain(String sentence) {
      return sentence
          + taken.stream()
              .filter(each -> isAbout(sentence, each))
              .map(each -> "; " + each.option() + " is from " + each.origin())
              .collect(Collectors.joining());
    }

    private static boolean isAbout(String sentence, OptionDefault taken) {
      return !sentence.contains(taken.origin())
          && (Pattern.compile("(?<![\\w-])" + Pattern.quote(taken.option()) + "(?![\\w-])")
                  .matcher(sentence)
                  .find()
              || taken.values().stream().anyMatch(value -> sentence.contains("'" + value + "'")));
    }
  }

  /** Returns {@code args}, with what is taken besides as though it were typed before the rest. */
  Call call(String[] args) throws CannotAskException {
    CommandSpec spec = root;
    int at = 0;
    while (at < args.length && !spec.subcommands().isEmpty()) {
      var below = spec.subcommands().get(args[at]);
      if (below != null) {
        spec = below.getCommandSpec();
      } else if (!args[at].startsWith("-")) {
        return new Call(Arrays.asList(args), List.of());
      }
      at++;
    }
    List<String> rest = Arrays.asList(args).subList(at, args.length);
    if (!spec.subcommands().isEmpty()) {
      return new Call(Arrays.asList(args), List.of());
    }
    List<OptionDefault> taken = new ArrayList<>(inForce(spec));
    Set<String> typed = typed(rest, spec);
    taken.removeIf(each -> typed.contains(each.option()));
    List<String> all = new ArrayList<>(Arrays.asList(args).subList(0, at));
    for (OptionDefault each : taken) {
      each.typed(spec.findOption(each.option())).forEach(all::add);
    }
    all.addAll(rest);
    return new Call(all, taken);
  }

  /** Returns the options that are typed, by their longest names. */
  private static Set<String> typed(List<String> words, CommandSpec spec) {
    Set<String> typed = new HashSet<>();
    for (String word : words) {
      if (word.equals("--")) {
        break;
      }
      for (String name : namesIn(word, spec)) {
        OptionSpec option = spec.findOption(name);
        if (option != null) {
          typed.add(option.longestName());
        }
      }
    }
    return typed;
  }

  private static List<String> namesIn(String word, CommandSpec spec) {
    if (word.startsWith("--")) {
      return List.of(Options.withoutValue(word));
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; word.startsWith("-") && i < word.length(); i++) {
      OptionSpec option = spec.findOption("-" + word.charAt(i));
      if (option == null) {
        break;
      }
      names.add(option.longestName());
      if (Usage.takesValue(option)) {
        break;
      }
    }
    return names;
  }

  /** Returns all settings of the file, in its order. */
  List<OptionDefault> settings() {
    return List.copyOf(settings);
  }

  /** Returns what a variable says of an option, in whatever command, if it does. */
  Optional<OptionDefault> ofVariable(String option) {
    return Optional.ofNullable(variables.get(OptionDefault.variable(option)))
        .map(value -> OptionDefault.ofVariable(option, value));
  }
}
