package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a Knowledge Base article with its prefix, such as {@code KB2492954}; {@code Q} for
 * the oldest. Immutable.
 */
public record ArticleId(String value) {
  private static final Pattern OWN_FORM = Pattern.compile("(KB|Q)[0-9]{5,8}");
  private static final Pattern WHOLE = Pattern.compile("(?i)(KB|Q)?[ -]?([0-9]{5,8})");
  private static final Pattern LEADING = Pattern.compile("(?i)(KB|Q)([0-9]{5,8})(?![0-9]).*");

  /** Checks that {@code value} is a prefix in capitals and five to eight digits. */
  public ArticleId {
    requireNonNull(value, "value");
    if (!OWN_FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an article id: " + value);
    }
  }

  /** Returns the id in {@code text}: "KB2492954", "kb 2492954", "2492954" or "Q161501". */
  public static Optional<ArticleId> parse(String text) {
    return from(WHOLE.matcher(text.strip()));
  }

  /** Returns the id with which {@code fileName} begins, as "KB2492954.txt" does. */
  public static Optional<ArticleId> fromFileName(String fileName) {
    return from(LEADING.matcher(fileName));
  }

  private static Optional<ArticleId> from(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String prefix = matcher.group(1) == null ? "KB" : matcher.group(1).toUpperCase(Locale.ROOT);
    return Optional.of(new ArticleId(prefix + matcher.group(2)));
  }

  /** Written out: what Java makes of a record is made at its first call, which a start feels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ArticleId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
