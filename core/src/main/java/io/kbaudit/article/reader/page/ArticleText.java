package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * An article's text, line by line, as a reader sees it: without the markup of HTML.
 *
 * @param source what to call it in messages
 * @param lines in order; line 1 is at index 0
 * @param title of the page, where it is one
 * @param cutShort whether it is a page, and ends before the page does
 * @param unreadParts of a saved page, which are no text
 */
public record ArticleText(
    String source,
    List<Line> lines,
    Optional<String> title,
    boolean cutShort,
    List<UnreadPart> unreadParts) {
  /** The longest article known, Q161501, has 148 KB; what is a thousand times that is none. */
  static final long MAXIMUM_BYTES = 64L << 20;

  static final int MAXIMUM_LINES = 1_000_000;

  /** A text may have a stray NUL, and programs have many; so does UTF-16 without its mark. */
  private static final int ONE_NUL_IN = 20;

  /** A table of 1,000 columns, each as wide as the longest name, would have a shorter line. */
  static final int LONGEST_LINE = 1 << 19;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  public ArticleText {
    lines = List.copyOf(lines);
    unreadParts = List.copyOf(unreadParts);
  }

  /**
   * A part of a saved page that cannot be read as text, or that no program shows.
   *
   * @param line on which it begins in the text as it was given, counted from 1
   * @param description as its header has it, such as {@code application/pdf}
   */
  public record UnreadPart(int line, String description) {}

  /**
   * Reads all of {@code in}: by its byte order mark, else as UTF-8, else as windows-1252, in which
   * the older articles were published. Of a page saved as MHTML, each part is read in the character
   * set that it names; its lines are numbered as those of the file from which they were decoded.
   *
   * @throws ArticleFormatException if it is no text, or there is more than 64 MiB, a million lines,
   *     or 512 KiB in a line
   */
  public static ArticleText read(InputStream in, String source) throws IOException {
    BoundedInputStream bounded =
        BoundedInputStream.builder().setInputStream(in).setMaxCount(MAXIMUM_BYTES + 1).get();
    BOMInputStream unmarked =
        BOMInputStream.builder()
            .setInputStream(bounded)
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
            .get();
    String markedAs = unmarked.getBOMCharsetName();
    byte[] bytes = IOUtils.toByteArray(unmarked);
    if (bounded.getCount() > MAXIMUM_BYTES) {
      throw new ArticleFormatException(source, "larger than 64 MiB, which no article is");
    }
    Optional<SavedPage> saved = SavedPage.find(bytes, source);
    if (saved.isPresent()) {
      return saved(saved.get(), source);
    }
    String text = markedAs == null ? decode(bytes) : new String(bytes, Charset.forName(markedAs));
    if (text.chars().filter(c -> c == 0).count() > text.length() / ONE_NUL_IN) {
      throw new ArticleFormatException(
          source, "not the text of an article: it contains NUL characters, as other files do");
    }
    return HtmlPage.isHtml(text) ? page(text, source) : plain(text, source);
  }

  private static ArticleText page(String html, String source) throws ArticleFormatException {
    HtmlPage page = HtmlPage.read(html, LineNumbers.of(html, 1), source);
    return new ArticleText(source, page.lines(), page.title(), page.cutShort(), List.of())
        .requireLines();
  }

  private static ArticleText plain(String text, String source) throws ArticleFormatException {
    List<Line> lines = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      lines.add(new Line(lines.size() + 1, line));
      if (lines.size() > MAXIMUM_LINES) {
        throw new ArticleFormatException(source, "more than a million lines, which no article has");
      }
    }
    return new ArticleText(source, withTables(lines, source), Optional.empty(), false, List.of())
        .requireLines();
  }

  private static List<Line> withTables(List<Line> lines, String source)
      throws ArticleFormatException {
    return HtmlPage.renderTablesIn(MarkedUpTables.renderedIn(lines, source), source);
  }

  /** What a page shows in frames is read behind it, each as a text of its own. */
  private static ArticleText saved(SavedPage saved, String source) throws ArticleFormatException {
    List<Line> lines = new ArrayList<>();
    Optional<String> title = Optional.empty();
    boolean cutShort = saved.cutShort();
    for (MimePart part : saved.parts()) {
      MimePart.Text text = part.text(saved.lines(), source);
      if (part.isPage() || HtmlPage.isHtml(text.text())) {
        HtmlPage page = HtmlPage.read(text.text(), text.numbers(), source);
        title = lines.isEmpty() ? page.title() : title;
        lines.addAll(page.lines());
        cutShort |= page.cutShort();
      } else {
        lines.addAll(withTables(text.lines(), source));
      }
      lines.add(new Line(text.numbers().at(text.text().length()), ""));
    }
    List<UnreadPart> unread =
        saved.unread().stream()
            .map(part -> new UnreadPart(part.firstLine(saved.lines()), part.description()))
            .toList();
    return new ArticleText(source, lines, title, cutShort, unread).requireLines();
  }

  /** Refuses a line that is longer than any table's. */
  private ArticleText requireLines() throws ArticleFormatException {
    for (Line line : lines) {
      if (line.text().length() > LONGEST_LINE) {
        throw new ArticleFormatException(
            source, line.number(), "a line longer than 512 KiB, which no article has", line.text());
      }
    }
    return this;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  public int size() {
    return lines.size();
  }

  /** Returns the text of the n-th line, counted from 1. */
  public String line(int n) {
    return lines.get(n - 1).text();
  }

  /** Returns where the n-th line is in the text as it was given, counted from 1. */
  public int number(int n) {
    return lines.get(n - 1).number();
  }

  /** Returns the first line after the n-th that is not blank. */
  public Optional<Integer> nextLineWithText(int n) {
    for (int next = n + 1; next <= size(); next++) {
      if (!line(next).isBlank()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Returns the last line before the n-th that is not blank. */
  public Optional<Integer> lastLineWithText(int n) {
    for (int last = n - 1; last >= 1; last--) {
      if (!line(last).isBlank()) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }
}
