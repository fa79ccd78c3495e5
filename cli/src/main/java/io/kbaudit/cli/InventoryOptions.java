package io.kbaudit.cli;

import io.kbaudit.KbAudit;
import io.kbaudit.Target;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** What was found in a folder before, which is audited instead of one. */
final class InventoryOptions {
  static final String INVENTORY = "--inventory";
  private static final String CULTURE = "--culture";

  private InventoryOptions() {}

  /** Adds the options by which a user names it. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            Options.valued(INVENTORY, "FILE", String.class)
                .description(
                    "Audit what 'kbaudit collect' wrote down of a folder, or what another program"
                        + " listed: Get-ChildItem as CSV or JSON, dir, osquery, Ansible.")
                .build())
        .addOption(
            Options.valued(CULTURE, "NAME", Locale.class)
                .converters(Conversion.by(InventoryOptions::culture))
                .description(
                    "How another program wrote dates such as 3/10/2011: en-US, de-DE. Default: where"
                        + " its list does not tell, it is refused.")
                .build());
  }

  private static Locale culture(String text) {
    Locale culture = Locale.forLanguageTag(text.replace('_', '-'));
    if (!Arrays.asList(Locale.getAvailableLocales()).contains(culture)
        || culture.getLanguage().isEmpty()) {
      throw new TypeConversionException("'" + text + "' is not a culture such as en-US or de-DE");
    }
    return culture;
  }

  /** Returns the culture that is named, if one is. */
  static Optional<Locale> cultureIn(ParseResult arguments) {
    return Optional.ofNullable(arguments.matchedOptionValue(CULTURE, null));
  }

  /** Returns the inventory that is named, if one is. */
  static Optional<Target.Saved> in(ParseResult arguments) throws CannotAskException {
    String name = arguments.matchedOptionValue(INVENTORY, null);
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(new Target.Saved(InputFiles.lasting(INVENTORY, name), cultureIn(arguments)));
  }

  /** Returns what is written down in a file. */
  static Inventory read(Path file, ParseResult arguments) throws IOException {
    return KbAudit.inventoryIn(new Target.Saved(file, cultureIn(arguments)));
  }

  /**
   * Refuses what cannot be asked of inventories.
   *
   * @param targets what is audited
   */
  static void refuseWhatIsNotSaid(ParseResult arguments, List<? extends Target> targets)
      throws CannotAskException {
    boolean saved = targets.stream().anyMatch(Target.Saved.class::isInstance);
    Optional<String> evidence = SignatureOptions.evidenceIn(arguments).stream().findFirst();
    if (saved && evidence.isPresent()) {
      throw new CannotAskException(
          evidence.get()
              + " is heeded where signatures are judged, and those in an inventory were when it was"
              + " taken; give it to 'kbaudit collect'");
    }
    if (!saved && arguments.hasMatchedOption(CULTURE)) {
      throw new CannotAskException(
          CULTURE + " is about the dates in inventories, and none is named");
    }
  }
}
