package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.signature.Catalog;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.RevocationLists;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureEvidenceException;
import io.kbaudit.signature.SignatureVerifier;
import io.kbaudit.signature.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** What is demanded of the signatures of files, and by what they are judged. */
final class SignatureOptions {
  private static final String SIGNATURE = "--signature";
  private static final String PUBLISHER = "--publisher";
  private static final String TRUST = "--trust";
  private static final String CATALOG = "--catalog";
  private static final String CRL = "--crl";
  private static final List<String> EVIDENCE = List.of(TRUST, CATALOG, CRL);

  /** How Windows shows a certificate's thumbprint. */
  private static final Pattern SHA1 = Pattern.compile("([0-9A-Fa-f]{2}[: ]?){20}");

  /** What {@code --signature} takes. */
  private enum Mode {
    INTACT,
    REQUIRED,
    OFF
  }

  private SignatureOptions() {}

  /** Adds the options by which a user demands signatures, and says how they are judged. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    spec.addOption(
            Options.oneOf(
                    Options.valued(SIGNATURE, "DEMAND", Mode.class),
                    Mode.values(),
                    Options::lowerCase)
                .description(
                    "intact: a signature that is there must not be broken. required: each file must"
                        + " have a trusted one. off: signatures are not looked at. Default: intact."
                        + " What the profile and the baseline demand is demanded besides.")
                .build())
        .addOption(
            repeatable(PUBLISHER, "NAME", Publisher.class)
                .converters(Conversion.by(SignatureOptions::publisher))
                .description(
                    "Each file must have a trusted signature of this publisher: the common name or"
                        + " organization in its certificate, spelt exactly so, or the certificate's"
                        + " SHA-256. Repeatable: one of them.")
                .build());
    return addEvidenceTo(spec);
  }

  /** Adds the options by which a user says how signatures are judged. */
  static CommandSpec addEvidenceTo(CommandSpec spec) {
    return spec.addOption(
            repeatable(TRUST, "FILE|DIR", String.class)
                .description(
                    "Trust the certificates in it as roots, besides those of Java: PEM, DER,"
                        + " PKCS#12 or JKS. Repeatable.")
                .build())
        .addOption(
            repeatable(CATALOG, "FILE.cat", String.class)
                .description(
                    "Take a file that this catalog lists for signed by it, as most files of Windows"
                        + " are. Repeatable.")
                .build())
        .addOption(
            repeatable(CRL, "FILE", String.class)
                .description(
                    "Hold certificates to this list of revoked ones. Repeatable. Nothing is fetched"
                        + " from a network.")
                .build());
  }

  private static OptionSpec.Builder repeatable(String name, String label, Class<?> type) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(type);
  }

  private static Publisher publisher(String text) {
    if (SHA1.matcher(text).matches()) {
      throw new TypeConversionException(
          "it is a certificate's SHA-1, and the SHA-256 is wanted, of 64 digits");
    }
    if (text.isBlank()) {
      throw new TypeConversionException("it is empty, and no publisher is called ''");
    }
    return Publisher.of(text);
  }

  /**
   * Returns {@code checks}, without SIGNATURE where it is switched off.
   *
   * @throws CannotAskException if something is said of signatures that are not looked at
   */
  static Set<Check> in(ParseResult arguments, Set<Check> checks) throws CannotAskException {
    Mode mode = arguments.matchedOptionValue(SIGNATURE, Mode.INTACT);
    Optional<String> other = firstIn(arguments, PUBLISHER, TRUST, CATALOG, CRL);
    if (mode == Mode.OFF) {
      if (other.isPresent()) {
        throw new CannotAskException(
            other.get() + " is about signatures, and --signature off looks at none");
      }
      Set<Check> others = EnumSet.copyOf(checks);
      others.remove(Check.SIGNATURE);
      if (others.isEmpty()) {
        throw new CannotAskException("--signature off leaves no check to do");
      }
      return others;
    }
    if (arguments.hasMatchedOption(SIGNATURE)
        && mode == Mode.INTACT
        && arguments.hasMatchedOption(PUBLISHER)) {
      throw new CannotAskException(
          "--publisher demands signatures, and --signature intact does not; name one");
    }
    Optional<String> any = firstIn(arguments, SIGNATURE, PUBLISHER, TRUST, CATALOG, CRL);
    if (!checks.contains(Check.SIGNATURE) && any.isPresent()) {
      throw new CannotAskException(
          any.get() + " is what SIGNATURE heeds, and --only or --skip leaves SIGNATURE out");
    }
    return checks;
  }

  private static Optional<String> firstIn(ParseResult arguments, String... options) {
    for (String option : options) {
      if (arguments.hasMatchedOption(option)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Returns what is demanded; absent where the options do not say. */
  static Optional<SignatureDemand> demand(ParseResult arguments) {
    List<Publisher> publishers = arguments.matchedOptionValue(PUBLISHER, List.of());
    Mode mode = arguments.matchedOptionValue(SIGNATURE, null);
    if (!publishers.isEmpty() || mode == Mode.REQUIRED) {
      return Optional.of(SignatureDemand.signedBy(publishers));
    }
    return mode == null ? Optional.empty() : Optional.of(SignatureDemand.NONE);
  }

  /** Returns {@code question}, with what the options demand and give as evidence. */
  static KbAudit ask(KbAudit question, ParseResult arguments) throws CannotAskException {
    KbAudit judged = question.verifying(verifier(arguments));
    return demand(arguments).map(judged::demanding).orElse(judged);
  }

  /** Returns {@code policy}, with what the options demand. */
  static AuditPolicy judge(AuditPolicy policy, ParseResult arguments) throws CannotAskException {
    AuditPolicy checking = policy.withChecks(in(arguments, policy.checks()));
    return demand(arguments).map(checking::withSignatures).orElse(checking);
  }

  /**
   * Returns the options that another run needs to judge signatures alike, with words for values.
   */
  static String again(ParseResult arguments) {
    StringBuilder options = new StringBuilder();
    Mode mode = arguments.matchedOptionValue(SIGNATURE, null);
    if (mode != null) {
      options.append(' ').append(SIGNATURE).append(' ').append(Options.lowerCase(mode));
    }
    append(options, arguments, PUBLISHER, "NAME");
    append(options, arguments, TRUST, "FILE");
    append(options, arguments, CATALOG, "FILE");
    append(options, arguments, CRL, "FILE");
    return options.toString();
  }

  private static void append(
      StringBuilder options, ParseResult arguments, String name, String word) {
    int times = arguments.matchedOptionValue(name, List.of()).size();
    options.append((" " + name + " " + word).repeat(times));
  }

  /** Returns the files that the options name, over which no report may be written. */
  static List<String> files(ParseResult arguments) {
    List<String> files = new ArrayList<>();
    for (String option : EVIDENCE) {
      files.addAll(arguments.<List<String>>matchedOptionValue(option, List.of()));
    }
    return files;
  }

  /** Adds these files to those that an answer rests on. */
  static void addTo(InputFiles inputs, ParseResult arguments) throws CannotAskException {
    for (String option : EVIDENCE) {
      for (String file : arguments.<List<String>>matchedOptionValue(option, List.of())) {
        inputs.add(option, file);
      }
    }
  }

  /**
   * Returns a verifier by what the options name.
   *
   * @throws CannotAskException if something of that cannot be relied on
   */
  static SignatureVerifier verifier(ParseResult arguments) throws CannotAskException {
    TrustAnchors roots = each(arguments, TRUST, TrustAnchors.ofJdk(), TrustAnchors::with);
    RevocationLists revoked = each(arguments, CRL, RevocationLists.NONE, RevocationLists::with);
    SignatureVerifier verifier = SignatureVerifier.ofJdk().trusting(roots).revoking(revoked);
    return each(arguments, CATALOG, verifier, (judging, file) -> judging.with(Catalog.read(file)));
  }

  /** Returns those options that were given by which a user says how signatures are judged. */
  static List<String> evidenceIn(ParseResult arguments) {
    return EVIDENCE.stream().filter(option -> arguments.hasMatchedOption(option)).toList();
  }

  private interface Adding<T> {
    T add(T to, Path file) throws IOException;
  }

  private static <T> T each(ParseResult arguments, String option, T to, Adding<T> adding)
      throws CannotAskException {
    T all = to;
    for (String name : arguments.<List<String>>matchedOptionValue(option, List.of())) {
      if (name.isEmpty()) {
        throw new CannotAskException(option + " is empty, and no file is called ''");
      }
      try {
        all = adding.add(all, Paths.parse(name));
      } catch (SignatureEvidenceException e) {
        throw new CannotAskException(option + " " + Paths.reason(e), e);
      } catch (IOException e) {
        throw new CannotAskException(
            option + " '" + name + "' cannot be read: " + Paths.reason(e), e);
      }
    }
    return all;
  }
}
