package io.kbaudit.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.file.Wildcards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs fuzz tests one after another, each for a while in a process of its own, as Jazzer asks for,
 * and says in the end how many inputs each had and what was found.
 *
 * <p>What an input reaches for the first time is kept in {@code TEST/corpus}, from which the next
 * run goes on; an input that fails a test is left in {@code TEST}, and copied to {@code
 * src/test/resources/PACKAGE/TESTInputs} it fails the ordinary build until it is mended.
 */
public final class Fuzzing {
  /** What one input may take: seconds, and megabytes of heap. */
  private static final int LONGEST_SECONDS = 10;

  private static final int HEAP_MB = 256;

  /** Whose code says, by being reached, that an input is worth keeping. */
  private static final String LEADING = "io.kbaudit.**";

  /** In whose code calls are watched that an input must not decide on: of code, files, hosts. */
  private static final String WATCHED =
      LEADING + ":org.jsoup.**:org.snakeyaml.**:com.fasterxml.**:org.apache.**:org.bouncycastle.**";

  private final Path folder;
  private final int seconds;

  private Fuzzing(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /**
   * Fuzzes, and ends with 1 if something was found.
   *
   * @param arguments where the compiled tests are, where results go, the seconds for each test, and
   *     which tests: simple names with wildcards, separated by commas
   */
  public static void main(String[] arguments) throws Exception {
    Fuzzing fuzzing = new Fuzzing(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    List<String> lines = new ArrayList<>();
    boolean isClean = true;
    for (Class<?> test : tests(Path.of(arguments[0]), arguments[3])) {
      FuzzedTest fuzzed = fuzzing.fuzz(test);
      isClean &= fuzzed.isClean();
      lines.add(fuzzed.line());
      System.out.println(fuzzed.line());
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no fuzz test is named '" + arguments[3] + "'");
    }
    System.out.println("\nFuzz tests\n" + String.join("\n", lines));
    System.exit(isClean ? 0 : 1);
  }

  private static List<Class<?>> tests(Path compiled, String names) throws Exception {
    List<Class<?>> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(compiled)) {
      for (Path file : files.filter(Fuzzing::isNamedAsFuzzTest).sorted().toList()) {
        String path = compiled.relativize(file).toString();
        String name = path.substring(0, path.length() - ".class".length());
        Class<?> test =
            Class.forName(name.replace(file.getFileSystem().getSeparator(), "."), false, loader());
        if (isFuzzTest(test) && isNamed(test, names)) {
          tests.add(test);
        }
      }
    }
    return tests;
  }

  private static ClassLoader loader() {
    return Fuzzing.class.getClassLoader();
  }

  private static boolean isNamedAsFuzzTest(Path file) {
    return file.getFileName().toString().endsWith("FuzzTest.class");
  }

  private static boolean isFuzzTest(Class<?> test) {
    return Arrays.stream(test.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(FuzzTest.class));
  }

  private static boolean isNamed(Class<?> test, String names) {
    return Arrays.stream(names.split(","))
        .anyMatch(name -> Wildcards.ofAnyName(name).match(test.getSimpleName()));
  }

  private FuzzedTest fuzz(Class<?> test) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve(test.getSimpleName()));
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    Path log = own.resolve("log.txt");
    System.out.println(test.getSimpleName() + ": " + seconds + " s, " + log);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP_MB + "m",
            "-XX:+UseSerialGC",
            "-XX:-OmitStackTraceInFastThrow",
            "-classpath",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + test.getName(),
            "--instrumentation_includes=" + LEADING,
            "--custom_hook_includes=" + WATCHED,
            "--max_duration=" + seconds + "s",
            "--reproducer_path=" + own,
            "-timeout=" + LONGEST_SECONDS,
            "-artifact_prefix=" + own + "/",
            corpus.toString());
    Process process =
        new ProcessBuilder(command)
            .directory(own.toFile()) // elsewhere, Jazzer makes folders among the sources
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new FuzzedTest(test.getSimpleName(), process.waitFor(), Files.readAllLines(log), own);
  }
}
