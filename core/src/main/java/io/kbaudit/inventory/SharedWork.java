package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work in pieces, whose results are taken in the order in which the pieces were given, whoever did
 * them: the thread that gives them, and, once they pile up, others that help it. Whatever is heard
 * of it, results and failures, is heard by the thread that gives it, in that order: as though it
 * did all by itself, except that pieces behind one that failed may have been done in vain.
 *
 * <p>At most {@value #PIECES_A_THREAD} pieces a thread are given and not yet taken, which bounds
 * what they hold. Where they do not pile up no thread is started, and none is left once this is
 * closed. All methods are for the thread that gives the work.
 *
 * @param <P> the piece
 * @param <R> its result
 */
final class SharedWork<P, R> implements AutoCloseable {
  /** Enough for each to find work while the one that gives it does a piece itself. */
  private static final int PIECES_A_THREAD = 4;

  /** How long the giver waits for the others before it asks whether to go on. */
  private static final long PATIENCE_MILLIS = 50;

  /** Does one piece. It is asked by several threads at once. */
  interface Job<P, R> {
    /**
     * Returns what comes of {@code piece}.
     *
     * @param stop says whether to go on, to the thread that does the piece
     */
    R of(P piece, StopSignal stop) throws IOException;
  }

  /** Takes one result after another. */
  interface Taker<R> {
    void take(R result) throws IOException;
  }

  /** Is asked now and then, while others work, whether to go on. */
  interface Pause {
    void orGoOn() throws IOException;
  }

  private static final class Piece<P, R> {
    private final P given;
    private boolean begun;
    private boolean done;
    private @Nullable R result;
    private @Nullable Throwable failure;

    private Piece(P given) {
      this.given = given;
    }
  }

  private final int mostHelpers;
  private final Job<P, R> job;
  private final Taker<R> taker;
  private final StopSignal stop;
  private final Pause pause;

  /** Those that were given and not yet taken. What is in them is guarded by this, as they are. */
  private final Deque<Piece<P, R>> pieces = new ArrayDeque<>();

  private final List<Thread> helpers = new ArrayList<>();
  private boolean getsNoHelp;
  private volatile boolean ended;

  /**
   * Creates work of which nothing was given yet.
   *
   * @param mostHelpers how many threads may be started
   * @param stop of the thread that gives the work; no other asks it
   */
  SharedWork(int mostHelpers, Job<P, R> job, Taker<R> taker, StopSignal stop, Pause pause) {
    this.mostHelpers = mostHelpers;
    this.job = job;
    this.taker = taker;
    this.stop = stop;
    this.pause = pause;
  }

  /** Gives a piece, and takes results as long as too many are left. */
  void give(P piece) throws IOException {
    while (pieces.size() >= PIECES_A_THREAD * (mostHelpers + 1)) {
      takeOne();
    }
    if (add(piece) > 1 && helpers.size() < mostHelpers && !getsNoHelp) {
      startHelper();
    }
  }

  /** Returns whether all results were taken. */
  boolean isTaken() {
    return pieces.isEmpty();
  }

  /** Takes the results that are left. */
  void takeAll() throws IOException {
    while (!isTaken()) {
      takeOne();
    }
  }

  /** Takes the first result that is left; until it is there, does what nobody else does. */
  void takeOne() throws IOException {
    Piece<P, R> first = pieces.getFirst();
    while (!isDone(first)) {
      Piece<P, R> next = begin();
      if (next == null) {
        pause.orGoOn();
        awaitAChange(first);
      } else {
        finish(next, stop);
      }
    }
    removeFirst();
    if (first.failure != null) {
      rethrow(first.failure);
    }
    taker.take(requireNonNull(first.result));
  }

  /** Returns how many pieces nobody has begun. */
  private synchronized int add(P given) {
    pieces.addLast(new Piece<>(given));
    notifyAll();
    int notBegun = 0;
    for (Piece<P, R> piece : pieces) {
      notBegun += piece.begun ? 0 : 1;
    }
    return notBegun;
  }

  private synchronized void removeFirst() {
    pieces.removeFirst();
  }

  private synchronized boolean isDone(Piece<P, R> piece) {
    return piece.done;
  }

  /** Returns the first piece that nobody has begun; null if there is none. */
  private synchronized @Nullable Piece<P, R> begin() {
    for (Piece<P, R> piece : pieces) {
      if (!piece.begun) {
        piece.begun = true;
        return piece;
      }
    }
    return null;
  }

  /** Does a piece that was begun. Whatever is thrown is kept for the one that gave it. */
  private void finish(Piece<P, R> piece, StopSignal ofThisThread) {
    R result = null;
    Throwable failure = null;
    try {
      result = job.of(piece.given, ofThisThread);
    } catch (Throwable e) { // an error, too, is the giver's to hear
      failure = e;
    }
    synchronized (this) {
      piece.result = result;
      piece.failure = failure;
      piece.done = true;
      notifyAll();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // whoever asks looks again anyway
  private synchronized void awaitAChange(Piece<P, R> first) {
    if (!first.done) {
      try {
        wait(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the next question whether to go on is answered by it
      }
    }
  }

  private static void rethrow(Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) failure; // no job throws anything else
  }

  private void startHelper() {
    Thread helper = new Thread(this::help, "kbaudit-helper-" + (helpers.size() + 1));
    helper.setDaemon(true);
    try {
      helper.start();
      helpers.add(helper);
    } catch (OutOfMemoryError e) {
      getsNoHelp = true; // no more threads are to be had, and one will do
    }
  }

  private void help() {
    StopSignal untilEnded = new StopSignal(() -> ended);
    for (Piece<P, R> next = await(); next != null; next = await()) {
      finish(next, untilEnded);
    }
  }

  /** Returns a piece to be done; null once there will be none. */
  private synchronized @Nullable Piece<P, R> await() {
    while (!ended) {
      Piece<P, R> next = begin();
      if (next != null) {
        return next;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return null; // by close, below
      }
    }
    return null;
  }

  /** Ends what others still do, and waits until they have. An interrupt ends it at once. */
  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      notifyAll();
    }
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          if (interrupted || Thread.currentThread().isInterrupted()) {
            helper.interrupt();
          }
          helper.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
