package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
  private static final Set<String> WINDOWS_HELP = Set.of("/?", "-?");

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
    commands.put("completion", new CompletionCommand());
    commands.put(HelpCommand.NAME, new HelpCommand());
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
    String[] meant = console.isWindows() ? WindowsArguments.meant(args) : args;
    ParseResult root = commandLine.parseArgs(withHelpSpeltOut(meant));
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
    return command.run(subcommand, console);
  }

  private CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(spec());
    commandLine.setAbbreviatedOptionsAllowed(false);
    commandLine.setExpandAtFiles(false);
    return commandLine;
  }

  /** Returns what the command takes, with all commands below it. */
  CommandSpec spec() {
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
            "'kbaudit help COMMAND' tells more about a command.");
    commands.forEach((name, command) -> spec.addSubcommand(name, command.spec()));
    return spec;
  }

  /**
   * Returns {@code args} with {@code /?} and {@code -?}, as people of Windows ask, as {@code
   * --help}, and that before a command as {@code help}.
   */
  private static String[] withHelpSpeltOut(String[] args) {
    String[] words =
        Arrays.stream(args)
            .map(word -> WINDOWS_HELP.contains(word) ? "--help" : word)
            .toArray(String[]::new);
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
      String name = argument.replaceFirst("=.*", "");
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
