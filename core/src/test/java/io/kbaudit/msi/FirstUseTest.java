package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first file that a program opens: what the library brings along has its say then. */
class FirstUseTest {
  /** Reads a file, and says nothing. */
  static final class ReadQuietly {
    private ReadQuietly() {}

    public static void main(String[] arguments) throws IOException {
      Everything.askedOf(Path.of(arguments[0]));
    }
  }

  @Test
  void printsNothing(@TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest().writeTo(file);

    assertThat(ChildJvm.run(List.of(), ReadQuietly.class, file.toString()))
        .isEqualTo(new ChildJvm.Result(0, "", ""));
  }

  @Test
  void printsNothingOfDamage(@TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("a.msi");
    MsiDamage.TRUNCATED_HALF.write(MsiFixture.sized(20_480), file);

    assertThat(ChildJvm.run(List.of(), ReadQuietly.class, file.toString()))
        .isEqualTo(new ChildJvm.Result(0, "", ""));
  }
}
