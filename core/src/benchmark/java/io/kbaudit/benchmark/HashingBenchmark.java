package io.kbaudit.benchmark;

import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Computing the SHA-256 of a file that is nothing else. */
@State(Scope.Benchmark)
public class HashingBenchmark {
  private static final int MEBIBYTE = 1024 * 1024;

  private final FolderScanner scanner = FolderScanner.flat().hashing(size -> true);
  private final Path file = MadeFiles.in("hashing").resolve("16MiB.bin");

  @Setup
  public void write() throws IOException {
    byte[] bytes = new byte[16 * MEBIBYTE];
    new Random(0).nextBytes(bytes);
    Files.write(file, bytes);
  }

  @Benchmark
  public ObservedFile hashesSixteenMebibytes() throws IOException {
    return scanner.scanFile(file);
  }
}
