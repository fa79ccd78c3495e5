package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ask a file system what it may never answer: a server that is gone, a pipe that was put in the
 * place of a file. Whoever wants to know waits as long as that may take; then the attendant, a
 * thread, is left behind where it hangs, which nothing can end, and another asks the next question.
 *
 * <p>Where there is no limit, who wants to know asks himself, and there are no threads. Safe for
 * use by several threads at once.
 */
final class Attendants implements AutoCloseable {
  /** So many may be left behind; what is asked after that is not asked at all. */
  static final int MOST_LEFT_BEHIND = 16;

  /** How long whoever waits does so before he asks whether to go on. */
  private static final long PATIENCE_MILLIS = 50;

  /** Is asked by an attendant. */
  interface Question<T> {
    /**
     * Returns the answer.
     *
     * @param stop says whether anybody still wants it
     */
    T ask(StopSignal stop) throws IOException;
  }

  /** Says that there was no answer in time. */
  static final class TimedOutException extends IOException {
    private static final long serialVersionUID = 1L;

    private TimedOutException(String message) {
      super(message);
    }
  }

  private final ReadingTime time;
  private final Deque<ExecutorService> idle = new ArrayDeque<>();
  private int leftBehind;

  Attendants(ReadingTime time) {
    this.time = time;
  }

  /**
   * Returns the answer.
   *
   * @param bytes that are read for it
   * @param stop of the thread that wants to know
   * @param pause is asked now and then while it waits, by itself
   * @throws TimedOutException if it takes longer than it may, half a sentence
   * @throws StopSignal.StoppedException if the one who waits is to wait no more
   */
  <T> T ask(long bytes, StopSignal stop, SharedWork.Pause pause, Question<T> question)
      throws IOException {
    if (time.isUnlimited()) {
      return question.ask(stop);
    }
    ExecutorService attendant = take();
    AtomicBoolean unwanted = new AtomicBoolean();
    Future<T> answer = attendant.submit(() -> question.ask(new StopSignal(unwanted::get)));
    boolean answered = false;
    try {
      T told = await(answer, time.allowedFor(bytes), pause);
      answered = true;
      return told;
    } catch (ExecutionException e) {
      answered = true;
      throw failure(requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      throw new TimedOutException(
          "its file system gave no answer within " + words(time.allowedFor(bytes)));
    } finally {
      if (answered) {
        giveBack(attendant);
      } else {
        unwanted.set(true);
        leaveBehind(attendant);
      }
    }
  }

  private static <T> T await(Future<T> answer, Duration allowed, SharedWork.Pause pause)
      throws IOException, ExecutionException, TimeoutException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // which the pause hears
      } catch (TimeoutException e) {
        if (System.nanoTime() - begun >= allowed.toNanos()) {
          throw e;
        }
      }
      pause.orGoOn();
    }
  }

  private static String words(Duration allowed) {
    return allowed.toSeconds() > 0 ? allowed.toSeconds() + " s" : allowed.toMillis() + " ms";
  }

  private static IOException failure(Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    return (IOException) thrown; // no question throws anything else
  }

  private synchronized ExecutorService take() throws TimedOutException {
    if (leftBehind >= MOST_LEFT_BEHIND) {
      throw new TimedOutException(
          "its file system was not asked, since it owes "
              + MOST_LEFT_BEHIND
              + " answers that are overdue");
    }
    ExecutorService free = idle.poll();
    return free == null ? Executors.newSingleThreadExecutor(Attendants::thread) : free;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "kbaudit-attendant");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void giveBack(ExecutorService attendant) {
    idle.push(attendant);
  }

  /** An interrupt frees one that waits for a pipe, and none that waits for a server. */
  private synchronized void leaveBehind(ExecutorService attendant) {
    leftBehind++;
    attendant.shutdownNow();
  }

  @Override
  public synchronized void close() {
    idle.forEach(ExecutorService::shutdown);
    idle.clear();
  }
}
