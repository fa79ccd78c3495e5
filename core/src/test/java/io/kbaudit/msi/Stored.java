package io.kbaudit.msi;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of tables' streams, as a fixture stores them. */
final class Stored {
  private Stored() {}

  /** Returns the stored name of a table's stream. */
  static String name(String table, MsiFixture fixture) throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.write(memory.getPath("a.msi"), fixture.toBytes());
      try (OleFile ole = OleFile.open(file, name -> name, () -> false)) {
        return ole.streams().stream()
            .map(OleEntry::name)
            .filter(name -> StreamName.isTable(name) && StreamName.decode(name).equals(table))
            .findFirst()
            .orElseThrow();
      }
    }
  }
}
