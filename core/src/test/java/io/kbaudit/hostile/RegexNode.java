package io.kbaudit.hostile;

import java.util.List;
import java.util.regex.Pattern;

/** A part of a regular expression, as far as texts are to be made of it. */
sealed interface RegexNode {
  /** One of several. */
  record Either(List<RegexNode> alternatives) implements RegexNode {}

  /** One behind the other. */
  record Sequence(List<RegexNode> parts) implements RegexNode {}

  /** A part over and over. */
  record Repeat(RegexNode part, int least, int most) implements RegexNode {}

  /** What brackets hold, to be referred to by its number. */
  record Group(RegexNode part, int number) implements RegexNode {}

  /** The text of a group once more. */
  record Again(int number) implements RegexNode {}

  /** A character of a kind. */
  record Atom(Pattern kind, String text) implements RegexNode {}

  /** What stands nowhere in a text: a border, or a look around. */
  record Nothing() implements RegexNode {}
}
