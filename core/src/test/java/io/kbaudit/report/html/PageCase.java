package io.kbaudit.report.html;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Case;
import io.kbaudit.report.Places;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Audits whose pages are laid out each in its own way. */
enum PageCase {
  /** A folder in which one file passes, and 21 are missing, torn, of another time or renamed. */
  FAILING {
    @Override
    AuditRecord audit() {
      List<ExpectedFile> rows = new ArrayList<>();
      List<ObservedFile> files = new ArrayList<>();
      for (int i = 0; i < 22; i++) {
        String name = "Exchange2007OABResourceManager" + i + ".msi";
        rows.add(Given.row(name, 1_000 + i, "2011-03-10T10:04Z"));
        if (i % 5 == 1) {
          files.add(Given.file(name, 999 - i, "2011-03-10T10:04:30Z"));
        } else if (i % 5 == 2) {
          files.add(Given.file(name, 1_000 + i, "2010-01-01T00:00:00Z"));
        } else if (i % 5 == 3) {
          files.add(Given.unreadable(name, "permission denied"));
        }
      }
      files.add(Given.file("Copy.msi", 1_000, "2011-03-10T10:04:30Z"));
      return AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files)));
    }
  },

  /** A folder all of whose 22 files are off alike. */
  ALIKE {
    @Override
    AuditRecord audit() {
      List<ExpectedFile> rows = new ArrayList<>();
      List<ObservedFile> files = new ArrayList<>();
      for (int i = 0; i < 22; i++) {
        rows.add(Given.row("Package" + i + ".msi", 1_000, "2011-03-10T10:04Z"));
        files.add(Given.file("Package" + i + ".msi", 1_000, "2011-03-10T18:04:30Z"));
      }
      return AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files)));
    }
  },

  /** Five servers, one of which does not answer. */
  FIVE_SERVERS {
    @Override
    AuditRecord audit() throws IOException {
      return servers(5);
    }
  },

  /** More servers than columns can be named across. */
  TWENTY_SERVERS {
    @Override
    AuditRecord audit() throws IOException {
      return servers(20);
    }
  },

  /** Findings that are waived, and waivers that cover nothing. */
  WAIVED {
    @Override
    AuditRecord audit() throws IOException {
      return Case.WAIVED.audit();
    }
  },

  /** It is said how the audit was made. */
  PROVEN {
    @Override
    AuditRecord audit() throws IOException {
      return Case.PROVEN.audit();
    }
  };

  abstract AuditRecord audit() throws IOException;

  private static AuditRecord servers(int count) throws IOException {
    List<AuditResult> places = new ArrayList<>();
    places.add(Places.place("dns", "dns01", Places.DNS_CLIENT));
    places.add(
        Places.place("msi-share", Inventory.unreachable("mps01/MSIShare", true, "no answer")));
    for (int i = places.size(); i < count; i++) {
      String server = "collab" + i + ".hosting.example";
      places.add(
          Places.place(
              "sharepoint",
              Inventory.of(
                      server + "/temp",
                      i % 2 == 0
                          ? List.of()
                          : List.of(
                              Given.file(
                                  "WindowsSharePointServicesWebService.msi",
                                  645_632,
                                  "2011-03-10T10:04:30Z")))
                  .withLabel(server)));
    }
    return AuditRecord.of(DeploymentResult.of(Places.ARTICLE, Places.PROFILE, places));
  }
}
