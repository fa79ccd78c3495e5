package io.kbaudit.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source does with a pattern.
 *
 * @param calls what is called of it and of its matchers; "?" where it is handed on
 */
record PatternUse(List<String> calls) {
  private static final Set<String> MATCHING = Set.of("matches", "lookingAt", "asMatchPredicate");

  /** What begins no work on a text. */
  private static final Set<String> QUIET =
      Set.of("group", "start", "end", "region", "useTransparentBounds", "useAnchoringBounds");

  /** Returns what {@code source} does with the pattern that it holds as {@code name}. */
  static PatternUse of(String source, String name) {
    List<String> calls = new ArrayList<>();
    Matcher use = Pattern.compile("(?<![\\w\".])" + name + "(?!\\w)(?!\\s*=[^=])").matcher(source);
    while (use.find()) {
      Matcher call = callAt(source, use.end());
      if (call == null) {
        handedOn(source, use.start(), use.end()).ifPresent(calls::add);
      } else if (call.group().contains("::matcher")) {
        calls.add(laterCall(source, call.end()));
      } else if (call.group(1).equals("matcher")) {
        addCallsOfMatcher(source, use.start(), endOfArguments(source, call.end()), calls);
      } else {
        calls.add(call.group(1));
      }
    }
    return new PatternUse(calls);
  }

  /** Returns whether it looks for the pattern in a text, or may. */
  boolean searches() {
    return !calls.stream().allMatch(MATCHING::contains) || calls.isEmpty();
  }

  /** Returns what a stream does with each of its matchers. */
  private static String laterCall(String source, int at) {
    Matcher later = Pattern.compile("Matcher::(\\w+)").matcher(source);
    return later.find(at) && later.start() < at + 100 ? later.group(1) : "?";
  }

  /** Whatever stands between brackets is an argument; words of a remark are no use of it. */
  private static Optional<String> handedOn(String source, int start, int end) {
    char before = source.charAt(start - 1);
    char next = source.charAt(end);
    boolean follows = before == '(' || source.startsWith(", ", start - 2);
    return follows && (next == ')' || next == ',') ? Optional.of("?") : Optional.empty();
  }

  private static void addCallsOfMatcher(String source, int start, int end, List<String> calls) {
    int at = end;
    Matcher call = callAt(source, at);
    while (call != null && QUIET.contains(call.group(1))) {
      at = endOfArguments(source, call.end());
      call = callAt(source, at);
    }
    if (call != null) {
      calls.add(call.group(1));
      return;
    }
    Matcher variable =
        Pattern.compile("Matcher (\\w+) =\\s*$")
            .matcher(source.substring(Math.max(0, start - 100), start));
    if (!variable.find()) {
      calls.add("?");
      return;
    }
    int endOfMethod = Math.min(source.length(), Math.max(source.indexOf("\n  }\n", at), at));
    Matcher used =
        Pattern.compile("\\b" + variable.group(1) + "(?:\\s*\\.|::)(\\w+)")
            .matcher(source.substring(at, endOfMethod));
    boolean any = false;
    while (used.find()) {
      if (!QUIET.contains(used.group(1))) {
        calls.add(used.group(1));
        any = true;
      }
    }
    if (!any) {
      calls.add("?");
    }
  }

  private static Matcher callAt(String source, int at) {
    Matcher call =
        Pattern.compile("\\s*(?:\\.|::)(\\w+)").matcher(source).region(at, source.length());
    return call.lookingAt() ? call : null;
  }

  private static int endOfArguments(String source, int open) {
    int depth = 0;
    for (int i = open; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfLiteral(source, i);
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return source.length();
  }

  private static int endOfLiteral(String source, int start) {
    int i = start + 1;
    while (source.charAt(i) != source.charAt(start)) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
