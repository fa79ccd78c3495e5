package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The whole command: finds the subcommand, runs it, and turns what goes wrong into one sentence.
 */
final class Kbaudit {
  private static final Set<String> VERSION = Set.of("--version", "-V");

  private static final Set<String> HELP = Set.of("--help", "-h", "--version", "-V");

  private static final Set<String> WINDOWS_HELP = Set.of("/?", "-?");

  /** The reader of standard output has seen enough, as {@code head} has; that is no mishap. */
  private static final String BROKEN_PIPE = "Broken pipe";

  private final Console console;

  /** What is run: at first what was typed, then with what is taken besides. */
  private Defaults.Call call = new Defaults.Call(List.of(), List.of());

  /** Whether monitoring reads the answer. */
  private boolean isPlugin;

  private final Map<String, Command> commands = new LinkedHashMap<>();

  Kbaudit(Console console) {
    this.console = console;
    commands.put("verify", new VerifyCommand());
    commands.put("report", new ReportCommand());
    commands.put("diff", new DiffCommand());
    commands.put("plan", new PlanCommand());
    commands.put("baseline", new BaselineCommand());
    commands.put("collect", new CollectCommand());
    commands.put("article", new ArticleCommand());
    commands.put("profile", new ProfileCommand());
    commands.put("inspect", new InspectCommand());
    commands.put("identify", new IdentifyCommand());
    commands.put("waive", new WaiveCommand());
    commands.put("explain", new ExplainCommand());
    commands.put("schema", new SchemaCommand());
    commands.put("config", new ConfigCommand());
    commands.put("completion", new CompletionCommand());
    commands.put(HelpCommand.NAME, new HelpCommand());
  }

  /** Returns the code with which a process that was started so ends. */
  int runProcess(String... args) {
    ExitCode exitCode = run(args);
    return isPlugin ? exitCode.nagiosCode() : exitCode.code();
  }

  ExitCode run(String... args) {
    call = new Defaults.Call(Arrays.asList(args), List.of());
    isPlugin = NagiosPlugin.isMeantBy(call.args(), console.environment());
    try {
      return parseAndRun(args);
    } catch (ParameterException e) {
      return fail(sentence(e), e);
    } catch (CannotAskException e) {
      return fail(e.sentence(), e);
    } catch (IOException e) {
      return BROKEN_PIPE.equals(e.getMessage())
          ? ExitCode.CANNOT_ASK
          : fail("standard output cannot be written: " + Paths.reason(e), e);
    } catch (OutOfMemoryError e) {
      return fail("there is not enough memory; KBAUDIT_OPTS=-Xmx4g allows 4 GB", e);
    } catch (LinkageError e) {
      return fail(
          "a part of kbaudit cannot be loaded: its installation is not whole, or too few files may"
              + " be open here (ulimit -n): "
              + e.getMessage(),
          e);
    } catch (RuntimeException | Error e) {
      return fail("this is a mistake in kbaudit, not in what it was given: " + e, e);
    }
  }

  private ExitCode parseAndRun(String[] args) throws CannotAskException, IOException {
    if (args.length == 0) {
      throw new CannotAskException("a command is missing: " + String.join(", ", commands.keySet()));
    }
    String[] meant = withHelpSpeltOut(console.isWindows() ? WindowsArguments.meant(args) : args);
    call = new Defaults.Call(Arrays.asList(meant), List.of());
    if (meant.length == 1 && VERSION.contains(meant[0])) {
      printVersion();
      return ExitCode.OK;
    }
    CommandSpec spec = spec(commandsAbout(meant));
    Defaults defaults =
        asksForHelp(meant) ? Defaults.none(spec) : Defaults.of(spec, meant, console);
    call = defaults.call(meant);
    isPlugin = NagiosPlugin.isCalledBy(call.args());
    ParseResult root = commandLine(spec).parseArgs(call.args().toArray(String[]::new));
    ParseResult asked = deepest(root);
    if (!asked.unmatched().isEmpty()) {
      throw new CannotAskException(unknown(asked.unmatched().get(0), asked.commandSpec()));
    }
    if (asked.isUsageHelpRequested()) {
      HelpCommand.print(asked.commandSpec(), console);
      return ExitCode.OK;
    }
    if (root.isVersionHelpRequested()) {
      printVersion();
      return ExitCode.OK;
    }
    if (!root.hasSubcommand()) {
      throw new CannotAskException("a command is missing: " + String.join(", ", commands.keySet()));
    }
    ParseResult subcommand = root.subcommand();
    Command command = commands.get(subcommand.commandSpec().name());
    if (command == null) {
      throw new IllegalStateException("no command behind " + subcommand.commandSpec().name());
    }
    defaults.complainOfUnknown(console);
    return isPlugin
        ? NagiosPlugin.run(printed -> command.run(subcommand, printed), console)
        : command.run(subcommand, console);
  }

  private static boolean asksForHelp(String[] words) {
    return words[0].equals(HelpCommand.NAME)
        || Arrays.stream(words).takeWhile(word -> !word.equals("--")).anyMatch(HELP::contains);
  }

  private static CommandLine commandLine(CommandSpec spec) {
    CommandLine commandLine = new CommandLine(spec);
    commandLine.setAbbreviatedOptionsAllowed(false);
    commandLine.setExpandAtFiles(false);
    return commandLine;
  }

  /**
   * Returns the commands that a call has to know: the one that it names, where nothing asks for the
   * others. What one takes is told quickly, what all take is not.
   */
  private Map<String, Command> commandsAbout(String[] words) {
    Command named = commands.get(words[0]);
    return named == null
            || named.tellsOfOthers()
            || asksForHelp(words)
            || Defaults.mayBeSet(words, console)
        ? commands
        : Map.of(words[0], named);
  }

  /** Returns what the command takes, with all commands below it. */
  CommandSpec spec() {
    return spec(commands);
  }

  private static CommandSpec spec(Map<String, Command> commands) {
    CommandSpec spec =
        CommandSpec.create()
            .interpolateVariables(false) // no text here has any
            .name("kbaudit")
            .addOption(Options.help())
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Show the version and exit.")
                    .build())
            .addOption(Options.debug());
    spec.usageMessage()
        .description(
            "Are the packages here the ones that a Microsoft Knowledge Base article lists, or later"
                + " ones?")
        .footer(
            "",
            "Exit codes: 0 compliant, 1 non-compliant, 2 the question could not be asked,",
            "3 something could not be checked.",
            "",
            "'kbaudit help COMMAND' tells more about a command.");
    commands.forEach((name, command) -> spec.addSubcommand(name, command.spec()));
    for (CommandSpec each : Usage.all(spec)) {
      each.interpolateVariables(false);
      if (Defaults.areOf(each)) {
        each.addOption(Defaults.option());
      }
    }
    return spec;
  }

  /**
   * Returns {@code args} with {@code /?} and {@code -?}, as people of Windows ask, as {@code
   * --help}, and that before a command as {@code help}.
   */
  private static String[] withHelpSpeltOut(String[] args) {
    String[] words = args.clone();
    for (int i = 0; i < words.length; i++) {
      words[i] = WINDOWS_HELP.contains(words[i]) ? "--help" : words[i];
    }
    if (!words[0].equals("--help") && !words[0].equals("-h")) {
      return words;
    }
    return Stream.concat(
            Stream.of(HelpCommand.NAME),
            Arrays.stream(words).skip(1).takeWhile(word -> !word.startsWith("-")))
        .toArray(String[]::new);
  }

  private static ParseResult deepest(ParseResult result) {
    return result.hasSubcommand() ? deepest(result.subcommand()) : result;
  }

  private void printVersion() throws IOException {
    Writer out = console.textWriter();
    out.write(
        "kbaudit "
            + KbAudit.version()
            + " (Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ")\n");
    out.flush();
  }

  private static String sentence(ParameterException problem) {
    CommandSpec spec = problem.getCommandLine().getCommandSpec();
    return problem instanceof UnmatchedArgumentException unmatched
        ? unknown(unmatched.getUnmatched().get(0), spec)
        : problem.getMessage() + seeHelpOf(spec);
  }

  private static String unknown(String argument, CommandSpec spec) {
    if (argument.startsWith("-")) {
      String name = Options.withoutValue(argument);
      return "unknown option '"
          + argument
          + "'"
          + Suggestion.of(name, spec.optionsMap().keySet())
          + seeHelpOf(spec);
    }
    return spec.positionalParameters().isEmpty() && !spec.subcommands().isEmpty()
        ? HelpCommand.unknown(argument, spec).sentence()
        : "unknown argument '" + argument + "'" + seeHelpOf(spec);
  }

  private static String seeHelpOf(CommandSpec spec) {
    return " (see '" + spec.qualifiedName() + " --help')";
  }

  private ExitCode fail(String problemSentence, Throwable problem) {
    String sentence = call.explain(problemSentence);
    console.complain(sentence);
    if (isPlugin) {
      NagiosPlugin.sayUnknown(sentence, console);
    }
    if (call.args().contains("--debug")) {
      problem.printStackTrace(console.err());
    }
    return ExitCode.CANNOT_ASK;
  }
}
