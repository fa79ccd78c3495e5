package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.script.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is typed is completed by the shells themselves, each with the script that is printed for it.
 */
class CompletionTest {
  /** A line as it is typed, and all that it may become. */
  private static final Map<String, List<String>> OFFERED =
      Map.ofEntries(
          Map.entry("kbaudit ver", List.of("verify")),
          Map.entry("kbaudit --debug pl", List.of("plan")),
          Map.entry("kbaudit article ", List.of("show", "check", "list")),
          Map.entry("kbaudit article show KB", List.of("KB2492954")),
          Map.entry("kbaudit verify --acc", List.of("--accept")),
          Map.entry(
              "kbaudit verify --accept ", List.of("exact", "or-later", "later-than-baseline")),
          Map.entry("kbaudit plan --unl", List.of()),
          Map.entry("kbaudit verify --article verify --unl", List.of("--unlisted")),
          Map.entry("kbaudit verify --only SIZE,DATA", List.of("SIZE,DATABASE")),
          Map.entry("kbaudit verify --report ju", List.of("junit")),
          Map.entry("kbaudit article check --report ", List.of("text", "json")),
          Map.entry(
              "kbaudit plan --location ",
              List.of(
                  "package",
                  "msi-share",
                  "dns",
                  "sharepoint",
                  "resource-manager",
                  "oab-utility",
                  "installed")),
          Map.entry("kbaudit explain SWA", List.of("SWAPPED")),
          Map.entry("kbaudit schema inv", List.of("inventory")),
          Map.entry("kbaudit completion ", List.of("bash", "zsh", "fish", "powershell")),
          Map.entry("kbaudit report aud", List.of("audit.json")),
          Map.entry("kbaudit verify --profile aud", List.of("audit.json")),
          Map.entry("kbaudit verify --group ", List.of()));

  @TempDir Path folder;

  @BeforeEach
  void makeFile() throws Exception {
    Files.createFile(folder.resolve("audit.json"));
  }

  private Path script(CompletionShell shell) throws Exception {
    Run run = kbaudit("completion", shell.id());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    return Files.writeString(folder.resolve("script." + shell.id()), run.out());
  }

  private String run(String... command) throws Exception {
    Launched run = Launched.run(folder, Map.of("LC_ALL", "C.UTF-8"), List.of(command));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private String bash(String line) throws Exception {
    return run(
        "bash",
        "--norc",
        "-c",
        "source \"$1\"; COMP_LINE=$2 COMP_POINT=${#2}; _kbaudit; printf '%s\\n"
            + "' \"${COMPREPLY[@]}\"",
        "bash",
        script(CompletionShell.BASH).toString(),
        line);
  }

  @Test
  void bashCompletesWhatIsTyped() throws Exception {
    Programs.skipAloudWithout("bash", "its completion is not tried");

    for (Map.Entry<String, List<String>> each : OFFERED.entrySet()) {
      assertThat(bash(each.getKey()).lines().filter(line -> !line.isEmpty()))
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(each.getValue());
    }
    String registered =
        run(
            "bash",
            "--norc",
            "-c",
            "source \"$1\"; complete -p kbaudit",
            "bash",
            script(CompletionShell.BASH).toString());
    assertThat(registered).isEqualTo("complete -F _kbaudit kbaudit\n");
  }

  /** For bash a word ends at an equals sign, and only what is behind it is replaced. */
  @Test
  void bashCompletesWhatIsBehindAnEqualsSign() throws Exception {
    Programs.skipAloudWithout("bash", "its completion is not tried");

    assertThat(bash("kbaudit verify --accept=or")).isEqualTo("or-later\n");
    assertThat(bash("kbaudit verify --report json=aud")).isEqualTo("audit.json\n");
    assertThat(bash("kbaudit verify --report=json=aud")).isEqualTo("audit.json\n");
    assertThat(bash("kbaudit verify --registry MPS01=aud")).isEqualTo("audit.json\n");
    assertThat(bash("kbaudit collect --hash=sha1,sha5")).isEqualTo("sha1,sha512\n");
  }

  /** It loads the completion of a command when that is first completed, by its file's name. */
  @Test
  void bashCompletionFindsTheScript() throws Exception {
    Path loader = Path.of("/usr/share/bash-completion/bash_completion");
    Programs.skipAloudIf(!Files.exists(loader), loader + " is not here: it loads no script");
    DistributionFiles.write(folder.resolve("kbaudit"));

    String registered =
        run(
            "bash",
            "--norc",
            "-c",
            "BASH_COMPLETION_USER_DIR=$PWD; ln -s kbaudit/completion completions; source \"$1\";"
                + " _completion_loader kbaudit; complete -p kbaudit",
            "bash",
            loader.toString());

    assertThat(registered).isEqualTo("complete -F _kbaudit kbaudit\n");
  }

  @Test
  void fishCompletesWhatIsTyped() throws Exception {
    Programs.skipAloudWithout("fish", "its completion is not tried");
    Path script = script(CompletionShell.FISH);

    List<String> command =
        new ArrayList<>(
            List.of(
                "fish",
                "--no-config",
                "-c",
                "source $argv[1]; for line in $argv[2..]; echo \"== $line\"; complete -C $line;"
                    + " end",
                script.toString()));
    command.addAll(OFFERED.keySet());
    command.addAll(List.of("kbaudit verify --accept=or", "kbaudit verify --report json=aud"));
    String printed = run(command.toArray(String[]::new));

    for (Map.Entry<String, List<String>> each : OFFERED.entrySet()) {
      assertThat(answer(printed, each.getKey()))
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(each.getValue());
    }
    assertThat(answer(printed, "kbaudit verify --accept=or")).containsExactly("--accept=or-later");
    assertThat(answer(printed, "kbaudit verify --report json=aud"))
        .containsExactly("json=audit.json");
  }

  private static List<String> answer(String printed, String line) {
    return printed
        .lines()
        .dropWhile(each -> !each.equals("== " + line))
        .skip(1)
        .takeWhile(each -> !each.startsWith("== "))
        .map(each -> each.replaceFirst("\t.*", ""))
        .toList();
  }

  /** A terminal of zsh's own, in which lines are typed and completed with the Tab key. */
  @Test
  void zshCompletesWhatIsTyped() throws Exception {
    Programs.skipAloudWithout("zsh", "its completion is not tried");
    Path typing =
        Files.writeString(
            folder.resolve("type.zsh"),
            """
            zmodload zsh/zpty
            await() {
              local out
              seen=''
              while [[ $seen != *$1* ]]; do
                zpty -r terminal out || return 1
                seen+=$out
              done
            }
            zpty terminal zsh -f -i
            zpty -w terminal "PS1=''; stty cols 200; autoload -Uz compinit; compinit -u -d $PWD/dump"
            zpty -w terminal "source $1; bindkey '^I' complete-word; setopt no_beep; unset zle_bracketed_paste"
            zpty -w terminal "list() { print -r -- \\"<\\$BUFFER>\\"; BUFFER=''; }; zle -N list; bindkey '^X' list"
            zpty -w terminal "print rea''dy"
            await ready
            shift
            for line in "$@"; do
              zpty -w -n terminal "$line"$'\\t\\x18'
              await '>' || exit 1
              print -r -- "$line => ${${seen##*<}%%>*}"
            done
            zpty -d terminal
            """);

    String printed =
        run(
            "zsh",
            "-f",
            typing.toString(),
            script(CompletionShell.ZSH).toString(),
            "kbaudit ver",
            "kbaudit --debug pl",
            "kbaudit article sh",
            "kbaudit article show KB",
            "kbaudit verify --acc",
            "kbaudit verify --accept or",
            "kbaudit verify --only SIZE,DATA",
            "kbaudit verify --report ju",
            "kbaudit verify --report json=aud",
            "kbaudit plan --location dn",
            "kbaudit explain SWA",
            "kbaudit schema inv",
            "kbaudit report aud",
            "kbaudit collect --hash=sha5",
            "kbaudit verify --group a");

    assertThat(printed.lines().map(String::stripTrailing))
        .containsExactly(
            "kbaudit ver => kbaudit verify",
            "kbaudit --debug pl => kbaudit --debug plan",
            "kbaudit article sh => kbaudit article show",
            "kbaudit article show KB => kbaudit article show KB2492954",
            "kbaudit verify --acc => kbaudit verify --accept=",
            "kbaudit verify --accept or => kbaudit verify --accept or-later",
            "kbaudit verify --only SIZE,DATA => kbaudit verify --only SIZE,DATABASE,",
            "kbaudit verify --report ju => kbaudit verify --report junit",
            "kbaudit verify --report json=aud => kbaudit verify --report json=audit.json",
            "kbaudit plan --location dn => kbaudit plan --location dns",
            "kbaudit explain SWA => kbaudit explain SWAPPED",
            "kbaudit schema inv => kbaudit schema inventory",
            "kbaudit report aud => kbaudit report audit.json",
            "kbaudit collect --hash=sha5 => kbaudit collect --hash=sha512,",
            "kbaudit verify --group a => kbaudit verify --group a");
  }

  /** It is never run here: there is no PowerShell. */
  @Test
  void powerShellIsToldEveryCommandAndClosedValue() {
    assertThat(kbaudit("completion", "powershell").out())
        .contains(
            "Register-ArgumentCompleter -Native -CommandName kbaudit, kbaudit.cmd",
            "'article' = @('show', 'check', 'list')",
            "'verify --accept' = @('exact', 'or-later', 'later-than-baseline')",
            "'verify --unlisted' = @('ignore', 'note', 'fail')");
  }

  @ParameterizedTest
  @EnumSource(CompletionShell.class)
  void everyShellIsToldEveryOption(CompletionShell shell) {
    String script = kbaudit("completion", shell.id()).out();

    Usage.all(new Kbaudit(Console.ofProcess()).spec()).stream()
        .flatMap(spec -> spec.options().stream())
        .map(option -> option.longestName().substring(2))
        .forEach(name -> assertThat(script).contains(name));
    assertThat(script).isASCII().doesNotContainPattern("%[A-Z]+%|\\r");
  }

  @Test
  void aShellThatIsNotKnownIsRefused() {
    assertThat(kbaudit("completion", "fsh"))
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: Invalid value for positional parameter at index 0 (SHELL): 'fsh' is not"
                    + " one of bash, zsh, fish, powershell; did you mean 'fish'? (see 'kbaudit"
                    + " completion --help')\n"));
  }
}
