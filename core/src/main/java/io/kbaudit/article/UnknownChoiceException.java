package io.kbaudit.article;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.List;

/**
 * A selection by something that the article does not name: to select by that is to ask about
 * another article. Its message reads {@code 'x99' is no platform of KB976398, which names 'x86',
 * 'x64'}.
 */
public final class UnknownChoiceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private static final int CHOICES_SHOWN = 10;

  /** By what rows are selected. */
  public enum Kind {
    /** The headings above a table, and inside it. */
    GROUP("heading"),
    /** The processor. */
    PLATFORM("platform"),
    /** The language. */
    LANGUAGE("language");

    private final String noun;

    Kind(String noun) {
      this.noun = noun;
    }
  }

  private final Kind kind;
  private final String asked;
  private final List<String> offered;

  UnknownChoiceException(Kind kind, String asked, List<String> offered, Article article) {
    super(
        Printable.quoted(asked)
            + " is no "
            + kind.noun
            + " of "
            + Printable.excerpt(article.label())
            + ", which names "
            + (offered.isEmpty()
                ? "none"
                : English.enumerate(
                    offered.stream().map(Printable::quoted).toList(), CHOICES_SHOWN))
            + article.unreadHint());
    this.kind = kind;
    this.asked = asked;
    this.offered = List.copyOf(offered);
  }

  /** Returns by what was to be selected. */
  public Kind kind() {
    return kind;
  }

  /** Returns the words that the article does not name. */
  public String asked() {
    return asked;
  }

  /** Returns what the article names of that kind, in its order. */
  public List<String> offered() {
    return offered;
  }
}
