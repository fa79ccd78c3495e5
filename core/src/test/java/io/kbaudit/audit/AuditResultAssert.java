package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Says which findings an audit has, and that it has no others. */
public final class AuditResultAssert extends AbstractAssert<AuditResultAssert, AuditResult> {
  private final List<String> expected = new ArrayList<>();

  private AuditResultAssert(AuditResult actual) {
    super(actual, AuditResultAssert.class);
  }

  /** Starts an assertion; it says nothing until its last word. */
  public static AuditResultAssert assertThatAudit(AuditResult actual) {
    return new AuditResultAssert(actual);
  }

  /** Expects that {@code check} fails for the row of this name. */
  public AuditResultAssert fails(String name, Check check, Cause cause) {
    expected.add(name + ": " + check + " FAILED " + cause);
    return this;
  }

  /** Expects that {@code check} is undecided for the row of this name. */
  public AuditResultAssert leavesUndecided(String name, Check check, Cause cause) {
    expected.add(name + ": " + check + " UNDECIDED " + cause);
    return this;
  }

  /** Checks that the findings are exactly those expected, and that the verdict follows. */
  public void andNothingElse() {
    assertThat(findings()).as("findings").containsExactlyInAnyOrderElementsOf(expected);
    Verdict verdict =
        expected.stream().anyMatch(finding -> finding.contains(" FAILED "))
            ? Verdict.NON_COMPLIANT
            : expected.isEmpty() ? Verdict.COMPLIANT : Verdict.INDETERMINATE;
    assertThat(actual.verdict()).isEqualTo(verdict);
  }

  /** Checks that every row passes. */
  public void passes() {
    andNothingElse();
    assertThat(actual.tally().count(FileResult.PASS)).isEqualTo(actual.files().size());
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (FileAudit file : actual.files()) {
      file.outcomes()
          .forEach(
              (check, outcome) -> {
                if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Undecided) {
                  findings.add(
                      file.expected().name().best().spelling()
                          + ": "
                          + check
                          + " "
                          + outcome.id()
                          + " "
                          + outcome.causeIfAny().orElseThrow());
                }
              });
    }
    return findings;
  }
}
