package io.kbaudit.script;

import io.kbaudit.file.Digest;
import java.util.List;

/**
 * Windows PowerShell 5.1, and PowerShell 7.
 *
 * <p>A text stands in single quotes, in which everything but the quote itself is literal
 * (about_Quoting_Rules, Microsoft Learn). Typographic quotes count as quotes too, and Windows
 * PowerShell reads a script without a byte order mark in the machine's own code page
 * (about_Character_Encoding); so what is not printable ASCII is written as a number.
 *
 * <p>Files are named to .NET and not to cmdlets: nothing there takes a bracket for a wildcard, and
 * {@code File.Copy} and {@code File.Move} never replace a file. {@code File.Copy} keeps the time of
 * the last write.
 */
final class PowerShellDialect implements ShellDialect {
  /** A colon would name a stream of another file. */
  private static final ShellNames NAMES = new ShellNames("PowerShell", "/\\:\0", "\0");

  /** Read by the editors of every Windows. */
  @Override
  public String lineEnd() {
    return "\r\n";
  }

  @Override
  public String comment(String text) {
    return "# " + AsciiLine.of(text) + "\n";
  }

  @Override
  public String opening(List<String> head, CopyScript script) throws UnquotableException {
    StringBuilder opening = new StringBuilder();
    head.forEach(line -> opening.append(comment(line)));
    return opening
        .append("\n# The folders, which may be edited:\n")
        .append(assignment(Place.PACKAGE, script.packageFolder()))
        .append(assignment(Place.SHARE, script.shareFolder()))
        .append(
            """

            Set-StrictMode -Version 2.0
            $ErrorActionPreference = 'Stop'

            # A relative folder is one of the current location.
            function Resolve-Folder([string] $Folder) {
              $here = (Get-Location -PSProvider FileSystem).ProviderPath
              [IO.Path]::Combine($here, $Folder) + [IO.Path]::DirectorySeparatorChar
            }
            $package = Resolve-Folder $package
            $share = Resolve-Folder $share

            function Stop-Copying([string] $Sentence) {
              [Console]::Error.WriteLine($Sentence)
              exit 1
            }

            function Test-Taken([string] $Path) {
              [IO.File]::Exists($Path) -or [IO.Directory]::Exists($Path)
            }

            function Test-Size([string] $Path, [long] $Bytes) {
              (New-Object IO.FileInfo $Path).Length -eq $Bytes
            }

            function Test-Contents([string] $Path, [string] $Sha256) {
              $file = [IO.File]::OpenRead($Path)
              try { (Get-FileHash -Algorithm SHA256 -InputStream $file).Hash -eq $Sha256 }
              finally { $file.Close() }
            }
            """)
        .toString();
  }

  private static String assignment(Place place, String folder) throws UnquotableException {
    return "$" + place.variable() + " = " + literal(NAMES.windowsFolder(folder)) + "\n";
  }

  @Override
  public String requireFolder(Place place, String sentence) {
    return "if (-not [IO.Directory]::Exists($" + place.variable() + "))" + stop(sentence);
  }

  @Override
  public String requireFile(Place place, String name, String sentence) throws UnquotableException {
    return "if (-not [IO.File]::Exists(" + path(place, name) + "))" + stop(sentence);
  }

  @Override
  public String requireSize(Place place, String name, long bytes, String sentence)
      throws UnquotableException {
    return "if (-not (Test-Size (" + path(place, name) + ") " + bytes + "))" + stop(sentence);
  }

  @Override
  public String requireContents(String name, Digest sha256, String sentence)
      throws UnquotableException {
    String arguments = "(" + path(Place.SHARE, name) + ") '" + sha256.hex() + "'";
    return "if (-not (Test-Contents " + arguments + "))" + stop(sentence);
  }

  @Override
  public String requireFree(String name, String sentence) throws UnquotableException {
    return "if (Test-Taken (" + path(Place.SHARE, name) + "))" + stop(sentence);
  }

  @Override
  public String copy(String from, String to, String sentence) throws UnquotableException {
    return attempt("Copy", path(Place.PACKAGE, from), path(Place.SHARE, to), sentence);
  }

  @Override
  public String rename(String from, String to, String sentence) throws UnquotableException {
    return attempt("Move", path(Place.SHARE, from), path(Place.SHARE, to), sentence);
  }

  @Override
  public String closing(String beginning, String rest, CopyScript script) {
    return ("[Console]::Out.WriteLine(" + literal(beginning + " from \"") + " + $package")
        + (" + '\" to \"' + $share + " + literal("\"" + rest))
        + (")\nexit " + script.exitCode() + "\n");
  }

  private static String attempt(String method, String from, String to, String sentence) {
    return ("try { [IO.File]::" + method + "(" + from + ", " + to + ") } catch")
        + (" { Stop-Copying (" + literal(sentence + ": "))
        + " + $_.Exception.GetBaseException().Message) }\n";
  }

  private static String stop(String sentence) {
    return " { Stop-Copying " + literal(sentence) + " }\n";
  }

  private static String path(Place place, String name) throws UnquotableException {
    return "$" + place.variable() + " + " + literal(NAMES.windowsName(name));
  }

  /**
   * Returns an expression of ASCII alone whose value is {@code text}: a literal, or a sum in
   * parentheses that begins with a string, so that characters are joined and not added.
   */
  static String literal(String text) {
    if (text.chars().allMatch(PowerShellDialect::isPlain)) {
      return quoted(text);
    }
    StringBuilder sum = new StringBuilder("(");
    int end = plainEnd(text, 0);
    sum.append(quoted(text.substring(0, end)));
    while (end < text.length()) {
      sum.append(String.format(" + [char]0x%04X", (int) text.charAt(end)));
      int start = end + 1;
      end = plainEnd(text, start);
      if (end > start) {
        sum.append(" + ").append(quoted(text.substring(start, end)));
      }
    }
    return sum.append(')').toString();
  }

  private static int plainEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isPlain(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPlain(int character) {
    return character >= ' ' && character < 0x7F;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
