package io.kbaudit.signature;

import io.kbaudit.signature.Signature.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A signature as it was read, before it is known whether it is true.
 *
 * @param statement absent where it cannot be read
 * @param problems why it cannot, or what is not as it should be, each a clause
 * @param remarks what else is to be known, each a clause
 */
record ReadSignature(
    Origin origin, Optional<Statement> statement, List<String> problems, List<String> remarks) {
  /** More than anybody signs a file with; each may be nested in others. */
  static final int MOST_SIGNATURES = 16;

  /** What a signature says, and the message that says it. */
  record Statement(SignedMessage message, IndirectData data) {}

  ReadSignature {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Returns one that cannot be read. */
  static ReadSignature malformed(Origin origin, String problem) {
    return new ReadSignature(origin, Optional.empty(), List.of(problem), List.of());
  }

  /** Returns this one, of which {@code remark} is to be known too. */
  ReadSignature remarking(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new ReadSignature(origin, statement, problems, all);
  }

  /** Returns how many bytes follow it in what was read; none where it cannot be read. */
  int bytesBehind() {
    return statement.map(each -> each.message().bytesBehind()).orElse(0);
  }

  /** Returns the algorithm by which it states a digest; absent where it cannot be read. */
  Optional<HashAlgorithm> algorithm() {
    return statement.map(each -> each.data().digest().algorithm());
  }

  /**
   * Reads a signature, and those nested in it.
   *
   * @param fileKind that it must be of
   */
  static List<ReadSignature> of(byte[] bytes, String fileKind) {
    List<ReadSignature> all = new ArrayList<>();
    Deque<byte[]> open = new ArrayDeque<>(List.of(bytes));
    while (!open.isEmpty()) {
      Origin origin = all.isEmpty() ? Origin.EMBEDDED : Origin.NESTED;
      if (all.size() == MOST_SIGNATURES) {
        all.add(
            malformed(
                origin, "there are more than " + MOST_SIGNATURES + " signatures, not all read"));
        return all;
      }
      byte[] next = open.pop();
      try {
        SignedMessage message = SignedMessage.of(next);
        open.addAll(message.unsigned(SignedMessage.NESTED));
        all.add(read(origin, message, fileKind));
      } catch (MalformedException e) {
        all.add(malformed(origin, e.problem()));
      }
    }
    return all;
  }

  private static ReadSignature read(Origin origin, SignedMessage message, String fileKind)
      throws MalformedException {
    if (!message.contentType().equals(IndirectData.TYPE)) {
      throw new MalformedException(
          "it signs something else than a file, of type " + message.contentType());
    }
    IndirectData data = IndirectData.ofContents(message.content());
    List<String> problems =
        data.fileKind().equals(fileKind)
            ? List.of()
            : List.of("it is of another kind of file, of type " + data.fileKind());
    List<String> remarks = new ArrayList<>();
    if (data.hasPageHashes()) {
      remarks.add("the digests of single pages that it has too were not compared");
    }
    return new ReadSignature(origin, Optional.of(new Statement(message, data)), problems, remarks);
  }
}
