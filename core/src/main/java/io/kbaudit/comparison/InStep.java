package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Things of two audits, gone through in step: those that are alike come together, and of either no
 * more than one is kept at a time. What is out of order finds no other to come with.
 *
 * @param order in which both are; what it finds equal comes together
 */
record InStep<T>(Iterable<T> before, Iterable<T> after, Comparator<? super T> order)
    implements Iterable<InStep.Pair<T>> {

  /** What is in both, or in one alone. */
  record Pair<T>(Optional<T> before, Optional<T> after) {}

  @Override
  public Iterator<Pair<T>> iterator() {
    return new Merge<>(before.iterator(), after.iterator(), order);
  }

  private static final class Merge<T> implements Iterator<Pair<T>> {
    private final Iterator<T> befores;
    private final Iterator<T> afters;
    private final Comparator<? super T> order;
    private @Nullable T before;
    private @Nullable T after;

    Merge(Iterator<T> befores, Iterator<T> afters, Comparator<? super T> order) {
      this.befores = befores;
      this.afters = afters;
      this.order = order;
      this.before = next(befores);
      this.after = next(afters);
    }

    private static <T> @Nullable T next(Iterator<T> things) {
      return things.hasNext() ? things.next() : null;
    }

    @Override
    public boolean hasNext() {
      return before != null || after != null;
    }

    @Override
    public Pair<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int compared = compared();
      Pair<T> pair =
          new Pair<>(
              compared <= 0 ? Optional.of(requireNonNull(before)) : Optional.empty(),
              compared >= 0 ? Optional.of(requireNonNull(after)) : Optional.empty());
      if (compared <= 0) {
        before = next(befores);
      }
      if (compared >= 0) {
        after = next(afters);
      }
      return pair;
    }

    private int compared() {
      if (before == null) {
        return 1;
      }
      return after == null ? -1 : order.compare(before, after);
    }
  }
}
