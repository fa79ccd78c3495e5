package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.script.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/**
 * The benchmark of whole processes works: here on so few files, and so seldom, that its figures say
 * nothing. None of them is looked at.
 */
class BenchmarkIT {
  private static final String SECONDS = "[\\d.]+ s";
  private static final String RATIO = "[\\d.]+ ×";
  private static final String MEMORY = "\\d+ MiB";

  @Test
  void printsRatiosAndDrawsHowTimeAndMemoryGrow(@TempDir Path folder) throws Exception {
    Programs.skipAloudWithout("python3", "the benchmark of processes was not tried");

    Launched launched =
        Launched.run(
            Installation.CHECKOUT,
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            List.of(
                "python3",
                "cli/src/benchmark/processes.py",
                "--case=files",
                "--case=growing-files",
                "--largest=10",
                "--runs=2",
                "--warm-ups=0",
                "--folder=" + folder));

    assertThat(launched.err())
        .isEqualTo(
            """
            making %1$s/inputs/empty-10
            timing 10 empty files by name, size and date
            making %1$s/inputs/empty-1
            timing 1 empty file by name, size and date
            timing 10 empty files by name, size and date
            """
                .formatted(folder));
    assertThat(launched.exitCode()).isZero();
    assertThat(launched.out().lines())
        .anyMatch(line -> line.matches("Measured on \\d{4}-\\d\\d-\\d\\d: Linux, .*\\."))
        .anyMatch(
            line ->
                line.matches(
                    "\\| 10 empty files by name, size and date \\| `find -printf`: "
                        + String.join(", ", SECONDS + " \\| " + RATIO, SECONDS, MEMORY)
                        + " \\|"))
        .anyMatch(
            line ->
                line.matches(
                    String.join(
                        " \\| ",
                        "\\| 10",
                        SECONDS,
                        "[\\d.]+ ms",
                        MEMORY,
                        SECONDS,
                        RATIO + " \\|")));
    assertThat(Files.readString(folder.resolve("processes.md"))).startsWith(launched.out());
    assertThat(pointsOfEachLine(folder.resolve("growth.svg"))).containsExactly(2, 2, 2, 2, 2, 2);
  }

  /** Of kbaudit and its peer: time, time a file and memory. */
  private static List<Integer> pointsOfEachLine(Path svg) throws Exception {
    NodeList lines =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(svg.toFile())
            .getElementsByTagName("polyline");
    return IntStream.range(0, lines.getLength())
        .mapToObj(line -> lines.item(line).getAttributes().getNamedItem("points").getNodeValue())
        .map(points -> points.split(" ").length)
        .toList();
  }
}
