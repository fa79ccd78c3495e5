package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What stands below a command's options in its help. Lines that are neither indented nor have a gap
 * are running text up to the next blank one, wherever they are broken.
 */
record Footer(List<Block> blocks) {
  private static final Pattern TERM = Pattern.compile("(\\S++(?: \\S++)*+) {2,}+(\\S.*)");

  /** What is set apart from its neighbours. */
  sealed interface Block {}

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** Words, each with its meaning beside it. */
  record Terms(List<Term> terms) implements Block {}

  /**
   * Commands to be typed, or other lines to be kept as they are, and what announces them, if any.
   */
  record Examples(String heading, List<String> commands) implements Block {}

  /** A word with its meaning. */
  record Term(String word, String meaning) {}

  Footer {
    blocks = List.copyOf(blocks);
  }

  /** Returns that of {@code spec}. */
  static Footer of(CommandSpec spec) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : spec.usageMessage().footer()) {
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        blocks.add(block(lines));
        lines.clear();
      }
    }
    if (!lines.isEmpty()) {
      blocks.add(block(lines));
    }
    return new Footer(blocks);
  }

  private static Block block(List<String> lines) {
    List<String> commands =
        lines.stream().filter(line -> line.startsWith("  ")).map(String::strip).toList();
    if (!commands.isEmpty()) {
      List<String> others = lines.stream().filter(line -> !line.startsWith("  ")).toList();
      return new Examples(String.join(" ", others), commands);
    }
    List<Term> terms = lines.stream().map(Footer::term).flatMap(Optional::stream).toList();
    return terms.size() == lines.size() ? new Terms(terms) : new Paragraph(String.join(" ", lines));
  }

  private static Optional<Term> term(String line) {
    Matcher term = TERM.matcher(line);
    return term.matches() ? Optional.of(new Term(term.group(1), term.group(2))) : Optional.empty();
  }
}
