package io.kbaudit.hostile;

import io.kbaudit.hostile.RegexNode.Again;
import io.kbaudit.hostile.RegexNode.Atom;
import io.kbaudit.hostile.RegexNode.Either;
import io.kbaudit.hostile.RegexNode.Group;
import io.kbaudit.hostile.RegexNode.Nothing;
import io.kbaudit.hostile.RegexNode.Repeat;
import io.kbaudit.hostile.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes a text that a regular expression may want, and notes what it repeats. */
final class RegexSampler {
  /** What the expression repeats, and what it wants before that. */
  record Loop(String before, String body) {}

  private final Random random;
  private final List<String> alphabet;
  private final int extra;
  private final StringBuilder text = new StringBuilder();
  private final List<Loop> loops = new ArrayList<>();
  private final Map<Integer, String> groups = new HashMap<>();

  /**
   * @param extra how often a part is repeated more than it has to be
   */
  RegexSampler(Random random, List<String> alphabet, int extra) {
    this.random = random;
    this.alphabet = alphabet;
    this.extra = extra;
  }

  String sample(RegexNode root) {
    write(root);
    return text.toString();
  }

  /** Returns the loops of what was made. */
  List<Loop> loops() {
    return List.copyOf(loops);
  }

  private void write(RegexNode node) {
    if (node instanceof Either either) {
      List<RegexNode> alternatives = either.alternatives();
      write(alternatives.get(random.nextInt(alternatives.size())));
    } else if (node instanceof Sequence sequence) {
      sequence.parts().forEach(this::write);
    } else if (node instanceof Group group) {
      int start = text.length();
      write(group.part());
      groups.put(group.number(), text.substring(start));
    } else if (node instanceof Again again) {
      text.append(groups.getOrDefault(again.number(), ""));
    } else if (node instanceof Atom atom) {
      text.append(characterOf(atom));
    } else if (node instanceof Repeat repeat) {
      writeRepeated(repeat);
    } else if (!(node instanceof Nothing)) {
      throw new IllegalStateException(node.toString());
    }
  }

  private void writeRepeated(Repeat repeat) {
    int start = text.length();
    if (repeat.most() > 1) {
      String before = text.toString();
      write(repeat.part());
      loops.add(new Loop(before, text.substring(start)));
      text.setLength(start);
    }
    int times = Math.min(repeat.most(), repeat.least() + extra);
    for (int i = 0; i < times; i++) {
      write(repeat.part());
    }
  }

  private String characterOf(Atom atom) {
    List<String> fitting =
        alphabet.stream().filter(character -> atom.kind().matcher(character).matches()).toList();
    if (!fitting.isEmpty()) {
      return fitting.get(random.nextInt(fitting.size()));
    }
    for (int c = 0; c < 0x30000; c++) {
      if (atom.kind().matcher(Character.toString(c)).matches()) {
        return Character.toString(c);
      }
    }
    throw new IllegalArgumentException("no character is " + atom.text());
  }
}
