package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
  private static final int KB = 1024;

  @TempDir Path folder;

  private final byte[] bytes = new byte[300 * KB + 1];
  private Path file;

  @BeforeEach
  void write() throws IOException {
    new Random(1).nextBytes(bytes);
    file = Files.write(folder.resolve("a.msi"), bytes);
  }

  @AfterEach
  void goOn() {
    Thread.interrupted();
  }

  @Test
  void aFileThatNobodyReadsIsNotOpened() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    try (FileContent content = FileContent.of(nowhere, () -> false)) {
      assertThat(content.path()).isEqualTo(nowhere);
      assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(content::sizeBytes);
    }
  }

  @Test
  void bytesAreReadAsFarAsThereAre() throws IOException {
    try (FileContent content = content()) {
      ByteBuffer into = ByteBuffer.allocate(100);

      assertThat(content.read(bytes.length - 60, into)).isEqualTo(60);
      assertThat(Arrays.copyOf(into.array(), 60))
          .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 60, bytes.length));
      assertThat(content.read(bytes.length, into)).isZero();
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> content.readFully(bytes.length - 60, ByteBuffer.allocate(61)))
          .withMessage("the file ends before byte " + (bytes.length + 1));
    }
  }

  @Test
  void aListenerHearsEachByteOnceAndInOrderWhateverIsReadByOthers() throws IOException {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      try (FileContent content = content()) {
        Heard heard = new Heard();
        content.tell(heard);
        for (int i = 0; i < random.nextInt(20); i++) {
          int offset = random.nextInt(bytes.length);
          ByteBuffer into = ByteBuffer.allocate(1 + random.nextInt(64 * KB));
          if (random.nextBoolean()) {
            content.read(offset, into);
          } else if (offset + into.capacity() <= bytes.length) {
            content.readOn(offset, into);
          }
        }
        content.tellRest();

        assertThat(heard.bytes.toByteArray()).isEqualTo(bytes);
      }
    }
  }

  @Test
  void whatIsReadByOneWhoReadsOnIsHeardWhenItIsRead() throws IOException {
    try (FileContent content = content()) {
      Heard heard = new Heard();
      content.tell(heard);
      content.read(0, ByteBuffer.allocate(512));
      content.read(200 * KB, ByteBuffer.allocate(64 * KB));

      assertThat(heard.bytes.size()).isEqualTo(512);

      content.readOn(100 * KB, ByteBuffer.allocate(64 * KB));
      content.readOn(164 * KB, ByteBuffer.allocate(64 * KB));

      assertThat(heard.bytes.size()).isEqualTo(228 * KB);
    }
  }

  @Test
  void aSecondListenerHearsAllOfWhatTheFirstHeardBefore() throws IOException {
    try (FileContent content = content()) {
      Heard first = new Heard();
      Heard second = new Heard();
      content.tell(first);
      content.read(0, ByteBuffer.allocate(64 * KB));
      content.tell(second);
      content.tellRest();

      assertThat(first.bytes.toByteArray()).isEqualTo(bytes);
      assertThat(second.bytes.toByteArray()).isEqualTo(bytes);
    }
  }

  @Test
  void aListenerEndsTheReading() throws IOException {
    try (FileContent content = content()) {
      content.tell(
          (heard, start, length) -> {
            throw new IOException("enough");
          });

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(content::tellRest)
          .withMessage("enough");
    }
  }

  @Test
  void whatIsStoppedStaysStopped() throws IOException {
    AtomicBoolean wantsNoMore = new AtomicBoolean();
    try (FileContent content = FileContent.of(file, wantsNoMore::get)) {
      content.read(0, ByteBuffer.allocate(1));
      wantsNoMore.set(true);

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> content.read(0, ByteBuffer.allocate(1)))
          .withMessage("the reading was stopped");

      wantsNoMore.set(false);

      assertThat(content.isStopped()).isTrue();
    }
  }

  @Test
  void anInterruptEndsTheReadingAndStays() throws IOException {
    try (FileContent content = content()) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> content.read(0, ByteBuffer.allocate(1)))
          .withMessage("the reading was interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }

  private FileContent content() {
    return FileContent.of(file, () -> false);
  }

  private static final class Heard implements FileContent.Listener {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void hear(byte[] heard, int start, int length) {
      bytes.write(heard, start, length);
    }
  }
}
