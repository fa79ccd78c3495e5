package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.AuditReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command prints, from each saved audit and in each format, what core's golden file holds, and
 * ends with the code that is part of that file's name: {@code fail.exit1.csv}.
 */
class GoldenReportTest {
  private static final Path GOLDEN =
      Path.of("..", "core", "src", "test", "resources", "io", "kbaudit", "report");
  private static final Pattern NAME = Pattern.compile("([a-z]+)\\.exit([0-9])\\.(.+)");

  private static final Map<String, String> FORMATS =
      Map.of(
          "txt", "text",
          "json", "json",
          "junit.xml", "junit",
          "sarif", "sarif",
          "csv", "csv",
          "html", "html",
          "prom", "prometheus",
          "nagios.txt", "nagios",
          "md", "markdown");

  @Test
  void everyFormatHasAGoldenFileOfEveryCase() throws IOException {
    for (String given : List.of("pass", "fail", "undecided", "several", "hostile")) {
      assertThat(goldenFiles().filter(file -> nameOf(file).group(1).equals(given)))
          .as(given)
          .extracting(file -> nameOf(file).group(3))
          .containsExactlyInAnyOrderElementsOf(FORMATS.keySet());
    }
    assertThat(FORMATS.values()).containsExactlyInAnyOrderElementsOf(AuditReports.names());
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void printsTheGoldenFileAndEndsWithItsCode(Path golden) throws IOException {
    Matcher name = nameOf(golden);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        new Kbaudit(console(out, err))
            .runProcess(
                "report",
                saved(name.group(1)).toString(),
                "--report",
                FORMATS.getOrDefault(name.group(3), ""));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
    assertThat(code).isEqualTo(Integer.parseInt(name.group(2)));
  }

  private static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Console(
        InputStream.nullInputStream(),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        false,
        false,
        Map.of());
  }

  private static Path saved(String given) throws IOException {
    return goldenFiles()
        .filter(file -> file.getFileName().toString().matches(given + "\\.exit[0-9]\\.json"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> FORMATS.containsKey(nameOf(file).matches() ? nameOf(file).group(3) : ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Matcher nameOf(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    name.matches();
    return name;
  }
}
