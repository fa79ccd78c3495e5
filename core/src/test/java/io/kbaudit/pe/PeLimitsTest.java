package io.kbaudit.pe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program has no more of anything than a linker writes; of more it is said that it is so. */
class PeLimitsTest {
  private static final FileVersion VERSION = new FileVersion(6, 1, 7601, 17514);
  private static final PeFixture SOUND = PeFixture.library().fileVersion("6.1.7601.17514");

  /** Room behind all sections, for other tables of resources. */
  private static final int ROOM_AT = 100_000;

  private static final int IS_DIRECTORY = 0x8000_0000;

  @TempDir Path folder;

  @Test
  void ninetySixSectionsAreRead() throws IOException {
    int most = PortableExecutable.MOST_SECTIONS;

    assertThat(inspect(withSections(most)).problems()).isEmpty();
    assertThat(inspect(withSections(most)).fileVersions()).containsExactly(VERSION);
    assertThat(inspect(withSections(most + 1)).problems())
        .containsExactly(
            new PeProblem(PeProblem.Kind.DAMAGED, "the header counts 97 sections, at most 96"));
  }

  @Test
  void aTableOf1024ResourcesIsRead() throws IOException {
    int most = ResourceDirectory.MOST_ENTRIES;

    assertThat(inspect(withNames(most)).problems()).isEmpty();
    assertThat(inspect(withNames(most)).fileVersions()).containsExactly(VERSION);
    assertThat(inspect(withNames(most + 1)).problems())
        .containsExactly(
            new PeProblem(
                PeProblem.Kind.DAMAGED,
                "the resource directory counts 1,025 entries, at most 1024"));
  }

  @Test
  void theVersionResourcesOf256LanguagesAreRead() throws IOException {
    int most = ResourceDirectory.MOST_VERSIONS;

    assertThat(inspect(withLanguages(most)).problems()).isEmpty();
    assertThat(inspect(withLanguages(most)).versions()).hasSize(most);
    assertThat(inspect(withLanguages(most + 1)).problems())
        .containsExactly(
            new PeProblem(
                PeProblem.Kind.NOT_READ,
                "there are more than 256 version resources, which were not read"));
  }

  /** Returns a library with so many sections, all but its own of nothing. */
  private static ByteBuffer withSections(int count) {
    byte[] sound = SOUND.bytes();
    ByteBuffer before = littleEndian(sound);
    int table = sectionTable(before);
    int headers = before.getInt(optionalHeader(before) + 60);
    int moved = 8_192;
    byte[] bytes = new byte[sound.length + moved];
    System.arraycopy(sound, 0, bytes, 0, headers);
    System.arraycopy(sound, headers, bytes, headers + moved, sound.length - headers);
    ByteBuffer file = littleEndian(bytes);
    int own = file.getShort(peHeader(file) + 6);
    for (int i = 0; i < own; i++) {
      int at = table + 40 * i + 20;
      file.putInt(at, file.getInt(at) + moved);
    }
    file.putShort(peHeader(file) + 6, (short) count);
    file.putInt(optionalHeader(file) + 60, headers + moved);
    return file;
  }

  /** Returns one with a table of so many names of version resources, of which the first is its. */
  private static ByteBuffer withNames(int count) {
    ByteBuffer file = littleEndian(SOUND.sized(2 * ROOM_AT).bytes());
    int resources = resources(file);
    int languages = file.getInt(names(file, resources) + 20);
    int room = ROOM_AT - resources;
    table(file, ROOM_AT, count);
    for (int i = 0; i < count; i++) {
      file.putInt(i + 1).putInt(i == 0 ? languages : IS_DIRECTORY | (room - 16)); // an empty table
    }
    file.putInt(resources + 20, IS_DIRECTORY | room);
    return file;
  }

  /** Returns one with its version resource in so many languages. */
  private static ByteBuffer withLanguages(int count) {
    ByteBuffer file = littleEndian(SOUND.sized(2 * ROOM_AT).bytes());
    int resources = resources(file);
    int names = names(file, resources);
    int languages = resources + (file.getInt(names + 20) & ~IS_DIRECTORY);
    int version = file.getInt(languages + 20);
    table(file, ROOM_AT, count);
    for (int i = 0; i < count; i++) {
      file.putInt(i + 1).putInt(version);
    }
    file.putInt(names + 20, IS_DIRECTORY | (ROOM_AT - resources));
    return file;
  }

  private static void table(ByteBuffer file, int at, int entries) {
    file.position(at);
    file.putLong(0).putInt(0).putShort((short) 0).putShort((short) entries);
  }

  /** Returns where the table of names is to which the first type leads. */
  private static int names(ByteBuffer file, int resources) {
    return resources + (file.getInt(resources + 20) & ~IS_DIRECTORY);
  }

  private static int resources(ByteBuffer file) {
    int section = sectionTable(file);
    while (file.getInt(section) != 0x7273_722E) { // ".rsr"
      section += 40;
    }
    return file.getInt(section + 20);
  }

  private static int peHeader(ByteBuffer file) {
    return file.getInt(60);
  }

  private static int optionalHeader(ByteBuffer file) {
    return peHeader(file) + 24;
  }

  private static int sectionTable(ByteBuffer file) {
    return optionalHeader(file) + file.getShort(peHeader(file) + 20);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private PeInspection inspect(ByteBuffer file) throws IOException {
    byte[] bytes = new byte[file.capacity()];
    file.get(0, bytes);
    return PeInspection.of(Files.write(folder.resolve("a.dll"), bytes));
  }
}
