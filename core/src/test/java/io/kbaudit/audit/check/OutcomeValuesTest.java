package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Pins;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.ServiceBranches;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What checks compare is in their outcomes as values, whatever the texts say of it. */
class OutcomeValuesTest {
  private static final ExpectedFile ROW =
      Given.variant(Given.row("a.msi", 100, "2011-03-10T10:04Z"), Variant.of("").onPlatform("x86"));
  private static final AuditPolicy POLICY = AuditPolicy.asPrinted();
  private static final TimeComparison TIMES = TimeComparison.of(POLICY);

  @Test
  void aSizeThatPassesAndOneThatFails() {
    assertThat(judge(new SizeRule(Later.than()), file(100, "2011-03-10T10:04:30Z")))
        .isEqualTo(found(Value.Size.ofBytes(100)));
    assertThat(judge(new SizeRule(Later.than()), file(99, "2011-03-10T10:04:30Z")))
        .isEqualTo(expectedAndFound(Value.Size.ofBytes(100), Value.Size.ofBytes(99)));
  }

  @Test
  void theTimeOfAFileIsItsTrueOne() {
    Value listed = new Value.Listed(Given.time("2011-03-10T10:04Z").orElseThrow());
    Value modified = new Value.Modified(Instant.parse("2011-03-10T12:04:30Z"));
    TimeComparison zoned = new TimeComparison(Duration.ZERO, Optional.of(ZoneOffset.ofHours(1)));

    assertThat(
            judge(new DateRule(comparison(TIMES), Later.than()), file(100, "2011-03-10T12:04:30Z")))
        .isEqualTo(expectedAndFound(listed, modified));
    assertThat(
            judge(new DateRule(comparison(zoned), Later.than()), file(100, "2011-03-10T13:04:30Z")))
        .isEqualTo(expectedAndFound(listed, modified));
  }

  @Test
  void names() {
    Value listed = new Value.Name(FileName.of("a.msi"));
    Value observed = new Value.Name(FileName.of("b.msi"));
    ObservedFile.Readable renamed =
        (ObservedFile.Readable) Given.file("b.msi", 100, "2011-03-10T10:04:30Z");

    Outcome name =
        new NameRule(Pins.NONE).apply(ROW, new Match.Found(renamed, Match.Manner.RENAMED), POLICY);

    assertThat(values(name)).isEqualTo(expectedAndFound(listed, observed));
    assertThat(judge(new PresenceRule(), renamed)).isEqualTo(found(observed));
  }

  @Test
  void languagesAndPlatforms() {
    MsiInspection german = Given.packageFor("x64;1031");
    Rule language = new LanguageRule(Optional.of("English"));

    assertThat(judge(language, file(german)))
        .isEqualTo(
            expectedAndFound(
                new Value.Languages(List.of(1033)), new Value.Languages(List.of(1031))));
    assertThat(judge(new PlatformRule(), file(german)))
        .isEqualTo(
            expectedAndFound(new Value.Platform(Set.of("x86")), new Value.Platform(Set.of("x64"))));
  }

  private static ObservedFile.Readable file(long size, String modified) {
    return (ObservedFile.Readable) Given.file("a.msi", size, modified);
  }

  private static ObservedFile.Readable file(MsiInspection inspection) {
    return (ObservedFile.Readable) Given.file("a.msi", 100, "2011-03-10T10:04:30Z", inspection);
  }

  private static List<Optional<Value>> judge(Rule rule, ObservedFile.Readable file) {
    return values(rule.apply(ROW, new Match.Found(file, Match.Manner.BY_NAME), POLICY));
  }

  private static List<Optional<Value>> values(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? List.of(failed.expected().value(), failed.observed().value())
        : List.of(((Outcome.Passed) outcome).evidence().value());
  }

  private static List<Optional<Value>> found(Value value) {
    return List.of(Optional.of(value));
  }

  private static List<Optional<Value>> expectedAndFound(Value expected, Value observed) {
    return List.of(Optional.of(expected), Optional.of(observed));
  }

  private static RowComparison comparison(TimeComparison times) {
    return new RowComparison(times, Pins.NONE, ServiceBranches.of(List.of()));
  }
}
