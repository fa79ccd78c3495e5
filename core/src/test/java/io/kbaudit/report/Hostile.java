package io.kbaudit.report;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleGaps;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import io.kbaudit.waiver.Waivers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts that would be more than text to whoever reads a report. */
public final class Hostile {
  /** Formulas, links, markup, quotes, bars, backquotes, ends of lines, half characters. */
  public static final List<String> NAMES =
      List.of(
          "=cmd|' /C calc'!A0.msi",
          " +1+1.msi",
          "-2+3.msi",
          "@SUM(1).msi",
          "\uFF1D1+1.msi",
          "\t=1+1.msi",
          "'=1+1.msi",
          "x;=1+1;\"=2.msi",
          "\"quoted\",\"cells\".msi",
          "a|b||c.msi",
          "ends in a backslash\\.msi\\",
          "\\|.msi",
          "`code` ``more`` .msi",
          "`",
          "[link](http://example.com/a).msi",
          "![image](http://example.com/a.png).msi",
          "<script>alert(1)</script>.msi",
          "</details></table><h1>COMPLIANT</h1>.msi",
          "<!-- .msi",
          "www.example.com https://example.com me@example.com.msi",
          "@somebody #12 GH-12 owner/repo#12.msi",
          "# Heading.msi",
          "\n# Heading\n\n| a | b |\n|---|---|\n.msi",
          "&lt;b&gt;&#96;&amp;.msi",
          "$`x`$ *a* _b_ ~~c~~ :smile:.msi",
          "  two  blanks  .msi ",
          "{label=\"v\\\"} 1\n# TYPE x counter.msi",
          "\u001B]0;title\u0007\u202E.msi",
          "half\uD83D.msi");

  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  private Hostile() {}

  /** Returns an audit of which every text is one of these: some files fail, some are in doubt. */
  public static AuditRecord audit() {
    List<String> listed = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (String name : NAMES) {
      listed.add(name);
      switch (listed.size() % 4) {
        case 0 -> files.add(Given.unreadable(name, name));
        case 1 -> files.add(Given.file(name, 4, "2011-03-10T10:04:30Z", Given.packageNamed(name)));
        case 2 -> files.add(Given.file(name, 5, "2011-03-10T10:04:30Z"));
        default -> files.add(Given.file("unlisted " + name, 6, "2010-03-10T10:04:30Z"));
      }
    }
    Article article =
        Given.article(
            listed.stream().map(name -> Given.row(name, 5, "2011-03-10T10:04Z")).toList());
    List<FolderRecord> places = new ArrayList<>();
    List<LocationRecord> unaudited = new ArrayList<>();
    for (String name : NAMES) {
      places.add(place(name, article, files));
      unaudited.add(new LocationRecord(name, name, unaudited.size() % 2 == 0));
      places.add(unreached(name, article));
    }
    ArticleRecord named =
        new ArticleRecord(
            Optional.of(NAMES.get(0)), Optional.of(NAMES.get(1)), NAMES.get(2), ArticleGaps.NONE);
    return new AuditRecord(
        "0.1\"\\\n",
        named,
        places,
        true,
        unaudited,
        true,
        Optional.of(judged(places)),
        Optional.of(provenance()));
  }

  /** Of each second file something is waived; the others name a place that is none. */
  private static Waivers waivers() {
    List<Waiver> waivers = new ArrayList<>();
    for (String name : NAMES) {
      int line = waivers.size() + 1;
      waivers.add(
          new Waiver(
              line,
              line % 2 == 0 ? Optional.empty() : Optional.of(name),
              Optional.of(FileName.of(name)),
              Optional.empty(),
              Set.of(Check.PRESENCE, Check.DATE),
              Set.of(),
              Optional.of(name),
              Optional.of(name),
              Optional.of(name),
              Optional.empty(),
              Optional.of(LocalDate.parse("2027-03-31")),
              true));
    }
    return new Waivers(NAMES.get(0), waivers);
  }

  private static JudgedWaivers judged(List<FolderRecord> places) {
    Map<Waiver, Integer> findings = new HashMap<>();
    for (FolderRecord place : places) {
      for (FileRecord file : place.files()) {
        file.waived().values().forEach(waiver -> findings.merge(waiver, 1, Integer::sum));
      }
    }
    List<JudgedWaivers.Use> uses = new ArrayList<>();
    for (Waiver waiver : waivers().waivers()) {
      int covered = findings.getOrDefault(waiver, 0);
      WaiverState state = covered > 0 ? WaiverState.APPLIED : WaiverState.UNMATCHED;
      uses.add(new JudgedWaivers.Use(waiver, state, covered));
    }
    return new JudgedWaivers(NAMES.get(0), DAY, uses);
  }

  private static Provenance provenance() {
    return new Provenance(
        Instant.parse("2026-11-30T01:00:00Z"),
        Optional.of(NAMES.get(0)),
        Optional.of(NAMES.get(13)),
        Optional.of("/" + String.join("/", NAMES)),
        NAMES,
        NAMES.get(16),
        NAMES.stream()
            .map(name -> new EvidenceFile(name, name, Digest.sha256("a".repeat(64))))
            .toList(),
        Optional.of(NAMES.get(22)),
        Optional.of(String.join("", NAMES)));
  }

  private static FolderRecord unreached(String name, Article article) {
    return AuditRecord.of(
            Given.audit(article, Inventory.unreachable(name, false, name).withLabel(name)))
        .places()
        .get(0);
  }

  private static FolderRecord place(String name, Article article, List<ObservedFile> files) {
    FolderRecord place =
        AuditRecord.of(
                waivers()
                    .applyTo(
                        Given.audit(
                            article,
                            new Inventory(name, true, files, List.of(), List.of(), List.of()),
                            AuditPolicy.orLater().withUnlistedFiles(UnlistedFiles.FAIL)),
                        DAY))
            .places()
            .get(0);
    return new FolderRecord(
        new FolderRecord.Target(
            name, true, Optional.of(new LocationRecord(name, name, false)), Optional.of(name)),
        place.policy(),
        place.files(),
        place.tally(),
        place.unlisted(),
        place.gaps(),
        place.leftOut(),
        place.remarks());
  }
}
