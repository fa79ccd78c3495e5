package io.kbaudit.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.Given;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileReader;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.json.JsonProfileReport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Profiles, held to golden files; {@link Golden} says how to write them anew. */
class ProfileReportTest {
  private static final Article BUNDLED =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private static final String TIME = "2011-03-10T10:04Z";

  private static final Article ODD =
      Given.article(
          Given.row("plain.msi", 1, TIME),
          Given.cutRow("completed", 2, TIME),
          Given.cutRow("stays cut", 3, TIME),
          Given.row("r\u00F6d\u202E.msi", 4, TIME),
          Given.row("plain.msi", 5, TIME));

  private static final String ODD_PROFILE =
      """
      components:
        plain.msi: "Red\\e[31m\\nComponent"
      products:
        plain.msi:
          upgrade-code: 780b530e-03ad-47af-a128-da08db495253
        completedByUs.msi:
          name: "Red\\e[31m Product"
          upgrade-code: "{2BA00471-0328-3743-93BD-FA813353A783}"
      names:
        2: completedByUs.msi
      locations:
        - name: somewhere
          where: "on\\tthe server \\u202E"
          path: "C:\\\\\\u00DCbung"
          phase: pre-install
          accept: exact
          optional: true
          several: true
          file-names: random
          files: [plain.msi, completedByUs.msi]
      """;

  @Test
  void theBundledProfileIsAsItsGoldenFiles() throws IOException {
    Golden.assertMatches(TextProfileReport.class, "profile.txt", text(PROFILE, BUNDLED));
    Golden.assertMatches(JsonProfileReport.class, "profile.json", json(PROFILE, BUNDLED));
  }

  @Test
  void whatIsCutOrUnplacedOrHostileIsAsItsGoldenFiles() throws IOException {
    Profile profile = oddProfile();
    Article completed = profile.complete(ODD);

    Golden.assertMatches(TextProfileReport.class, "profile-odd.txt", text(profile, completed));
    Golden.assertMatches(JsonProfileReport.class, "profile-odd.json", json(profile, completed));
    Golden.assertMatches(
        TextProfileReport.class,
        "profile-odd.ascii.txt",
        text(profile, completed, StandardCharsets.US_ASCII),
        StandardCharsets.US_ASCII);
  }

  @Test
  void itIsTheSameUnderAnyLocale() throws IOException {
    String here = text(PROFILE, BUNDLED) + json(PROFILE, BUNDLED);

    assertThat(Written.elsewhere(() -> text(PROFILE, BUNDLED) + json(PROFILE, BUNDLED)))
        .isEqualTo(here);
  }

  private static Profile oddProfile() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.writeString(memory.getPath("odd.yaml"), ODD_PROFILE);
      return ProfileReader.read(file, ODD);
    }
  }

  private static String text(Profile profile, Article article) throws IOException {
    return text(profile, article, StandardCharsets.UTF_8);
  }

  private static String text(Profile profile, Article article, Charset charset) throws IOException {
    return Written.by(
        out -> new TextProfileReport(TextStyle.plain(charset)).write(profile, article, out));
  }

  private static String json(Profile profile, Article article) throws IOException {
    return Schemas.valid(
        "profile", Written.by(out -> new JsonProfileReport().write(profile, article, out)));
  }
}
