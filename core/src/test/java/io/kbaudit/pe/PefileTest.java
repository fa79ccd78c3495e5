package io.kbaudit.pe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.kbaudit.pe.VersionResource.StringTable;
import io.kbaudit.pe.VersionResource.Translation;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files, read field by field as pefile reads them, which shares nothing with any Java reader:
 * those of Wine and of a package of npm.
 */
class PefileTest {
  /** Where Debian's package python3-pefile puts it; the first python3 of a PATH may be another. */
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static final Path WINE = Path.of("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows");
  private static final Path NPM =
      Path.of(System.getProperty("kbaudit.npm", "../.ci/node_modules"))
          .resolve("electron-winstaller/vendor");

  private static final String SCRIPT =
      """
      import pefile, sys

      def version(ms, ls):
          return '%d.%d.%d.%d' % (ms >> 16, ms & 0xffff, ls >> 16, ls & 0xffff)

      for path in sys.stdin.read().splitlines():
          try:
              pe = pefile.PE(path, fast_load=True)
          except pefile.PEFormatError:
              continue
          pe.parse_data_directories(directories=[2])
          print('file', path)
          print('machine %04x' % pe.FILE_HEADER.Machine)
          for fixed in getattr(pe, 'VS_FIXEDFILEINFO', None) or []:
              print('fixed', version(fixed.FileVersionMS, fixed.FileVersionLS),
                    version(fixed.ProductVersionMS, fixed.ProductVersionLS),
                    '%x %x' % (fixed.FileFlags, fixed.FileFlagsMask))
          for infos in getattr(pe, 'FileInfo', None) or []:
              for info in infos:
                  for table in getattr(info, 'StringTable', []):
                      for key, value in table.entries.items():
                          print('string', table.LangID.hex(), key.hex(), value.hex())
                  for var in getattr(info, 'Var', []):
                      for value in var.entry.values():
                          print('translation', value)
      """;

  private static final long PATIENCE_SECONDS = 120;

  @BeforeAll
  static void requireReaderAndFiles() throws Exception {
    Programs.skipAloudIf(
        !Files.isExecutable(PYTHON)
            || new ProcessBuilder(PYTHON.toString(), "-c", "import pefile").start().waitFor() != 0,
        PYTHON + " has no pefile (package python3-pefile): no outside reader compared");
    Programs.skipAloudIf(
        files().isEmpty(), "neither " + WINE + " nor " + NPM + " is there: no real files compared");
  }

  @Test
  void everyFieldOfRealFilesIsAsPefileReadsIt(@TempDir Path folder) throws Exception {
    List<Path> files = files();
    Map<String, List<String>> theirs = pefile(files, folder);
    Map<String, Integer> fields = new TreeMap<>();
    int silent = 0;

    for (Map.Entry<String, List<String>> file : theirs.entrySet()) {
      PeInspection inspection = PeInspection.of(Path.of(file.getKey()));
      List<String> ours = lines(inspection);
      if (!ours.equals(file.getValue())) {
        fail(file.getKey() + ": " + ours + ", and pefile reads " + file.getValue());
      }
      ours.forEach(line -> fields.merge(line.split(" ", 2)[0], 1, Integer::sum));
      silent += inspection.fileVersions().isEmpty() ? 1 : 0;
    }

    System.out.println(
        theirs.size()
            + " real files read as pefile reads them: "
            + fields
            + "; "
            + silent
            + " of them without fixed file info");
    assertThat(theirs).hasSizeGreaterThan(10);
    assertThat(fields).containsKeys("machine", "fixed", "string", "translation");
  }

  @Test
  void everyRealFileIsSoundAndOfItsExtensionsKind() throws IOException {
    for (Path file : files()) {
      PeInspection inspection = PeInspection.of(file);
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      String extension = name.substring(name.lastIndexOf('.') + 1);

      assertThat(inspection.problems())
          .as(file.toString())
          .filteredOn(PeProblem::isDamage)
          .isEmpty();
      PeKind.ofExtension(extension)
          .filter(kind -> !isKernelOfWine(file, kind))
          .ifPresent(
              kind -> assertThat(inspection.fits(kind)).as(file + " " + inspection).isTrue());
    }
  }

  /** Wine has no kernel: what stands for it, and its drivers, are libraries. */
  private static boolean isKernelOfWine(Path file, PeKind kind) {
    return file.startsWith(WINE) && (kind == PeKind.DRIVER || file.endsWith("ntoskrnl.exe"));
  }

  private static List<String> lines(PeInspection inspection) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "machine %04x",
            inspection.header().orElseThrow().machine().code().orElseThrow()));
    for (VersionResource version : inspection.versions()) {
      version
          .fixed()
          .ifPresent(
              fixed ->
                  lines.add(
                      "fixed "
                          + fixed.fileVersion()
                          + " "
                          + fixed.productVersion()
                          + String.format(
                              Locale.ROOT, " %x %x", fixed.flags(), fixed.flagsMask())));
      for (StringTable table : version.strings()) {
        table
            .values()
            .forEach(
                (key, value) ->
                    lines.add("string " + hex(table.key()) + " " + hex(key) + " " + hex(value)));
      }
      for (Translation translation : version.translations()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "translation 0x%04x 0x%04x",
                translation.language(),
                translation.codePage()));
      }
    }
    return lines.stream().sorted().toList();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  /** Returns what pefile reads of each file, sorted; of one that it refuses nothing. */
  private static Map<String, List<String>> pefile(List<Path> files, Path folder) throws Exception {
    Path input = folder.resolve("files");
    Path output = folder.resolve("read");
    Files.write(input, files.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(PYTHON.toString(), "-I", "-c", SCRIPT)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail("pefile did not end within " + PATIENCE_SECONDS + " s");
    }
    assertThat(process.exitValue()).isZero();
    Map<String, List<String>> read = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      if (line.startsWith("file ")) {
        lines = new ArrayList<>();
        read.put(line.substring("file ".length()), lines);
      } else {
        lines.add(line);
      }
    }
    read.replaceAll((file, unsorted) -> unsorted.stream().sorted().toList());
    return read;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(WINE, NPM)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.list(folder)) {
          for (Path file : all.sorted().toList()) {
            if (PeInspection.find(file, Optional.empty(), () -> false).isPresent()) {
              files.add(file.toAbsolutePath());
            }
          }
        }
      }
    }
    return files;
  }
}
