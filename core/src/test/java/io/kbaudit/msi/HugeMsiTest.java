package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packages of gigabytes, whose cabinets are holes but for the headers of their blocks, in a heap of
 * 100 MB.
 */
class HugeMsiTest {
  private static final List<String> SMALL_HEAP = List.of("-Xmx100m");

  /** The tables of such a file, 4 KB for each of its cabinet's 65,535 blocks, and a little. */
  private static final long ROOM_NEEDED = 600L << 20;

  @TempDir private Path folder;

  /** Prints what a file says. */
  static final class Print {
    private Print() {}

    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      PrintStream out = System.out;
      try (MsiFile msi = MsiFile.open(file)) {
        out.println(msi.summary().subject().orElseThrow());
        out.println(msi.properties().get("ProductName"));
      }
      out.println(MsiInspection.of(file).problems());
    }
  }

  @ParameterizedTest
  @CsvSource({"2147483648, 512", "5368709120, 4096"})
  void isReadAndInspectedInASmallHeap(long size, int sectorBytes)
      throws IOException, InterruptedException {
    Path file = folder.resolve("a.msi");
    skipAloudWithoutRoom();
    MsiFixture.sized(size).sectorBytes(sectorBytes).subject("Huge").writeSparseTo(file);

    ChildJvm.Result result = ChildJvm.run(SMALL_HEAP, Print.class, file.toString());

    assertThat(result).isEqualTo(new ChildJvm.Result(0, String.format("Huge%nFixture%n[]%n"), ""));
  }

  private void skipAloudWithoutRoom() throws IOException {
    FileStore store = Files.getFileStore(folder);
    if (store.getUsableSpace() < ROOM_NEEDED) {
      String reason =
          String.format(
              Locale.ROOT,
              "SKIPPED: a package of gigabytes needs %,d bytes in %s, and there are %,d",
              ROOM_NEEDED,
              folder,
              store.getUsableSpace());
      System.out.println(reason);
      abort(reason);
    }
  }
}
