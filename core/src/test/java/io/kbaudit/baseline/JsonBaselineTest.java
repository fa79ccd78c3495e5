package io.kbaudit.baseline;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Given;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.report.Golden;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A baseline, held to its golden file; {@link Golden} says how to write it anew. */
class JsonBaselineTest {
  @Test
  void itIsAsItsGoldenFile() throws IOException {
    Article article =
        Given.article(
            Given.row("Alpha.msi", 679_936, "2011-03-10T10:04Z"),
            Given.cutRow("Exchange2007", 400, "2011-03-10T10:04Z"));
    Baseline baseline =
        new Baseline(
            "rollup",
            List.of(
                new BaselineFile(
                    1,
                    FileName.of("Alpha.msi"),
                    FileName.of("ALPHA.msi"),
                    679_936,
                    Instant.parse("2011-03-10T10:04:37.500Z"),
                    Digest.sha256("a".repeat(64)),
                    new BaselineFile.Codes(
                        Optional.of("{780B530E-03AD-47AF-A128-DA08DB495253}"),
                        Optional.of("{2BA00471-0328-3743-93BD-FA813353A783}"))),
                new BaselineFile(
                    2,
                    FileName.of("Exchange2007"),
                    FileName.of("Exchange2007\u202ENS.msi"),
                    400,
                    Instant.parse("2011-03-10T10:04:00Z"),
                    Digest.sha256("b".repeat(64)),
                    new BaselineFile.Codes(Optional.empty(), Optional.empty()))));
    StringWriter out = new StringWriter();

    JsonBaseline.write(baseline, article, out);

    Golden.assertMatches(JsonBaseline.class, "baseline.json", out.toString());
  }
}
