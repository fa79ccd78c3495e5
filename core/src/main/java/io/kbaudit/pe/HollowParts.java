package io.kbaudit.pe;

import io.kbaudit.pe.PeHeader.CertificateTable;
import io.kbaudit.pe.PortableExecutable.Directory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Parts that are nothing but zeros where the headers say that there is something: a copy that was
 * given its size and never filled looks whole otherwise. Of each part its beginning is read.
 */
record HollowParts(PortableExecutable file, Pages pages) {
  private static final int CODE_BYTES = 4;

  /**
   * The head of a block of relocations ("PE Format", Base Relocation Block), or of a certificate.
   */
  private static final int HEAD_BYTES = 8;

  /** Adds what is hollow to {@code problems}. */
  void addTo(List<PeProblem> problems) throws IOException {
    if (file.entryPoint() > 0 && isHollow(file.entryPoint(), CODE_BYTES)) {
      problems.add(hollow("the code at the entry point"));
    }
    if (file.relocations().size() > HEAD_BYTES && isHollow(file.relocations(), HEAD_BYTES)) {
      problems.add(hollow("the relocation table"));
    }
    Optional<CertificateTable> certificates = file.certificates();
    if (certificates.isPresent()
        && certificates.get().sizeBytes() >= HEAD_BYTES
        && isZero(pages.bytes(certificates.get().offset(), HEAD_BYTES, "the certificate table"))) {
      problems.add(hollow("the certificate table"));
    }
  }

  private boolean isHollow(Directory part, int bytes) throws IOException {
    return part.isThere() && isHollow(part.address(), bytes);
  }

  private boolean isHollow(long address, int bytes) throws IOException {
    if (!file.holds(address) || !file.holds(address + bytes - 1)) {
      return false;
    }
    String what = "what is loaded at " + Pages.grouped(address);
    return isZero(pages.bytes(file.offsetOf(address, what), bytes, what));
  }

  private static boolean isZero(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (bytes.get() != 0) {
        return false;
      }
    }
    return true;
  }

  private static PeProblem hollow(String what) {
    return new PeProblem(
        PeProblem.Kind.DAMAGED, what + " is nothing but zeros, as in a copy that was not filled");
  }
}
