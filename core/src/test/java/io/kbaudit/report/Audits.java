package io.kbaudit.report;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Grounds;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Audits that a report for programs must tell truly, besides those of {@link Case}. */
public final class Audits {
  private static final String AT_TEN = "2011-03-10T10:04:30Z";
  private static final ExpectedFile ROW = Given.row("a.msi", 1, "2011-03-10T10:04Z");

  private Audits() {}

  /** Returns all audits, those of {@link Case} too. */
  public static Stream<Named<AuditRecord>> all() throws IOException {
    Stream.Builder<Named<AuditRecord>> all = Stream.builder();
    for (Case each : Case.values()) {
      all.add(Named.of(each.name(), each.audit()));
    }
    all.add(Named.of("nothing checked", nothingChecked()));
    all.add(Named.of("a row unread", rowUnread()));
    all.add(Named.of("a folder not listed", folderNotListed()));
    all.add(Named.of("a location not reached", unreachable("permission denied")));
    all.add(Named.of("a location not audited that had to be", notAudited("dns")));
    all.add(Named.of("servers not reached", severalUnreachable()));
    all.add(Named.of("a forbidden file", forbiddenFile()));
    all.add(Named.of("equal rows", equalRows()));
    all.add(Named.of("servers that are called alike", serversCalledAlike()));
    all.add(Named.of("names full of marks", marks()));
    all.add(Named.of("a name of a million characters", millionCharacters()));
    return all.build();
  }

  /** A file is there, and the article prints nothing that it could be held to. */
  public static AuditRecord nothingChecked() {
    ExpectedFile bare =
        Given.row(ListedName.whole(FileName.of("a.msi")), Optional.empty(), Optional.empty());
    return AuditRecord.of(
        Given.audit(
            Given.article(bare),
            Given.folder(Given.file("a.msi", 1, AT_TEN)),
            AuditPolicy.asPrinted().withChecks(List.of(Check.SIZE))));
  }

  /** Every file passes, and the article lists one more that cannot be read. */
  public static AuditRecord rowUnread() {
    return remarked(new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 12, "'b.msi 1O' is cut off."));
  }

  /** Every file passes, and the article's text is remarked on. */
  public static AuditRecord remarked(ArticleRemark... remarks) {
    return AuditRecord.of(
        Given.audit(
            Given.article(ROW).withRemarks(List.of(remarks)),
            Given.folder(Given.file("a.msi", 1, AT_TEN))));
  }

  /** Returns an audit of one folder, resting on something else. */
  public static AuditRecord restingOn(AuditRecord audit, Grounds grounds) {
    FolderRecord place = audit.places().get(0);
    PolicyRecord policy = place.policy();
    return new AuditRecord(
        audit.toolVersion(),
        audit.article(),
        List.of(
            new FolderRecord(
                place.target(),
                new PolicyRecord(
                    policy.acceptance(),
                    policy.unlistedFiles(),
                    policy.selection(),
                    policy.tolerance(),
                    policy.sourceZone(),
                    policy.baseline(),
                    policy.signatures(),
                    policy.checks(),
                    policy.files(),
                    grounds),
                place.files(),
                place.tally(),
                place.unlisted(),
                place.gaps(),
                place.leftOut(),
                place.remarks())),
        audit.deployment(),
        audit.unaudited());
  }

  /** Every file passes, and a folder below could not be looked into. */
  public static AuditRecord folderNotListed() {
    return AuditRecord.of(
        Given.audit(
            Given.article(ROW),
            new Inventory(
                "rollup",
                true,
                List.of(Given.file("a.msi", 1, AT_TEN)),
                List.of(new Inventory.Gap("locked", "permission denied")),
                List.of(),
                List.of())));
  }

  /** Nobody could look at the place, where two files are listed. */
  public static AuditRecord unreachable(String reason) {
    return AuditRecord.of(
        Given.audit(
            Given.article(ROW, Given.row("b.msi", 2, "2011-03-10T10:04Z")),
            Inventory.unreachable("rollup", false, reason)));
  }

  /** Every file passes, and the places of these names had to be audited too. */
  public static AuditRecord notAudited(String... locations) {
    AuditRecord green =
        AuditRecord.of(
            Given.audit(Given.article(ROW), Given.folder(Given.file("a.msi", 1, AT_TEN))));
    return new AuditRecord(
        green.toolVersion(),
        green.article(),
        green.places(),
        true,
        Stream.of(locations).map(name -> new LocationRecord(name, "DNS01", false)).toList(),
        true);
  }

  /** Of four servers, three that nobody could look at; two of those are called something. */
  public static AuditRecord severalUnreachable() throws IOException {
    return AuditRecord.of(
        DeploymentResult.of(
            Places.ARTICLE,
            Places.PROFILE,
            List.of(
                Places.place("dns", "dns01", Places.DNS_CLIENT),
                Places.place("msi-share", unreached("\\\\MPS01\\MSIShare")),
                Places.place("sharepoint", unreached("\\\\C1\\temp").withLabel("COLLAB01")),
                Places.place("sharepoint", unreached("\\\\C2\\temp").withLabel("COLLAB02")))));
  }

  private static Inventory unreached(String folder) {
    return Inventory.unreachable(folder, false, "The network path was not found");
  }

  /** Every file passes, and one is there that must not be. */
  public static AuditRecord forbiddenFile() {
    return AuditRecord.of(
        Given.audit(
            Given.article(ROW),
            Given.folder(Given.file("a.msi", 1, AT_TEN), Given.file("below it/b c.tmp", 3, AT_TEN)),
            AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL)));
  }

  /** Rows of one name: two that nothing tells apart, and two for platforms. */
  public static AuditRecord equalRows() {
    ExpectedFile other = Given.row("a.msi", 2, "2011-03-10T10:04Z");
    return AuditRecord.of(
        Given.audit(
            Given.article(
                ROW,
                other,
                Given.variant(ROW, Variant.of("Windows 7").onPlatform("x64")),
                Given.variant(other, Variant.of("Windows 7").onPlatform("x86")),
                Given.row("a.msi (2)", 7, "2011-03-10T10:04Z")),
            Given.folder()));
  }

  /** Two servers of one location, whose folders are called alike. */
  public static AuditRecord serversCalledAlike() throws IOException {
    return AuditRecord.of(
        DeploymentResult.of(
            Places.ARTICLE,
            Places.PROFILE,
            List.of(
                Places.place("sharepoint", "\\\\COLLAB01\\temp"),
                Places.place("sharepoint", "\\\\COLLAB02\\temp"))));
  }

  /** Names that mean something to XML, JSON, URIs, or the messages of a format. */
  public static AuditRecord marks() {
    return AuditRecord.of(
        Given.audit(
            Given.article(
                Given.row("{0} [here](http://example.com).msi", 1, "2011-03-10T10:04Z"),
                Given.row("<failure>&amp;\"']]>.msi", 2, "2011-03-10T10:04Z"),
                Given.row("%2e%2e #?:+.msi", 3, "2011-03-10T10:04Z"),
                Given.row("half\uD83D \uFFFE\uFFFF\u0000.msi", 4, "2011-03-10T10:04Z"),
                Given.row("=cmd|'\uD83D\uDE00'!A0.msi", 5, "2011-03-10T10:04Z")),
            Given.folder(
                Given.file("{0} [here](http://example.com).msi", 2, AT_TEN),
                Given.file("<failure>&amp;\"']]>.msi", 3, AT_TEN),
                Given.file("%2e%2e #?:+.msi", 4, AT_TEN),
                Given.file("half\uD83D \uFFFE\uFFFF\u0000.msi", 5, AT_TEN),
                Given.file("=cmd|'\uD83D\uDE00'!A0.msi", 6, AT_TEN))));
  }

  /** A row that nobody could type; its file is missing. */
  public static AuditRecord millionCharacters() {
    return AuditRecord.of(
        Given.audit(
            Given.article(
                Given.row("x".repeat(1_000_000) + ".msi", 1, "2011-03-10T10:04Z"),
                Given.row("x".repeat(1_000_000) + "y.msi", 1, "2011-03-10T10:04Z")),
            Given.folder()));
  }

  /**
   * Returns an audit of so many files that fail, each of which is made when it is asked for.
   *
   * @param asked is told the number of each file
   */
  public static AuditRecord ofManyFailing(int files, IntConsumer asked) {
    AuditRecord one = rowUnread();
    FolderRecord place = one.places().get(0);
    FileRecord file = place.files().iterator().next();
    Iterable<FileRecord> failing =
        () -> {
          Iterator<Integer> numbers = IntStream.range(0, files).iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return numbers.hasNext();
            }

            @Override
            public FileRecord next() {
              int number = numbers.next();
              asked.accept(number);
              return failing(file, number);
            }
          };
        };
    return new AuditRecord(
        one.toolVersion(),
        one.article(),
        List.of(
            new FolderRecord(
                place.target(),
                place.policy(),
                failing,
                new Tally(0, files, 0),
                place.unlisted(),
                place.gaps(),
                place.leftOut(),
                place.remarks())),
        false,
        List.of());
  }

  private static FileRecord failing(FileRecord file, int number) {
    RowRecord listed = file.listed();
    Map<Check, Outcome> outcomes = new EnumMap<>(file.outcomes());
    outcomes.put(Check.SIZE, new Outcome.Failed("1", "2", Cause.LARGER));
    return new FileRecord(
        new RowRecord(
            number + 1,
            number + 1,
            "a" + number + ".msi",
            FileName.of("a" + number + ".msi"),
            false,
            listed.variant(),
            listed.expected()),
        file.component(),
        file.observed(),
        outcomes,
        file.assurance());
  }

  /** Returns what {@code report} writes. */
  public static String written(AuditReport report, AuditRecord audit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(audit, out);
    return out.toString(report.charset());
  }

  /** Returns what {@code report} writes of the audit when that was saved and read back. */
  public static String writtenOfSaved(AuditReport report, AuditRecord audit) throws IOException {
    byte[] json = written(new JsonAuditReport(), audit).getBytes(StandardCharsets.UTF_8);
    try (SavedAudit saved = SavedAudit.copied(new ByteArrayInputStream(json), "audit.json")) {
      return written(report, saved.audit());
    }
  }
}
