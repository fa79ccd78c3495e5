package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of an HTML page as a reader sees it, line by line: headings as Markdown has them, each
 * row of a table between bars, preformatted text as it stands. Scripts and styles are nothing to
 * read, and nothing is fetched.
 *
 * @param title absent where it has none
 * @param cutShort whether the text ends before the page does
 */
record HtmlPage(List<Line> lines, Optional<String> title, boolean cutShort) {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?is)(?:<!--.*?-->|<\\?xml[^>]*>|\\s++)*+<(?:!doctype\\s+html|html|head|body|table|pre|div|p|h[1-6])(?!\\w).*");

  /** So much of a text tells whether it is HTML. */
  private static final int BEGINNING_LENGTH = 2000;

  private static final Pattern TABLE_TAG =
      Pattern.compile("(?i)</?(table|caption|tr|td|th)(?!\\w)");

  /** The line below the headings of a table in Markdown. */
  private static final Pattern MARKDOWN_DASHES =
      Pattern.compile("\\s*+\\|(?: *+:?-++:? *+\\|)++\\s*+");

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,4}");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  HtmlPage {
    lines = List.copyOf(lines);
  }

  /** Returns whether {@code text} begins as HTML does. */
  static boolean isHtml(String text) {
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING_LENGTH));
    return beginning.stripLeading().startsWith("<") && BEGINNING.matcher(beginning).matches();
  }

  /**
   * Reads a page.
   *
   * @param numbers of its lines in the text as it was given
   * @throws ArticleFormatException if it is larger than 16 million characters or has more than
   *     500,000 tags, or its tables are with their cells over several rows in each of them, or one
   *     has more than 1,000 columns
   */
  static HtmlPage read(String html, LineNumbers numbers, String source)
      throws ArticleFormatException {
    Document page = parse(html, numbers, source);
    Optional<String> title = Optional.of(page.title()).filter(text -> !text.isEmpty());
    List<Line> lines = withPreformattedTables(render(page, numbers, source), source);
    return new HtmlPage(MarkedUpTables.renderedIn(lines, source), title, isCutShort(html));
  }

  /** Preformatted text may show the source of another page, and its tables are meant to be read. */
  private static List<Line> withPreformattedTables(Renderer page, String source)
      throws ArticleFormatException {
    List<Line> lines = new ArrayList<>();
    int done = 0;
    for (int i = 0; i + 1 < page.preformattedFromTo.size(); i += 2) {
      int from = page.preformattedFromTo.get(i);
      int to = page.preformattedFromTo.get(i + 1);
      lines.addAll(page.lines.subList(done, from));
      lines.addAll(renderTablesIn(page.lines.subList(from, to), source));
      done = to;
    }
    lines.addAll(page.lines.subList(done, page.lines.size()));
    return lines;
  }

  /** Pages are cut off by a download or a copy that fails; what is left is parsed as if whole. */
  private static boolean isCutShort(String html) {
    String lower = Letters.small(html);
    return (lower.contains("<html") && !lower.contains("</html"))
        || Stream.of("table", "pre")
            .anyMatch(tag -> lower.lastIndexOf("<" + tag) > lower.lastIndexOf("</" + tag));
  }

  /** Returns {@code lines} of another text, with the HTML tables among them as rows. */
  static List<Line> renderTablesIn(List<Line> lines, String source) throws ArticleFormatException {
    List<Line> rendered = new ArrayList<>();
    int lastEnd = lines.size();
    while (lastEnd > 0 && !contains(lines.get(lastEnd - 1), "</table")) {
      lastEnd--;
    }
    int i = 0;
    while (i < lines.size()) {
      int end = i < lastEnd && contains(lines.get(i), "<table") ? endOfTable(lines, i) : i;
      if (end > i) {
        List<Line> table = lines.subList(i, end);
        StringBuilder html = new StringBuilder();
        table.forEach(line -> html.append(line.text()).append('\n'));
        LineNumbers numbers = LineNumbers.of(table);
        Document parsed = parse(html.toString(), numbers, source);
        rendered.addAll(render(parsed, numbers, source).lines);
        i = end;
      } else {
        rendered.add(lines.get(i));
        i++;
      }
    }
    return rendered;
  }

  /**
   * Returns the index after the last line of a table: that which closes it or, where none does, the
   * one above text that stands in no cell, or above a table of Markdown. One of the lines closes
   * some table.
   */
  private static int endOfTable(List<Line> lines, int begin) {
    int depth = 0;
    boolean inCell = false;
    boolean inTag = false;
    int firstClosed = lines.size();
    for (int i = begin; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (MARKDOWN_DASHES.matcher(text).matches()) {
        return i - 1 > begin ? i - 1 : begin;
      }
      if (!inCell && !inTag && !text.isBlank() && text.indexOf('<') < 0) {
        return i;
      }
      inTag = (text.indexOf('<') < 0 && text.indexOf('>') < 0) ? inTag : isTagOpenAtEnd(text);
      Matcher tag = TABLE_TAG.matcher(text);
      while (tag.find()) {
        boolean closes = text.charAt(tag.start() + 1) == '/';
        boolean ofTable = tag.group(1).equalsIgnoreCase("table");
        depth += !ofTable ? 0 : closes ? -1 : 1;
        inCell = !ofTable ? !closes && !tag.group(1).equalsIgnoreCase("tr") : closes && depth > 0;
        if (ofTable && closes) {
          firstClosed = Math.min(firstClosed, i + 1);
        }
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return firstClosed;
  }

  private static boolean isTagOpenAtEnd(String line) {
    return line.lastIndexOf('<') > line.lastIndexOf('>');
  }

  private static boolean contains(Line line, String tag) {
    return line.text().indexOf('<') >= 0 && Letters.small(line.text()).contains(tag);
  }

  private static Document parse(String html, LineNumbers numbers, String source)
      throws ArticleFormatException {
    Document page = HtmlParser.parse(html, numbers, source);
    ShownAttributes.putIn(page, numbers, source);
    return page;
  }

  private static Renderer render(Document page, LineNumbers numbers, String source)
      throws ArticleFormatException {
    Renderer renderer = new Renderer(numbers);
    NodeTraversor.filter(renderer, page);
    renderer.endLine();
    renderer.tables.requireNone(source);
    return renderer;
  }

  /** Walks through a page, without recursion: pages may be nested as deep as they like. */
  private static final class Renderer implements NodeFilter {
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea", "xmp", "listing");

    private final List<Line> lines = new ArrayList<>();
    private final LineNumbers numbers;
    private final StringBuilder current = new StringBuilder();
    private int currentNumber = 1;
    private int preformatted;
    private final TableLines tables = new TableLines(lines);

    /** Where the lines of preformatted text begin and end, one behind the other. */
    private final List<Integer> preformattedFromTo = new ArrayList<>();

    Renderer(LineNumbers numbers) {
      this.numbers = numbers;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (tables.problem().isPresent()) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode text) {
        add(text);
      } else if (node instanceof Element element) {
        switch (element.normalName()) {
          case "script", "style", "head", "template", "noscript" -> {
            return FilterResult.SKIP_CHILDREN;
          }
          case "table" -> {
            if (element.selectFirst("table table") == null) {
              endLine();
              addTable(element);
              return FilterResult.SKIP_CHILDREN;
            }
          }
          case "br", "iframe" -> endLine();
          case "pre", "textarea", "xmp", "listing" -> {
            endLine();
            if (preformatted++ == 0) {
              preformattedFromTo.add(lines.size());
            }
          }
          default -> beginBlock(element);
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (PREFORMATTED.contains(element.normalName())) {
          endLine();
          if (--preformatted == 0) {
            preformattedFromTo.add(lines.size());
          }
          addBlankLine(number(element));
        } else if (element.isBlock() || element.normalName().equals("iframe")) {
          endLine();
          addBlankLine(number(element));
        }
      }
      return FilterResult.CONTINUE;
    }

    private void beginBlock(Element element) {
      if (element.isBlock() || element.normalName().equals("td")) {
        endLine();
        currentNumber = number(element);
      }
      if (HEADINGS.contains(element.normalName())) {
        current.append("# ");
      }
    }

    private void add(TextNode node) {
      if (preformatted == 0) {
        String text = CellText.withSingleBlanks(node.getWholeText());
        if (current.length() == 0) {
          if (text.isBlank()) {
            return;
          }
          currentNumber = HtmlParser.numberOfText(node, numbers);
        }
        current.append(isValueBehindName(text) ? " " : "").append(text);
        return;
      }
      int number = number(node);
      String[] texts = LINE_END.split(node.getWholeText(), -1);
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          endLineEvenIfEmpty();
        }
        if (current.length() == 0) {
          currentNumber = number + i;
        }
        current.append(texts[i]);
      }
    }

    /** What elements part that are styled as columns are, no blank needs to. */
    private boolean isValueBehindName(String text) {
      return !text.isEmpty()
          && Character.isDigit(text.charAt(0))
          && current.length() > 0
          && FileExtensions.isKnownName(current.substring(current.lastIndexOf(" ") + 1));
    }

    private void endLineEvenIfEmpty() {
      lines.add(new Line(currentNumber, current.toString()));
      current.setLength(0);
      currentNumber++;
    }

    void endLine() {
      String text = preformatted > 0 ? current.toString() : current.toString().strip();
      if (!text.isBlank()) {
        lines.add(new Line(currentNumber, text));
      }
      current.setLength(0);
    }

    private void addBlankLine(int number) {
      if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().isBlank()) {
        lines.add(new Line(number, ""));
      }
    }

    private int number(Node node) {
      return HtmlParser.number(node, numbers);
    }

    private void addTable(Element table) {
      tables.begin(number(table));
      for (Element row : table.select("tr, caption")) {
        if (row.normalName().equals("caption")) {
          tables.caption(number(row), row.text());
          continue;
        }
        tables.beginRow(number(row));
        for (Element cell : row.select("> td, > th")) {
          // Raised numbers are notes, and no digits of what stands before them.
          cell.select("sup").forEach(note -> note.prependText(" "));
          tables.cell(cell.text(), span(cell, "rowspan"), span(cell, "colspan"));
        }
        tables.endRow();
      }
      tables.end(number(table));
    }

    private static int span(Element cell, String attribute) {
      String digits = cell.attr(attribute).strip();
      return SPAN.matcher(digits).matches() ? Integer.parseInt(digits) : 1;
    }
  }
}
