package io.kbaudit.hostile;

import io.kbaudit.hostile.RegexNode.Again;
import io.kbaudit.hostile.RegexNode.Atom;
import io.kbaudit.hostile.RegexNode.Either;
import io.kbaudit.hostile.RegexNode.Group;
import io.kbaudit.hostile.RegexNode.Nothing;
import io.kbaudit.hostile.RegexNode.Repeat;
import io.kbaudit.hostile.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a regular expression of Java apart, as far as this project writes them. */
final class RegexParser {
  private final String regex;
  private final List<Pattern> atoms = new ArrayList<>();
  private int flags;
  private int at;
  private int groups;

  RegexParser(Pattern pattern) {
    this.regex = pattern.pattern();
    this.flags = pattern.flags();
  }

  RegexNode parse() {
    RegexNode all = either();
    if (at < regex.length()) {
      throw new IllegalArgumentException("not understood at " + at + ": " + regex);
    }
    return all;
  }

  /** Returns every kind of character that the expression has a word for, as far as it was read. */
  List<Pattern> atoms() {
    return List.copyOf(atoms);
  }

  private RegexNode either() {
    List<RegexNode> alternatives = new ArrayList<>(List.of(sequence()));
    while (take("|")) {
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Either(alternatives);
  }

  private RegexNode sequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (at < regex.length() && peek() != '|' && peek() != ')') {
      parts.add(repeated(one()));
    }
    return new Sequence(parts);
  }

  private RegexNode repeated(RegexNode part) {
    int least;
    int most;
    if (take("*")) {
      least = 0;
      most = Integer.MAX_VALUE;
    } else if (take("+")) {
      least = 1;
      most = Integer.MAX_VALUE;
    } else if (take("?")) {
      least = 0;
      most = 1;
    } else if (at < regex.length() && peek() == '{') {
      int end = regex.indexOf('}', at);
      String[] bounds = regex.substring(at + 1, end).split(",", -1);
      least = Integer.parseInt(bounds[0]);
      most =
          bounds.length == 1
              ? least
              : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
      at = end + 1;
    } else {
      return part;
    }
    if (!take("?")) {
      take("+");
    }
    return repeated(new Repeat(part, least, most));
  }

  private RegexNode one() {
    return switch (peek()) {
      case '(' -> group();
      case '[' -> atom(endOfClass(at));
      case '\\' -> escape();
      case '^', '$' -> {
        at++;
        yield new Nothing();
      }
      default -> atom(at + Character.charCount(regex.codePointAt(at)));
    };
  }

  private RegexNode group() {
    at++;
    int outerFlags = flags;
    RegexNode result;
    if (take("?=") || take("?!") || take("?<=") || take("?<!")) {
      either();
      result = new Nothing();
    } else if (take("?:") || take("?>")) {
      result = either();
    } else if (take("?<")) {
      at = regex.indexOf('>', at) + 1;
      result = new Group(either(), ++groups);
    } else if (take("?")) {
      while (peek() != ':' && peek() != ')') {
        flags |= flag(peek());
        at++;
      }
      if (take(")")) {
        return new Nothing();
      }
      take(":");
      result = either();
    } else {
      int number = ++groups;
      result = new Group(either(), number);
    }
    if (!take(")")) {
      throw new IllegalArgumentException("no end of a group at " + at + ": " + regex);
    }
    flags = outerFlags;
    return result;
  }

  private static int flag(char letter) {
    return switch (letter) {
      case 'i' -> Pattern.CASE_INSENSITIVE;
      case 's' -> Pattern.DOTALL;
      case 'm' -> Pattern.MULTILINE;
      case 'u' -> Pattern.UNICODE_CASE;
      default -> throw new IllegalArgumentException("flag " + letter);
    };
  }

  private RegexNode escape() {
    char escaped = regex.charAt(at + 1);
    if ("bBAzZG".indexOf(escaped) >= 0) {
      at += 2;
      return new Nothing();
    }
    if (escaped >= '1' && escaped <= '9') {
      at += 2;
      return new Again(escaped - '0');
    }
    if (escaped == 'Q') {
      int end = regex.indexOf("\\E", at);
      String quoted = regex.substring(at + 2, end);
      at = end + 2;
      return new Sequence(
          quoted
              .codePoints()
              .mapToObj(c -> (RegexNode) kept(Pattern.quote(Character.toString(c))))
              .toList());
    }
    return atom(endOfEscape(at));
  }

  private int endOfEscape(int start) {
    char escaped = regex.charAt(start + 1);
    return switch (escaped) {
      case 'p', 'P' -> regex.charAt(start + 2) == '{' ? regex.indexOf('}', start) + 1 : start + 3;
      case 'u' -> start + 6;
      case 'x' -> regex.charAt(start + 2) == '{' ? regex.indexOf('}', start) + 1 : start + 4;
      default -> start + 2;
    };
  }

  private int endOfClass(int start) {
    int i = start + 1;
    if (regex.charAt(i) == '^') {
      i++;
    }
    if (regex.charAt(i) == ']') {
      i++;
    }
    while (regex.charAt(i) != ']') {
      i = regex.charAt(i) == '\\' ? endOfEscape(i) : regex.charAt(i) == '[' ? endOfClass(i) : i + 1;
    }
    return i + 1;
  }

  private Atom atom(int end) {
    String text = regex.substring(at, end);
    at = end;
    return kept(text);
  }

  private Atom kept(String text) {
    Pattern kind = Pattern.compile(text, flags);
    atoms.add(kind);
    return new Atom(kind, text);
  }

  private char peek() {
    return regex.charAt(at);
  }

  private boolean take(String wanted) {
    boolean is = regex.startsWith(wanted, at);
    at += is ? wanted.length() : 0;
    return is;
  }
}
