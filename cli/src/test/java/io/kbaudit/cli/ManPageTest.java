package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.script.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** The manual, as man shows it. */
class ManPageTest {
  @TempDir Path folder;

  private Launched man(CommandSpec spec) throws Exception {
    Path page =
        Files.writeString(
            folder.resolve(ManPage.name(spec) + ".1"), ManPage.of(spec, "1.0-'\"\\test"));
    return Launched.run(
        folder,
        Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "100", "MAN_KEEP_FORMATTING", ""),
        List.of("man", "--warnings", "--nj", "--nh", "-P", "cat", "-l", page.toString()));
  }

  private static Stream<CommandSpec> commands() {
    return Usage.all(new Kbaudit(Console.ofProcess()).spec()).stream();
  }

  @Test
  void manFindsNoFaultWithAnyPageAndShowsEveryOption() throws Exception {
    Programs.skipAloudWithout("man", "pages of the manual are not shown");

    for (CommandSpec spec : commands().toList()) {
      Launched shown = man(spec);

      assertThat(shown.err()).as(spec.qualifiedName()).isEmpty();
      assertThat(shown.exitCode()).isZero();
      assertThat(shown.out()).contains("NAME\n", "SYNOPSIS\n", ManPage.name(spec) + " - ");
      spec.options().forEach(option -> assertThat(shown.out()).contains(Usage.label(option)));
    }
  }

  @Test
  void whatTroffTakesForItsOwnIsShownAsItIs() throws Exception {
    Programs.skipAloudWithout("man", "pages of the manual are not shown");
    CommandSpec spec = CommandSpec.create().name("odd");
    spec.usageMessage()
        .description(".B \\fIno\\fR 'macro' \"x\" `y` ^ ~ -- \u00E9.")
        .footer("", "Exit codes: 0 no.", "", "Examples:", "  kbaudit verify C:\\temp\\new");

    Launched shown = man(spec);

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .contains(
            ".B \\fIno\\fR 'macro' \"x\" `y` ^ ~ -- \u00E9.",
            "EXIT STATUS\n       Exit codes: 0 no.\n",
            "EXAMPLES\n       kbaudit verify C:\\temp\\new\n",
            "kbaudit 1.0-'\"\\test");
  }

  @Test
  void thereIsAPageForEachCommandAndAScriptForEachShell() throws Exception {
    DistributionFiles.write(folder);

    assertThat(folder.resolve("man/man1"))
        .isDirectoryContaining("glob:**/kbaudit.1")
        .isDirectoryContaining("glob:**/kbaudit-article-show.1");
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      assertThat(pages).hasSize((int) commands().count());
    }
    for (CompletionShell shell : CompletionShell.values()) {
      assertThat(folder.resolve("completion").resolve(shell.file()))
          .content()
          .isEqualTo(Run.kbaudit("completion", shell.id()).out());
    }
  }
}
