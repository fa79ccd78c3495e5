package io.kbaudit.cli;

import io.kbaudit.file.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;

/**
 * One run of the command in memory: how it ended, and what it printed. What it writes in JSON is
 * held to its schema.
 */
record Run(ExitCode exitCode, String out, String err) {
  /** When a command is run that nobody says the time of: before waivers in tests expire. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  /** Runs the command with these arguments, neither stream a terminal. */
  static Run kbaudit(Object... args) {
    return on(StandardCharsets.UTF_8, false, Map.of(), args);
  }

  /** Runs the command with this text on standard input. */
  static Run reading(String input, Object... args) {
    return on(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8,
        false,
        Map.of(),
        args);
  }

  /** Runs the command on a console of this kind. */
  static Run on(
      Charset charset, boolean terminal, Map<String, String> environment, Object... args) {
    return on(InputStream.nullInputStream(), charset, terminal, environment, args);
  }

  private static Run on(
      InputStream in,
      Charset charset,
      boolean terminal,
      Map<String, String> environment,
      Object... args) {
    return on(in, charset, terminal, environment, CLOCK, args);
  }

  /** Runs the command at this time, on a computer of this environment. */
  static Run at(Clock clock, Map<String, String> environment, String input, Object... args) {
    return on(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8,
        false,
        environment,
        clock,
        args);
  }

  private static Run on(
      InputStream in,
      Charset charset,
      boolean terminal,
      Map<String, String> environment,
      Clock clock,
      Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            in,
            out,
            new PrintStream(err, true, charset),
            charset,
            terminal,
            terminal,
            environment,
            clock);
    List<String> words = Arrays.stream(args).map(Object::toString).toList();
    ExitCode exitCode = new Kbaudit(console).run(words.toArray(String[]::new));
    WrittenJson.assertValid(
        exitCode != ExitCode.CANNOT_ASK, out.toString(StandardCharsets.UTF_8), Path.of(""), words);
    return new Run(exitCode, out.toString(charset), err.toString(charset));
  }

  /** Returns what a command says that wrote this file and has nothing else to say. */
  static Run wrote(Path file, String contents) throws IOException {
    String sha256 = Digest.of(Digest.Algorithm.SHA256, digestOf(Files.readAllBytes(file))).hex();
    return new Run(
        ExitCode.OK, "", "wrote '" + file + "': " + contents + ", SHA-256 " + sha256 + "\n");
  }

  private static MessageDigest digestOf(byte[] bytes) {
    MessageDigest digest = Digest.Algorithm.SHA256.newDigest();
    digest.update(bytes);
    return digest;
  }

  /** Returns standard output as JSON, read by a parser that did not write it. */
  JSONObject json() {
    return new JSONObject(out);
  }

  /** Returns every check that failed or stayed undecided: "Dnsclient.msi SIZE LARGER". */
  List<String> findings() {
    return findingsIn(json());
  }

  /** Returns the same of one audit among others. */
  static List<String> findingsIn(JSONObject audit) {
    List<String> findings = new ArrayList<>();
    for (Object file : audit.getJSONArray("files")) {
      JSONObject row = (JSONObject) file;
      for (Object each : row.getJSONArray("checks")) {
        JSONObject check = (JSONObject) each;
        if (List.of("FAILED", "UNDECIDED").contains(check.getString("outcome"))) {
          findings.add(
              row.getString("name") + " " + check.getString("id") + " " + check.getString("cause"));
        }
      }
    }
    return findings;
  }

  /** Returns the ids of the remarks on the whole audit. */
  List<String> remarks() {
    List<String> ids = new ArrayList<>();
    json()
        .getJSONArray("remarks")
        .forEach(remark -> ids.add(((JSONObject) remark).getString("id")));
    return ids;
  }

  /** Returns the paths of the files that the article does not list. */
  List<String> unlisted() {
    List<String> paths = new ArrayList<>();
    json()
        .getJSONArray("unlisted")
        .forEach(file -> paths.add(((JSONObject) file).getString("path")));
    return paths;
  }
}
