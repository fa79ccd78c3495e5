package io.kbaudit.cli;

import io.kbaudit.attestation.KeyFormatException;
import io.kbaudit.attestation.SigningKey;
import io.kbaudit.attestation.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** By which key audits are signed, and by whose key they were: {@code --sign} and its reverse. */
final class SigningOptions {
  static final String SIGN = "--sign";
  static final String VERIFY_KEY = "--verify-key";

  private SigningOptions() {}

  static OptionSpec sign() {
    return Options.valued(SIGN, "KEY.pem", String.class)
        .description(
            "Write the JSON report as a signed statement of in-toto, in an envelope of DSSE, which"
                + " 'kbaudit report "
                + VERIFY_KEY
                + "' reads: PASSED is compliant, FAILED non-compliant, WARNED could not tell. A"
                + " private key for Ed25519 or ECDSA, as 'openssl genpkey' writes it.")
        .build();
  }

  static OptionSpec verifyKey() {
    return Options.valued(VERIFY_KEY, "PUB.pem", String.class)
        .description(
            "Saved audits that are read are signed: they are taken if this public key, or"
                + " certificate, is that of the signer, and not a byte was changed.")
        .build();
  }

  /** Returns the key by which JSON reports are to be signed, if they are. */
  static Optional<SigningKey> signingKey(ParseResult arguments) throws CannotAskException {
    return key(arguments, SIGN, SigningKey::read);
  }

  /** Returns the key of whoever is to have signed what is read, if anybody is. */
  static Optional<VerifyingKey> verifyingKey(ParseResult arguments) throws CannotAskException {
    return key(arguments, VERIFY_KEY, VerifyingKey::read);
  }

  private interface Reading<T> {
    T read(Path file) throws IOException;
  }

  private static <T> Optional<T> key(ParseResult arguments, String option, Reading<T> reading)
      throws CannotAskException {
    Optional<Path> file = file(arguments, option);
    try {
      return file.isPresent() ? Optional.of(reading.read(file.get())) : Optional.empty();
    } catch (KeyFormatException e) {
      throw new CannotAskException(option + " " + Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          option + " '" + file.orElseThrow() + "' cannot be read: " + Paths.reason(e), e);
    }
  }

  /** Returns the files that the options name. */
  static List<Path> files(ParseResult arguments) throws CannotAskException {
    List<Path> files = new ArrayList<>();
    file(arguments, SIGN).ifPresent(files::add);
    file(arguments, VERIFY_KEY).ifPresent(files::add);
    return files;
  }

  private static Optional<Path> file(ParseResult arguments, String option)
      throws CannotAskException {
    String name = arguments.matchedOptionValue(option, null);
    return name == null ? Optional.empty() : Optional.of(InputFiles.existing(option, name));
  }
}
