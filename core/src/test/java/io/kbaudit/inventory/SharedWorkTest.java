package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SharedWorkTest {
  private static final int PIECES = 500;
  private static final StopSignal NEVER = new StopSignal(() -> false);

  private final List<Integer> taken = new ArrayList<>();
  private final Set<Thread> takers = new HashSet<>();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  @AfterEach
  void leaveTheThreadUninterrupted() {
    boolean unused = Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 16})
  void resultsAreTakenInTheOrderOfThePieces(int helpers) throws IOException {
    doAll(helpers, (piece, stop) -> unevenly(piece), NEVER);

    assertThat(taken).isEqualTo(IntStream.range(0, PIECES).boxed().toList());
    assertThat(takers).containsExactly(Thread.currentThread());
  }

  @Test
  void oneThreadDoesAllWhereNoneMayHelp() throws IOException {
    doAll(0, (piece, stop) -> piece, NEVER);

    assertThat(workers).containsExactly(Thread.currentThread());
  }

  @Test
  void noThreadIsStartedForOnePieceAfterAnother() throws IOException {
    try (SharedWork<Integer, Integer> work = work(3, (piece, stop) -> piece, NEVER)) {
      for (int i = 0; i < PIECES; i++) {
        work.give(i);
        work.takeAll();
      }
    }

    assertThat(workers).containsExactly(Thread.currentThread());
  }

  @Test
  void othersHelpWithPiecesThatPileUp() throws IOException, InterruptedException {
    CountDownLatch bothAtWork = new CountDownLatch(2);

    doAll(
        1,
        (piece, stop) -> {
          bothAtWork.countDown();
          await(bothAtWork);
          return piece;
        },
        NEVER);

    assertThat(workers).hasSize(2);
    assertThat(workers)
        .filteredOn(each -> !each.equals(Thread.currentThread()))
        .allMatch(Thread::isDaemon)
        .noneMatch(Thread::isAlive);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void soManyPiecesAreNotTakenAtMostAsThereAreThreads(int helpers) throws IOException {
    AtomicInteger given = new AtomicInteger();
    List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
    try (SharedWork<Integer, Integer> work =
        work(
            helpers,
            (piece, stop) -> {
              ahead.add(given.get() - taken.size());
              return unevenly(piece);
            },
            NEVER)) {
      while (given.get() < PIECES) {
        given.incrementAndGet();
        work.give(given.get());
      }
      work.takeAll();
    }

    assertThat(ahead).allMatch(pieces -> pieces <= 4 * (helpers + 1) + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void theFirstFailureInOrderIsHeardBehindAllResultsBeforeIt(int helpers) {
    assertThatIOException()
        .isThrownBy(
            () ->
                doAll(
                    helpers,
                    (piece, stop) -> {
                      if (piece == 70 || piece == 71 || piece == 90) {
                        throw new IOException("at " + piece);
                      }
                      return unevenly(piece);
                    },
                    NEVER))
        .withMessage("at 70");
    assertThat(taken).isEqualTo(IntStream.range(0, 70).boxed().toList());
    assertThat(helpersAlive()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anErrorIsHeardAsItWasThrown(int helpers) {
    StackOverflowError thrown = new StackOverflowError("as if");

    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                doAll(
                    helpers,
                    (piece, stop) -> {
                      if (piece == 40) {
                        throw thrown;
                      }
                      return unevenly(piece);
                    },
                    NEVER))
        .isSameAs(thrown);
    assertThat(helpersAlive()).isEmpty();
  }

  @Test
  void aStopIsAskedByTheGiverAloneAndEndsWhatOthersDo() {
    AtomicBoolean stopped = new AtomicBoolean();
    Set<Thread> asking = ConcurrentHashMap.newKeySet();
    StopSignal signal =
        new StopSignal(
            () -> {
              asking.add(Thread.currentThread());
              return stopped.get();
            });

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                doAll(
                    1,
                    (piece, stop) -> {
                      while (workers.size() > 1 || piece < 100) {
                        stop.orGoOn();
                        stopped.compareAndSet(false, piece > 10);
                        if (piece < 100) {
                          return piece;
                        }
                      }
                      return piece;
                    },
                    signal))
        .withMessage("the scan was stopped");
    assertThat(asking).containsExactly(Thread.currentThread());
    assertThat(helpersAlive()).isEmpty();
  }

  @Test
  void anInterruptOfTheGiverReachesWhoeverHelpsAndStays() {
    Thread giver = Thread.currentThread();
    CountDownLatch both = new CountDownLatch(2);
    AtomicBoolean reached = new AtomicBoolean();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () ->
                doAll(
                    1,
                    (piece, stop) -> {
                      both.countDown();
                      await(both);
                      if (Thread.currentThread().equals(giver)) {
                        giver.interrupt();
                        stop.orGoOn();
                      } else {
                        reached.set(sleepIsInterrupted());
                      }
                      return piece;
                    },
                    NEVER))
        .withMessage("the scan was interrupted");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(reached).isTrue();
    assertThat(helpersAlive()).isEmpty();
  }

  private static boolean sleepIsInterrupted() {
    try {
      TimeUnit.MINUTES.sleep(10);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** An interrupt in the meantime is for what comes afterwards. */
  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private void doAll(int helpers, SharedWork.Job<Integer, Integer> job, StopSignal stop)
      throws IOException {
    try (SharedWork<Integer, Integer> work = work(helpers, job, stop)) {
      for (int i = 0; i < PIECES; i++) {
        work.give(i);
      }
      work.takeAll();
    }
  }

  private SharedWork<Integer, Integer> work(
      int helpers, SharedWork.Job<Integer, Integer> job, StopSignal stop) {
    return new SharedWork<>(
        helpers,
        (piece, ofThread) -> {
          workers.add(Thread.currentThread());
          return job.of(piece, ofThread);
        },
        result -> {
          takers.add(Thread.currentThread());
          taken.add(result);
        },
        stop,
        stop::orGoOn);
  }

  private List<Thread> helpersAlive() {
    return workers.stream()
        .filter(each -> !each.equals(Thread.currentThread()))
        .filter(Thread::isAlive)
        .toList();
  }

  /** Pieces take longer and shorter, so that later ones are done before earlier ones. */
  private static int unevenly(int piece) {
    for (int i = 0; i < piece % 5 * 2_000; i++) {
      Thread.onSpinWait();
    }
    return piece;
  }
}
