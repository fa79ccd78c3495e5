package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.msi.FilePlaces.Place;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holes of zeros and flipped bits all over a package: which of them show. The campaign tries 200
 * places of each kind in a made and three real packages, and prints a table: {@code mvn -pl core
 * test -Pcampaign}.
 *
 * <p>What cannot show, and why:
 *
 * <ul>
 *   <li>tables, string data, summary: a cell, a letter or a value becomes another one that could be
 *       there as well; the format has no checksum for them. What names a table, a stream, a file or
 *       a key shows.
 *   <li>string pool: the counts of references, which writers keep or do not.
 *   <li>header: the minor version, the transaction number and counts that readers do not go by.
 *   <li>directory: the color of an entry, the times and flags of storages, the high half of sizes
 *       in files of 512-byte sectors; where a stream is put past the end of what is read of it.
 *   <li>other streams (icons, pictures, custom actions): their content is their own.
 *   <li>what is unused: nobody reads it.
 * </ul>
 */
class ContentSweepTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi/files");

  private static final MsiFixture MADE = MsiFixture.sized(251_392);

  private enum Change {
    HOLE_4096(4096),
    HOLE_512(512),
    BIT(0);

    private final int holeBytes;

    Change(int holeBytes) {
      this.holeBytes = holeBytes;
    }

    byte[] applyTo(byte[] sound, int at, Random random) {
      byte[] changed = sound.clone();
      if (this == BIT) {
        changed[at] ^= (byte) (1 << random.nextInt(8));
      } else {
        Arrays.fill(changed, at, Math.min(changed.length, at + holeBytes), (byte) 0);
      }
      return changed;
    }
  }

  private static final class Count {
    private int tried;
    private int found;
  }

  @Test
  void everyChangeInACabinetShows() throws IOException {
    Map<Place, Map<Change, Count>> counts = sweep(MADE.toBytes(), 50);

    for (Change change : Change.values()) {
      Count count = count(counts, Place.CABINET, change);
      assertThat(count.tried).isGreaterThan(40);
      assertThat(count.found).as(change.name()).isEqualTo(count.tried);
    }
  }

  @Test
  @Tag("campaign")
  void showsWhereverThereIsSomethingToTell() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("made", MADE.toBytes());
    for (String name :
        Set.of(
            "lessmsi__putty-0.68-installer.msi",
            "wix3__hello_world2.msi",
            "winget-cli__AppInstallerTestMsiInstaller.msi")) {
      if (Files.exists(CORPUS.resolve(name))) {
        files.put(name, Files.readAllBytes(CORPUS.resolve(name)));
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Map<Place, Map<Change, Count>> counts = sweep(file.getValue(), 200);
      print(file.getKey(), counts);
      for (Change change : Change.values()) {
        Count inCabinet = count(counts, Place.CABINET, change);
        assertThat(inCabinet.found).as(file.getKey() + change).isEqualTo(inCabinet.tried);
      }
    }
  }

  private static Map<Place, Map<Change, Count>> sweep(byte[] sound, int tries) throws IOException {
    Place[] places = FilePlaces.of(sound);
    Map<Place, Map<Change, Count>> counts = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      Map<Change, Count> ofPlace = new EnumMap<>(Change.class);
      for (Change change : Change.values()) {
        ofPlace.put(change, new Count());
      }
      counts.put(place, ofPlace);
    }
    Random random = new Random(sound.length);
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.write(memory.getPath("/a.msi"), sound);
      int remarks = MsiInspection.of(file).problems().size();
      assertThat(MsiInspection.of(file).sound()).isTrue();
      for (Place place : Place.values()) {
        int[] offsets =
            IntStream.range(0, sound.length).filter(at -> places[at] == place).toArray();
        for (Change change : Change.values()) {
          for (int i = 0; i < tries && offsets.length > 0; i++) {
            byte[] changed = change.applyTo(sound, offsets[random.nextInt(offsets.length)], random);
            int first = Arrays.mismatch(sound, changed);
            if (first >= 0) { // else there were zeros already
              Count count = count(counts, places[first], change);
              count.tried++;
              MsiInspection inspection = MsiInspection.of(Files.write(file, changed));
              if (!inspection.sound() || inspection.problems().size() > remarks) {
                count.found++;
              }
            }
          }
        }
      }
    }
    return counts;
  }

  private static Count count(Map<Place, Map<Change, Count>> counts, Place place, Change change) {
    return requireNonNull(requireNonNull(counts.get(place)).get(change));
  }

  private static void print(String file, Map<Place, Map<Change, Count>> counts) {
    System.out.printf("%s: found of tried%n", file);
    counts.forEach(
        (place, byChange) -> {
          StringBuilder line = new StringBuilder(String.format("  %-18s", place));
          byChange.forEach(
              (change, count) ->
                  line.append(String.format(" %s %d/%d", change, count.found, count.tried)));
          System.out.println(line);
        });
  }
}
