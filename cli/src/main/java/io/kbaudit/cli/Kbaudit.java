package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The whole command: finds the subcommand, runs it, and turns what goes wrong into one sentence.
 */
final class Kbaudit {
  private static final String HELP = "help";

  /** The reader of standard output has seen enough, as {@code head} has; that is no mishap. */
  private static final String BROKEN_PIPE = "Broken pipe";

  private final Console console;
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
    commands.put("explain", new ExplainCommand());
    commands.put("schema", new SchemaCommand());
  }

  /** Returns the code with which a process that was started so ends. */
  int runProcess(String... args) {
    ExitCode exitCode = run(args);
    return NagiosPlugin.isCalledBy(args) ? exitCode.nagiosCode() : exitCode.code();
  }

  ExitCode run(String... args) {
    try {
      return parseAndRun(args);
    } catch (ParameterException e) {
      return fail(sentence(e), e, args);
    } catch (CannotAskException e) {
      return fail(e.sentence(), e, args);
    } catch (IOException e) {
      return BROKEN_PIPE.equals(e.getMessage())
          ? ExitCode.CANNOT_ASK
          : fail("standard output cannot be written: " + Paths.reason(e), e, args);
    } catch (OutOfMemoryError e) {
      return fail("there is not enough memory; KBAUDIT_OPTS=-Xmx4g allows 4 GB", e, args);
    } catch (RuntimeException | Error e) {
      return fail("this is a mistake in kbaudit, not in what it was given: " + e, e, args);
    }
  }

  private ExitCode parseAndRun(String[] args) throws CannotAskException, IOException {
    CommandLine commandLine = commandLine();
    if (args.length == 0) {
      throw new CannotAskException("a command is missing: " + String.join(", ", commands.keySet()));
    }
    ParseResult root = commandLine.parseArgs(withoutHelpWord(args));
    ParseResult asked = deepest(root);
    if (!asked.unmatched().isEmpty()) {
      throw new CannotAskException(
          "unknown command or argument '" + asked.unmatched().get(0) + "'");
    }
    if (asked.isUsageHelpRequested()) {
      printHelp(asked.commandSpec().commandLine());
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
    return command.run(subcommand, console);
  }

  private CommandLine commandLine() {
    CommandSpec spec =
        CommandSpec.create()
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
            "'kbaudit COMMAND --help' tells more about a command.");
    commands.forEach((name, command) -> spec.addSubcommand(name, command.spec()));
    CommandLine commandLine = new CommandLine(spec);
    commandLine.setAbbreviatedOptionsAllowed(false);
    setUp(commandLine);
    return commandLine;
  }

  private static void setUp(CommandLine commandLine) {
    commandLine
        .getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .autoWidth(false)
        .width(90)
        .abbreviateSynopsis(true)
        .synopsisHeading("Usage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%nParameters:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    commandLine.setExpandAtFiles(false);
    commandLine.getSubcommands().values().forEach(Kbaudit::setUp);
  }

  /** "kbaudit help verify" asks for "kbaudit verify --help". */
  private static String[] withoutHelpWord(String[] args) {
    return args[0].equals(HELP)
        ? Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help")).toArray(String[]::new)
        : args;
  }

  private static ParseResult deepest(ParseResult result) {
    return result.hasSubcommand() ? deepest(result.subcommand()) : result;
  }

  private void printHelp(CommandLine commandLine) throws IOException {
    Ansi ansi = console.style(ColorChoice.AUTO).colored() ? Ansi.ON : Ansi.OFF;
    Writer out = console.textWriter();
    out.write(commandLine.getUsageMessage(ansi));
    out.flush();
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
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    String message = problem.getMessage();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      message =
          "unknown "
              + (unmatched.isUnknownOption() ? "option" : "argument")
              + " '"
              + given
              + "'"
              + unmatched.getSuggestions().stream()
                  .filter(known -> beginAlike(known, given))
                  .findFirst()
                  .map(known -> ", did you mean '" + known + "'?")
                  .orElse("");
    }
    return message + " (see '" + command + " --help')";
  }

  /** Words that share some letter, as all do with some command, are not meant for each other. */
  private static boolean beginAlike(String known, String given) {
    int first = given.length() - given.replaceFirst("^-+", "").length();
    return known.regionMatches(true, 0, given, 0, first + 1);
  }

  private ExitCode fail(String sentence, Throwable problem, String[] args) {
    console.complain(sentence);
    if (NagiosPlugin.isCalledBy(args)) {
      NagiosPlugin.sayUnknown(sentence, console);
    }
    if (Arrays.asList(args).contains("--debug")) {
      problem.printStackTrace(console.err());
    }
    return ExitCode.CANNOT_ASK;
  }
}
