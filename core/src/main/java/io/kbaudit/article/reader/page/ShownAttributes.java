package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Puts into a page what it shows and has in attributes: the values of fields, and pages in frames
 * that have them with them. A frame that only names its page shows nothing: nothing is fetched.
 */
final class ShownAttributes {
  /** Frames of frames; a page that somebody made has one in another. */
  static final int DEEPEST_FRAMES = 8;

  /** Fields that show something else than their values, or nothing. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("hidden", "password", "checkbox", "radio", "file", "image", "color", "range");

  private ShownAttributes() {}

  /**
   * Puts it into the elements of {@code page}, where it has no position of its own.
   *
   * @throws ArticleFormatException if frames are nested more than 8 deep, or there are more than
   *     500,000 tags in all of them, or an element that stands in more than 512 others
   */
  static void putIn(Document page, LineNumbers numbers, String source)
      throws ArticleFormatException {
    List<Element> frames = List.of(page);
    long tags = 0;
    for (int depth = 0; !frames.isEmpty(); depth++) {
      List<Element> nested = new ArrayList<>();
      for (Element frame : frames) {
        putInFields(frame);
        for (Element inner : frame.children().select("iframe[srcdoc]")) {
          if (depth == DEEPEST_FRAMES) {
            throw new ArticleFormatException(
                source,
                HtmlParser.number(inner, numbers),
                "frames in each other more than " + DEEPEST_FRAMES + " deep, which no article has",
                "<iframe>");
          }
          String html = inner.attr("srcdoc");
          tags += HtmlParser.tags(html);
          HtmlParser.requireTags(tags, source);
          inner.empty();
          inner.appendChildren(HtmlParser.parseInner(html));
          nested.add(inner);
        }
      }
      frames = nested;
    }
    HtmlParser.requireDepth(page, numbers, source);
  }

  private static void putInFields(Element in) {
    for (Element field : in.select("input[value]")) {
      if (!WITHOUT_TEXT.contains(Letters.small(field.attr("type")))) {
        field.appendChild(new TextNode(" " + field.attr("value") + " "));
      }
    }
  }
}
