package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.report.Term;
import io.kbaudit.report.json.JsonSchemas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, versions, articles, explanations, schemas, and where reports go. */
class CommandsTest {
  @TempDir Path folder;

  @Test
  void helpNamesEveryCommandAndExitCode() {
    Run run = kbaudit("--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("Usage: kbaudit")
        .contains(
            "verify", "diff", "article", "profile", "inspect", "identify", "explain", "schema");
    assertThat(run.out()).contains("0 compliant", "1 non-compliant", "2 the question", "3 some");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpOfVerifyNamesEveryLocationAndCheck() {
    Run run = kbaudit("verify", "--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    for (var location : BundledProfiles.find(BundledArticles.KB2492954).orElseThrow().locations()) {
      assertThat(run.out()).contains(location.name());
    }
    for (Check check : Check.values()) {
      assertThat(run.out()).contains(check.name());
    }
  }

  @Test
  void helpIsAWordToo() {
    assertThat(kbaudit("help", "verify")).isEqualTo(kbaudit("verify", "--help"));
    assertThat(kbaudit("help")).isEqualTo(kbaudit("--help"));
  }

  @Test
  void versionIsOneLineAndNoPlaceholder() {
    Run run = kbaudit("--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).matches("kbaudit \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)\\n");
  }

  @Test
  void explainsEveryIdInWhateverCase() {
    for (Term term : Term.all()) {
      String id = term.id();
      Run run = kbaudit("explain", id.toLowerCase(java.util.Locale.ROOT));

      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).startsWith(id + " (a ");
      assertThat(run.out().lines()).hasSizeGreaterThan(1);
    }
    assertThat(kbaudit("explain").out()).contains(Term.all().stream().map(Term::id).toList());
    for (Cause cause : Cause.values()) {
      assertThat(kbaudit("explain", cause.check().name()).out()).contains(cause.name());
    }
  }

  @Test
  void explainsNothingItDoesNotKnow() {
    Run run = kbaudit("explain", "LUCK");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo("kbaudit: nothing is called 'LUCK'; 'kbaudit explain' lists what is\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void listsTheSchemas() {
    Run run = kbaudit("schema");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                """
                audit
                article
                inspection
                plan
                baseline
                profile
                identification
                inventory
                comparison
                waivers
                """,
                ""));
  }

  @Test
  void printsEverySchemaAsItIsShipped() {
    for (String name : JsonSchemas.names()) {
      Run run = kbaudit("schema", name);

      assertThat(run).isEqualTo(new Run(ExitCode.OK, JsonSchemas.find(name).orElseThrow(), ""));
      assertThat(run.json().getString("$id")).isEqualTo("urn:kbaudit:schema:" + name + ":1");
    }
  }

  @Test
  void helpOfSchemaNamesEachAndWhatWritesIt() {
    Run run = kbaudit("schema", "--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains(JsonSchemas.names()).contains("kbaudit verify --report json");
  }

  @Test
  void printsNoSchemaItDoesNotHave() {
    Run run = kbaudit("schema", "luck");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: no schema is called 'luck'; there are audit, article, inspection, plan,"
                    + " baseline, profile, identification, inventory, comparison, waivers\n"));
  }

  @Test
  void listsTheBundledArticles() {
    Run run = kbaudit("article", "list");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .isEqualTo(
            "KB2492954  22 rows  Update rollup for Hosted Messaging and Collaboration 4.0, dated"
                + " January 2011\n");
  }

  @Test
  void showsTheFourthRowOfTheReferenceArticle() {
    JSONObject article = kbaudit("article", "show", "2492954", "--report", "json").json();

    JSONObject row = article.getJSONArray("rows").getJSONObject(3);
    assertThat(row.getInt("row")).isEqualTo(4);
    assertThat(row.getInt("line")).isEqualTo(85);
    assertThat(row.getString("table")).isEqualTo("File information");
    assertThat(row.getString("name")).isEqualTo("Exchange2007OABResourceManagerNS.msi");
    assertThat(row.getBoolean("truncated")).isTrue();
    assertThat(row.getLong("size")).isEqualTo(251_392);
    assertThat(row.getString("modified")).isEqualTo("2011-03-10T09:52Z");
    assertThat(row.isNull("version")).isTrue();
    assertThat(row.getJSONObject("printed").getString("name"))
        .isEqualTo("Exchange2007oabresourcemana");
    assertThat(article.getJSONObject("statements").toMap())
        .containsEntry("laterAccepted", true)
        .containsEntry("timesAreUtc", true)
        .containsEntry("language", "English");
  }

  @Test
  void readsThePublishedTextAsWhatIsBundled() {
    Path text = Path.of(System.getProperty("kbaudit.corpus"), "articles/files/KB2492954.txt");
    Skip.unless(Files.exists(text), "corpus of real articles beside the checkout");

    JSONObject read = kbaudit("article", "show", text, "--report", "json").json();
    JSONObject bundled = kbaudit("article", "show", "KB2492954", "--report", "json").json();

    assertThat(read.getJSONArray("rows").similar(bundled.getJSONArray("rows"))).isTrue();
    assertThat(read.getJSONObject("statements").similar(bundled.getJSONObject("statements")))
        .isTrue();
    assertThat(read.getJSONArray("remarks").similar(new JSONArray())).isTrue();
  }

  @Test
  void showsAnArticleAsAnAlignedTable() {
    Run run = kbaudit("article", "show", "KB2492954");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains(
            "19   100   Servicebase.msi                          2011-01-13 22:14  378,880 bytes\n")
        .endsWith("22 rows\n");
  }

  @Test
  void writesSeveralReportsOfOneAudit() {
    Path json = folder.resolve("audit.json");
    Path text = folder.resolve("audit.txt");
    Path target = folder.resolve("target");
    target.toFile().mkdir();

    Run run = kbaudit("verify", "--report", "json=" + json, "--report", "text=" + text, target);
    Run onlyText = kbaudit("verify", target);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).isEmpty();
    assertThat(json).content().startsWith("{\n  \"schemaVersion\": 1,");
    assertThat(text).content().isEqualTo(onlyText.out());
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void replacesAReportWholeAndThroughALink() throws Exception {
    String old = "{\"schemaVersion\": 1, \"verdict\": \"" + "longer".repeat(10_000) + "\"}";
    Path report = Files.writeString(folder.resolve("old.json"), old);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), report);
    Path target = Files.createDirectory(folder.resolve("target"));

    Run run = kbaudit("verify", "--report", "json=" + link, "--overwrite", target);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(link).isSymbolicLink();
    assertThat(new JSONObject(Files.readString(report)).getString("verdict"))
        .isEqualTo("NON_COMPLIANT");
  }

  @Test
  void writesThroughALinkToAFileThatIsNotThereYet() throws Exception {
    Path report = folder.resolve("new.json");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("new.json"));

    kbaudit("verify", "--report", "json=" + link, Files.createDirectory(folder.resolve("x")));

    assertThat(link).isSymbolicLink();
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void sumsUpOnTheTerminalWhenTheReportGoesToAFile() {
    Run run =
        Run.on(
            StandardCharsets.UTF_8,
            true,
            Map.of(),
            "verify",
            "--report",
            "json=" + folder.resolve("audit.json"),
            folder);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("NON-COMPLIANT: 22 expected").hasLineCount(1);
  }

  @Test
  void quietPrintsOnlyTheLineThatSumsUp() {
    Run run = kbaudit("verify", "--quiet", folder);

    assertThat(run.out())
        .isEqualTo("NON-COMPLIANT: 22 expected, 0 passed, 22 failed, 0 undecided, 0 unlisted\n");
  }

  @Test
  void debugAddsTheStackTraceToTheSentence() {
    Run run = kbaudit("verify", "--debug", folder.resolve("nowhere"));

    assertThat(run.err().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("kbaudit: no such folder"));
    assertThat(run.err()).contains("\tat io.kbaudit.cli.");
  }
}
