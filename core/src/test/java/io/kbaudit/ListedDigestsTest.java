package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.script.Programs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that list digests of a file, in every form: a folder with that file is compliant, and with
 * another of the same size it is not. In the texts, {@code {md5}} and the like stand for the
 * digests of "abc", as FIPS 180-4 and RFC 1321 have them.
 */
@SuppressWarnings("StringConcatToTextBlock") // a listing of one line is one line here
class ListedDigestsTest {
  private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";
  private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
  private static final String SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String SHA512 =
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // sha256sum, md5sum
        "{sha256}  a.bin\n",
        "{SHA256} *a.bin\n",
        "{md5} *./sub/a.bin\n",
        "{sha512}\ta.bin\n",
        "\\{sha1}  sub\\\\a.bin\n",
        // sha256sum --tag, BSD, OpenSSL
        "SHA256 (a.bin) = {sha256}\n",
        "\\SHA512 (sub\\\\a.bin) = {sha512}\n",
        "SHA2-256(a.bin)= {sha256}\n",
        "MD5(a.bin)= {md5}\n",
        // Get-FileHash, as it prints, as a list, and exported
        "\nAlgorithm       Hash                     Path\n---------       ----                     ----\n"
            + "SHA256          {SHA256}         C:\\my files\\a.bin\n\n\n",
        "\nHash              Algorithm  Path\n----  --------- ----\n{SHA1}  SHA1   C:\\x\\a.bin\n",
        "\nPath          Hash\n----          ----\nC:\\my x\\a.bin   {SHA256}\n",
        "\n\nAlgorithm : SHA256\nHash      : {SHA256}\nPath      : C:\\my files\\a.bin\n\n\n",
        "Hash : DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA\n"
            + "       3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F\n"
            + "Path : C:\\a long path that goes on\n       here\\a.bin\n",
        "#TYPE Microsoft.Powershell.Utility.FileHash\n\"Algorithm\",\"Hash\",\"Path\"\n"
            + "\"SHA256\",\"{SHA256}\",\"C:\\my files\\a.bin\"\n",
        "\"Algorithm\",\"Hash\",\"Path\"\n\"MD5\",\"{MD5}\",\"C:\\temp\\a.bin\"\n",
        "Algorithm;Hash;Path\nSHA512;{SHA512};a.bin\n",
        // certutil -hashfile
        "SHA256 hash of C:\\my files\\a.bin:\n{sha256}\n"
            + "CertUtil: -hashfile command completed successfully.\n",
        "SHA1 hash of file a.bin:\na9 99 3e 36 47 06 81 6a ba 3e 25 71 78 50 c2 6c 9c d0 d8 9d\n"
            + "CertUtil: -hashfile command completed successfully.\n",
        "SHA256-Hash von a.bin:\n{sha256}\n"
            + "CertUtil: -hashfile-Befehl wurde erfolgreich ausgeführt.\n",
        "SHA1-Hash der Datei a.bin:\n{sha1}\nCertUtil: -hashfile-Befehl erfolgreich\n",
        "Hachage MD5 de a.bin :\n{md5}\nCertUtil: -hashfile La commande s’est terminée.\n",
        "SHA256 ハッシュ (対象 a.bin):\n{sha256}\nCertUtil: -hashfile コマンドは正常に完了しました。\n",
        "SHA256 的 a.bin 哈希:\n{sha256}\nCertUtil: -hashfile 命令成功完成。\n",
        // hashdeep
        "%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: /tmp\n## \n"
            + "3,{md5},{sha256},/tmp/a, b/a.bin\n",
        // labels
        "Name: a.bin SHA256: {sha256}\n",
        "Name: a.bin, MD5: {md5}, SHA-1: {sha1}\n",
        "* `a.bin` (SHA256: {sha256})\n",
        "a.bin - SHA-512 checksum: {sha512}\n",
        "File: a.bin\nSHA256: {sha256}\n",
        "File name: a.bin\n\nMD5: {md5}\n\nSHA1 hash: {sha1}\n",
        // tables
        "| File name | MD5 |\n|---|---|\n| a.bin | {MD5} |\n",
        "| File | Digest |\n|---|---|\n| a.bin | {SHA512} |\n",
        "| Package Name | Package Hash SHA 1 | Package Hash SHA 2 |\n|---|---|---|\n"
            + "| a.bin | {SHA1} | {SHA256} |\n",
        "| Algorithm | Hash | Path |\n|---|---|---|\n| SHA-256 | {SHA256} | C:\\a.bin |\n",
      })
  void aTamperedFileIsFoundInEveryFormOfAListing(String text) throws IOException {
    String listing = "Files of the update:\n\n" + withDigests(text) + "\nThe end.\n";

    assertThat(article(listing).rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactly("a.bin");
    assertThat(audit(listing, "abc").verdict()).isEqualTo(Verdict.COMPLIANT);
    AuditResult tampered = audit(listing, "abd");
    assertThat(tampered.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(tampered.files().get(0).outcomes().get(Check.HASH))
        .hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA384 (a.bin) = {sha256}{md5}\n",
        "SHA3-256(a.bin)= {sha256}\n",
        "BLAKE2b (a.bin) = {sha512}\n",
        "SHA1 (a.bin) = {sha256}\n",
        "{sha256}{md5}  a.bin\n",
        "Algorithm Hash Path\n--------- ---- ----\nSHA1 {SHA256} C:\\a.bin\n",
        "Algorithm Hash Path\n--------- ---- ----\nSHA256 {SHA256} C:\\a...\n",
        "Algorithm Hash Path\n--------- ---- ----\nSHA512 {SHA256}... C:\\a.bin\n",
        "Algorithm Hash Path\n--------- ---- ----\nSHA256 {SHA256} C:\\a\n                    .bin\n",
        "Algorithm : SHA256\nHash      : {SHA256}\nPath      : C:\\temp\\a.b\n            in\n",
        "Algorithm : SHA384\nHash      : {SHA256}{MD5}\nPath      : C:\\a.bin\n",
        "\"Algorithm\",\"Hash\",\"Path\"\n\"MACTripleDES\",\"{MD5}\",\"C:\\a.bin\"\n",
        "SHA384 hash of a.bin:\n{sha256}{md5}\n",
        "SHA256:\n{sha256}\n",
        "SHA256 xyz my a.bin:\n{sha256}\n",
        "%%%% HASHDEEP-1.0\n%%%% size,md5,tiger,filename\n3,{md5},{sha1}00000000,a.bin\n",
        "%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n3,{md5},a.bin\n",
        "Name: a.bin SHA256: {sha1}\n",
        "| File name | SHA256 hash |\n|---|---|\n| a.bin | {sha1} |\n",
        "| File name | Size | SHA1 | SHA256 hash |\n|---|---|---|---|\n| a.bin | 3 | {sha1} | 12 |\n",
        "| File name | Size | Checksum of it |\n|---|---|---|\n| a.bin | 3 | {sha256}{md5} |\n",
        "| File name | Checksum of it |\n|---|---|\n| a.bin | {sha256} |\n",
        "The digest of a.bin is {sha256}.\n",
        "For what you download, SHA256 is {sha256}\n",
        "{sha256}  a.bin\n\nText.\n\n{md5}{md5}  a.bin\n",
      })
  void aDigestThatCannotBeComparedIsSaidAndLetsNothingPass(String text) throws IOException {
    String listing =
        "| File name | Size |\n|---|---|\n| other.bin | 5 |\n\nText.\n\n"
            + withDigests(text)
            + "\nThe end.\n";
    Files.writeString(folder.resolve("other.bin"), "other");

    AuditResult result = audit(listing, "abc");

    assertThat(result.verdict()).as(listing).isEqualTo(Verdict.INDETERMINATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256sum",
        "md5sum -b",
        "sha512sum --tag",
        "openssl dgst -sha256",
        "openssl dgst -md5",
        "hashdeep -c md5,sha1",
        "sha256deep -b"
      })
  void whatRealProgramsPrintIsRead(String command) throws Exception {
    Programs.skipAloudWithout(command.split(" ", -1)[0], "its listings are not tried");
    String listing = printed(command + " 'a b.bin'");

    assertThat(audit("a b.bin", listing, "abc").verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(audit("a b.bin", listing, "abd").verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  private String printed(String command) throws Exception {
    Files.writeString(folder.resolve("a b.bin"), "abc");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  @Test
  void everyDigestThatIsListedMustAgree() throws IOException {
    String listing = "Name: a.bin MD5: " + MD5 + " SHA256: " + SHA256.replace('b', 'c') + "\n";

    FileAudit file = audit(listing, "abc").files().get(0);

    assertThat(file.outcomes().get(Check.HASH))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.expected().text())
                  .isEqualTo("SHA-256 " + SHA256.replace('b', 'c') + ", as the article lists");
              assertThat(failed.observed().text()).isEqualTo("SHA-256 " + SHA256);
            });
  }

  @Test
  void aPassByWeakDigestsAloneSaysSo() throws IOException {
    AuditResult weak = audit("Name: a.bin MD5: " + MD5 + " SHA1: " + SHA1 + "\n", "abc");
    AuditResult strong = audit("Name: a.bin MD5: " + MD5 + " SHA256: " + SHA256 + "\n", "abc");

    assertThat(weak.files().get(0).outcomes().get(Check.HASH))
        .isInstanceOfSatisfying(
            Outcome.Passed.class,
            passed ->
                assertThat(passed.evidence().text())
                    .endsWith(
                        ", as the article lists; MD5 and SHA-1 are weak: an altered file may have"
                            + " the same"));
    assertThat(weak.remarks())
        .filteredOn(remark -> remark.id().equals(Remark.Kind.WEAK_DIGEST.name()))
        .extracting(Remark::text)
        .containsExactly(
            "Of these files the article lists no digest but MD5 or SHA-1, of which others can have"
                + " the same.");
    assertThat(strong.remarks())
        .noneMatch(remark -> remark.id().equals(Remark.Kind.WEAK_DIGEST.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {".msu", ".exe", ".CAB"})
  void theSha1AtTheEndOfANameIsListed(String extension) throws IOException {
    String name = "windows6.1-kb1-x64_" + SHA1.toUpperCase(Locale.ROOT) + extension;
    String listing = "| File name | Size |\n|---|---|\n| " + name + " | 3 |\n\nThe end.\n";

    FileAudit file = audit(name, listing, "abc").files().get(0);

    assertThat(file.outcomes().get(Check.HASH))
        .isInstanceOfSatisfying(
            Outcome.Passed.class,
            passed ->
                assertThat(passed.evidence().text())
                    .startsWith("SHA-1 " + SHA1 + ", as its listed name ends; SHA-1 is weak"));
    assertThat(audit(name, listing, "abd").verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_A9993E364706816ABA3E25717850C26C9CD0D89.msu",
        "a_0A9993E364706816ABA3E25717850C26C9CD0D89D.msu",
        "a-A9993E364706816ABA3E25717850C26C9CD0D89D.msu",
        "A9993E364706816ABA3E25717850C26C9CD0D89D.msu",
        "a_A9993E364706816ABA3E25717850C26C9CD0D89D_1.msu"
      })
  void otherDigitsInANameAreNoDigest(String name) throws IOException {
    String listing = "| File name | Size |\n|---|---|\n| " + name + " | 3 |\n\nThe end.\n";

    assertThat(article(listing).rows().get(0).hashes().areNone()).isTrue();
  }

  @Test
  void ofSeveralRowsOfAListedNameNoneIsGreenWithoutAWord() throws IOException {
    String rows =
        "| File name | Size | Platform |\n|---|---|---|\n| a.bin | 3 | x86 |\n| a.bin | 4 | x64 |\n";
    String unclear = rows + "\nText.\n\n" + withDigests("{sha256}  a.bin\n") + "\nThe end.\n";
    String clear =
        rows
            + withDigests(
                "\nText.\n\n| File name | Platform | SHA256 |\n|---|---|---|\n"
                    + "| a.bin | X86 | {sha256} |\n\nThe end.\n");

    assertThat(article(unclear).rows())
        .extracting(row -> row.hashes().unread())
        .containsOnly(Optional.of(SHA256 + " for one of rows 1, 2"));
    assertThat(article(unclear).remarks())
        .extracting(ArticleRemark::kind)
        .contains(ArticleRemark.Kind.HASH_WITHOUT_ROW);
    assertThat(article(clear).rows())
        .extracting(row -> row.hashes().digests().by(Digest.Algorithm.SHA256).isPresent())
        .containsExactly(true, false);
  }

  private static String withDigests(String text) {
    String digests = text;
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      String hex =
          switch (algorithm) {
            case MD5 -> MD5;
            case SHA1 -> SHA1;
            case SHA256 -> SHA256;
            case SHA512 -> SHA512;
          };
      digests =
          digests
              .replace("{" + algorithm.name().toLowerCase(Locale.ROOT) + "}", hex)
              .replace("{" + algorithm.name() + "}", hex.toUpperCase(Locale.ROOT));
    }
    return digests;
  }

  private AuditResult audit(String listing, String contents) throws IOException {
    return audit("a.bin", listing, contents);
  }

  private AuditResult audit(String name, String listing, String contents) throws IOException {
    Files.writeString(folder.resolve(name), contents);
    return KbAudit.of(article(listing)).audit(folder);
  }

  private static Article article(String listing) throws IOException {
    byte[] bytes = listing.getBytes(StandardCharsets.UTF_8);
    return ArticleReader.read(new ByteArrayInputStream(bytes), "listing.txt", Optional.empty());
  }
}
