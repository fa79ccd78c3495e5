package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Parses HTML as jsoup does, where it is no larger and no deeper than an article's. */
final class HtmlParser {
  static final int MAXIMUM_CHARACTERS = 16 << 20;

  /** As 20,000 rows have; a parser may make several elements of a tag that is not closed. */
  static final int MAXIMUM_TAGS = 500_000;

  /** Elements in each other, as many as Chromium builds too; see its HTMLConstructionSite. */
  static final int DEEPEST = 512;

  private HtmlParser() {}

  /**
   * Returns the page that {@code html} is, its elements with their positions.
   *
   * @throws ArticleFormatException if it is larger than 16 million characters, has more than
   *     500,000 tags, or an element that stands in more than 512 others
   */
  static Document parse(String html, LineNumbers numbers, String source)
      throws ArticleFormatException {
    if (html.length() > MAXIMUM_CHARACTERS) {
      throw new ArticleFormatException(
          source, "a page of more than 16 million characters, which no article is");
    }
    requireTags(tags(html), source);
    Document page = Jsoup.parse(html, "", parser().setTrackPosition(true));
    requireDepth(page, numbers, source);
    return page;
  }

  /** Returns the elements of a page that stands in another, without positions. */
  static List<Node> parseInner(String html) {
    return Jsoup.parse(html, "", parser()).body().childNodesCopy();
  }

  /** Elements that are nested deeper, jsoup takes out of those that hold them. */
  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(DEEPEST + 1);
  }

  static long tags(String html) {
    return html.chars().filter(c -> c == '<').count();
  }

  static void requireTags(long tags, String source) throws ArticleFormatException {
    if (tags > MAXIMUM_TAGS) {
      throw new ArticleFormatException(
          source, "a page of more than 500,000 tags, which no article has");
    }
  }

  /** Refuses a page with an element that stands in more others than any of an article does. */
  static void requireDepth(Document page, LineNumbers numbers, String source)
      throws ArticleFormatException {
    List<Element> tooDeep = new ArrayList<>();
    NodeTraversor.filter(
        (node, depth) -> {
          if (depth > DEEPEST && node instanceof Element element) {
            tooDeep.add(element);
          }
          return tooDeep.isEmpty()
              ? NodeFilter.FilterResult.CONTINUE
              : NodeFilter.FilterResult.STOP;
        },
        page);
    if (!tooDeep.isEmpty()) {
      throw new ArticleFormatException(
          source,
          number(tooDeep.get(0), numbers),
          "an element that stands in more than 512 others, which none of an article does",
          "<" + tooDeep.get(0).normalName() + ">");
    }
  }

  /** Returns on which line a node stands; or that in which it was put, where it has no position. */
  static int number(Node node, LineNumbers numbers) {
    Node placed = node;
    while (!placed.sourceRange().isTracked() && placed.parent() != null) {
      placed = placed.parent();
    }
    return numbers.at(placed.sourceRange().startPos());
  }

  /** Returns on which line the first character of a text stands that is no blank. */
  static int numberOfText(TextNode node, LineNumbers numbers) {
    if (!node.sourceRange().isTracked()) {
      return number(node, numbers);
    }
    String text = node.getWholeText();
    int blanks = 0;
    while (blanks < text.length() && Character.isWhitespace(text.charAt(blanks))) {
      blanks++;
    }
    return numbers.at(node.sourceRange().startPos() + blanks);
  }
}
