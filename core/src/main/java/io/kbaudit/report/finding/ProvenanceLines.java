package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.record.Provenance;
import io.kbaudit.record.Provenance.EvidenceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** When, where, by whom and with what an audit was made, as reports say it; not safe to print. */
public final class ProvenanceLines {
  private static final Pattern BARE = Pattern.compile("[^\\s'\"]+");

  private ProvenanceLines() {}

  /** Returns all that is known of it, the files that the answer rests on last. */
  public static List<Fact> of(Provenance how) {
    List<Fact> facts = new ArrayList<>(withoutEvidence(how));
    for (EvidenceFile file : how.evidence()) {
      facts.add(new Fact("Evidence", evidence(file)));
    }
    return facts;
  }

  /** Returns the same without the files that the answer rests on. */
  public static List<Fact> withoutEvidence(Provenance how) {
    List<Fact> facts = new ArrayList<>(inShort(how));
    if (!how.command().isEmpty()) {
      facts.add(new Fact("Command", command(how)));
    }
    how.workingFolder().ifPresent(folder -> facts.add(new Fact("Run in", folder)));
    facts.add(new Fact("Java", how.java()));
    return facts;
  }

  /** Returns when, where and by whom it was made, and what they have to say of it. */
  public static List<Fact> inShort(Provenance how) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Made", made(how)));
    how.note().ifPresent(note -> facts.add(new Fact("Note", note)));
    return facts;
  }

  /** Returns when, where and by whom it was made. */
  static String made(Provenance how) {
    return how.time()
        + how.host().map(host -> " on " + host).orElse("")
        + how.account().map(account -> " as " + account).orElse("")
        + how.operator().map(operator -> " by " + operator).orElse("");
  }

  /** Returns the command line, with those words in quotation marks that are not one otherwise. */
  public static String command(Provenance how) {
    return how.command().stream()
        .map(ProvenanceLines::quoted)
        .collect(joining(" ", "kbaudit ", ""));
  }

  private static String quoted(String word) {
    return BARE.matcher(word).matches() ? word : '"' + word.replace("\"", "\\\"") + '"';
  }

  private static String evidence(EvidenceFile file) {
    return file.role() + " " + file.name() + ", SHA-256 " + file.sha256().hex();
  }
}
