package io.kbaudit.hostile;

import io.kbaudit.hostile.CompiledPatterns.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;

/** How often patterns look at the characters of the texts that cost them most. */
public final class PatternWork {
  /** As long as the texts are by which the worst one is found. */
  private static final int SHORT = 600;

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Looks at each character, on average, of a pattern that reads any text once or a few times. */
  private static final long MOST_LOOKS = 200;

  /** A stack as small as a thread of a server may have, in bytes. */
  private static final int STACK = 256 << 10;

  private PatternWork() {}

  /**
   * Returns what is wrong with {@code patterns}: those that look at a text more than {@value
   * #MOST_LOOKS} times as often as it has characters, or overflow the stack.
   *
   * @param length of the texts, in characters
   * @param limits in characters, of those patterns that see no longer texts, by where they are held
   */
  public static List<String> excessOf(List<Held> patterns, Map<String, Integer> limits, int length)
      throws InterruptedException {
    Queue<Held> left = new ConcurrentLinkedQueue<>(patterns);
    Queue<String> excess = new ConcurrentLinkedQueue<>();
    Runnable work =
        () -> {
          for (Held held = left.poll(); held != null; held = left.poll()) {
            addExcess(held, limits.getOrDefault(held.holder(), NO_LIMIT), length, excess);
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(new Thread(null, work, "patterns " + i, STACK));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(excess);
  }

  private static void addExcess(Held held, int limit, int wanted, Queue<String> excess) {
    WorstTexts.Worst worst = null;
    long most = -1;
    for (WorstTexts.Worst each : WorstTexts.of(held.pattern())) {
      long looks = looks(held, each.in(SHORT), Long.MAX_VALUE);
      if (looks > most) {
        most = looks;
        worst = each;
      }
    }
    int length = Math.min(limit, wanted);
    // Of a short text, all may be looked at from each of its characters, there and back.
    long allowed = Math.max(MOST_LOOKS, limit == NO_LIMIT ? 0 : 4 * limit) * length;
    if (looks(held, worst.in(length), allowed) > allowed) {
      excess.add(held + " of " + worst);
    }
  }

  /** Returns how often the pattern looks at {@code text}; more than allowed where it overflows. */
  private static long looks(Held held, String text, long allowed) {
    CountedText counted = CountedText.of(text, allowed);
    try {
      Matcher matcher = held.pattern().matcher(counted);
      matcher.matches();
      matcher.reset();
      while (held.searches() && matcher.find()) {
        // as a replacement does
      }
      return allowed - counted.left();
    } catch (CountedText.TooMuchWork | StackOverflowError e) {
      return Long.MAX_VALUE;
    }
  }
}
