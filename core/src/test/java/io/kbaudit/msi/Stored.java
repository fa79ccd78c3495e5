package io.kbaudit.msi;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Names of streams, as a fixture stores them. */
final class Stored {
  private Stored() {}

  /** Returns the stored name of a table's stream. */
  static String name(String table, MsiFixture fixture) throws IOException {
    return named(
        fixture, name -> StreamName.isTable(name) && StreamName.decode(name).equals(table));
  }

  /** Returns the first stored name of a stream that is accepted. */
  static String named(MsiFixture fixture, Predicate<String> accepted) throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.write(memory.getPath("a.msi"), fixture.toBytes());
      try (FileContent content = FileContent.of(file, () -> false)) {
        return OleFile.of(content, name -> name).streams().stream()
            .map(OleEntry::name)
            .filter(accepted)
            .findFirst()
            .orElseThrow();
      }
    }
  }
}
