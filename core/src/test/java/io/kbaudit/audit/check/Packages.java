package io.kbaudit.audit.check;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.KeyFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.msi.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Packages that say which product they are of, and audits of what is known of these. */
final class Packages {
  static final String TIME = "2011-03-10T10:04:30Z";
  static final long SIZE = 679_936;

  private Packages() {}

  /** Returns {@code {11111111-...}}. */
  static String code(char digit) {
    return "{00000000-0000-0000-0000-000000000000}".replace('0', digit);
  }

  /** What a package says of itself. */
  record Stated(
      String name,
      String productCode,
      String upgradeCode,
      String version,
      String packageCode,
      String savedAt,
      String template,
      List<KeyFile> keyFiles,
      List<MsiProblem> problems) {
    static Stated of(String name, char product, char upgrade, String version) {
      return new Stated(
          name,
          code(product),
          code(upgrade),
          version,
          code(product),
          "2011-03-10T10:04:00Z",
          "Intel;1033",
          List.of(),
          List.of());
    }

    Stated packageCode(char digit) {
      return new Stated(
          name,
          productCode,
          upgradeCode,
          version,
          code(digit),
          savedAt,
          template,
          keyFiles,
          problems);
    }

    Stated savedAt(String time) {
      return new Stated(
          name, productCode, upgradeCode, version, packageCode, time, template, keyFiles, problems);
    }

    Stated template(String text) {
      return new Stated(
          name, productCode, upgradeCode, version, packageCode, savedAt, text, keyFiles, problems);
    }

    Stated keyFiles(KeyFile... files) {
      return new Stated(
          name,
          productCode,
          upgradeCode,
          version,
          packageCode,
          savedAt,
          template,
          List.of(files),
          problems);
    }

    Stated problems(MsiProblem... found) {
      return new Stated(
          name,
          productCode,
          upgradeCode,
          version,
          packageCode,
          savedAt,
          template,
          keyFiles,
          List.of(found));
    }

    MsiInspection inspection() {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("ProductName", name);
      properties.put("ProductCode", productCode);
      properties.put("UpgradeCode", upgradeCode);
      properties.put("ProductVersion", version);
      properties.values().removeIf(String::isEmpty);
      String platform = template.substring(0, template.indexOf(';'));
      return new MsiInspection(
          Optional.of(MsiKind.PACKAGE),
          problems,
          Optional.of(
              SummaryInformation.builder()
                  .codepage(1252)
                  .title("Installation Database")
                  .template(new Template(template, Optional.of(platform), List.of(1033), List.of()))
                  .revision(packageCode)
                  .lastSaved(Instant.parse(savedAt))
                  .pageCount(200)
                  .wordCount(2)
                  .build()),
          List.of("Property"),
          properties,
          Optional.empty(),
          false,
          keyFiles);
    }

    /** Returns the file of the listed size and date. */
    ObservedFile at(String path) {
      return Given.file(path, SIZE, TIME, inspection());
    }

    /** Returns a file that nothing but what it says is listed of. */
    ObservedFile laterAt(String path) {
      return Given.file(path, SIZE + 512, "2012-05-01T08:00:00Z", inspection());
    }
  }

  /** Returns the audit of a folder with the listed names. */
  static AuditResult audit(Article article, FurtherEvidence evidence, ObservedFile... files) {
    return audit(article, evidence, Phase.POST_INSTALL, FileNaming.AS_LISTED, List.of(files));
  }

  /** Returns the audit of a package cache. */
  static AuditResult auditCache(Article article, FurtherEvidence evidence, ObservedFile... files) {
    return audit(article, evidence, Phase.POST_INSTALL, FileNaming.RANDOM, List.of(files));
  }

  static AuditResult audit(
      Article article,
      FurtherEvidence evidence,
      Phase phase,
      FileNaming naming,
      List<ObservedFile> files) {
    Location location =
        Location.of(
                "here",
                "a server",
                phase,
                Acceptance.OR_LATER,
                article.rows().stream().map(row -> row.name().best()).collect(Collectors.toSet()))
            .naming(naming)
            .build();
    AuditRequest request =
        new AuditRequest(
                article,
                Optional.empty(),
                Optional.of(location),
                AuditPolicy.asPrinted().withAcceptance(Acceptance.OR_LATER))
            .withEvidence(evidence);
    try {
      return Auditor.audit(request, Given.folder(files));
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }
}
