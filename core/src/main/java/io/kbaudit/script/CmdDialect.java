package io.kbaudit.script;

import io.kbaudit.file.Digest;
import io.kbaudit.file.WindowsNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The command processor of Windows, cmd.exe.
 *
 * <p>A text stands in double quotes, in which only percent signs mean something, and are doubled;
 * delayed expansion, which would give exclamation marks a meaning, is off. {@code call}, which
 * expands its line a second time, reaches nothing but a label. What stands between the first {@code
 * goto} and its label is never parsed, so that comments may contain anything.
 *
 * <p>A command's result is asked by {@code if errorlevel} in the next line; {@code copy} and {@code
 * ren} set it whether they fail or not.
 *
 * <p>Contents are compared where the machine has a {@code certutil} that computes a SHA-256, as
 * those from Windows 7 on do; where it has none, the script says so once, and sizes must do. It
 * prints the digest in its second line, up to Windows 7 with blanks in it ("certutil", Microsoft
 * Learn, {@code -hashfile}). The file is named to it by a variable, which the second cmd that
 * {@code for /f} runs expands once, and no more.
 */
final class CmdDialect implements ShellDialect {
  private static final String RESERVED =
      IntStream.range(0, 0x80)
          .filter(WindowsNames::isReserved)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private static final ShellNames NAMES = new ShellNames("cmd", RESERVED + "/\\:", RESERVED);

  /** MAX_PATH, which cmd does not go beyond. It also keeps lines below cmd's 8,191 characters. */
  private static final int LONGEST_FOLDER = 260;

  /** Tries certutil on the script itself: what it prints must be 64 digits, and nothing else. */
  private static final String FIND_CERTUTIL =
      """

      rem Whether certutil can compute a SHA-256.
      set "file=%~f0"
      call :digest
      set "hashes="
      if not "%digest:~63%"=="" if "%digest:~64%"=="" set "hashes=yes"
      if not defined hashes >&2 echo There is no certutil: sizes are compared, and not contents.
      """;

  private static final String NOT_COMPARED =
      "if not defined hashes >&2 echo Contents were NOT compared, sizes alone: there is no certutil.\n";

  private static final Pattern SPECIAL = Pattern.compile("[&|<>^()\"]");

  private static final String DIGEST =
      """

      rem The SHA-256 of a file, which some certutil print with blanks.
      :digest
      set "digest="
      for /f "skip=1 delims=" %%H in ('certutil -hashfile "%%file%%" SHA256 2^>nul') do \
      if not defined digest set "digest=%%H"
      if not defined digest set "digest=none"
      set "digest=%digest: =%"
      exit /b
      """;

  @Override
  public String lineEnd() {
    return "\r\n";
  }

  @Override
  public String comment(String text) {
    return "rem " + AsciiLine.of(text) + "\n";
  }

  @Override
  public String opening(List<String> head, CopyScript script) throws UnquotableException {
    StringBuilder opening =
        new StringBuilder("@echo off\nsetlocal EnableExtensions DisableDelayedExpansion\n");
    opening.append("goto begin\n");
    head.forEach(line -> opening.append(comment(line)));
    opening.append(":begin\n");
    if (needsUtf8(script)) {
      opening.append(
          """

          rem Names below are in UTF-8. The code page of before is restored at the end.
          for /f "tokens=2 delims=:." %%P in ('chcp') do set "page=%%P"
          chcp 65001 >nul
          """);
    }
    return opening
        .append("\nrem The folders, which may be edited:\n")
        .append(assignment(Place.PACKAGE, script.packageFolder()))
        .append(assignment(Place.SHARE, script.shareFolder()))
        .append(script.knowsContents() ? FIND_CERTUTIL : "")
        .toString();
  }

  private static String assignment(Place place, String folder) throws UnquotableException {
    return "set " + quoted(place.variable() + "=" + requireFolderName(folder)) + "\n";
  }

  @Override
  public String requireFolder(Place place, String sentence) throws UnquotableException {
    return "if not exist \"%" + place.variable() + "%\\\"" + stop(sentence);
  }

  /** In a folder something always matches the wildcard: the entry for itself. */
  @Override
  public String requireFile(Place place, String name, String sentence) throws UnquotableException {
    return ("if not exist " + path(place, name) + stop(sentence))
        + ("if exist " + path(place, name, "\\*") + stop(sentence));
  }

  /** The sentence stands in a line of its own: within the loop, a name's "%F" would be expanded. */
  @Override
  public String requireSize(Place place, String name, long bytes, String sentence)
      throws UnquotableException {
    return ("for %%F in (" + path(place, name) + ") do set \"size=%%~zF\"\n")
        + ("if not \"%size%\"==\"" + bytes + "\"" + stop(sentence));
  }

  @Override
  public String requireContents(String name, Digest sha256, String sentence)
      throws UnquotableException {
    String file = path(Place.SHARE, name);
    return ("set \"file=" + file.substring(1) + "\n")
        + "if defined hashes call :digest\n"
        + ("if defined hashes if /i not \"%digest%\"==\"" + sha256.hex() + "\"" + stop(sentence));
  }

  @Override
  public String requireFree(String name, String sentence) throws UnquotableException {
    return "if exist " + path(Place.SHARE, name) + stop(sentence);
  }

  @Override
  public String copy(String from, String to, String sentence) throws UnquotableException {
    return ("copy /b " + path(Place.PACKAGE, from) + " " + path(Place.SHARE, to) + " >nul\n")
        + ("if errorlevel 1" + stop(sentence));
  }

  @Override
  public String rename(String from, String to, String sentence) throws UnquotableException {
    return ("ren " + path(Place.SHARE, from) + " " + quoted(NAMES.windowsName(to)) + "\n")
        + ("if errorlevel 1" + stop(sentence));
  }

  @Override
  public String closing(String beginning, String rest, CopyScript script) {
    String restore = needsUtf8(script) ? "chcp %page% >nul\n" : "";
    return (script.knowsContents() ? NOT_COMPARED : "")
        + ("echo " + escaped(beginning))
        + (" from \"%package%\" to \"%share%\"" + escaped(rest) + "\n")
        + (restore + "exit /b " + script.exitCode() + "\n")
        + ("\n:stop\n" + restore + "exit /b 1\n")
        + (script.knowsContents() ? DIGEST : "");
  }

  /** A script of ASCII alone stays in the code page that it finds. */
  private static boolean needsUtf8(CopyScript script) {
    StringBuilder all = new StringBuilder(script.packageFolder()).append(script.shareFolder());
    script.steps().forEach(step -> all.append(step.from()).append(step.namesOnShare()));
    all.append(script.verification());
    return !all.chars().allMatch(AsciiLine::isAscii);
  }

  /** No blank stands before the ampersand, for echo would print it. */
  private static String stop(String sentence) throws UnquotableException {
    return " (>&2 echo " + quoted(sentence) + "& goto stop)\n";
  }

  private static String path(Place place, String name) throws UnquotableException {
    return path(place, name, "");
  }

  private static String path(Place place, String name, String ending) throws UnquotableException {
    String inQuotes = quoted("\\" + NAMES.windowsName(name) + ending);
    return "\"%" + place.variable() + "%" + inQuotes.substring(1);
  }

  /** Returns the folder with Windows's separators. */
  private static String requireFolderName(String folder) throws UnquotableException {
    String name = NAMES.windowsFolder(folder).replace('/', '\\');
    if (hasMisplacedColon(name)) {
      throw NAMES.refusal(folder, "a colon stands elsewhere than after a drive's letter");
    }
    if (name.length() > LONGEST_FOLDER) {
      throw NAMES.refusal(folder, "it is longer than " + LONGEST_FOLDER + " characters");
    }
    return name;
  }

  private static boolean hasMisplacedColon(String folder) {
    boolean hasDrive = folder.length() > 1 && folder.charAt(1) == ':';
    return folder.indexOf(':', hasDrive && isAsciiLetter(folder.charAt(0)) ? 2 : 0) >= 0;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Returns the text as it is written outside of quotes, which {@code echo} would print. */
  private static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("^$0").replace("%", "%%");
  }

  private static String quoted(String text) throws UnquotableException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw NAMES.refusal(text, "it cannot be written in UTF-8");
    }
    return '"' + text.replace("%", "%%") + '"';
  }
}
