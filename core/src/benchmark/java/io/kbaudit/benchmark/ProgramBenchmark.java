package io.kbaudit.benchmark;

import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.pe.PeInspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading programs and libraries. */
@State(Scope.Benchmark)
public class ProgramBenchmark {
  private final Path library = MadeFiles.in("programs").resolve("Secur32.dll");

  @Setup
  public void write() throws IOException {
    PeFixture.library()
        .sized(582_656)
        .fileVersion("6.1.7600.20667")
        .originalFilename("Secur32.dll")
        .writeTo(library);
  }

  @Benchmark
  public List<FileVersion> readsTheVersion() throws IOException {
    return PeInspection.of(library).fileVersions();
  }
}
