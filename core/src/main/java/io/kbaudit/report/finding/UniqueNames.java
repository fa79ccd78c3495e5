package io.kbaudit.report.finding;

import io.kbaudit.text.Printable;

/** Names of which no two are alike, safe to print: who goes by names would lose one of the two. */
public final class UniqueNames {
  private final Fingerprint.Ordinals ordinals = new Fingerprint.Ordinals();

  /** Returns {@code name} as it is printed, with a number if that was returned before. */
  public String unique(String name) {
    return unique("", name);
  }

  /** Returns {@code name} as it is printed, with a number if that was returned for the group. */
  public String unique(String group, String name) {
    String printed = Printable.line(name);
    String unique = printed;
    int ordinal = ordinals.next(group, unique);
    while (ordinal > 1) {
      unique = printed + " (" + ordinal + ")";
      ordinal = ordinals.next(group, unique);
    }
    return unique;
  }
}
