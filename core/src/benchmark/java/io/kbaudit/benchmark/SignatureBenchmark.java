package io.kbaudit.benchmark;

import io.kbaudit.pe.PeInspection;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Verifying the signature of a library of Microsoft's, which the build has fetched. */
@State(Scope.Benchmark)
public class SignatureBenchmark {
  private static final Path SIGNED = Path.of("target", "signed", "mssql-jdbc_auth-12.8.1.x64.dll");

  private final SignatureVerifier verifier = SignatureVerifier.ofJdk();

  @Benchmark
  public SignatureInspection verifiesALibrary() throws IOException {
    return verifier.inspect(
        SIGNED, Optional.empty(), Optional.of(PeInspection.of(SIGNED)), () -> false);
  }
}
