package io.kbaudit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kbaudit.file.Digest;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.saved.InventoryWriter;
import io.kbaudit.report.EarlierReport;
import io.kbaudit.report.Wording;
import io.kbaudit.script.CollectorScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit collect}: writes down what is in a folder, to be audited elsewhere. */
final class CollectCommand implements Command {
  private static final String LABEL = "--label";
  private static final String METADATA = "--metadata";
  private static final String SCRIPT = "--script";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("collect");
    spec.usageMessage()
        .description(
            "Writes down what is in a folder, as JSON: names, sizes, times, what packages and"
                + " programs say of themselves, and what their signatures are worth. 'kbaudit"
                + " verify --inventory' audits it on any computer as though the files were there.")
        .footer(
            "",
            "Of the folder its name is kept, and nothing of the computer, unless --label says so.",
            "",
            "Exit codes: 0 written, 2 it could not be.",
            "",
            "Examples:",
            "  kbaudit collect C:\\MSIShare --label MPS01 --hash -o MPS01.json",
            "  kbaudit verify --location msi-share --inventory MPS01.json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("FOLDER")
            .type(String.class)
            .description("The folder to look into.")
            .build());
    spec.addOption(
            OptionSpec.builder("-o", "--output")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description("Where to write. Default: standard output.")
                .build())
        .addOption(
            OptionSpec.builder(OverwriteOption.NAME)
                .description("Write over an earlier inventory, or the same script.")
                .build())
        .addOption(
            Options.valued(LABEL, "NAME", String.class)
                .description("What to call the computer wherever its files are reported on.")
                .build())
        .addOption(
            OptionSpec.builder("--recursive")
                .description("Look into the folders below too.")
                .build())
        .addOption(HashOption.spec())
        .addOption(
            OptionSpec.builder(METADATA)
                .description("Open no file: names, sizes and times alone, and --hash.")
                .build())
        .addOption(Options.thorough())
        .addOption(
            Options.oneOf(
                    Options.valued(SCRIPT, "KIND", CollectorScript.class),
                    CollectorScript.values(),
                    CollectorScript::id)
                .description(
                    "Instead, print a script that lists a folder on a computer without Java:"
                        + " powershell, cmd or ansible. What it writes is an inventory, too.")
                .build());
    return SignatureOptions.addEvidenceTo(ReachOptions.addOptionsTo(spec))
        .addOption(WrittenFile.quiet())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    CollectorScript script = arguments.matchedOptionValue(SCRIPT, null);
    String folder = arguments.matchedPositionalValue(0, null);
    if (script != null) {
      print(script, folder, arguments, console);
      return ExitCode.OK;
    }
    if (folder == null) {
      throw new CannotAskException("the folder to look into is missing: kbaudit collect FOLDER");
    }
    Path path = Folders.path("FOLDER", folder);
    FolderScanner scanner = scanner(arguments);
    String label = arguments.matchedOptionValue(LABEL, null);
    if (label != null && label.isBlank()) {
      throw new CannotAskException(LABEL + " is empty; leave it out, or say what to call it");
    }
    Inventory found =
        new Folders(console, arguments)
            .ask(List.of(folder), progress -> scanner.reportingTo(progress).scan(path));
    Inventory labelled = label == null ? found : found.withLabel(label);
    write(
        out -> InventoryWriter.write(labelled, out),
        contents(labelled),
        EarlierReport::isInventory,
        arguments,
        console);
    return ExitCode.OK;
  }

  private static void print(
      CollectorScript script, @Nullable String folder, ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    if (folder != null) {
      throw new CannotAskException(
          SCRIPT
              + " looks into no folder here; the script is told which: leave '"
              + folder
              + "' out");
    }
    write(
        out -> {
          out.write(script.text());
          out.flush();
        },
        "a collector for " + script.id(),
        file -> Arrays.equals(Files.readAllBytes(file), script.text().getBytes(UTF_8)),
        arguments,
        console);
  }

  private static FolderScanner scanner(ParseResult arguments) throws CannotAskException {
    FolderScanner listing = ReachOptions.apply(ReachOptions.scanner(arguments), arguments);
    Set<Digest.Algorithm> algorithms = HashOption.in(arguments);
    FolderScanner hashing = listing.digesting(size -> algorithms);
    if (!arguments.hasMatchedOption(METADATA)) {
      FolderScanner reading =
          hashing.readingContents().verifying(SignatureOptions.verifier(arguments));
      return Options.isThorough(arguments) ? reading.thoroughly() : reading;
    }
    for (String option : SignatureOptions.evidenceIn(arguments)) {
      throw new CannotAskException(
          option + " is about signatures, and " + METADATA + " reads none");
    }
    if (Options.isThorough(arguments)) {
      throw new CannotAskException(
          METADATA + " opens no file, and --thorough unpacks them; name one");
    }
    return hashing;
  }

  /**
   * Writes {@code text}; over what there is only if it is asked for, and that is an earlier one.
   */
  private static void write(
      ReportFile.Text text,
      String contents,
      OverwriteOption.Test isEarlier,
      ParseResult arguments,
      Console console)
      throws CannotAskException, IOException {
    String file = arguments.matchedOptionValue("--output", ReportTarget.STANDARD_OUTPUT);
    if (file.equals(ReportTarget.STANDARD_OUTPUT)) {
      text.writeTo(console.utf8Writer());
      return;
    }
    boolean over = arguments.hasMatchedOption(OverwriteOption.NAME);
    if (over) {
      OverwriteOption.require(file, "inventory", isEarlier);
    }
    Digest sha256 = over ? ReportFile.writeOver(file, text) : ReportFile.writeNew(file, text);
    new WrittenFile(file, contents, sha256).say(arguments, console);
  }

  private static String contents(Inventory inventory) {
    int notListed = inventory.gaps().size();
    return Wording.counted(inventory.files().size(), "file")
        + (notListed == 0 ? "" : ", " + Wording.counted(notListed, "folder") + " not listed");
  }
}
