package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** File systems, languages and time zones other than those of this machine. */
@Isolated("changes the default locale and time zone")
class ForeignSurroundingsTest {
  private static final MsiFixture FIXTURE =
      MsiFixture.sized(20_480).subject("DNS Client").lastSavedAt("2011-03-10T10:04:37Z");

  @Test
  void readsFromAFileSystemLikeThatOfWindows() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path file = windows.getPath("C:\\Pakete Ä日本\\Größe🙂.msi");
      Files.createDirectories(file.getParent());

      requireRead(file);
    }
  }

  @Test
  void readsFromAFileSystemLikeThatOfUnix() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = unix.getPath("/pakete Ä日本/größe🙂:*?.msi");
      Files.createDirectories(file.getParent());

      requireRead(file);
    }
  }

  @Test
  void readsFromThisFileSystemUnderANameInAnyScript(@TempDir Path folder) throws IOException {
    requireRead(folder.resolve("größe 日本 🙂.msi"));
  }

  /** It has no file channels, and its channels go forward alone. */
  @Test
  void readsFromTheFileSystemOfTheRunningJava() throws IOException {
    Path javaItself =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("modules/java.base/module-info.class");

    assertThatExceptionOfType(MsiFormatException.class)
        .isThrownBy(() -> MsiFile.open(javaItself))
        .withMessageStartingWith(
            "it is no OLE compound file: it begins with the bytes CA FE BA BE");
  }

  @Test
  void anInterruptEndsTheReadingOfAnOpenFile(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("a.msi");
    FIXTURE.writeTo(path);
    try (MsiFile file = MsiFile.open(path)) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(file::summary);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void isTheSameInTurkish(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    MsiDamage.BAD_FILETIME.write(FIXTURE, file);
    MsiInspection here = MsiInspection.of(file);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));

      assertThat(MsiInspection.of(file)).isEqualTo(here);
      assertThat(MsiKind.PACKAGE.id()).isEqualTo("package");
      assertThat(MsiKind.TRANSFORM.id()).isEqualTo("transform");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isTheSameInWordsWhereDigitsAreOthers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    Locale before = Locale.getDefault();
    for (MsiDamage damage : MsiDamage.values()) {
      damage.write(FIXTURE, file);
      MsiInspection here = MsiInspection.of(file);
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(MsiInspection.of(file)).as("%s", damage).isEqualTo(here);
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void timesAreTheSameInAnyZone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    FIXTURE.writeTo(file);
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(MsiInspection.of(file).lastSaved()).hasToString("Optional[2011-03-10T10:04:37Z]");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void readsAFileThatMayNotBeWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    FIXTURE.writeTo(file);
    assertThat(file.toFile().setReadOnly()).isTrue();

    assertThat(MsiInspection.of(file).problems()).isEmpty();
  }

  @Test
  void isNotReadOnceItIsClosed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    FIXTURE.writeTo(file);
    MsiFile msi = MsiFile.open(file);
    msi.close();

    assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(msi::summary);
  }

  private static void requireRead(Path file) throws IOException {
    FIXTURE.writeTo(file);

    MsiInspection inspection = MsiInspection.of(file);

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.summary()).flatMap(SummaryInformation::subject).contains("DNS Client");
    Files.delete(file);
  }
}
