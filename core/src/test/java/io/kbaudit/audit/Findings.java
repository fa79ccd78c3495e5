package io.kbaudit.audit;

import java.util.ArrayList;
import java.util.List;

/** What of an audit fails or stays open, a line each. */
public final class Findings {
  private Findings() {}

  /** Returns {@code DNSClient.msi SIZE SMALLER}, with a question mark where it is undecided. */
  public static List<String> of(AuditResult result) {
    List<String> findings = new ArrayList<>();
    for (FileAudit file : result.files()) {
      file.outcomes()
          .forEach(
              (check, outcome) -> {
                String what = file.expected().name().best().spelling() + " " + check + " ";
                if (outcome instanceof Outcome.Failed failed) {
                  findings.add(what + failed.cause());
                } else if (outcome instanceof Outcome.Undecided open) {
                  findings.add(what + "? " + open.cause());
                }
              });
    }
    return findings;
  }
}
