package io.kbaudit.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A script that lists the files of a folder on a computer without Java, in a form that can be
 * audited elsewhere. It is of ASCII alone, takes the folder as its argument, and writes a whole
 * list or none.
 */
public enum CollectorScript {
  /** Windows PowerShell 2.0 and later: sizes, UTC times, versions and digests by SHA-256. */
  POWERSHELL("powershell", "collect.ps1", "\r\n"),
  /** The command processor of any Windows: sizes, and local times to the minute. */
  CMD("cmd", "collect.cmd", "\r\n"),
  /** A playbook of Ansible for Windows: sizes, local times, and digests by SHA-256. */
  ANSIBLE("ansible", "collect.yml", "\n");

  private final String id;
  private final String fileName;
  private final String lineEnd;

  CollectorScript(String id, String fileName, String lineEnd) {
    this.id = id;
    this.fileName = fileName;
    this.lineEnd = lineEnd;
  }

  /** Returns the name by which people choose it, such as {@code powershell}. */
  public String id() {
    return id;
  }

  /** Returns what it calls itself, such as {@code collect.ps1}. */
  public String fileName() {
    return fileName;
  }

  /** Returns all of it, with the line ends that its language has. */
  public String text() {
    try (InputStream in = CollectorScript.class.getResourceAsStream(fileName)) {
      byte[] bytes = Objects.requireNonNull(in, fileName).readAllBytes();
      return String.join(lineEnd, new String(bytes, StandardCharsets.US_ASCII).lines().toList())
          + lineEnd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
