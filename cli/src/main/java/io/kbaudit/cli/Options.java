package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.AmbiguousDates;
import io.kbaudit.audit.Waiver;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.msi.ReadingDepth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The values that options take, and how they are read. */
final class Options {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,6})\\s*(ms|s|m|min|h)?");

  private Options() {}

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help and exit.")
        .build();
  }

  private static final String THOROUGH = "--thorough";

  static OptionSpec thorough() {
    return OptionSpec.builder(THOROUGH)
        .description(
            "Unpack the cabinets of packages, too, and hold what is in them to the sizes and MD5"
                + " that the packages list. LZX and Quantum are not unpacked, and said.")
        .build();
  }

  static boolean isThorough(ParseResult arguments) {
    return arguments.hasMatchedOption(THOROUGH);
  }

  static ReadingDepth depth(ParseResult arguments) {
    return isThorough(arguments) ? ReadingDepth.THOROUGH : ReadingDepth.CHECKSUMS;
  }

  static OptionSpec debug() {
    return OptionSpec.builder("--debug")
        .description("On an error, print the stack trace too.")
        .build();
  }

  static OptionSpec color() {
    return oneOf(
            valued("--color", "WHEN", ColorChoice.class), ColorChoice.values(), Options::lowerCase)
        .description("Colour text: auto (on a terminal, unless NO_COLOR is set), always, never.")
        .build();
  }

  /** Returns the option for the one report of a command, as text or JSON. */
  static OptionSpec report() {
    return report(ReportTarget.TEXT, ReportTarget.JSON)
        .description("text or json, to standard output or a file. Default: text.")
        .build();
  }

  /** Returns the option for the one report of a command, in one of these formats. */
  static OptionSpec.Builder report(String... formats) {
    return valued("--report", "FORMAT[=FILE]", ReportTarget.class)
        .converters(Conversion.by(text -> ReportTarget.parse(text, formats)))
        .completionCandidates(List.of(formats));
  }

  /** Returns an option that takes one value. */
  static OptionSpec.Builder valued(String name, String label, Class<?> type) {
    return OptionSpec.builder(name).arity("1").paramLabel(label).type(type);
  }

  /** Returns an option that takes one of these values, by its word, in whatever case. */
  static <T> OptionSpec.Builder oneOf(
      OptionSpec.Builder option, T[] values, Function<T, String> word) {
    return option
        .converters(Conversion.by(text -> choose(values, word, text)))
        .completionCandidates(Arrays.stream(values).map(word).toList());
  }

  static OptionSpec.Builder acceptance(List<Acceptance> choices) {
    return oneOf(
        valued("--accept", "POLICY", Acceptance.class),
        choices.toArray(Acceptance[]::new),
        Acceptance::id);
  }

  /** Returns the option that says how ambiguous dates of an article are meant. */
  static OptionSpec dates() {
    return oneOf(
            valued("--dates", "ORDER", AmbiguousDates.class),
            AmbiguousDates.values(),
            AmbiguousDates::id)
        .description(
            "month-first or day-first: how the article means dates such as 2/12/99 where its table"
                + " does not tell. Default: such dates are left out.")
        .build();
  }

  /** Returns {@code article}, its ambiguous dates read as the option says, if it is given. */
  static Article withDates(Article article, ParseResult arguments) {
    AmbiguousDates order = arguments.matchedOptionValue("--dates", null);
    return order == null ? article : order.readIn(article);
  }

  static Conversion<ZoneId> zone() {
    return Conversion.by(
        text -> {
          try {
            return ZoneId.of(text);
          } catch (DateTimeException e) {
            throw new TypeConversionException(
                "'" + text + "' is not a time zone such as +01:00 or Europe/Berlin");
          }
        });
  }

  /** Reads a day such as 2027-03-31. */
  static Conversion<LocalDate> day() {
    return Conversion.by(
        text -> {
          Optional<LocalDate> day = Waiver.findDay(text);
          if (day.isEmpty()) {
            throw new TypeConversionException("'" + text + "' is not a day such as 2027-03-31");
          }
          return day.get();
        });
  }

  /** Reads 2s, 500ms, 5m, 1h, a bare number of seconds, or ISO 8601 as PT2S. */
  static Conversion<Duration> tolerance() {
    return upToADay(Duration.ZERO, "a duration of at most 24 hours such as 2s, 5m or 1h");
  }

  /** Reads the same, but for none at all. */
  static Conversion<Duration> timeout() {
    return upToADay(Duration.ofNanos(1), "a time of at most 24 hours such as 60s, 5m or 1h");
  }

  private static Conversion<Duration> upToADay(Duration least, String wanted) {
    return Conversion.by(
        text -> {
          Optional<Duration> duration = duration(text);
          if (duration.isEmpty()
              || duration.get().compareTo(least) < 0
              || duration.get().compareTo(Duration.ofDays(1)) > 0) {
            throw new TypeConversionException("'" + text + "' is not " + wanted);
          }
          return duration.get();
        });
  }

  /** Returns an option without the value that may be behind it. */
  static String withoutValue(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  private static Optional<Duration> duration(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (amount.matches()) {
      long number = Long.parseLong(amount.group(1));
      String unit = amount.group(2) == null ? "s" : amount.group(2);
      return Optional.of(
          switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
          });
    }
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }

  /** Returns the one of {@code values} whose word is {@code text}, in whatever case it is spelt. */
  static <T> T choose(T[] values, Function<T, String> word, String text) {
    List<String> words = Arrays.stream(values).map(word).toList();
    return Stream.of(values)
        .filter(value -> word.apply(value).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is not one of "
                        + String.join(", ", words)
                        + Suggestion.afterAll(text, words)));
  }

  /** Returns {@code values} as "text, json or csv". */
  static String listed(String... values) {
    String words = String.join(", ", values);
    int last = words.lastIndexOf(", ");
    return last < 0 ? words : words.substring(0, last) + " or " + words.substring(last + 2);
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
