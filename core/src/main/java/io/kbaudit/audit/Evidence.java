package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ListedSize;
import java.util.Optional;

/**
 * What a check expected or found: the text that reports print, and the value behind it. Immutable.
 *
 * @param text which may say more than the value, as by how much it is off
 * @param value absent where what was found is none, as that nothing is there; and of a saved audit,
 *     which keeps the text, where that is not the number of a size alone
 */
public record Evidence(String text, Optional<Value> value) {
  /** Checks that nothing is null. */
  public Evidence {
    requireNonNull(text, "text");
    requireNonNull(value, "value");
  }

  /** Returns evidence that is no value. */
  public static Evidence of(String text) {
    return new Evidence(text, Optional.empty());
  }

  /** Returns a value in the words of {@code text}. */
  public static Evidence of(String text, Value value) {
    return new Evidence(text, Optional.of(value));
  }

  /** Returns a size that stands alone: of exact ones the number, for whatever reads the report. */
  public static Evidence of(ListedSize size) {
    return of(number(size), new Value.Size(size));
  }

  /** Returns this, of which {@code more} is said behind it. */
  public Evidence with(String more) {
    return new Evidence(text + more, value);
  }

  /** Returns the text for people: the number of a size that stands alone has its unit. */
  public String forPeople() {
    return value.orElse(null) instanceof Value.Size bare && text.equals(number(bare.size()))
        ? bare.size().toString()
        : text;
  }

  private static String number(ListedSize size) {
    return size.exactBytes().isPresent()
        ? Long.toString(size.exactBytes().getAsLong())
        : size.toString();
  }
}
