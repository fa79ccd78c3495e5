package io.kbaudit.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.comparison.Comparison;
import io.kbaudit.report.Case;
import io.kbaudit.report.PlanCase;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Nu Html Checker, by which the W3C validates pages, on pages of every kind. */
class HtmlValidatorTest {
  /**
   * The checker warns of every inline style and script that a policy names by digest: it computes
   * none. Browsers do, and {@link HtmlPageInChromiumTest} sees them run.
   */
  private static final String NOT_CHECKED =
      ".*violates Content Security Policy.*missing .*nonce/hash.*";

  @Test
  void itFindsNoErrorAndWarnsOfNothing(@TempDir Path folder) throws Exception {
    Path checker = Programs.ofNpm("vnu-jar/build/dist/vnu.jar", "no page is validated");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                checker.toString(),
                "--filterpattern",
                NOT_CHECKED));
    for (Case given : Case.values()) {
      command.add(write(given, folder).toString());
    }
    command.add(write(Comparison.of(Case.FAIL.audit(), Case.UNDECIDED.audit()), folder).toString());
    for (PlanCase given : PlanCase.values()) {
      command.add(write(given, folder).toString());
    }

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static Path write(Case given, Path folder) throws IOException {
    Path page = folder.resolve(given.fileName(".html"));
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlAuditReport().write(given.audit(), out);
    }
    return page;
  }

  private static Path write(PlanCase given, Path folder) throws IOException {
    Path page = folder.resolve(given.fileName(".html"));
    try (Writer out = Files.newBufferedWriter(page)) {
      new HtmlPlanReport().write(given.plan(), out);
    }
    return page;
  }

  private static Path write(Comparison comparison, Path folder) throws IOException {
    Path page = folder.resolve("comparison.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlComparisonReport().write(comparison, out);
    }
    return page;
  }
}
