package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file of the listed size and date sets no standard, and is not copied, unless told. */
class AcceptUnsoundTest {
  private static final String NAME = "DNSClient.msi";

  private final Path rollup;
  private final Path share;
  private final Path baseline;

  AcceptUnsoundTest(@TempDir Path rollup, @TempDir Path share, @TempDir Path elsewhere) {
    this.rollup = rollup;
    this.share = share;
    this.baseline = elsewhere.resolve("rollup.json");
  }

  @BeforeEach
  void damageOneFile() throws IOException {
    RollupFolder.kb2492954()
        .with(PackageDefects.damaged(NAME, MsiDamage.ZEROS_FROM_HALF))
        .writeTo(rollup);
  }

  @Test
  void noStandardIsSetAndTheFileIsNamedWithItsDamage() {
    Run run = kbaudit("baseline", rollup, "-o", baseline);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("nothing is written", "21 passed, 1 failed"),
            line ->
                assertThat(line)
                    .startsWith("kbaudit: 'DNSClient.msi' is not sound: zeros from byte"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "kbaudit: but for that it verifies; --accept-unsound writes it down so"));
    assertThat(baseline).doesNotExist();
  }

  @Test
  void acceptedItIsWrittenDownAndSaidToBeDamaged() throws IOException {
    Run run = kbaudit("baseline", "-q", "--accept-unsound", rollup, "-o", baseline);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err())
        .startsWith(
            "kbaudit: 'DNSClient.msi' is not sound, and is written down so: zeros from byte");
    assertThat(new JSONObject(Files.readString(baseline)).getJSONArray("files"))
        .filteredOn(file -> ((JSONObject) file).has("unsound"))
        .singleElement()
        .satisfies(
            file -> assertThat(((JSONObject) file).getString("name")).isEqualTo(NAME),
            file ->
                assertThat(((JSONObject) file).getString("unsound")).startsWith("zeros from byte"));
  }

  @Test
  void whatFailsBesidesIsNotAcceptedWithIt() throws IOException {
    Defect.longerByASector("ManagedHelpers.msi").applyTo(rollup);

    Run run = kbaudit("baseline", "--accept-unsound", rollup, "-o", baseline);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err()).contains("21 passed, 1 failed").doesNotContain("but for that");
    assertThat(baseline).doesNotExist();
  }

  @Test
  void withoutDamageAcceptanceChangesNothing() throws IOException {
    RollupFolder.kb2492954().writeTo(rollup);
    Run plain = kbaudit("baseline", rollup);

    assertThat(kbaudit("baseline", "--accept-unsound", rollup)).isEqualTo(plain);
    assertThat(plain.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void itBlocksThePlan() {
    Run run = plan("-q");

    assertThat(run.out()).startsWith("OBSTRUCTED: 21 expected, 20 copy").contains("1 blocked");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void acceptedItIsCopiedAndEveryFormOfThePlanSaysSo() {
    Run json = plan("--accept-unsound", "--report", "json");

    assertThat(json.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(json.json().getBoolean("acceptUnsound")).isTrue();
    assertThat(json.json().getJSONArray("files"))
        .filteredOn(file -> ((JSONObject) file).has("unsound"))
        .extracting(file -> ((JSONObject) file).getString("name"))
        .containsExactly(NAME);
    assertThat(json.err())
        .startsWith("kbaudit: 'DNSClient.msi' is not sound, and accepted so: zeros from byte");
    assertThat(plan("--accept-unsound", "-q").out())
        .startsWith("READY: 21 expected, 21 copy")
        .endsWith("; 1 unsound accepted; not planned: 1 row (location)\n");
    assertThat(plan("--accept-unsound").out()).containsOnlyOnce("  not sound: zeros from byte");
    assertThat(plan("--accept-unsound", "--script", "sh").out())
        .contains("#   Not sound, and copied all the same: 'DNSClient.msi': zeros from byte");
  }

  @Test
  void onceCopiedItIsKept() throws IOException {
    Path there = share.resolve(NAME);
    Files.copy(rollup.resolve(NAME), there, StandardCopyOption.COPY_ATTRIBUTES);

    assertThat(plan("--accept-unsound", "-q").out()).startsWith("READY: 21 expected, 20 copy");
    assertThat(plan("-q").out()).startsWith("OBSTRUCTED:").contains("20 copy, 0 replace, 0 keep");
  }

  private Run plan(String... options) {
    Object[] args = new Object[options.length + 5];
    System.arraycopy(new Object[] {"plan", "--package", rollup, "--share", share}, 0, args, 0, 5);
    System.arraycopy(options, 0, args, 5, options.length);
    return kbaudit(args);
  }
}
