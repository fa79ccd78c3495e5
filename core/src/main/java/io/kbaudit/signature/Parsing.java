package io.kbaudit.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.tsp.TSPException;

/**
 * Turns what Bouncy Castle throws at what is no sound ASN.1, or no sound message, into {@link
 * MalformedException}: the one place where its exceptions are caught.
 */
final class Parsing {
  /** Work on bytes in memory, in which nothing but they can be at fault. */
  interface Work<T> {
    T get()
        throws IOException,
            ParseException,
            CMSException,
            TSPException,
            OperatorException,
            GeneralSecurityException;
  }

  private Parsing() {}

  /**
   * Does {@code work}.
   *
   * @param problem a clause that says what is wrong if it fails
   */
  static <T> T of(String problem, Work<T> work) throws MalformedException {
    try {
      return work.get();
    } catch (MalformedException e) {
      throw e;
    } catch (IOException
        | CMSException
        | TSPException
        | OperatorException
        | ParseException
        | GeneralSecurityException
        | RuntimeException e) {
      throw new MalformedException(problem, e);
    } catch (StackOverflowError e) {
      // ASN.1 nests as deep as its author likes, and its parser calls itself
      throw new MalformedException(problem, e);
    }
  }
}
