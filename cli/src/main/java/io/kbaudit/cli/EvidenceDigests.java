package io.kbaudit.cli;

import io.kbaudit.file.Digest;
import io.kbaudit.file.SourceName;
import io.kbaudit.record.Provenance.EvidenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The digests of the files that an answer rests on. What comes on standard input is digested while
 * it is read; a file right after it was read, from the disk anew.
 */
final class EvidenceDigests {
  private static final Digest.Algorithm ALGORITHM = Digest.Algorithm.SHA256;

  private final DigestInputStream standardInput;
  private final Set<EvidenceFile> files = new LinkedHashSet<>();

  EvidenceDigests(InputStream standardInput) {
    this.standardInput = new DigestInputStream(standardInput, ALGORITHM.newDigest());
  }

  /** Returns standard input, to be read in place of that which was given. */
  InputStream standardInput() {
    return standardInput;
  }

  /** Adds what was read from standard input, and whatever is left of it. */
  void addStandardInput(String role) throws CannotAskException {
    try {
      standardInput.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new CannotAskException("standard input cannot be read: " + Paths.reason(e), e);
    }
    add(role, "standard input", Digest.of(ALGORITHM, standardInput.getMessageDigest()));
  }

  /** Adds a file that was read, or each file of a folder. */
  void add(String role, Path path) throws CannotAskException {
    try {
      for (Path file : files(path)) {
        add(role, SourceName.of(file), digest(file));
      }
    } catch (IOException e) {
      throw new CannotAskException(
          "'" + path + "' cannot be read once more, to say what it held: " + Paths.reason(e), e);
    }
  }

  /** Adds what is known of a file; the same of one is kept once. */
  void add(String role, String name, Digest sha256) {
    files.add(new EvidenceFile(role, name, sha256));
  }

  /** Returns what was added, in that order. */
  List<EvidenceFile> files() {
    return new ArrayList<>(files);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> listed = Files.list(path)) {
      return listed.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Digest digest(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ALGORITHM.of(in);
    }
  }
}
