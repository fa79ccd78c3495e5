package io.kbaudit.report;

import static io.kbaudit.audit.Verdict.COMPLIANT;
import static io.kbaudit.audit.Verdict.INDETERMINATE;
import static io.kbaudit.audit.Verdict.NON_COMPLIANT;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Signatures;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.waiver.Waivers;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The audits of which reports are kept as golden files. */
public enum Case {
  /** Everything is as listed. */
  PASS {
    @Override
    public AuditRecord audit() {
      return audited(
          Given.article(
              Given.row("Alpha.msi", 679_936, "2011-03-10T10:04Z"),
              Given.row("Beta.msi", 5, "2011-03-10")),
          Given.folder(
              Given.file(
                  "ALPHA.msi", 679_936, "2011-03-10T10:04:37.5Z", Given.packageNamed("Alpha")),
              Given.file("Beta.msi", 5, "2011-03-10T23:59:59Z"),
              Given.file("readme.txt", 12, "2011-03-10T10:04:00Z")));
    }
  },

  /** One file for each cause of failure, and unlisted files forbidden. */
  FAIL {
    @Override
    public AuditRecord audit() {
      return audited(
          Given.article(
              Given.row("Missing.msi", 100, "2011-03-10T10:04Z"),
              Given.row("Renamed.msi", 200, "2011-03-10T10:04Z"),
              Given.row("Smaller.msi", 300, "2011-03-10T10:04Z"),
              Given.row("Larger.msi", 400, "2011-03-10T10:04Z"),
              Given.row("Older.msi", 500, "2011-03-10T10:04Z"),
              Given.row("Later.msi", 600, "2011-03-10T10:04Z"),
              Given.row("Shifted.msi", 700, "2011-03-10T10:04Z"),
              Given.row("SwapOne.msi", 800, "2011-03-10T10:04Z"),
              Given.row("SwapTwo.msi", 900, "2011-03-10T10:04Z"),
              Given.row("Sound.msi", 1_000, "2011-03-10T10:04Z"),
              Given.row("Torn.msi", 1_100, "2011-03-10T10:04Z"),
              Given.row("Twin.msi", 1_200, "2011-03-10T10:04Z"),
              Given.row("German.msi", 1_300, "2011-03-10T10:04Z")),
          Given.folder(
              Given.file("Copy of Renamed.msi", 200, "2011-03-10T10:04:30Z"),
              Given.file("Smaller.msi", 299, "2011-03-10T10:04:30Z"),
              Given.file("Larger.msi", 40_000, "2011-03-10T10:04:30Z"),
              Given.file("Older.msi", 500, "2010-01-01T00:00:00Z"),
              Given.file("Later.msi", 600, "2011-03-10T10:05:12Z"),
              Given.file("Shifted.msi", 700, "2011-03-10T02:04:30Z"),
              Given.file("SwapOne.msi", 900, "2011-03-10T10:04:30Z"),
              Given.file("SwapTwo.msi", 800, "2011-03-10T10:04:30Z"),
              Given.file(
                  "Sound.msi",
                  1_000,
                  "2011-03-10T10:04:30Z",
                  Given.packageNamed("The Sound Setup")),
              Given.file(
                  "Torn.msi",
                  1_100,
                  "2011-03-10T10:04:30Z",
                  Given.packageWith(
                      new MsiProblem(
                          MsiProblem.Kind.TRUNCATED,
                          "the file ends at byte 1,100, within its directory"))),
              Given.file(
                  "Twin.msi", 1_200, "2011-03-10T10:04:30Z", Given.packageNamed("Sound 2.0")),
              Given.file(
                  "German.msi", 1_300, "2011-03-10T10:04:30Z", Given.packageFor("Intel;1031")),
              Given.file("unlisted.tmp", 3, "2011-03-10T10:04:30Z")),
          AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL));
    }
  },

  /** What cannot be read, told apart or vouched for. */
  UNDECIDED {
    @Override
    public AuditRecord audit() {
      return audited(
          Given.article(
              Given.row("Unreadable.msi", 100, "2011-03-10T10:04Z"),
              Given.row("Newer.msi", 200, "2011-03-10T10:04Z"),
              Given.row("Elsewhere.msi", 300, "2011-03-10T10:04Z"),
              Given.cutRow("Exchange2007", 400, "2011-03-10T10:04Z"),
              Given.cutRow("Exchange2007", 400, "2011-03-10T10:04Z"),
              Given.row("Touched.msi", 600, "2011-03-10T10:04Z")),
          new Inventory(
              "rollup",
              true,
              List.of(
                  Given.unreadable("Unreadable.msi", "permission denied"),
                  Given.file("Newer.msi", 201, "2012-01-01T00:00:00Z"),
                  Given.file(
                      "Exchange2007NS.msi",
                      400,
                      "2011-03-10T10:04:30Z",
                      Given.packageWith(new MsiProblem(MsiProblem.Kind.DAMAGED, "a loop"))),
                  Given.file("Exchange2007WS.msi", 400, "2011-03-10T10:04:30Z"),
                  Given.file("below/Touched.msi", 600, "2012-01-01T00:00:00Z")),
              List.of(new Inventory.Gap("locked", "permission denied")),
              List.of(),
              List.of("below/back")),
          AuditPolicy.orLater());
    }
  },

  /** Signatures of every worth, where those of one publisher are demanded. */
  SIGNED {
    @Override
    public AuditRecord audit() {
      return audited(
          Given.article(
              Given.row("Trusted.msi", 100, "2011-03-10T10:04Z"),
              Given.row("Known.msi", 200, "2011-03-10T10:04Z"),
              Given.row("Other.msi", 300, "2011-03-10T10:04Z"),
              Given.row("Expired.msi", 400, "2011-03-10T10:04Z"),
              Given.row("Altered.msi", 500, "2011-03-10T10:04Z"),
              Given.row("Torn.msi", 600, "2011-03-10T10:04Z"),
              Given.row("Bare.msi", 700, "2011-03-10T10:04Z"),
              Given.row("Text.inf", 800, "2011-03-10T10:04Z")),
          Given.folder(
              signed("Trusted.msi", 100, Signatures.of(Grade.TRUSTED)),
              signed("Known.msi", 200, Signatures.of(Grade.INTACT_UNTRUSTED)),
              signed(
                  "Other.msi",
                  300,
                  Signatures.ofOther(
                      Grade.TRUSTED, "Evil \u001B[31m \u202E<b>", HashAlgorithm.SHA1)),
              signed(
                  "Expired.msi",
                  400,
                  Signatures.ofOther(Grade.INTACT_EXPIRED, "Fabrikam", HashAlgorithm.MD5)),
              signed("Altered.msi", 500, Signatures.of(Grade.DIGEST_MISMATCH)),
              signed("Torn.msi", 600, Signatures.malformed()),
              signed("Bare.msi", 700),
              signed("Text.inf", 800)),
          AuditPolicy.asPrinted()
              .withSignatures(
                  SignatureDemand.signedBy(
                      List.of(Publisher.of("Fabrikam"), Publisher.of(Signatures.CERTIFICATE)))));
    }
  },

  /** Names, and texts of an article, that would move or recolour a screen. */
  HOSTILE {
    @Override
    public AuditRecord audit() {
      Article plain =
          Given.article(
              Given.row("caf\u00E9 \u65E5\u672C \uD83D\uDE00.msi", 100, "2011-03-10T10:04Z"),
              Given.row("esc\u001B[2J.msi", 200, "2011-03-10T10:04Z"),
              Given.row("setup\u202Eism.exe", 300, "2011-03-10T10:04Z"),
              Given.row("=cmd|' /C calc'!A0.msi", 400, "2011-03-10T10:04Z"),
              Given.row("\"></script><script>alert('1')</script>.msi", 500, "2011-03-10T10:04Z"));
      Article hostile =
          new Article(
              plain.id(),
              Optional.of("An \u001B]0;update\u0007\nFORGED: all is well"),
              "a\u0085b.txt",
              plain.statements(),
              plain.rows(),
              List.of(
                  new ArticleRemark(
                      ArticleRemark.Kind.UNREADABLE_CELL, 12, "A \u001B[31mcell\u001B[0m.")));
      return audited(
          hostile,
          new Inventory(
              "roll\nup",
              false,
              List.of(
                  Given.file(
                      "caf\u00E9 \u65E5\u672C \uD83D\uDE00.msi", 100, "2011-03-10T10:04:30Z"),
                  Given.file(
                      "esc\u001B[2J.msi",
                      200,
                      "2011-03-10T10:04:30Z",
                      Given.packageNamed("\u001B[31mred\u202E\nPASS")),
                  Given.file("line\nPASS  forged.msi", 5, "2011-03-10T10:04:30Z"),
                  Given.file("half\uD83D.msi", 300, "2011-03-10T10:04:30Z"),
                  Given.file("=cmd|' /C calc'!A0.msi", 401, "2011-03-10T10:04:30Z"),
                  Given.file("[a](http://b.example) `#1` @c.txt", 6, "2011-03-10T10:04:30Z")),
              List.of(),
              List.of(),
              List.of()));
    }
  },

  /** A place that holds, one that fails, one in doubt, and those that nobody looked at. */
  SEVERAL {
    @Override
    public AuditRecord audit() throws IOException {
      return AuditRecord.of(
          DeploymentResult.of(
              Places.ARTICLE,
              Places.PROFILE,
              List.of(
                  Places.place("dns", "dns01", Places.DNS_CLIENT),
                  Places.place("sharepoint", "collab01"),
                  Places.place(
                      "sharepoint",
                      "collab02",
                      Given.unreadable("WindowsSharePointServicesWebService.msi", "denied")))));
    }
  },

  /** Servers that do not answer beside one that does, where every location was to be audited. */
  UNREACHED {
    @Override
    public AuditRecord audit() throws IOException {
      return AuditRecord.of(
          DeploymentResult.of(
                  Places.ARTICLE,
                  Places.PROFILE,
                  List.of(
                      Places.place("dns", "dns01", Places.DNS_CLIENT),
                      Places.place(
                          "msi-share",
                          Inventory.unreachable("mps01/MSIShare", true, "permission denied")),
                      Places.place(
                          "sharepoint",
                          Inventory.of("collab01/temp", List.of()).withLabel("COLLAB01")),
                      Places.place(
                          "sharepoint",
                          Inventory.unreachable(
                                  "collab02/temp", false, "The network path was not found")
                              .withLabel("COLLAB02"))))
              .demandingAll());
    }
  },

  /** All that fails or is in doubt is accepted for a time; some waivers cover nothing. */
  WAIVED {
    @Override
    public AuditRecord audit() {
      return waived(
          WaivedFiles.of(
              WaivedFiles.accepted(2, "Missing.msi", Check.PRESENCE),
              WaivedFiles.accepted(7, "Older.msi", Check.SIZE, Check.DATE),
              WaivedFiles.accepted(12, "Unreadable.msi", Check.PRESENCE).andUndecided(),
              WaivedFiles.accepted(18, "Alpha.msi", Check.DATE),
              WaivedFiles.accepted(24, "Beta.msi", Check.SIZE).from("2026-12-01"),
              WaivedFiles.accepted(30, "Gone.msi", Check.HASH).until("2025-12-31"),
              WaivedFiles.incomplete(36)));
    }
  },

  /** Two files fail: the waiver of one expired the day before, that of the other names less. */
  EXPIRED {
    @Override
    public AuditRecord audit() {
      return waived(
          WaivedFiles.of(
              WaivedFiles.accepted(2, "Missing.msi", Check.PRESENCE).until("2026-11-29"),
              WaivedFiles.accepted(7, "Older.msi", Check.DATE),
              WaivedFiles.accepted(12, "Unreadable.msi", Check.PRESENCE)
                  .andUndecided()
                  .because("=1+1|\u001B[2J </script> \u202E `@c` ](x)\nFORGED: all is well")));
    }
  },

  /** It is said when, where, by whom and with what the audit was made. */
  PROVEN {
    @Override
    public AuditRecord audit() throws IOException {
      return PASS.audit()
          .madeAs(
              new Provenance(
                  Instant.parse("2026-11-30T01:00:00Z"),
                  Optional.of("MPS01"),
                  Optional.of("CONTOSO\\auditor"),
                  Optional.of("C:\\audits"),
                  List.of("verify", "D:\\QFE Rollup", "--provenance", "--note", "a \"b\""),
                  "17.0.13",
                  List.of(
                      new EvidenceFile("article", "KB1234567.txt", Digest.sha256("a".repeat(64))),
                      new EvidenceFile(
                          "profile", "=ours|\u001B[2J.yaml", Digest.sha256("b".repeat(64)))),
                  Optional.of("J. Doe <j.doe@example.com>"),
                  Optional.of("\u001B[2J \u202E </script> `@c` ](x)\nFORGED: all is well")));
    }
  },

  /** All is as listed, of what little was asked. */
  NARROWED {
    @Override
    public AuditRecord audit() {
      Set<Check> checks = EnumSet.allOf(Check.class);
      checks.removeAll(List.of(Check.DATE, Check.SIGNATURE));
      return audited(
          Given.article(
              Given.row("Alpha.msi", 679_936, "2011-03-10T10:04Z"),
              Given.row("Beta.msi", 5, "2011-03-10T10:04Z")),
          Given.folder(
              Given.file("Alpha.msi", 679_936, "2012-01-01T00:00:00Z", Given.packageNamed("Alpha")),
              Given.file("Beta.msi", 5, "2012-01-01T00:00:00Z")),
          AuditPolicy.asPrinted().withChecks(checks).withUnlistedFiles(UnlistedFiles.IGNORE));
    }
  };

  private static ObservedFile signed(String name, long size, Signature... signatures) {
    return Signatures.signed(Given.file(name, size, "2011-03-10T10:04:30Z"), signatures);
  }

  public abstract AuditRecord audit() throws IOException;

  private static AuditRecord audited(Article article, Inventory inventory) {
    return AuditRecord.of(Given.audit(article, inventory));
  }

  private static AuditRecord waived(Waivers waivers) {
    return AuditRecord.of(
        waivers.applyTo(
            Given.audit(
                Given.article(
                    Given.row("Alpha.msi", 679_936, "2011-03-10T10:04Z"),
                    Given.row("Missing.msi", 100, "2011-03-10T10:04Z"),
                    Given.row("Older.msi", 500, "2011-03-10T10:04Z"),
                    Given.row("Unreadable.msi", 200, "2011-03-10T10:04Z")),
                Given.folder(
                    Given.file(
                        "Alpha.msi", 679_936, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")),
                    Given.file("Older.msi", 499, "2010-01-01T00:00:00Z"),
                    Given.unreadable("Unreadable.msi", "permission denied"))),
            WaivedFiles.DAY));
  }

  private static AuditRecord audited(Article article, Inventory inventory, AuditPolicy policy) {
    return AuditRecord.of(Given.audit(article, inventory, policy));
  }

  /** Returns the name of its golden file, of which the command's exit code is a part. */
  public String fileName(String ending) throws IOException {
    return fileName(ending, Map.of(COMPLIANT, 0, NON_COMPLIANT, 1, INDETERMINATE, 3));
  }

  /** Returns the same for a Nagios plugin, which has exit codes of its own. */
  String fileNameOfPlugin(String ending) throws IOException {
    return fileName(ending, Map.of(COMPLIANT, 0, NON_COMPLIANT, 2, INDETERMINATE, 3));
  }

  private String fileName(String ending, Map<Verdict, Integer> exitCodes) throws IOException {
    return name().toLowerCase(Locale.ROOT) + ".exit" + exitCodes.get(audit().verdict()) + ending;
  }
}
