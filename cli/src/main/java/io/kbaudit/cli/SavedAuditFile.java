package io.kbaudit.cli;

import io.kbaudit.attestation.AttestationException;
import io.kbaudit.attestation.SignedAudit;
import io.kbaudit.attestation.VerifyingKey;
import io.kbaudit.file.SourceName;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A saved audit that an argument names.
 *
 * @param name a file's, or - for standard input
 */
record SavedAuditFile(String name) {
  /** Returns the parameter that names one. */
  static PositionalParamSpec parameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity("1")
        .required(true)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  boolean isStandardInput() {
    return name.equals(Articles.STANDARD_INPUT);
  }

  /** Returns the file, over which no report may be written; none for standard input. */
  List<Path> files() throws CannotAskException {
    return isStandardInput() ? List.of() : List.of(Paths.parse(name));
  }

  /**
   * Opens it.
   *
   * @param key of its signer, if it is signed; without it, what is signed is refused
   */
  SavedAudit open(Optional<VerifyingKey> key, Console console) throws CannotAskException {
    try {
      if (isStandardInput()) {
        return read(console.in(), "standard input", key);
      }
      if (name.isEmpty()) {
        throw new CannotAskException("a saved audit is named '', and no file is called so");
      }
      Path file = Paths.parse(name);
      if (Files.isDirectory(file)) {
        throw new CannotAskException("'" + name + "' is a folder, not a saved audit");
      }
      try (InputStream in = Files.newInputStream(file)) {
        if (key.isPresent() || !Files.isRegularFile(file)) {
          return read(in, SourceName.of(file), key);
        }
        refuseSigned(beginning(in), SourceName.of(file));
      }
      return SavedAudit.open(file);
    } catch (IOException e) {
      throw cannotBeRead(e);
    }
  }

  private static SavedAudit read(InputStream in, String source, Optional<VerifyingKey> key)
      throws CannotAskException, IOException {
    if (key.isPresent()) {
      return SignedAudit.read(in, source, key.get());
    }
    byte[] beginning = beginning(in);
    refuseSigned(beginning, source);
    return SavedAudit.copied(
        new SequenceInputStream(new ByteArrayInputStream(beginning), in), source);
  }

  private static byte[] beginning(InputStream in) throws IOException {
    return in.readNBytes(SignedAudit.BEGINNING);
  }

  /** What nobody verified is not reported on as though it were verified. */
  private static void refuseSigned(byte[] beginning, String source) throws CannotAskException {
    if (SignedAudit.isSigned(beginning)) {
      throw new CannotAskException(
          "'"
              + source
              + "' is signed, and read once it is verified: name its signer's key, "
              + SigningOptions.VERIFY_KEY
              + " PUB.pem; 'kbaudit report --report json=FILE' then writes it without signature");
    }
  }

  /** Returns that it cannot be read, as a sentence. */
  CannotAskException cannotBeRead(IOException e) {
    return e instanceof SavedAuditException || e instanceof AttestationException
        ? new CannotAskException(Paths.reason(e), e)
        : new CannotAskException(
            "the saved audit '" + name + "' cannot be read: " + Paths.reason(e), e);
  }
}
