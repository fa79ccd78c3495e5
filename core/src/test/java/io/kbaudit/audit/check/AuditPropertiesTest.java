package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.json.JsonAuditReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds for every article and every folder. */
class AuditPropertiesTest {
  private static final Instant FIRST_TIME = Instant.parse("2011-03-10T10:00:00Z");

  /** Minutes after {@link #FIRST_TIME} of each file of a rollup; its size is unlike the others'. */
  private record Rollup(List<Integer> minutes, int chosen) {
    Article article() {
      List<ExpectedFile> rows = new ArrayList<>();
      for (int i = 0; i < minutes.size(); i++) {
        rows.add(Given.row(name(i), size(i), time(i).toString().replace(":00Z", "Z")));
      }
      return Given.article(rows);
    }

    /** Returns the files as listed, each half a minute into its minute. */
    List<ObservedFile> files() {
      List<ObservedFile> files = new ArrayList<>();
      for (int i = 0; i < minutes.size(); i++) {
        files.add(file(i, name(i)));
      }
      return files;
    }

    ObservedFile file(int i, String name) {
      return Given.file(name, size(i), time(i).plusSeconds(30));
    }

    ObservedFile chosenOf(long sizeBytes, Instant modified) {
      return Given.file(name(chosen), sizeBytes, modified);
    }

    String name(int i) {
      return "File" + i + ".msi";
    }

    long size(int i) {
      return 1_000 + 100L * i;
    }

    Instant time(int i) {
      return FIRST_TIME.plus(Duration.ofMinutes(minutes.get(i)));
    }
  }

  @Property(tries = 200)
  void aRollupAsListedPasses(@ForAll("rollups") Rollup rollup) {
    AuditResult result = Given.audit(rollup.article(), Given.folder(rollup.files()));

    assertThatAudit(result).passes();
    assertThat(result.unlisted()).isEmpty();
  }

  @Property(tries = 200)
  void anyFileTakenAwayIsOneFinding(@ForAll("rollups") Rollup rollup) {
    List<ObservedFile> files = rollup.files();
    files.remove(rollup.chosen());

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    assertThatAudit(result)
        .fails(rollup.name(rollup.chosen()), Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  @Property(tries = 200)
  void anyFileRenamedIsOneFinding(@ForAll("rollups") Rollup rollup) {
    List<ObservedFile> files = rollup.files();
    files.set(rollup.chosen(), rollup.file(rollup.chosen(), "Copy of a file.msi"));

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    assertThatAudit(result)
        .fails(rollup.name(rollup.chosen()), Check.NAME, Cause.RENAMED)
        .andNothingElse();
    assertThat(result.unlisted()).isEmpty();
  }

  @Property(tries = 200)
  void anyTwoFilesSwappedAreAFindingEach(@ForAll("rollups") Rollup rollup) {
    int one = rollup.chosen();
    int other = (one + 1) % rollup.minutes().size();
    List<ObservedFile> files = rollup.files();
    files.set(one, rollup.file(one, rollup.name(other)));
    files.set(other, rollup.file(other, rollup.name(one)));

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    assertThatAudit(result)
        .fails(rollup.name(one), Check.NAME, Cause.SWAPPED)
        .fails(rollup.name(other), Check.NAME, Cause.SWAPPED)
        .andNothingElse();
  }

  @Property(tries = 200)
  void anyFileShiftedByAZonesOffsetIsOneFinding(
      @ForAll("rollups") Rollup rollup, @ForAll @IntRange(min = -56, max = 56) int quarters) {
    int chosen = rollup.chosen();
    Instant shifted = rollup.time(chosen).plusSeconds(30).plus(Duration.ofMinutes(15L * quarters));
    List<ObservedFile> files = rollup.files();
    files.set(chosen, rollup.chosenOf(rollup.size(chosen), shifted));

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    if (quarters == 0) {
      assertThatAudit(result).passes();
    } else {
      assertThatAudit(result)
          .fails(rollup.name(chosen), Check.DATE, Cause.WHOLE_ZONE_OFFSET)
          .andNothingElse();
    }
  }

  @Property(tries = 200)
  void anyFileOffByMinutesIsOneFinding(
      @ForAll("rollups") Rollup rollup,
      @ForAll @LongRange(min = 33, max = 860) long seconds,
      @ForAll boolean later) {
    int chosen = rollup.chosen();
    Instant middle = rollup.time(chosen).plusSeconds(30);
    List<ObservedFile> files = rollup.files();
    files.set(
        chosen,
        rollup.chosenOf(
            rollup.size(chosen),
            later ? middle.plusSeconds(seconds) : middle.minusSeconds(seconds)));

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    assertThatAudit(result)
        .fails(rollup.name(chosen), Check.DATE, later ? Cause.LATER : Cause.OLDER)
        .andNothingElse();
  }

  @Property(tries = 200)
  void anyFileOfAnotherSizeIsOneFinding(
      @ForAll("rollups") Rollup rollup, @ForAll @IntRange(min = 1, max = 99) int bytes) {
    int chosen = rollup.chosen();
    List<ObservedFile> files = rollup.files();
    files.set(
        chosen, rollup.chosenOf(rollup.size(chosen) - bytes, rollup.time(chosen).plusSeconds(30)));

    AuditResult result = Given.audit(rollup.article(), Given.folder(files));

    assertThatAudit(result).fails(rollup.name(chosen), Check.SIZE, Cause.SMALLER).andNothingElse();
  }

  @Property(tries = 500)
  void theOrderOfFilesNeverChangesTheReport(
      @ForAll("anyRows") List<ExpectedFile> rows,
      @ForAll("anyFiles") List<ObservedFile> files,
      @ForAll Random order)
      throws IOException {
    List<ObservedFile> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, order);

    String straight = json(Given.audit(Given.article(rows), Given.folder(files)));
    String mixed = json(Given.audit(Given.article(rows), Given.folder(shuffled)));

    assertThat(mixed).isEqualTo(straight);
  }

  @Property(tries = 1_000)
  void nothingIsCompliantOfWhichNothingPassed(
      @ForAll("anyRows") List<ExpectedFile> rows,
      @ForAll("anyFiles") List<ObservedFile> files,
      @ForAll @NotEmpty Set<Check> checks,
      @ForAll boolean orLater) {
    AuditPolicy policy =
        (orLater ? AuditPolicy.orLater() : AuditPolicy.asPrinted()).withChecks(checks);

    AuditResult result = Given.audit(Given.article(rows), Given.folder(files), policy);

    boolean everyRowPassed =
        result.files().stream()
            .allMatch(
                file ->
                    file.outcomes().values().stream().anyMatch(Outcome.Passed.class::isInstance)
                        && file.outcomes().values().stream()
                            .noneMatch(Outcome.Failed.class::isInstance)
                        && file.outcomes().values().stream()
                            .noneMatch(Outcome.Undecided.class::isInstance));
    assertThat(result.verdict() == Verdict.COMPLIANT).isEqualTo(everyRowPassed);
  }

  @Property(tries = 1_000)
  void oneFileStandsForOneRowUnlessTheArticlePrintsItTwice(
      @ForAll("anyRows") List<ExpectedFile> rows, @ForAll("anyFiles") List<ObservedFile> files) {
    AuditResult result = Given.audit(Given.article(rows), Given.folder(files));

    Map<String, List<Object>> rowOfPath = new HashMap<>();
    for (FileAudit file : result.files()) {
      ExpectedFile row = file.expected();
      List<Object> listed = List.of(row.name().best(), row.size(), row.modified());
      file.observed()
          .filter(ObservedFile.Readable.class::isInstance)
          .ifPresent(
              observed ->
                  assertThat(rowOfPath.merge(observed.path(), listed, (first, next) -> first))
                      .isEqualTo(listed));
    }
  }

  @Property(tries = 500)
  void everyFileIsAccountedForOrUnlisted(
      @ForAll("anyRows") List<ExpectedFile> rows, @ForAll("anyFiles") List<ObservedFile> files) {
    AuditResult result = Given.audit(Given.article(rows), Given.folder(files));

    List<ObservedFile> observed =
        result.files().stream().flatMap(file -> file.observed().stream()).toList();
    assertThat(observed).isSubsetOf(files);
    assertThat(result.unlisted()).isSubsetOf(files);
    assertThat(result.unlisted()).noneMatch(observed::contains);
  }

  private static String json(AuditResult result) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonAuditReport().write(result, out);
    return Schemas.valid("audit", out.toString(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<Rollup> rollups() {
    return Arbitraries.integers()
        .between(0, 30)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .flatMap(
            minutes ->
                Arbitraries.integers()
                    .between(0, minutes.size() - 1)
                    .map(chosen -> new Rollup(minutes, chosen)));
  }

  /** Rows of few names, sizes and times, so that they meet: cut, printed twice, or half empty. */
  @Provide
  Arbitrary<List<ExpectedFile>> anyRows() {
    Arbitrary<ListedName> names =
        Arbitraries.oneOf(
            Arbitraries.of("aa", "aab", "aac.msi", "b.msi")
                .map(name -> ListedName.whole(FileName.of(name))),
            Arbitraries.of("a", "aa", "b").map(name -> ListedName.cut(FileName.of(name))));
    Arbitrary<Optional<ListedSize>> sizes =
        Arbitraries.of(1L, 2L).map(ListedSize::ofBytes).optional(0.8);
    Arbitrary<Optional<ListedTime>> times =
        Arbitraries.of("2011-03-10T10:04Z", "2011-03-10T10:05Z", "2011-03-10", "").map(Given::time);
    return Combinators.combine(names, sizes, times)
        .as((name, size, time) -> Given.row(name, size, time))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<ObservedFile>> anyFiles() {
    Arbitrary<String> paths =
        Arbitraries.of(
            "aa", "AA", "aab", "aac.msi", "b.msi", "B.MSI", "x/aa", "x/b.msi", "c.msi", "a.tmp");
    Arbitrary<Long> sizes = Arbitraries.of(1L, 2L, 3L);
    Arbitrary<String> times =
        Arbitraries.of(
            "2011-03-10T10:04:30Z",
            "2011-03-10T10:05:00Z",
            "2011-03-10T10:05:30Z",
            "2011-03-10T11:04:30Z",
            "2009-01-01T00:00:00Z");
    Arbitrary<ObservedFile> readable =
        Combinators.combine(paths, sizes, times)
            .as((path, size, time) -> Given.file(path, size, time));
    Arbitrary<ObservedFile> unreadable =
        paths.map(path -> Given.unreadable(path, "permission denied"));
    return Arbitraries.frequencyOf(Tuple.of(6, readable), Tuple.of(1, unreadable))
        .list()
        .uniqueElements(ObservedFile::path)
        .ofMaxSize(8);
  }
}
