package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Grounds;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextStyle;
import io.kbaudit.signature.SignatureEvidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved as JSON comes back whole, or is refused. */
class SavedAuditTest {
  @ParameterizedTest
  @EnumSource(Case.class)
  void everythingThatAReportSaysComesBack(Case given, @TempDir Path folder) throws IOException {
    AuditRecord audit = given.audit();
    Path file = Files.writeString(folder.resolve("audit.json"), json(audit));

    try (SavedAudit saved = SavedAudit.open(file)) {
      assertThat(json(saved.audit())).isEqualTo(json(audit));
      assertThat(saved.audit().verdict()).isEqualTo(audit.verdict());
      assertThat(everyCheck(saved.audit())).isEqualTo(everyCheck(audit));
    }
  }

  @Test
  void allThatAnAnswerRestsOnComesBack() throws IOException {
    Grounds grounds =
        new Grounds(
            true,
            true,
            digest('1'),
            Optional.of(digest('2')),
            Optional.of(digest('3')),
            new SignatureEvidence(
                Optional.of(digest('4')), Optional.of(digest('5')), Optional.of(digest('6'))),
            new Grounds.Computer(true, true, true, Optional.of("\u0130, \u202E\"RM\"\n")));
    String json = json(Audits.restingOn(Case.PASS.audit(), grounds));

    Schemas.assertValid("audit", json);
    try (SavedAudit saved = SavedAudit.copied(bytes(json), "audit.json")) {
      assertThat(saved.audit().places().get(0).policy().grounds()).isEqualTo(grounds);
      assertThat(json(saved.audit())).isEqualTo(json);
    }
  }

  private static Digest digest(char digit) {
    return Digest.sha256(Character.toString(digit).repeat(64));
  }

  private static ByteArrayInputStream bytes(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void itIsReadInTheEncodingsThatShellsWrite(String charset) throws IOException {
    String json = json(Case.FAIL.audit());
    byte[] marked = ("\uFEFF" + json).getBytes(Charset.forName(charset));

    try (SavedAudit saved = SavedAudit.copied(new ByteArrayInputStream(marked), "pipe")) {
      assertThat(json(saved.audit())).isEqualTo(json);
    }
  }

  /** Such a number is a few characters, and a billion as a report prints it. */
  @ParameterizedTest
  @ValueSource(strings = {"1E-999999999 KB", "1E+999999999 KB", "0E+999999999 KB"})
  void aSizeOfMoreDigitsThanAnyHasIsRefused(String size) throws IOException {
    String json = json(Case.PASS.audit());
    String odd = json.replaceFirst("\"size\": [0-9]+", "\"roundedSize\": \"" + size + "\"");

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(odd))
        .withMessageEndingWith("'roundedSize' is not a size such as 105 KB: '" + size + "'");
  }

  @Test
  void aFieldThatNobodyKnowsIsPassedOverHoweverLarge() throws IOException {
    String json = json(Case.PASS.audit());
    String large = "{\n  \"later\": [" + "[1],".repeat(5_000_000) + "1]," + json.substring(1);

    try (SavedAudit saved = SavedAudit.copied(bytes(large), "audit.json")) {
      assertThat(json(saved.audit())).isEqualTo(json);
    }
  }

  @Test
  void everyPrefixIsRefused() throws IOException {
    String json = json(Case.PASS.audit()).strip();

    for (int length = 1; length < json.length(); length += 7) {
      String cut = json.substring(0, length);
      assertThatExceptionOfType(SavedAuditException.class)
          .as("the first %s characters", length)
          .isThrownBy(() -> open(cut));
    }
    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(json.substring(0, json.length() - 1)))
        .withMessageEndingWith("it ends in the middle, as a file does that was cut");
  }

  @ParameterizedTest(name = "{0} made {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "FAILED"           | "PASSED"           | 'evidence' is missing here
          "NON_COMPLIANT"    | "COMPLIANT"        | what is listed here comes to NON_COMPLIANT, and the verdict is: 'COMPLIANT'
          "result": "FAIL"   | "result": "PASS"   | the checks of this file come to FAIL, and its result is: 'PASS'
          "failed": 12       | "failed": 0        | what is listed here comes to 12 failed, and the summary to: '0'
          "schemaVersion": 1 | "schemaVersion": 2 | not a version that this kbaudit reads, which is 1: '2'
          "cause": "SMALLER" | "cause": "PURPLE"  | 'cause' is not a word that this kbaudit knows: 'PURPLE'
          "row": 3           | "row": 0           | 'row' is not a whole number from 1: '0'
          "verdict"          | "verdikt"          | this is no saved audit
          "checks": [        | "chex": [          | 'checks' is missing here
          "id": "NAME"       | "id": "SIZE"       | this check is here twice: 'SIZE'
          "assurance": null  | "assurance": "PINNED" | no assurance speaks for no file
          "grounds": {       | "ground": {           | 'grounds' is missing here
          "thorough": false  | "thorough": null      | 'thorough' is not true or false: 'null'
          "registry": false  | "registri": false     | 'registry' is missing here
          "database": false  | "databaseName": "RM", "database": false | the name of a database of which nothing was known
          "database": false  | "database": false, "roots": "" | 'roots' is not 64 hexadecimal digits: ''
          """)
  void whatContradictsItselfIsRefusedWithItsLine(String right, String wrong, String sentence)
      throws IOException {
    String json = json(Case.FAIL.audit());
    int at = json.indexOf(right);
    String changed = json.substring(0, at) + wrong + json.substring(at + right.length());

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(changed))
        .withMessageMatching("(?s)audit\\.json, line [0-9]+: .*")
        .withMessageEndingWith(sentence);
  }

  @ParameterizedTest(name = "{0} made {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "unreadRows": 0  | "unreadRows": 3             | what is listed here comes to 0 unreadRows, and the summary to: '3'
          "rowsListed": 22 | "rowsListed": 23            | what is listed here comes to 22 rowsListed, and the summary to: '23'
          "location": 21   | "location": -1              | 'location' is not a whole number from 0: '-1'
          "places": 3      | "places": 99                | what is listed here comes to 3 places, and the summary to: '99'
          "audits": [      | "files": [], "audits": [    | an audit of several locations has no 'files' of its own
          """)
  void whatSeveralPlacesContradictIsRefused(String right, String wrong, String sentence)
      throws IOException {
    String json = json(Case.SEVERAL.audit());
    int at = json.indexOf(right);
    String changed = json.substring(0, at) + wrong + json.substring(at + right.length());

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(changed))
        .withMessageEndingWith(sentence);
  }

  @ParameterizedTest(name = "{0} made {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "location": "dns"      | "unreachable": "gone", "location": "dns" | files listed here passed or failed, and the location was not reached: 'gone'
          "complete": true       | "complete": "yes"                        | 'complete' is not true or false: 'yes'
          "unreachable": "permis | "unreachable": 7, "x": "permis           | 'unreachable' is not a text: '7'
          "label": "COLLAB01"    | "label": 7                               | 'label' is not a text: '7'
          """)
  void whatContradictsThatAPlaceWasNotReachedIsRefused(String right, String wrong, String sentence)
      throws IOException {
    String json = json(Case.UNREACHED.audit());
    int at = json.indexOf(right);
    String changed = json.substring(0, at) + wrong + json.substring(at + right.length());

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(changed))
        .withMessageEndingWith(sentence);
  }

  @ParameterizedTest(name = "{0} made {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "findings": 2       | "findings": 1           | this waiver covers 2 of the checks here, not 1, and its state is: 'APPLIED'
          "findings": 2       | "findings": 0           | this waiver covers 2 of the checks here, not 0, and its state is: 'APPLIED'
          "state": "APPLIED"  | "state": "EXPIRED"      | this waiver covers 1 of the checks here, not 1, and its state is: 'EXPIRED'
          "state": "EXPIRED"  | "state": "APPLIED"      | this waiver covers 0 of the checks here, not 0, and its state is: 'APPLIED'
          "state": "EXPIRED"  | "state": "LUCKY"        | 'state' is not a word that this kbaudit knows: 'LUCKY'
          "result": "WAIVED"  | "result": "PASS"        | the checks of this file come to WAIVED, and its result is: 'PASS'
          "waived": 3         | "waived": 4             | what is listed here comes to 3 waived, and the summary to: '4'
          "day": "2026-11-30" | "day": "today"          | 'day' is not a day such as 2027-03-31: 'today'
          "day": "2026-11-30" | "day": "2027-04-01"     | on 2027-04-01 this waiver is EXPIRED, and its state is: 'APPLIED'
          "day": "2026-11-30" | "day": "2020-01-01"     | on 2020-01-01 this waiver is valid, and its state is: 'EXPIRED'
          "state": "UNMATCHED" | "state": "EXPIRED"     | on 2026-11-30 this waiver is valid, and its state is: 'EXPIRED'
          "waivers"           | "wavers"                | checks are waived, and the audit was given no 'waivers'
          """)
  void whatContradictsItsWaiversIsRefused(String right, String wrong, String sentence)
      throws IOException {
    String json = json(Case.WAIVED.audit());
    int at = json.indexOf(right);
    String changed = json.substring(0, at) + wrong + json.substring(at + right.length());

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(changed))
        .withMessageEndingWith(sentence);
  }

  @ParameterizedTest(name = "{0} made {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "file": "Older.msi"       | "file": "Beta.msi"             | does not name the file of row 3
          "file": "Older.msi"       | "file": "Older.msi", "row": 2  | does not name the file of row 3
          "file": "Older.msi"       | "location": "dns", "file": "Older.msi" | is not for 'rollup'
          "approver": "J. Doe"      | "approver": "."                | on 2026-11-30 this waiver is INCOMPLETE, and its state is: 'APPLIED'
          """)
  void whatIsWaivedByWhatNamesSomethingElseIsRefused(String right, String wrong, String sentence)
      throws IOException {
    String json = json(Case.WAIVED.audit()).replace(right, wrong);

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(json))
        .withMessageContaining(sentence);
  }

  @Test
  void aCheckIsNotWaivedByWhatDoesNotCoverItOrIsNoneOfTheWaivers() throws IOException {
    String json = json(Case.WAIVED.audit());
    int at = json.lastIndexOf("\"approver\": \"J. Doe\"");
    String byAnother = json.substring(0, at) + "\"approver\": \"Me\"" + json.substring(at + 20);
    String ofAnother =
        json.replaceFirst("(?s)(\"files\".*?\"waiver\".*?)\"PRESENCE\"", "$1\"SIZE\"");

    assertThatExceptionOfType(SavedAuditException.class).isThrownBy(() -> open(byAnother));
    assertThatExceptionOfType(SavedAuditException.class).isThrownBy(() -> open(ofAnother));
  }

  @Test
  void whenWhereAndByWhomItWasMadeIsKept() throws IOException {
    AuditRecord audit = Case.PROVEN.audit();

    try (SavedAudit saved = saved(json(audit))) {
      assertThat(saved.audit().provenance()).isEqualTo(audit.provenance());
    }
    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(json(audit).replace("2026-11-30T01:00:00Z", "yesterday")));
  }

  @Test
  void anAuditThatWasSavedBeforeThereWereWaiversIsRead() throws IOException {
    String json = json(Case.FAIL.audit());

    try (SavedAudit saved = saved(json)) {
      assertThat(json).doesNotContain("aive", "provenance");
      assertThat(saved.audit().waivers()).isEmpty();
      assertThat(saved.audit().provenance()).isEmpty();
      assertThat(saved.audit().tally().waived()).isZero();
    }
  }

  @Test
  void thatAllWasDemandedBelongsToTheVerdict() throws IOException {
    String json = json(Audits.notAudited("dns"));
    String without = json.replace("  \"complete\": true,\n", "");

    assertThat(without).isNotEqualTo(json);
    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(without))
        .withMessageEndingWith(
            "what is listed here comes to COMPLIANT, and the verdict is: 'INDETERMINATE'");
  }

  @Test
  void labelsReasonsAndWhatWasDemandedAreKept() throws IOException {
    AuditRecord audit = Case.UNREACHED.audit();

    try (SavedAudit saved = saved(json(audit))) {
      assertThat(saved.audit().complete()).isTrue();
      assertThat(saved.audit().places())
          .extracting(FolderRecord::label)
          .isEqualTo(audit.places().stream().map(FolderRecord::label).toList());
      assertThat(saved.audit().places())
          .extracting(FolderRecord::gaps)
          .isEqualTo(audit.places().stream().map(FolderRecord::gaps).toList());
    }
  }

  @Test
  void anAuditThatWasSavedBeforeLeftOutRowsWereToldIsRead() throws IOException {
    String json = json(Case.SEVERAL.audit());
    String old =
        json.replaceAll("(?s),\\s*\"rowsListed\": 22,\\s*\"rowsLeftOut\": \\{[^}]*\\}", "");

    try (SavedAudit saved = saved(old)) {
      assertThat(old).doesNotContain("rowsLeftOut");
      assertThat(saved.audit().places().get(0).leftOut()).isEqualTo(LeftOutRows.NONE);
      assertThat(saved.audit().verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    }
  }

  @Test
  void ofManyLinesThatOneRemarkStandsForEachIsCounted() throws IOException {
    String json = json(Audits.remarked(new ArticleRemark(Kind.ROW_UNREAD, 12, 9, "Not read.")));

    assertThat(json).contains("\"lines\": 9", "\"unreadRows\": 9");
    try (SavedAudit saved = saved(json)) {
      assertThat(saved.audit().places().get(0).remarks())
          .contains(
              new Remark("ROW_UNREAD", "The article's line 12 and 8 more lines: Not read.", 9));
      assertThat(saved.audit().verdict()).isEqualTo(Verdict.INDETERMINATE);
    }
  }

  @Test
  void aFileThatNobodyReadDoesNotPass() throws IOException {
    String json = json(Case.PASS.audit());
    String gone =
        json.replaceFirst("(?s)\"observed\": \\{.*?\\}\\s*\\}", "\"observed\": null")
            .replaceFirst("\"assurance\": \"[A-Z]+\"", "\"assurance\": null");

    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(gone))
        .withMessageEndingWith("no file that was read is here, and its result is: 'PASS'");
  }

  @Test
  void aTimeBeyondAllDatesIsRefused() throws IOException {
    String json = json(Case.PASS.audit());
    String beyond =
        json.replace("2011-03-10T10:04:37.500Z", "+1000000000-12-31T23:59:59.999999999Z");

    assertThat(beyond).isNotEqualTo(json);
    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> open(beyond))
        .withMessageContaining("'modified' is not a UTC time such as 2011-03-10T10:04:37Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{}", "{\"files\": [{}]}", "{\"audits\": []}", "nonsense"})
  void whatIsNoAuditIsRefused(String text) {
    assertThatExceptionOfType(SavedAuditException.class).isThrownBy(() -> open(text));
  }

  @Test
  void fieldsThatALaterVersionAddsArePassedOver() throws IOException {
    String json = json(Case.PASS.audit());
    String later =
        json.replace("\"result\":", "\"mood\": {\"files\": [1, {\"audits\": []}]}, \"result\":");

    assertThat(later).isNotEqualTo(json);
    assertThat(open(later)).isEqualTo(json);
  }

  @Test
  void severalThreadsGoThroughItAtOnce() throws IOException {
    String json = json(Case.SEVERAL.audit());
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

    try (SavedAudit saved = SavedAudit.copied(new ByteArrayInputStream(bytes), "audit.json")) {
      assertThat(IntStream.range(0, 16).parallel().mapToObj(number -> jsonOf(saved)))
          .containsOnly(json);
    }
  }

  @Test
  void aStreamMayHaveSoMuchAndNoMore() throws IOException {
    String json = json(Case.PASS.audit());
    int length = json.getBytes(StandardCharsets.UTF_8).length;

    try (SavedAudit saved = SavedAudit.copied(bytes(json), "pipe", length)) {
      assertThat(json(saved.audit())).isEqualTo(json);
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SavedAudit.copied(bytes(json), "pipe", 1_000))
        .withMessage("it has more than 1,000 bytes; saved in a file, it may be longer");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SavedAudit.copied(bytes(json), "pipe", length - 1))
        .withMessageEndingWith(" bytes; saved in a file, it may be longer");
  }

  private static String jsonOf(SavedAudit saved) {
    try {
      return json(saved.audit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String open(String text) throws IOException {
    try (SavedAudit saved = saved(text)) {
      return json(saved.audit());
    }
  }

  private static SavedAudit saved(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SavedAudit.copied(new ByteArrayInputStream(bytes), "audit.json");
  }

  private static String json(AuditRecord audit) throws IOException {
    return Schemas.valid("audit", Audits.written(new JsonAuditReport(), audit));
  }

  private static String everyCheck(AuditRecord audit) throws IOException {
    TextStyle style = TextStyle.plain(StandardCharsets.UTF_8);
    return Audits.written(new TextAuditReport(style, TextAuditReport.Detail.EVERY_CHECK), audit);
  }
}
