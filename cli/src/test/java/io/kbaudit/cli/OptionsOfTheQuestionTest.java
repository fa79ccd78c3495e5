package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.CatalogFixture;
import io.kbaudit.fixtures.signing.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each option of {@code verify} that asks something else makes its audit one that cannot be
 * compared with one without it: what passes by it alone is never fixed.
 */
class OptionsOfTheQuestionTest {
  /**
   * Options that ask nothing else. Of an inventory and of a list of files, the audit is one of the
   * folder; what a culture makes of a date is told as a change of the file; what waivers cover is
   * told as such; for how long a file is waited for is said where it was too long; and the others
   * say what becomes of the answer.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "--inventory",
          "--culture",
          "--waivers",
          "--as-of",
          "--report",
          "--overwrite",
          "--color",
          "--quiet",
          "--verbose",
          "--since",
          "--sign",
          "--verify-key",
          "--provenance",
          "--operator",
          "--note",
          "--timeout",
          "--debug",
          "--help");

  /** What is asked besides, by option, in both audits. */
  private static final Map<String, String> BESIDES =
      Map.ofEntries(
          Map.entry("--complete", "--location package=rollup --location dns=rollup"),
          Map.entry("--registry", "--location msi-share rollup"),
          Map.entry("--programs", "--location msi-share --registry registry.reg rollup"),
          Map.entry("--database", "--location resource-manager rollup"),
          Map.entry("--dates", "--article dates.txt rollup"),
          Map.entry("--group", "--article variants.md rollup"),
          Map.entry("--platform", "--article variants.md rollup"),
          Map.entry("--language", "--article variants.md rollup"),
          Map.entry("--locations", ""));

  /**
   * What the option is given; where the earlier audit is given something else, that stands behind.
   */
  private static final List<String> QUESTIONS =
      List.of(
          "--article=dates.txt",
          "--profile=profile.yaml",
          "--dates=month-first",
          "--dates=month-first|--dates=day-first",
          "--location=package",
          "--location=package|--location=msi-share",
          "--locations=locations.csv|--location=package=rollup",
          "--complete",
          "--registry=registry.reg",
          "--programs=rollup.json",
          "--database=database.csv",
          "--database=database.csv|--database=other.csv",
          "--group=x86-based",
          "--platform=x86",
          "--language=German",
          "--reference=reference",
          "--baseline=baseline.json",
          "--baseline=baseline.json|--baseline=other/baseline.json",
          "--accept=exact",
          "--thorough",
          "--source-zone=+01:00",
          "--tolerance=5m",
          "--signature=required",
          "--publisher=Contoso",
          "--trust=roots.pem",
          "--trust=roots.pem|--trust=others.pem",
          "--catalog=rollup.cat",
          "--crl=revoked.crl",
          "--crl=revoked.crl|--crl=none.crl",
          "--only=PRESENCE,SIZE",
          "--skip=DATE",
          "--unlisted=fail",
          "--recursive",
          "--follow-links",
          "--include=*.msi",
          "--exclude=junk*",
          "--exclude=junk*|--exclude=*.tmp");

  private static final TestAuthority ROOT = TestAuthority.root("Test Root");
  private static final Instant THEN = Instant.parse("2011-03-10T10:04:00Z");

  @TempDir private static Path folder;

  private static Path at(String name) {
    return folder.resolve(name);
  }

  @BeforeAll
  static void writeWhatTheOptionsName() throws IOException {
    Path rollup = Files.createDirectory(at("rollup"));
    RollupFolder.kb2492954().writeTo(rollup);
    Path reference = Files.createDirectory(at("reference"));
    RollupFolder.kb2492954().writeTo(reference);
    Files.writeString(at("dates.txt"), "File name  Date  Time  Size\nA.msi  2/12/99  10:04  5\n");
    Files.writeString(
        at("variants.md"),
        """
        ##### For all supported x86-based versions

        |File name|File size|Date|Time|Platform|Language|
        |---|---|---|---|---|---|
        |A.dll|5000|11-Mar-2011|14:10|x86|German|
        |A.dll|5000|11-Mar-2011|14:10|x86|English|

        ##### For all supported x64-based versions

        |File name|File size|Date|Time|Platform|Language|
        |---|---|---|---|---|---|
        |A.dll|7000|11-Mar-2011|14:10|x64|German|

        ## Status
        """,
        UTF_8);
    Files.writeString(
        at("profile.yaml"),
        """
        article: KB2492954
        products:
          DNSClient.msi:
            name: DNS Client
        locations:
          - name: package
            where: here
            phase: pre-install
            accept: exact
            files: all
        """);
    Files.writeString(at("locations.csv"), "location,path,label\npackage,rollup,MPS01\n");
    ExportedEvidence.registry(rollup, at("registry.reg"), "DNS Client", List::of);
    run("collect", rollup.toString(), "-o", at("rollup.json").toString());
    ExportedEvidence.database(at("database.csv"), "fn_min", "fn_min");
    Files.writeString(
        at("other.csv"),
        Files.readString(at("database.csv")).replace("ResourceManager,", "Other,"));
    run("baseline", reference.toString(), "-o", at("baseline.json").toString());
    Files.createDirectory(at("other"));
    Path client = reference.resolve("DNSClient.msi");
    Files.setLastModifiedTime(
        client, FileTime.from(Files.getLastModifiedTime(client).toInstant().plusSeconds(1)));
    run("baseline", reference.toString(), "-o", at("other/baseline.json").toString());
    Files.writeString(at("roots.pem"), ROOT.pem());
    Files.writeString(at("others.pem"), TestAuthority.root("Other").pem());
    CatalogFixture.version2()
        .file(client)
        .writeTo(at("rollup.cat"), AuthenticodeSigning.by(ROOT.signer("Contoso")));
    Files.write(at("revoked.crl"), ROOT.crl(THEN, Map.of(ROOT.signer("Contoso"), THEN)));
    Files.write(at("none.crl"), ROOT.crl(THEN, Map.of()));
  }

  private static void run(Object... arguments) {
    assertThat(kbaudit(arguments).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void eachOptionIsDecidedOn() {
    Set<String> decided = new TreeSet<>(OTHERS);
    QUESTIONS.forEach(each -> decided.add(nameIn(each)));
    Set<String> options = new TreeSet<>();
    VerifyOptions.spec().options().forEach(option -> options.add(option.longestName()));

    assertThat(decided).isEqualTo(options);
    assertThat(QUESTIONS)
        .extracting(OptionsOfTheQuestionTest::nameIn)
        .doesNotContainAnyElementsOf(OTHERS);
  }

  private static String nameIn(String question) {
    return question.split("[=|]", -1)[0];
  }

  private static Stream<String> questions() {
    return QUESTIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anAuditWithAnOptionCannotBeComparedWithOneWithout(String question) throws IOException {
    String[] sides = question.split("\\|", -1);
    String besides = BESIDES.getOrDefault(nameIn(question), "rollup");
    Path with = audited("with.json", besides, sides[0]);
    Path without = audited("without.json", besides, sides.length > 1 ? sides[1] : "");

    for (Run run :
        List.of(
            kbaudit("diff", without, with, "--report", "json"),
            kbaudit("diff", with, without, "--report", "json"))) {
      assertThat(run.err()).isEmpty();
      assertThat(run.json().getString("comparison")).isEqualTo("NOT_COMPARABLE");
      assertThat(run.json().getJSONObject("summary").getInt("fixed")).isZero();
      assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anAuditWithAnOptionIsTheSameAsAnotherWithIt(String question) throws IOException {
    String besides = BESIDES.getOrDefault(nameIn(question), "rollup");
    String with = question.split("\\|", -1)[0];
    Path one = audited("one.json", besides, with);
    Path other = audited("other.json", besides, with);

    assertThat(other).hasSameTextualContentAs(one);
    assertThat(kbaudit("diff", one, other).exitCode()).isEqualTo(ExitCode.OK);
  }

  private static Path audited(String name, String besides, String option) throws IOException {
    Path saved = at(name);
    Files.deleteIfExists(saved);
    List<Object> arguments = new ArrayList<>(List.of("verify", "--report", "json=" + saved));
    Stream.concat(Arrays.stream(besides.split(" ", -1)), Stream.of(option))
        .filter(word -> !word.isEmpty())
        .map(OptionsOfTheQuestionTest::withFolder)
        .forEach(arguments::add);
    Run run = kbaudit(arguments.toArray());
    assertThat(saved).as(run.err()).exists();
    return saved;
  }

  /** What ends in the name of a file of the folder means that file. */
  private static String withFolder(String word) {
    String last = word.substring(word.lastIndexOf('=') + 1);
    return Files.exists(at(last))
        ? word.substring(0, word.length() - last.length()) + at(last)
        : word;
  }
}
