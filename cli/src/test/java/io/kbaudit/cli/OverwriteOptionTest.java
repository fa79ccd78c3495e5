package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverwriteOptionTest {
  @TempDir private Path temp;
  private Path rollup;
  private Path share;
  private Path before;
  private Path articles;
  private Path report;

  @BeforeEach
  void writeThem() throws IOException {
    rollup = Files.createDirectory(temp.resolve("rollup"));
    RollupFolder.kb2492954().with(Defect.missing("Servicebase.msi")).writeTo(rollup);
    before = temp.resolve("before.json");
    kbaudit("verify", rollup, "--report", "json=" + before);
    share = Files.createDirectory(temp.resolve("share"));
    articles = Files.createDirectory(temp.resolve("articles"));
    Files.writeString(
        articles.resolve("KB100000.txt"),
        """
        |File name|Date|Time|File size|
        |---|---|---|---|
        |a.msi|10-Mar-2011|10:04|1,024|
        """);
    report = temp.resolve("report");
  }

  @ParameterizedTest(name = "{0} --report {1}")
  @CsvSource(
      textBlock =
          """
          verify ROLLUP,                              text
          verify ROLLUP --quiet,                      text
          verify ROLLUP --verbose --color always,     text
          verify ROLLUP,                              json
          verify ROLLUP,                              html
          verify ROLLUP,                              markdown
          verify ROLLUP,                              csv
          verify ROLLUP,                              junit
          verify ROLLUP,                              sarif
          verify ROLLUP,                              prometheus
          verify ROLLUP,                              nagios
          plan --package ROLLUP --share SHARE,        text
          plan --package ROLLUP --share SHARE --quiet, text
          plan --package ROLLUP --share SHARE,        json
          plan --package ROLLUP --share SHARE,        html
          inspect ROLLUP,                             text
          inspect ROLLUP,                             json
          inspect ROLLUP,                             csv
          inspect ROLLUP --files,                     csv
          identify ROLLUP/DNSClient.msi --articles ARTICLES,   text
          identify ROLLUP/DNSClient.msi --articles ARTICLES,   json
          identify ROLLUP/DNSClient.msi --articles ARTICLES,   csv
          article show KB2492954,                     text
          article show KB2492954,                     json
          article show KB2492954,                     csv
          article check KB2492954,                    text
          article check KB2492954 --quiet,            text
          article check KB2492954,                    json
          diff BEFORE BEFORE,                         text
          diff BEFORE BEFORE --quiet,                 text
          diff BEFORE BEFORE,                         json
          diff BEFORE BEFORE,                         html
          diff BEFORE BEFORE,                         markdown
          profile show,                               text
          profile show,                               json
          """)
  void anEarlierReportIsReplacedOnDemandAlone(String command, String format) throws IOException {
    Run first = run(command, format);
    String written = Files.readString(report);
    Files.writeString(report, written + "\n");

    Run second = run(command, format);
    Run third = run(command, format, "--overwrite");

    assertThat(first.exitCode()).isNotEqualTo(ExitCode.CANNOT_ASK);
    assertThat(second)
        .isEqualTo(
            refusal(
                "'"
                    + report
                    + "' exists already; --overwrite writes a report over an earlier one"));
    assertThat(third.exitCode()).isEqualTo(first.exitCode());
    assertThat(report).content().isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "html", "markdown", "csv", "junit", "sarif", "prometheus", "nagios"})
  void whatIsNoReportIsNeverReplaced(String format) throws IOException {
    Files.writeString(report, "minutes of the meeting");

    Run run = run("verify ROLLUP", format, "--overwrite");

    assertThat(run)
        .isEqualTo(
            refusal(
                "'"
                    + report
                    + "' is no earlier "
                    + format
                    + " report of the same kind, and is not written over; name another file"));
    assertThat(report).hasContent("minutes of the meeting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "html"})
  void anAuditIsNotReplacedByAPlan(String format) throws IOException {
    run("verify ROLLUP", format);
    String audit = Files.readString(report);

    Run plan =
        kbaudit(
            "plan",
            "--package",
            rollup,
            "--share",
            rollup,
            "--report",
            format + "=" + report,
            "--overwrite");

    assertThat(plan.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(report).content().isEqualTo(audit);
  }

  @Test
  void evidenceInJsonIsNoReport() throws IOException {
    kbaudit("collect", rollup, "-o", report);
    String inventory = Files.readString(report);

    Run run = run("verify ROLLUP", "json", "--overwrite");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(report).content().isEqualTo(inventory);
  }

  @Test
  void anAuditedFileIsNotReplacedThoughItLooksLikeAReport() throws IOException {
    Path audited = rollup.resolve("DNSClient.msi");
    Files.writeString(audited, "COMPLIANT: all of it");

    Run run = kbaudit("verify", rollup, "--report", "text=" + audited, "--overwrite");

    assertThat(run)
        .isEqualTo(
            refusal(
                "the report '"
                    + audited
                    + "' would overwrite what it is about; name another file"));
    assertThat(audited).hasContent("COMPLIANT: all of it");
  }

  @Test
  void anEmptyFileHasNothingToLose() throws IOException {
    Files.createFile(report);

    assertThat(run("verify ROLLUP", "json").exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(report).isNotEmptyFile();
  }

  private Run run(String command, String format, String... more) {
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      words.add(
          word.replace("ROLLUP", rollup.toString())
              .replace("BEFORE", before.toString())
              .replace("SHARE", share.toString())
              .replace("ARTICLES", articles.toString()));
    }
    words.addAll(List.of("--report", format + "=" + report));
    words.addAll(List.of(more));
    return kbaudit(words.toArray());
  }

  private static Run refusal(String sentence) {
    return new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n");
  }
}
