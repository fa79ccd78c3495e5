package io.kbaudit.audit.check;

import static io.kbaudit.audit.check.Packages.audit;
import static io.kbaudit.audit.check.Packages.code;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.check.Packages.Stated;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.KeyFile;
import io.kbaudit.registry.ProductOf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was installed must still be there, of the package's versions or later. */
class ProgramFolderTest {
  private static final String COMPONENT = code('C');
  private static final String REGISTERED = "C:\\Program Files (x86)\\Dns\\bin\\client.dll";
  private static final String PATH = "Dns/bin/client.dll";
  private static final Article ARTICLE =
      Given.article(Given.row("DNSClient.msi", Packages.SIZE, "2011-03-10T10:04Z"));
  private static final Stated CLIENT =
      Stated.of("DNS Client", '1', 'A', "4.0.1220.0")
          .keyFiles(new KeyFile(COMPONENT, version("4.0.1220.7")));

  @Test
  void aFileOfThePackagesVersionIsThere() {
    AuditResult result = auditWith(folder(program(PATH, "4.0.1220.7")));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(evidence(result)).endsWith("; 1 registered file there");
  }

  @Test
  void aLaterFileIsThereAndAnOlderOneIsFound() {
    assertThat(Findings.of(auditWith(folder(program(PATH, "4.0.1220.10"))))).isEmpty();

    AuditResult older = auditWith(folder(program(PATH, "4.0.1220.6")));

    assertThat(Findings.of(older)).containsExactly("DNSClient.msi INSTALLED INSTALLED_FILE_OLDER");
    assertThat(((Outcome.Failed) installed(older)).observed().text())
        .isEqualTo(REGISTERED + " is 4.0.1220.6, and the package has 4.0.1220.7");
  }

  @Test
  void theVersionOfAListOfFilesCounts() {
    ObservedFile.Readable listed = ObservedFile.Readable.of(PATH, 5, Instant.EPOCH);

    assertThat(Findings.of(auditWith(folder(listed)))).isEmpty();
    assertThat(Findings.of(auditWith(folder(listed.withListedVersion(version("4.0.1220.6"))))))
        .containsExactly("DNSClient.msi INSTALLED INSTALLED_FILE_OLDER");
  }

  @Test
  void aFileThatIsNotThereIsGone() {
    AuditResult result = auditWith(folder(program("Dns/client.dll", "4.0.1220.7")));

    assertThat(Findings.of(result)).containsExactly("DNSClient.msi INSTALLED INSTALLED_FILE_GONE");
    assertThat(((Outcome.Failed) installed(result)).observed().text())
        .isEqualTo("1 is gone: " + REGISTERED);
  }

  @Test
  void capitalsDoNotCount() {
    assertThat(Findings.of(auditWith(folder(program("dns/BIN/Client.DLL", "5.0"))))).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsThere() {
    assertThat(Findings.of(auditWith(folder(Given.unreadable(PATH, "access denied"))))).isEmpty();
  }

  @Test
  void aFolderOnTheWayMayBeTheOneThatWasLookedAt() {
    assertThat(
            Findings.of(
                auditWith(
                    Inventory.of("/srv/copy/dns/", List.of(program("bin/client.dll", "5.0"))))))
        .isEmpty();
    assertThat(
            Findings.of(auditWith(Inventory.of("D:\\Dns", List.of(program("bin/x.dll", "5.0"))))))
        .containsExactly("DNSClient.msi INSTALLED INSTALLED_FILE_GONE");
  }

  @Test
  void whereNoneWasLookedAtNothingIsGoneAndNothingPasses() {
    String notCovered =
        "0 of 1 registered file there, and the others not in what was looked at of ";

    AuditResult elsewhere =
        auditWith(Inventory.of("Program Files", List.of(program("a/b.dll", "1.0"))));
    AuditResult flat =
        auditWith(Inventory.of("Program Files (x86)", List.of(program("b.dll", "1.0"))));
    AuditResult withGap =
        auditWith(
            new Inventory(
                "Program Files (x86)",
                true,
                List.of(),
                List.of(new Inventory.Gap("Dns", "access denied")),
                List.of(),
                List.of()));

    assertThat(List.of(elsewhere, flat, withGap))
        .allSatisfy(
            result ->
                assertThat(Findings.of(result))
                    .containsExactly("DNSClient.msi INSTALLED ? NOT_READ"));
    assertThat(reason(elsewhere)).isEqualTo(notCovered + "Program Files");
    assertThat(reason(flat)).isEqualTo(notCovered + "Program Files (x86)");
    assertThat(reason(withGap)).isEqualTo(notCovered + "Program Files (x86)");
  }

  @Test
  void whatIsBehindALinkThatLeadsBackWasNotLookedAt() {
    Inventory loop =
        new Inventory("Program Files (x86)", true, List.of(), List.of(), List.of(), List.of("Dns"));

    assertThat(Findings.of(auditWith(loop))).containsExactly("DNSClient.msi INSTALLED ? NOT_READ");
  }

  @Test
  void aFolderThatIsCalledAsTheFileIsIsNotTheOneInWhichItIs() {
    Inventory namesake = Inventory.of("/srv/client.dll", List.of(program("x.dll", "1.0")));

    assertThat(Findings.of(auditWith(namesake)))
        .containsExactly("DNSClient.msi INSTALLED ? NOT_READ");
  }

  @Test
  void ofAFolderWithoutThoseBelowOnlyWhatIsInItWasLookedAt() {
    assertThat(Findings.of(auditWith(flat("C:\\Program Files (x86)\\Dns\\bin"))))
        .containsExactly("DNSClient.msi INSTALLED INSTALLED_FILE_GONE");
    assertThat(Findings.of(auditWith(flat("C:\\Program Files (x86)\\Dns"))))
        .containsExactly("DNSClient.msi INSTALLED ? NOT_READ");
  }

  private static Inventory flat(String folder) {
    return new Inventory(
        folder, false, List.of(program("x.dll", "1.0")), List.of(), List.of(), List.of());
  }

  @Test
  void whereSomeWereLookedAtHowManyIsSaid() {
    AuditResult result =
        auditWith(
            folder(program(PATH, "4.0.1220.7")),
            client()
                .keyPath(COMPONENT, REGISTERED)
                .keyPath(code('D'), "C:\\Windows\\System32\\client.cpl"));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(evidence(result))
        .endsWith(
            "; 1 of 2 registered files there, and the others not in what was looked at of Program"
                + " Files (x86)");
  }

  @Test
  void aProductWithoutRegisteredFilesSaysSo() {
    AuditResult result =
        auditWith(
            folder(program(PATH, "4.0.1220.7")),
            client().keyPath(COMPONENT, "02:\\Software\\Dns\\Key"));

    assertThat(Findings.of(result)).isEmpty();
    assertThat(evidence(result)).endsWith("; no file of it is registered that could be looked for");
  }

  private static FileVersion version(String text) {
    return FileVersion.find(text).orElseThrow();
  }

  private static ObservedFile program(String path, String version) {
    return ObservedFile.Readable.of(path, 5, Instant.EPOCH)
        .withExecutable(Executables.version(version));
  }

  private static Inventory folder(ObservedFile file) {
    return Inventory.of("Program Files (x86)", List.of(file));
  }

  private static ProductOf client() {
    return ProductOf.named("DNS Client", code('1')).versions("4.0.1220.0");
  }

  private static AuditResult auditWith(Inventory programs) {
    return auditWith(programs, client().keyPath(COMPONENT, REGISTERED));
  }

  private static AuditResult auditWith(Inventory programs, ProductOf product) {
    return audit(
        ARTICLE,
        FurtherEvidence.NONE.with(ProductOf.export(product)).withPrograms(programs),
        CLIENT.at("DNSClient.msi"));
  }

  private static String evidence(AuditResult result) {
    return ((Outcome.Passed) installed(result)).evidence().text();
  }

  private static String reason(AuditResult result) {
    return ((Outcome.Undecided) installed(result)).reason();
  }

  private static Outcome installed(AuditResult result) {
    return requireNonNull(result.files().get(0).outcomes().get(Check.INSTALLED));
  }
}
