package io.kbaudit.script;

import java.io.IOException;
import java.io.Writer;

/** A language in which a script is written. */
public enum Shell {
  /** Windows PowerShell 5.1, and PowerShell 7; saved as {@code .ps1}, in ASCII. */
  POWERSHELL("powershell"),
  /**
   * The command processor of Windows; saved as {@code .cmd}, in UTF-8 without a byte order mark.
   */
  CMD("cmd"),
  /** The shell of POSIX; saved in UTF-8 without a byte order mark. */
  SH("sh");

  private final String id;

  Shell(String id) {
    this.id = id;
  }

  /** Returns the name by which people choose it, such as {@code powershell}. */
  public String id() {
    return id;
  }

  /**
   * Writes a script, or nothing at all. The writer is flushed, and left open.
   *
   * @throws UnquotableException if a name or a folder cannot be expressed
   * @throws IOException if the writer cannot take it
   */
  public void write(CopyScript script, Writer out) throws IOException, UnquotableException {
    out.write(ScriptText.of(script, dialect()));
    out.flush();
  }

  private ShellDialect dialect() {
    return switch (this) {
      case POWERSHELL -> new PowerShellDialect();
      case CMD -> new CmdDialect();
      case SH -> new ShDialect();
    };
  }
}
