package io.kbaudit.yaml;

import io.kbaudit.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Why a text is not YAML, in words for somebody who knows no parser.
 *
 * @param text half a sentence
 * @param line counted from 1; 0 where it is not known
 */
record YamlProblem(String text, int line) {
  /** How the parser shows that nothing is left; a text has no such character. */
  private static final String END = "\0(0)";

  /** What the parser says, as it begins, and what that means; all else says enough. */
  private static final Map<String, String> MEANING = new LinkedHashMap<>();

  static {
    MEANING.put("expected <block end>", "a line that is not indented as those above it");
    MEANING.put("mapping values are not allowed", "a second ':' in a line, which needs quotes");
    MEANING.put("could not find expected ':'", "a key without its ':'");
    MEANING.put(
        "found unknown escape character",
        "a backslash in double quotes, where it means more than itself; leave the quotes out");
    MEANING.put("found unexpected end of stream", "a quote that is not closed");
  }

  /** Returns what {@code failure} says. */
  static YamlProblem of(YamlEngineException failure) {
    if (failure instanceof MarkedYamlEngineException marked) {
      return new YamlProblem(
          inWords(marked.getProblem()), mark(marked).map(mark -> mark.getLine() + 1).orElse(0));
    }
    return new YamlProblem(inWords(Objects.toString(failure.getMessage(), "")), 0);
  }

  /** What was scanned is more telling where it begins than where the scanner gave up. */
  private static Optional<Mark> mark(MarkedYamlEngineException failure) {
    String context = failure.getContext();
    boolean scanned = context != null && context.startsWith("while scanning");
    return scanned && failure.getContextMark().isPresent()
        ? failure.getContextMark()
        : failure.getProblemMark();
  }

  private static String inWords(String problem) {
    return MEANING.entrySet().stream()
        .filter(meaning -> problem.startsWith(meaning.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(() -> firstSentence(problem));
  }

  private static String firstSentence(String problem) {
    String line = problem.lines().findFirst().orElse("");
    int end = line.indexOf(". ");
    String sentence = end < 0 ? line : line.substring(0, end);
    return Printable.line(sentence.replace(END, "the end"));
  }
}
