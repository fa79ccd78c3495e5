package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.waiver.WaiverFormatException;
import io.kbaudit.waiver.WaiverReader;
import io.kbaudit.waiver.Waivers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which findings somebody accepts for a time: {@code --waivers} and {@code --as-of}. */
final class WaiverOptions {
  private static final String WAIVERS = "--waivers";
  static final String AS_OF = "--as-of";

  private WaiverOptions() {}

  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            Options.valued(WAIVERS, "FILE", String.class)
                .description(
                    "Findings that somebody accepts for a time, as YAML: what they cover does not"
                        + " fail the audit, and is shown as waived.")
                .build())
        .addOption(
            Options.valued(AS_OF, "DATE", LocalDate.class)
                .converters(Options.day())
                .description(
                    "Judge the waivers as on this day, 2027-03-31, in UTC. Default: today.")
                .build());
  }

  /** Returns {@code question}, to whose answer the waivers that are named are applied. */
  static KbAudit applyTo(
      KbAudit question, ParseResult arguments, InputFiles inputs, Console console)
      throws CannotAskException {
    String name = arguments.matchedOptionValue(WAIVERS, null);
    if (name == null) {
      if (arguments.hasMatchedOption(AS_OF)) {
        throw new CannotAskException(AS_OF + " is about waivers; name them with " + WAIVERS);
      }
      return question;
    }
    Waivers waivers = read(name);
    inputs.add(WAIVERS, name);
    LocalDate today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
    return question.waiving(waivers, arguments.matchedOptionValue(AS_OF, today));
  }

  private static Waivers read(String name) throws CannotAskException {
    Path file = InputFiles.existing(WAIVERS, name);
    try {
      return WaiverReader.read(file);
    } catch (WaiverFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the waivers '" + name + "' cannot be read: " + Paths.reason(e), e);
    }
  }
}
