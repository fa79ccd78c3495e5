package io.kbaudit.report;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Optional;

/** What a program calls the choices that it offers: an option's name, the label of a field. */
@FunctionalInterface
public interface ChoiceNames {
  /** No names: texts speak in plain words alone. */
  ChoiceNames NONE = choice -> Optional.empty();

  /** Returns the name, absent if this is not offered. */
  Optional<String> find(Choice choice);

  /**
   * Returns {@code sentence} with the names of {@code choices}, which it is about, at its end;
   * those that it says itself are not said twice.
   */
  default String in(String sentence, Collection<Choice> choices) {
    String names =
        choices.stream()
            .map(this::find)
            .flatMap(Optional::stream)
            .filter(name -> !sentence.contains(name))
            .collect(joining(", "));
    if (names.isEmpty()) {
      return sentence;
    }
    boolean ended = sentence.endsWith(".");
    String open = ended ? sentence.substring(0, sentence.length() - 1) : sentence;
    return open + " (" + names + ")" + (ended ? "." : "");
  }

  /** Returns that the choice {@code does} something, to end a line with; nothing if it has none. */
  default String which(Choice choice, String does) {
    return find(choice).map(name -> "; " + name + " " + does).orElse("");
  }
}
