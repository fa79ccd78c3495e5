package io.kbaudit.cli;

import static java.util.stream.Collectors.joining;

import io.kbaudit.file.Digest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code --hash}: which digests of files are wanted; SHA-256 where it does not say. */
final class HashOption {
  private static final String NAME = "--hash";
  private static final String ALL = "all";

  /** The digests that are wanted. */
  private record Wanted(Set<Digest.Algorithm> digests) {}

  private HashOption() {}

  /** Returns the option, which takes what follows only if that names digests. */
  static OptionSpec spec() {
    return Options.valued(NAME, "DIGESTS", Wanted.class)
        .arity("0..1")
        .fallbackValue(word(Digest.Algorithm.SHA256))
        .preprocessor(new UsualDigest())
        .converters(Conversion.by(HashOption::convert))
        .completionCandidates(
            Stream.concat(
                    Stream.of(Digest.Algorithm.values()).map(HashOption::word), Stream.of(ALL))
                .toList())
        .description(
            "Digests of the files, to be compared with a baseline, a reference or those that the"
                + " article lists: "
                + words()
                + ", several with commas between them, or all. Default: sha256.")
        .build();
  }

  /** Returns the digests that are wanted; none where the option is not given. */
  static Set<Digest.Algorithm> in(ParseResult arguments) {
    return arguments.matchedOptionValue(NAME, new Wanted(Set.of())).digests();
  }

  /**
   * Puts the usual digest before what follows and is none, so that the option leaves that alone. (A
   * lambda in its place would keep picocli's interface out of a {@link ClassArchive}.)
   */
  private static final class UsualDigest implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> how) {
      boolean isAttached = "=".equals(how.get("separator"));
      if (!isAttached && !arguments.isEmpty() && read(arguments.peek()).isEmpty()) {
        arguments.push(word(Digest.Algorithm.SHA256));
      }
      return false;
    }
  }

  private static Wanted convert(String text) {
    return read(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not one or more of " + words() + ", or all"));
  }

  private static Optional<Wanted> read(String text) {
    if (text.equalsIgnoreCase(ALL)) {
      return Optional.of(new Wanted(EnumSet.allOf(Digest.Algorithm.class)));
    }
    Set<Digest.Algorithm> digests = EnumSet.noneOf(Digest.Algorithm.class);
    for (String word : text.split(",", -1)) {
      Optional<Digest.Algorithm> digest =
          Stream.of(Digest.Algorithm.values())
              .filter(each -> word(each).equalsIgnoreCase(word.strip()))
              .findFirst();
      if (digest.isEmpty()) {
        return Optional.empty();
      }
      digests.add(digest.get());
    }
    return Optional.of(new Wanted(digests));
  }

  private static String words() {
    return Stream.of(Digest.Algorithm.values()).map(HashOption::word).collect(joining(", "));
  }

  private static String word(Digest.Algorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }
}
