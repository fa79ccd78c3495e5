package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When, where, by whom and with what an audit was made, as far as that was told: what is not in the
 * answer itself, which is the same for whoever asks. Immutable.
 *
 * @param time when the audit was asked for
 * @param host the name of the computer on which it was made, as that calls itself
 * @param account under which it was made
 * @param workingFolder to which the names on the command line are relative
 * @param command the words of the command line, without the program's own name
 * @param java the version of Java that ran it
 * @param evidence the files that the answer rests on, apart from those that were audited
 * @param operator who made the audit, as they say themselves
 * @param note what the operator has to say of it
 */
public record Provenance(
    Instant time,
    Optional<String> host,
    Optional<String> account,
    Optional<String> workingFolder,
    List<String> command,
    String java,
    List<EvidenceFile> evidence,
    Optional<String> operator,
    Optional<String> note) {

  /**
   * A file that the answer rests on.
   *
   * @param role what it was for: {@code article}, {@code profile}, {@code baseline} ...
   * @param name what the reports call it
   * @param sha256 of its contents as they were read
   */
  public record EvidenceFile(String role, String name, Digest sha256) {
    /** Checks that the digest is one of SHA-256. */
    public EvidenceFile {
      requireNonNull(role, "role");
      requireNonNull(name, "name");
      if (sha256.algorithm() != Digest.Algorithm.SHA256) {
        throw new IllegalArgumentException("a digest of " + sha256.algorithm());
      }
    }
  }

  /** Copies the lists. */
  public Provenance {
    requireNonNull(time, "time");
    requireNonNull(host, "host");
    requireNonNull(account, "account");
    requireNonNull(workingFolder, "workingFolder");
    requireNonNull(java, "java");
    requireNonNull(operator, "operator");
    requireNonNull(note, "note");
    command = List.copyOf(command);
    evidence = List.copyOf(evidence);
  }
}
