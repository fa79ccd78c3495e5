package io.kbaudit.cli;

import io.kbaudit.report.text.TextStyle;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the command reads from and prints on.
 *
 * @param in standard input
 * @param out standard output, unbuffered, so that a failed write is an exception
 * @param charset in which people read it
 * @param outIsTerminal whether somebody watches standard output
 * @param errIsTerminal whether somebody watches standard error
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Charset charset,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    Clock clock) {

  private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,3}");

  /** Set by the launcher, which can tell what Java 17 cannot: what each stream is connected to. */
  private static final String STDOUT_IS_TERMINAL = "kbaudit.stdout.tty";

  private static final String STDERR_IS_TERMINAL = "kbaudit.stderr.tty";

  /** Set by the launcher where it changed the locale for the sake of file names. */
  private static final String CHARSET = "kbaudit.console.charset";

  /** Help is made to be read on a screen of at least so many columns. */
  private static final int FEWEST_COLUMNS = 60;

  /** Longer lines of running text are hard to read, however wide the screen is. */
  private static final int MOST_COLUMNS = 120;

  private static final int COLUMNS_OF_A_FILE = 80;

  /** Creates a console that has the time of this computer. */
  Console(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Charset charset,
      boolean outIsTerminal,
      boolean errIsTerminal,
      Map<String, String> environment) {
    this(in, out, err, charset, outIsTerminal, errIsTerminal, environment, Clock.systemUTC());
  }

  /** Returns the console of this process. */
  static Console ofProcess() {
    Charset charset = processCharset();
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        charset,
        isTerminal(STDOUT_IS_TERMINAL),
        isTerminal(STDERR_IS_TERMINAL),
        System.getenv());
  }

  /** Returns this console, with another standard input. */
  Console reading(InputStream other) {
    return new Console(other, out, err, charset, outIsTerminal, errIsTerminal, environment, clock);
  }

  /** Returns this console, with another standard output. */
  Console printingTo(OutputStream other) {
    return new Console(in, other, err, charset, outIsTerminal, errIsTerminal, environment, clock);
  }

  /** Returns a writer for people, in the charset that they read. */
  Writer textWriter() {
    return writer(out, charset);
  }

  /** Returns a writer for programs: UTF-8. */
  Writer utf8Writer() {
    return writer(out, StandardCharsets.UTF_8);
  }

  /** Returns a writer that replaces what {@code charset} lacks. */
  static Writer writer(OutputStream out, Charset charset) {
    return new BufferedWriter(new OutputStreamWriter(out, charset));
  }

  /** Says on standard error what went wrong, in one line; to who watches, wrapped. */
  void complain(String sentence) {
    say("kbaudit: " + sentence);
  }

  /**
   * Says on standard error what somebody may want to know, in one line; to who watches, wrapped.
   */
  void say(String sentence) {
    String line = TextStyle.plain(charset).safe(sentence);
    if (errIsTerminal) {
      Wrapped.lines(line, Math.max(FEWEST_COLUMNS, columns()), 2).forEach(err::println);
    } else {
      err.println(line);
    }
  }

  /** Returns the style of reports for people on standard output. */
  TextStyle style(ColorChoice choice) {
    return new TextStyle(
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> outIsTerminal && takesColor();
        },
        charset,
        outIsTerminal ? OptionalInt.of(columns()) : OptionalInt.empty(),
        OptionNames::find);
  }

  /** Returns the style of running text that is no report, which is broken in a file too. */
  TextStyle helpStyle(ColorChoice choice) {
    TextStyle style = style(choice);
    return new TextStyle(style.colored(), charset, OptionalInt.of(helpColumns()), style.choices());
  }

  /** Returns how wide a page of help is. */
  int helpColumns() {
    return outIsTerminal
        ? Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns()))
        : COLUMNS_OF_A_FILE;
  }

  /** Returns how wide the terminal is: as COLUMNS says, or as it says itself. */
  int columns() {
    String stated = environment.getOrDefault("COLUMNS", "");
    return COLUMNS.matcher(stated).matches()
        ? Integer.parseInt(stated)
        : new UsageMessageSpec().autoWidth(true).width();
  }

  /** Returns whether this is Windows, which says so of itself. */
  boolean isWindows() {
    return environment.getOrDefault("OS", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** The conventions of no-color.org; on Windows, the consoles known to take escape sequences. */
  private boolean takesColor() {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb")) {
      return false;
    }
    return !isWindows()
        || environment.containsKey("WT_SESSION")
        || environment.containsKey("TERM")
        || environment.getOrDefault("ConEmuANSI", "").equals("ON");
  }

  /** Where no launcher told: whether input and output are both a terminal. */
  @SuppressWarnings("SystemConsoleNull") // Java 22 and later are asked in their own way
  private static boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static boolean isTerminal(String property) {
    String value = System.getProperty(property);
    return value == null ? isInteractive() : Boolean.parseBoolean(value);
  }

  private static Charset processCharset() {
    for (String property :
        new String[] {CHARSET, "stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return Charset.defaultCharset();
  }
}
