package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Windows of Wine's, made fresh in a folder, which takes some seconds: what its Windows Installer
 * and its registry editor do is not of our making. What it runs ends when this is closed.
 */
public final class WinePrefix implements AutoCloseable {
  /** A run takes seconds, the first half a minute on a busy machine. */
  private static final int PATIENCE_MINUTES = 5;

  private final Path folder;

  private WinePrefix(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes one in {@code folder}, or skips aloud where there is no Wine, or none that works.
   *
   * @param consequence what is then not tried
   */
  public static WinePrefix make(Path folder, String consequence) throws Exception {
    Programs.skipAloudWithout("wine", consequence);
    Programs.skipAloudWithout("wineserver", consequence);
    WinePrefix prefix = new WinePrefix(folder);
    int exitCode = prefix.exitCode(List.of("wineboot", "-i"));
    Programs.skipAloudIf(
        exitCode != 0 || !Files.isDirectory(prefix.drive()),
        "wineboot makes no Windows here: " + consequence);
    return prefix;
  }

  /**
   * Installs a package, as {@code msiexec /i} does without a window.
   *
   * @param properties such as {@code ALLUSERS=1}
   */
  public void install(Path msi, String... properties) throws Exception {
    List<String> line = new ArrayList<>(List.of("wine", "msiexec", "/i", windowsPath(msi), "/qn"));
    line.addAll(List.of(properties));
    run(line);
  }

  /**
   * Uninstalls a product.
   *
   * @param productCode in braces
   */
  public void uninstall(String productCode) throws Exception {
    run(List.of("wine", "msiexec", "/x", productCode, "/qn"));
  }

  /** Exports a key with all below it, as {@code reg export} does, and returns {@code file}. */
  public Path export(String key, Path file) throws Exception {
    run(List.of("wine", "reg", "export", key, windowsPath(file), "/y"));
    return file;
  }

  /**
   * Returns what a program prints, which must succeed.
   *
   * @param directory where it runs
   */
  public String print(Path directory, List<String> line) throws Exception {
    Path out = Files.createTempFile(folder, "printed", ".txt");
    int exitCode = exitCode(line, directory, ProcessBuilder.Redirect.to(out.toFile()));
    String printed = Files.readString(out, UTF_8);
    Files.delete(out);
    assertThat(exitCode).as(String.join(" ", line)).isZero();
    return printed;
  }

  /**
   * Returns the file that has a path of Windows, such as {@code C:\windows\Installer\a.msi}, here;
   * empty where there is none.
   */
  public Optional<Path> find(String path) throws IOException {
    Path found = drive();
    for (String name : path.substring(3).split("\\\\", -1)) {
      Optional<Path> next = child(found, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      found = next.get();
    }
    return Optional.of(found);
  }

  /** Returns the folder that is {@code C:\} there. */
  public Path drive() {
    return folder.resolve("drive_c");
  }

  @Override
  public void close() throws IOException {
    try {
      exitCode(List.of("wineserver", "-k"));
      exitCode(List.of("wineserver", "-w"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(List<String> line) throws Exception {
    assertThat(exitCode(line)).as(String.join(" ", line)).isZero();
  }

  /** Every file of this machine is below that drive. */
  private static String windowsPath(Path file) {
    return "Z:" + file.toAbsolutePath().toString().replace('/', '\\');
  }

  private static Optional<Path> child(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String small = name.toLowerCase(Locale.ROOT);
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(each -> each.getFileName().toString().toLowerCase(Locale.ROOT).equals(small))
          .findFirst();
    }
  }

  private int exitCode(List<String> line) throws IOException, InterruptedException {
    return exitCode(line, folder, ProcessBuilder.Redirect.DISCARD);
  }

  private int exitCode(List<String> line, Path directory, ProcessBuilder.Redirect out)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().put("WINEPREFIX", folder.toAbsolutePath().toString());
    builder.environment().put("WINEDEBUG", "-all");
    builder.environment().put("WINEDLLOVERRIDES", "mscoree,mshtml=");
    Process process =
        builder.redirectOutput(out).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(PATIENCE_MINUTES, MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", line) + " did not end");
    }
    return process.exitValue();
  }
}
