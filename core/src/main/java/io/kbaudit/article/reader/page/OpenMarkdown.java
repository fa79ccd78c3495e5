package io.kbaudit.article.reader.page;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Tables of Markdown without bars at their ends:
 *
 * <pre>
 * File name | File size
 * --- | ---
 * Dnsclient.msi | 679,936
 * </pre>
 */
final class OpenMarkdown implements TableMarkup {
  private static final Pattern DASHES =
      Pattern.compile("[\\s>]*+:?-++:?\\s*+(?:\\|\\s*+:?-++:?\\s*+){1,100}+\\|?\\s*+");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private static final Pattern QUOTED = Pattern.compile("^[\\s>]+");

  @Override
  public OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    String first = lines.get(index).text();
    boolean begins =
        index + 1 < lines.size()
            && lacksBar(first)
            && lines.get(index + 1).text().length() < first.length() + 1000
            && DASHES.matcher(lines.get(index + 1).text()).matches();
    if (!begins) {
      return OptionalInt.empty();
    }
    rendered.begin(lines.get(index).number());
    int i = index;
    while (i < lines.size() && BAR.matcher(lines.get(i).text()).find()) {
      rendered.text(lines.get(i).number(), withBars(lines.get(i).text()));
      i++;
    }
    rendered.end(lines.get(i - 1).number());
    return OptionalInt.of(i);
  }

  private static boolean lacksBar(String line) {
    return line.indexOf('|') > 0
        && BAR.matcher(line).find()
        && !QUOTED.matcher(line).replaceFirst("").startsWith("|");
  }

  private static String withBars(String line) {
    String row = QUOTED.matcher(line).replaceFirst("").strip();
    String begun = row.startsWith("|") ? row : "| " + row;
    return begun.endsWith("|") && !begun.endsWith("\\|") ? begun : begun + " |";
  }
}
